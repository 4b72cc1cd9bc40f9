"""The part of nginx's configuration that belongs to the site."""

from collections.abc import Iterator

from generator.model import addresses
from generator.model.filetypes import ANYTHING, TYPES, TYPES_BY_NAME
from generator.outputs.servers.policy import headers

_HEAD = """\
# Include this in the `server { }` of the site, whose `root` is dist/public.
# Made by loa from the site itself: build again and reload, do not edit.

charset utf-8;
index index.html;
absolute_redirect off; # behind a proxy the address that readers see is another one
error_page 403 404 %(root)s404.html;
"""
_TAIL = """
# Once https works for good, and for every name of this host:
# add_header Strict-Transport-Security "max-age=31536000" always;

gzip on;
gzip_vary on;
gzip_comp_level 6;
gzip_types %(packed)s;

expires -1; # asks again, and is told in a few bytes that nothing has changed

location ~* \\.(?:woff2|webp|avif|png|jpe?g)$ {
    expires 7d;
}
location ~ ^%(root)s_(?:headers|redirects)$ {
    return 404; # for other kinds of hosts
}
"""
_PACKED = (".css", ".ics", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")


def nginx(root: str) -> str:
    """Headers, types, compression; `root` is the path of the site's address."""
    said = [f'add_header {name} "{value}" always;' for name, value in headers().items()]
    kinds = [*(TYPES[ending] for ending in _PACKED), *TYPES_BY_NAME.values()]
    packed = " ".join(dict.fromkeys(map(_plain, kinds)))
    parts = [_HEAD % {"root": root}, *_moved(root), *said, "", _types(), *_named()]
    return "\n".join(parts) + _TAIL % {"root": root, "packed": packed}


def _types() -> str:
    lines = (f"    {_plain(kind)} {ending[1:]};" for ending, kind in sorted(TYPES.items()))
    spoken = {_plain(kind) for kind in TYPES.values() if "charset" in kind}
    others = " ".join(sorted(spoken - {"text/html"}))  # which nginx names by itself
    return "\n".join(
        ["types {", *lines, "}", f"default_type {ANYTHING};", f"charset_types {others};"]
    )


def _named() -> list[str]:
    """Files whose name says more than their ending."""
    return [
        f"location ~ /{name.replace('.', chr(92) + '.')}$ {{\n"
        f'    types {{ }}\n    default_type "{kind}";\n}}'
        for name, kind in sorted(TYPES_BY_NAME.items())
    ]


def _moved(root: str) -> Iterator[str]:
    """Former addresses, for good."""
    for old, new in addresses.FORMER_ADDRESSES:
        pattern = old.replace(".", r"\.").replace("*", "([^/]+)")
        yield f"rewrite ^{root}{pattern}$ {root}{new.replace('*', '$1')} permanent;"


def _plain(kind: str) -> str:
    return kind.partition(";")[0]
