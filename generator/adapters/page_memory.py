"""What is remembered of each page of a site, so that only what has changed is rendered again."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.model.artifact import digest_of

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One rendered page: what it was made from, and what other steps ask of it.

    `answers` are the files that its links name, with their addresses, None where there was none;
    `links` are the anchors that it names in other files, `ids` its own.
    """

    source: str
    title: str | None
    meta: dict[str, Any]
    answers: dict[str, str | None]
    links: dict[str, dict[str, str]]
    ids: list[str]

    def as_json(self) -> dict[str, Any]:
        """All of it; `dataclasses.asdict` would copy every word."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass
class SiteRecord:
    """A rendered site: its pages by their source, its other files by their place."""

    common: str = ""
    nav: str = ""
    pages: dict[str, PageRecord] = field(default_factory=dict)
    static: dict[str, list[Any]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """To be written into a file of ours."""
        pages = {name: page.as_json() for name, page in self.pages.items()}
        return {"common": self.common, "nav": self.nav, "pages": pages, "static": self.static}

    @classmethod
    def read(cls, value: Mapping[str, Any]) -> "SiteRecord":
        """What `as_json` gave; nothing is remembered of anything else."""
        try:
            pages = {name: PageRecord(**page) for name, page in value["pages"].items()}
            return cls(value["common"], value["nav"], pages, value["static"])
        except (KeyError, TypeError, AttributeError):
            return cls()


def _nothing(_: str) -> bool:
    return False


@dataclass(frozen=True)
class LastSite:
    """The site as it was built last: its record, and a way to take one of its files over.

    `keep` puts the file of that place into the new site, if it is still what was built.
    """

    record: SiteRecord = field(default_factory=SiteRecord)
    keep: Callable[[str], bool] = _nothing


class Asked:
    """MkDocs's files, noting which of them a page asks for."""

    def __init__(self, files: "Files") -> None:
        self._files = files
        self.answers: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> "File | None":
        """The file, as MkDocs finds it."""
        file = self._files.get_file_from_path(path)
        self.answers[path] = answer(file)
        return file

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a plugin may want
        return getattr(self._files, name)

    def __iter__(self) -> "Iterator[File]":
        return iter(self._files)


class AllPages(Sequence["File"]):
    """All pages as a template receives them, noting whether it looks at them."""

    def __init__(self, pages: Sequence["File"]) -> None:
        self._pages = pages
        self.looked_at = False

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - a number or a slice
        self.looked_at = True
        return self._pages[index]

    def __len__(self) -> int:
        self.looked_at = True
        return len(self._pages)


def answer(file: "File | None") -> str | None:
    """What a link to a file depends on: its address, and whether it is published."""
    return None if file is None else f"{file.inclusion.name} {file.url}"


def is_as_it_was(known: PageRecord, source: str, files: "Files") -> bool:
    """Whether the text of a page, and what its links lead to, are what they were."""
    return known.source == source and all(
        answer(files.get_file_from_path(path)) == was for path, was in known.answers.items()
    )


def recall(page: "Page", known: PageRecord, files: "Files") -> None:
    """Give a page that is not rendered what templates, anchors and listings ask of it."""
    page.title, page.meta = known.title, known.meta
    page.present_anchor_ids = set(known.ids)
    named = ((files.get_file_from_path(path), links) for path, links in known.links.items())
    page.links_to_anchors = {file: links for file, links in named if file is not None}


def remembered(page: "Page", source: str, answers: dict[str, str | None]) -> PageRecord | None:
    """What to know of a rendered page; None if its front matter holds what JSON does not."""
    links = {file.src_uri: dict(named) for file, named in (page.links_to_anchors or {}).items()}
    ids = sorted(page.present_anchor_ids or ())
    meta = dict(page.meta)
    known = PageRecord(source, page.title, meta, dict(answers), links, ids)
    try:
        same = json.loads(json.dumps(known.as_json())) == known.as_json()
    except (TypeError, ValueError):
        return None
    return known if same else None


def stamp(file: "File") -> list[Any] | None:
    """Names a file that is copied as it is: where it comes from, size in bytes and time."""
    if file.abs_src_path is None:
        return None
    status = Path(file.abs_src_path).stat()
    return [str(file.src_dir), status.st_size, status.st_mtime_ns]


def common_to_all(folder: Path, *facts: str | bytes) -> str:
    """Names what every page depends on: facts, and the files of a folder of templates."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    named = (
        part for path in files for part in (path.relative_to(folder).as_posix(), path.read_bytes())
    )
    return digest_of(*facts, *named)
