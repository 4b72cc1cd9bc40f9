"""What web servers are told: how to guard readers and what to call files.

`_headers` and `_redirects` are read by hosts of static sites (Netlify, Cloudflare Pages); nginx and
Apache include the files below `dist/servers/`, which are no part of the site.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, ready
from generator.outputs import Context, Output
from generator.outputs.servers.apache import apache
from generator.outputs.servers.hosts import hosts, redirects
from generator.outputs.servers.nginx import nginx


def build(context: Context) -> Iterable[Artifact]:
    """One text for each kind of server."""
    root = urlsplit(context.workspace.site.url).path or "/"
    yield ready(addresses.HEADERS, hosts(root))
    yield ready(addresses.REDIRECTS, redirects(root))
    yield ready(addresses.NGINX, nginx(root), Audience.INTERNAL)
    yield ready(addresses.APACHE, apache(root), Audience.INTERNAL)


OUTPUT = Output("servers", "Web servers", build)
