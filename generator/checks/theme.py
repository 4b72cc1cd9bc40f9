"""Own HTML, styles, scripts and pictures of the site in `assets/theme/`."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.asset import Asset
from generator.model.site import OWN_THEME, OwnHtml, Site
from generator.model.workspace import Workspace
from generator.source.blank import why_hidden
from generator.source.document import document
from generator.text.html_page import is_elsewhere, style_addresses
from generator.text.own_html import FORBIDDEN, problems

NOT_SHOWN = warning(
    "theme-file",
    "No page can show or load a file of this kind.",
    "Delete it. In assets/theme/ lie HTML, and files that end with: {known}.",
)
NOT_THERE = Rule(
    "theme-missing",
    "There is no file “{file}” in assets/theme/ for “{key}”.",
    "Put the file into assets/theme/ and write its path like this: assets/theme/{example}",
)
EMPTY = Rule(
    "html-empty",
    "“{value}” shows nothing: mkdocs.yml does not say it.",
    "Add it to mkdocs.yml ({key}), or remove it here.",
)
PICTURES = (".jpeg", ".jpg", ".png", ".svg", ".webp")
PUBLIC_ENDINGS = (".css", ".js", ".txt", ".woff2", *PICTURES)
"""The kinds of files that are published; HTML is shown in pages."""


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The HTML of each slot, each file beside it, and what mkdocs.yml names of them."""
    workspace = subject.workspace
    for name, html in sorted(workspace.site.html.items()):
        yield from problems(name, html)
        yield from _empty(workspace.site, html)
    yield from _files(workspace)
    yield from _named(workspace.site, workspace)


def _empty(site: Site, html: OwnHtml) -> Iterator[Diagnostic]:
    """Values of the site that nobody has written down."""
    source = document(html.path, html.text)
    known = {
        "site_description": (site.description, "site_description"),
        "responsible": (site.publisher, "extra: responsible: name"),
    }
    for name, (value, key) in known.items():
        written = f"${{{name}}}"
        line = next((n for n, text in enumerate(source.lines) if written in text), None)
        if not value and line is not None:
            where = source.at(line, source.lines[line].index(written), len(written))
            yield EMPTY.at(where, value=written, key=key)


def _files(workspace: Workspace) -> Iterator[Diagnostic]:
    for path, asset in workspace.assets.items():
        lower = path.casefold()
        if not path.startswith(OWN_THEME) or lower.endswith(".html"):
            continue
        if not lower.endswith(PUBLIC_ENDINGS):
            yield NOT_SHOWN.at(Location(path), known=", ".join(PUBLIC_ENDINGS))
        elif lower.endswith(".css"):
            for address, where in style_places(path, asset):
                if is_elsewhere(address):
                    yield FORBIDDEN.at(where, what=address)
        elif lower.endswith(PICTURES) and (refused := why_hidden(asset.picture(), anywhere=True)):
            yield refused.at(Location(path), file=path)


def style_places(path: str, asset: Asset) -> Iterator[tuple[str, Location]]:
    """What a style sheet would load, each address once, where it stands first."""
    text = asset.read().decode("utf-8", "replace")
    source = document(path, text)
    for address in dict.fromkeys(style_addresses(text)):
        lines = (number for number, line in enumerate(source.lines) if address in line)
        number = next(lines, 0)  # it may be written in escaped signs
        column = max(0, source.lines[number].find(address))
        yield address, source.at(number, column, len(address))


def _named(site: Site, workspace: Workspace) -> Iterator[Diagnostic]:
    for key, ending in (("extra_css", ".css"), ("extra_javascript", ".js")):
        for number, file in enumerate(getattr(site.file, key)):
            fits = file.startswith(OWN_THEME) and file.casefold().endswith(ending)
            if not fits or file not in workspace.assets:
                where = site.file.where(key, number)
                yield NOT_THERE.at(where, file=file, key=key, example=f"ten-tep{ending}")
