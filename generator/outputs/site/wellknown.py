"""Files with names that machines ask for by themselves: robots.txt and security.txt."""

from collections.abc import Iterator

from generator.model import addresses
from generator.model.artifact import Artifact, ready
from generator.outputs import Context


def pages(context: Context) -> Iterator[Artifact]:
    """`robots.txt` for every site, `security.txt` where somebody is named for it."""
    site = context.workspace.site
    sitemap = addresses.absolute(site.url, "sitemap.xml")
    yield ready(addresses.ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
    if security := site.settings.security:
        canonical = addresses.absolute(site.url, addresses.SECURITY)
        lines = (
            f"Contact: {security.contact}",
            f"Expires: {security.expires.isoformat()}T23:59:59+07:00",
            "Preferred-Languages: vi, en",
            f"Canonical: {canonical}",
        )
        yield ready(addresses.SECURITY, "\n".join(lines) + "\n")
