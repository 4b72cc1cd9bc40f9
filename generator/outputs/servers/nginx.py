"""The part of nginx's configuration that belongs to the site."""

from generator.model.filetypes import ANYTHING, NAMED, TYPES
from generator.outputs.servers.policy import headers

_HEAD = """\
# Include this in the `server { }` of the site, whose `root` is dist/public.
# Made by loa from the site itself: build again and reload, do not edit.

charset utf-8;
index index.html;
error_page 404 %(root)s404.html;
"""
_TAIL = """
# Once https works for good, and for every name of this host:
# add_header Strict-Transport-Security "max-age=31536000" always;

gzip on;
gzip_vary on;
gzip_types %(packed)s;

expires -1; # asks again, and is told in a few bytes that nothing has changed

location ~* \\.(?:woff2|webp|avif|png|jpe?g)$ {
    expires 7d;
}
location = %(root)s_headers {
    return 404; # for other kinds of hosts
}
"""
_PACKED = (".css", ".ics", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")


def nginx(root: str) -> str:
    """Headers, types, compression; `root` is the path of the site's address."""
    said = [f'add_header {name} "{value}" always;' for name, value in headers().items()]
    packed = " ".join(dict.fromkeys(_plain(TYPES[ending]) for ending in _PACKED))
    parts = [_HEAD % {"root": root}, *said, "", _types(), *_named()]
    return "\n".join(parts) + _TAIL % {"root": root, "packed": packed}


def _types() -> str:
    lines = (f"    {_plain(kind)} {ending[1:]};" for ending, kind in sorted(TYPES.items()))
    charset = " ".join(sorted({_plain(kind) for kind in TYPES.values() if "charset" in kind}))
    # text/html is always among the types with a charset: to name it is told as a mistake
    others = charset.replace("text/html ", "")
    return "\n".join(
        ["types {", *lines, "}", f"default_type {ANYTHING};", f"charset_types {others};"]
    )


def _named() -> list[str]:
    """Files whose name says more than their ending."""
    return [
        f"location ~ /{name.replace('.', chr(92) + '.')}$ {{\n"
        f"    types {{ }}\n    default_type {_quoted(kind)};\n}}"
        for name, kind in sorted(NAMED.items())
    ]


def _quoted(kind: str) -> str:
    return f'"{kind}"'


def _plain(kind: str) -> str:
    return kind.partition(";")[0]
