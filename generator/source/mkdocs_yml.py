"""`mkdocs.yml`: what its owner may say of the site. Nothing else of it reaches MkDocs."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.site import OWN_THEME, OwnHtml, Site, SiteFile
from generator.source.document import Document
from generator.source.records import beside, read_record
from generator.source.replacement_lines import YOUR_WORDS
from generator.source.yaml_nodes import Mapping, Node, Scalar, Sequence, read_yaml

PROGRAM = Rule(
    "setting-refused",
    "loa does not take “{key}” from mkdocs.yml.",
    "Delete it: no program of a workspace is run. Own HTML, styles and scripts lie in "
    "assets/theme/.",
)
INHERITED_SETTINGS = PROGRAM.with_hint(
    "Copy the lines that count from that file into this one, then delete this line.",
)
PLUGIN = PROGRAM.with_hint(
    "Delete it: no plugin is run. Search, feeds, calendar and print are loa's own.",
)
EXTENSION = PROGRAM.with_hint(
    "Delete it: texts are read in one way everywhere, and these alone may stand here: {known}.",
)
NAVIGATION = PROGRAM.with_hint(
    "Delete it: the navigation follows from the pieces; an article stands in the foot of every "
    "page with menu: about.",
)
LEFT_OUT = PROGRAM.with_hint(
    "Delete this line: a piece that readers must not see has status: draft, and what no reader "
    "uses is left out anyway.",
)
NO_SITE_NAME = Rule(
    "site-name-missing",
    "mkdocs.yml does not say {key}.",
    "Add this line to mkdocs.yml:\n{head}",
)
NOT_SETTINGS = Rule(
    "no-keys",
    "Here must be lines of the form “key: value”.",
    "loa init ../mau makes a new folder with an untouched mkdocs.yml.",
)

NEEDED_KEYS = {
    "site_name": f"site_name: {YOUR_WORDS}",
    "site_url": "site_url: https://example.org/",
}
"""Keys without which there is no site, and how they are added."""
EXTENSIONS = ("attr_list", "md_in_html", "sane_lists", "tables", "toc")
"""What staged pages are read with, whatever the file names."""
_ONCE_NAMED = frozenset({"admonition", "footnotes"})  # by an older loa init; staged texts need none

EXCLUDED_FILES = (
    "!/.well-known/",
    "*.js.map",
    "*.css.map",
    "/assets/javascripts/",
    "/assets/images/favicon.png",
)
"""What comes with Material and no reader uses."""

SLUGIFY = "python/name:generator.vietnamese.slugs.toc_slug"
"""The one tag that may stand there: how headings get their anchors."""

_KNOWN_LINES = frozenset({*EXCLUDED_FILES, "/assets/javascripts/lunr/"})
_WHOLE = {"hooks": PROGRAM, "INHERIT": INHERITED_SETTINGS, "nav": NAVIGATION}
_TAGS = frozenset({f"tag:yaml.org,2002:{SLUGIFY}"})


def read_site(source: Document) -> tuple[SiteFile, list[Diagnostic]]:
    """The settings, none of them where one cannot be read, and every problem of the file."""
    node, found = read_yaml(source, tags=_TAGS)
    if not isinstance(node, Mapping):
        return SiteFile(), found or [NOT_SETTINGS.at(source.at(0))]
    rest = []
    for key, value in node.items:
        refused = _refused(key, value)
        if refused is None:
            rest.append((key, value))
        else:
            found += (told.about("mkdocs") for told in refused)
    file, problems = read_record(SiteFile, Mapping(tuple(rest), node.where))
    found += beside(found, problems)
    if file and not found:
        said = {"site_name": file.site_name, "site_url": file.site_url}
        lost = [key for key, value in said.items() if not value]
        where = Location(source.path)
        told = (NO_SITE_NAME.at(where, key=key, head=NEEDED_KEYS[key]) for key in lost)
        found = [each.about(f"mkdocs.{each.details['key']}") for each in told]
    return file or SiteFile(), found


def site_of(file: SiteFile, html: Iterable[Document]) -> Site:
    """The site of these settings and of own HTML, each named after the slot that it fills."""
    responsible = file.extra.responsible
    return Site(
        file.site_name,
        f"{file.site_url.rstrip('/')}/",
        file.site_description,
        responsible.name if responsible else "",
        file.extra.loa,
        file,
        {
            own.path.removeprefix(OWN_THEME).removesuffix(".html"): OwnHtml(own.path, own.text)
            for own in html
        },
    )


def _refused(key: Scalar, value: Node) -> list[Diagnostic] | None:
    """What is wrong with a setting that the engine decides alone; None for all others."""
    if key.text in _WHOLE:
        return [_WHOLE[key.text].at(key.where, key=key.text)]
    match key.text:
        case "plugins":
            return [PLUGIN.at(item.where, key=item.text) for item, _ in _named(value)]
        case "markdown_extensions":
            return [*_extensions(value)]
        case "exclude_docs":
            text = value.text if isinstance(value, Scalar) else ""
            lines = (line.strip() for line in text.splitlines() if not line.startswith("#"))
            unknown = [line for line in lines if line and line not in _KNOWN_LINES]
            return [LEFT_OUT.at(key.where, key=f"exclude_docs: {line}") for line in unknown]
    return None


def _extensions(value: Node) -> Iterator[Diagnostic]:
    known = ", ".join(EXTENSIONS)
    for item, options in _named(value):
        if item.text not in _ONCE_NAMED.union(EXTENSIONS):
            yield EXTENSION.at(item.where, key=item.text, known=known)
            continue
        for option, _ in options.items if isinstance(options, Mapping) else ():
            if (item.text, option.text) != ("toc", "slugify"):
                yield EXTENSION.at(option.where, key=f"{item.text}: {option.text}", known=known)


def _named(value: Node) -> Iterator[tuple[Scalar, Node | None]]:
    """Names with their options: as a list of both, or as a group."""
    if isinstance(value, Scalar) and value.text:
        yield value, None
    elif isinstance(value, Mapping):
        yield from value.items
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _named(item)
