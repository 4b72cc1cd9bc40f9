"""What the search knows of one page: a pure function of the page alone."""

import html
import posixpath
import re
from dataclasses import dataclass
from typing import Final

from generator.model import addresses
from generator.model.webpage import Webpage
from generator.text.passage import Run

# Other pages' text, furniture and references: a search for them leads to the page itself.
_DROPPED = re.compile(
    r"<(nav|svg|script|style)\b.*?</\1>"
    r'|<section class="source".*?</section>|<details class="data__said">.*?</details>'
    r'|<div data-unsearched>.*?</div>|<ul class="(?:cards|gallery|key)[^"]*">.*?\n</ul>'
    r'|<sup class="note-mark">.*?</sup>|<a class="note-back".*?</a>'
    r'|<a [^>]*>https?://[^<]*</a>|<button.*?</button>|<span class="vh">.*?</span>',
    re.DOTALL,
)
_BREAK = re.compile(
    r"</?(?:p|div|li|ul|ol|table|thead|tbody|tr|section|figure|dl|dt|dd|br|h[1-6])\b[^>]*>"
)
_CELL = re.compile(r'</t[hd]>|<span class="data__note">')
_HEADING = re.compile(r"<h[1-6][^>]*>")
_STRUCK = re.compile(r"<del>(.*?)</del>", re.DOTALL)
_HEAD = "\x01"  # begins a heading while a text is read
_TAG = re.compile(r"<[^>]+>")
_SPACES = re.compile(r"[ ]{2,}|[\t\xa0]+[ ]*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BODIES: Final = ("piece.html", "home.html", "campaign.html", "listing.html")
"""Templates whose body says something of its own; calendars and galleries only lead on."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page as its result shows it: `group` is its part of the site.

    `year` is what it is about (0: no year).
    """

    url: str
    title: str
    group: str
    year: int
    note: str
    lang: str


@dataclass(frozen=True, slots=True)
class SearchEntry(SearchResult):
    """A page in the search: what its result shows, and its text line by line.

    `keys` are what it is filed under, `lines` its text.
    """

    keys: tuple[str, ...]
    headings: tuple[str, ...]
    lines: tuple[str, ...]


def entry(page: Webpage) -> SearchEntry | None:
    """The entry of a page; none of one that only continues another or hides."""
    path, meta = page.path, page.meta
    if meta.get("robots") or re.search(r"/trang-\d+/index\.md$", path):
        return None
    crumbs = [str(crumb["title"]) for crumb in meta.get("breadcrumbs", ())]
    has_body = meta.get("template") in _BODIES
    headings, lines = _read(page.body) if has_body else ([], [])
    note = str(meta.get("kicker", "")) or " · ".join(crumbs[1:-1])
    labels = [str(label["title"]) for label in meta.get("labels", ())]
    return SearchEntry(
        addresses.url(path),
        str(meta["title"]),
        crumbs[1] if len(crumbs) > 1 else "",
        _year(note, path),
        note,
        str(meta.get("lang", "")),
        tuple(dict.fromkeys([note, *labels, *crumbs[-1:]])),
        tuple(headings),
        tuple(filter(None, [str(meta.get("lead", "")), *lines])),
    )


def _year(note: str, path: str) -> int:
    found = _YEAR.findall(note) or _YEAR.findall(posixpath.dirname(posixpath.dirname(path)))
    return int(found[-1]) if found else 0


def _struck(match: re.Match[str]) -> str:
    return Run(match[1], "struck").plain_text


def _read(body: str) -> tuple[list[str], list[str]]:
    """Headings, and every other line, as bare words."""
    text = _STRUCK.sub(_struck, _DROPPED.sub("", body))
    text = _HEADING.sub(f"\n{_HEAD}", _CELL.sub(" · ", text))
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _SPACES.sub(" ", html.unescape(text))
    lines = [line.strip(" ·") for line in text.split("\n")]
    headings = [line[1:].strip() for line in lines if line.startswith(_HEAD)]
    return headings, [line for line in lines if line and not line.startswith(_HEAD)]
