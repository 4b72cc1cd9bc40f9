"""The part of Apache's configuration that belongs to the site."""

from collections.abc import Iterator

from generator.model import addresses
from generator.model.filetypes import TYPES, TYPES_BY_NAME
from generator.outputs.servers.policy import headers

_HEAD = """\
# Include this in the <Directory> of the site, or copy it as .htaccess into the folder to which
# dist/public is uploaded. Made by loa from the site itself: build again, do not edit.

Options -Indexes
DirectoryIndex index.html
ErrorDocument 403 %(root)s404.html
ErrorDocument 404 %(root)s404.html
"""
_TAIL = """\
<IfModule mod_filter.c>
    <IfModule mod_deflate.c>
        AddOutputFilterByType DEFLATE %(packed)s
    </IfModule>
</IfModule>

<IfModule mod_expires.c>
    ExpiresActive On
    ExpiresDefault "access"
    ExpiresByType font/woff2 "access plus 7 days"
    ExpiresByType image/webp "access plus 7 days"
    ExpiresByType image/avif "access plus 7 days"
    ExpiresByType image/png "access plus 7 days"
    ExpiresByType image/jpeg "access plus 7 days"
</IfModule>

# For other kinds of hosts.
<FilesMatch "^_(headers|redirects)$">
    Require all denied
</FilesMatch>
"""
_PACKED = ("text/", "application/json", "application/manifest", "application/rss", "image/svg")


def apache(root: str) -> str:
    """Headers, types, compression; `root` is the path of the site's address."""
    said = [f'    Header always set {name} "{value}"' for name, value in headers().items()]
    later = (
        "    # Once https works for good, and for every name of this host:",
        '    # Header always set Strict-Transport-Security "max-age=31536000"',
    )
    guards = ["<IfModule mod_headers.c>", *said, *later, "</IfModule>", ""]
    types = [f'AddType "{kind}" {ending}' for ending, kind in sorted(TYPES.items())]
    named = [
        f'<Files "{name}">\n    ForceType "{kind}"\n</Files>'
        for name, kind in sorted(TYPES_BY_NAME.items())
    ]
    packed = sorted({_plain(kind) for kind in TYPES.values() if kind.startswith(_PACKED)})
    tail = _TAIL % {"packed": " ".join(packed)}
    return "\n".join(
        [_HEAD % {"root": root}, *_moved(root), "", *guards, *types, "", *named, "", tail]
    )


def _moved(root: str) -> Iterator[str]:
    """Former addresses, for good."""
    yield "<IfModule mod_alias.c>"
    for old, new in addresses.FORMER_ADDRESSES:
        pattern = old.replace(".", r"\.").replace("*", "([^/]+)")
        yield f'    RedirectMatch 301 "^{root}{pattern}$" "{root}{new.replace("*", "$1")}"'
    yield "</IfModule>"


def _plain(kind: str) -> str:
    return kind.partition(";")[0]
