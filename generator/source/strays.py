"""Files among what authors write that nothing reads: each with the name that was meant."""

import posixpath
import re
from collections.abc import Collection
from difflib import get_close_matches
from typing import Final

from generator.diagnostics import Diagnostic, Location, Rule
from generator.vietnamese.text import fold

NOT_MARKDOWN = Rule(
    "stray-file",
    "Nothing reads this file.",
    "In content/ only Markdown files (.md) are read. "
    "Move pictures and recordings to assets/, and Word files out of the folder.",
)
MISNAMED_FILE = NOT_MARKDOWN.with_hint("Rename or move it to {better}")
TWICE = NOT_MARKDOWN.with_hint(
    "{better} is read instead: put there what this file alone has, and delete this one."
)
UNKNOWN = NOT_MARKDOWN.with_hint(
    "In campaigns/ only these are read: {known}. Move everything else out of the folder."
)
FOLDER = Rule("stray-folder", "Nothing reads this folder.", "Rename it to {better}")
FOLDER_TWICE = FOLDER.with_hint(
    "{better} is read instead: move there what this folder alone has, and delete this one."
)
FOLDERS: Final = ("assets", "campaigns", "content")
"""The folders at the top whose files are read."""
KINDS: Final = {
    "campaigns/partners.yml": "partner",
    "campaigns/places.yml": "place",
    "campaigns/sources.yml": "document",
    "campaigns/printers.yml": "printer",
    "campaigns/holidays.yml": "",
    "campaigns/abbreviations.yml": "",
    "campaigns/quotations.yml": "",
    "campaigns/columns.yml": "",
}
"""The files of all plans, each with what others refer to by an id in it."""
_SINGLE: Final = ("mkdocs.yml", "assets/brand.yml", *KINDS)
_BY_STEM: Final = {posixpath.splitext(posixpath.basename(file))[0]: file for file in _SINGLE}
_COPY: Final = re.compile(r"\s*(?:\(\d+\)|[-–] (?:copy|bản sao)\b.*|\bcopy|\bbản sao)$")
"""What programs put behind the name of a copy."""
_ENDING = re.compile(
    r"(?P<stem>.+?)(?:\.md(?:\.txt|\.text|\.bak|[. ]*)?|\.markdown|\.mdx|\.mkd|\.txt)",
    re.IGNORECASE,
)
PLAN: Final = re.compile(r"campaigns/[^/]+/plan\.yml")
RELEASE: Final = re.compile(r"campaigns/[^/]+/releases/[^/]+\.yml")
EVIDENCE: Final = re.compile(r"campaigns/[^/]+/evidence/[^/]+\.yml")
FROZEN: Final = re.compile(r"campaigns/[^/]+/reports/[^/]+\.json", re.IGNORECASE)
"""A report as it was sent; only `loa report` writes and reads it."""
REPORT_FILE: Final = re.compile(r"campaigns/[^/]+/reports/[^/]+\.(?:json|docx)", re.IGNORECASE)
"""The same, and the office's own template that it was made with."""
ATTACHMENT: Final = re.compile(
    r"campaigns/[^/]+/evidence/(?:[^/]+/)*[^/]+(?<!\.yml)(?<!\.yaml)(?<!\.txt)(?<!\.md)"
    rf"|{REPORT_FILE.pattern}",
    re.IGNORECASE,
)
"""A file that evidence names, whatever is no text that somebody may have meant to be read; and
frozen reports, which are kept from change in the same way."""

_OF_PLANS = ("…/plan.yml", "…/releases/….yml", "…/evidence/….yml")
_PLAN_NAME, _RELEASES, _EVIDENCE = "plan", "releases", "evidence"
_RELEASE_NAME = re.compile(r"\d{4}-\d+-\d+")
_WORDS: Final = {  # what editors call the files in their own language
    "chu viet tat": "abbreviations", "dia diem": "places",
    "doi tac": "partners", "don vi": "partners", "don vi phoi hop": "partners",
    "ke hoach": _PLAN_NAME, "minh chung": _EVIDENCE, "ngay nghi": "holidays", "nguon": "sources",
    "nha in": "printers", "trich dan": "quotations", "viet tat": "abbreviations",
}  # fmt: skip


def is_read(path: str) -> bool:
    """Whether a file has a name that is read."""
    if folder_meant(path):
        return False
    if path.startswith("content/"):
        return path.endswith(".md")
    if kind_of(path) and path not in _SINGLE:
        return False
    if path.startswith("campaigns/"):
        return path in KINDS or any(form.fullmatch(path) for form in (PLAN, RELEASE, EVIDENCE))
    return True


def folder_meant(path: str) -> str:
    """Which folder at the top another there seems to be: «Content», «contents», «campaign»."""
    if not path.isidentifier() or path in FOLDERS:
        return ""
    return next(iter(get_close_matches(path.casefold(), FOLDERS, 1, 0.87)), "")


def kind_of(path: str) -> str:
    """Which of the files of a workspace that are named alone something is or seems to be."""
    name = posixpath.basename(path).casefold().partition(".")
    is_text = name[2] in {"yml", "yaml", "yml.txt", "txt", "yaml.txt"}
    outside = not path.startswith(("content/", "campaigns/"))
    stem = _COPY.sub("", name[0]).strip()
    return _BY_STEM.get(stem, "") if is_text and outside else ""


def stray(path: str, there: Collection[str]) -> tuple[Diagnostic, str]:
    """What is told of a file that is not read, and the path that it was meant to have, if known.

    `there` are the paths of all files, and of the folders at the top.
    """
    where = Location(path)
    if folder := folder_meant(path):
        return (FOLDER_TWICE if folder in there else FOLDER).at(where, better=folder), folder
    better = kind_of(path) or _of_lists(path) or _piece(path) or _meant(path, there)
    if better:
        return (TWICE if better in there else MISNAMED_FILE).at(where, better=better), better
    if path.startswith("content/"):
        return NOT_MARKDOWN.at(where), ""
    known = (*map(posixpath.basename, KINDS), *_OF_PLANS)
    return UNKNOWN.at(where, known=", ".join(known)), ""


def _of_lists(path: str) -> str:
    """The path of a list of `campaigns/` that lies in `content/`."""
    name = f"campaigns/{posixpath.basename(path)}"
    return name if path.startswith("content/") and name in KINDS else ""


def _piece(path: str) -> str:
    """The path of a piece whose ending is another one: «bai.md.txt», «bai.MD», «bai.markdown»."""
    found = _ENDING.fullmatch(path) if path.startswith("content/") else None
    return f"{found['stem'].rstrip(' .')}.md" if found else ""


def _meant(path: str, there: Collection[str]) -> str:
    """The path of a misnamed file; nothing where its name says nothing."""
    folder, name = posixpath.split(path)
    stem, ending = posixpath.splitext(name)
    stem, _, inner = stem.partition(".")  # «partners.yml.txt», as Windows' Notepad saves it
    stem = stem.partition(" - ")[0]  # «partners - Copy.yml», as Windows' Explorer calls a copy
    if not {f".{inner}".casefold(), ending.casefold()} & {".yml", ".yaml", ".txt", ""}:
        return ""
    plan = folder.split("/")[1] if "/" in folder else ""
    if not path.startswith("campaigns/"):
        return ""
    shared = {posixpath.basename(file).removesuffix(".yml"): file for file in KINDS}
    near = _near(stem, [*shared, _PLAN_NAME])
    if near in shared:
        return shared[near]
    if plan and (_RELEASE_NAME.fullmatch(stem) or _near(posixpath.basename(folder), [_RELEASES])):
        return f"campaigns/{plan}/{_RELEASES}/{stem}.yml"
    is_data = f".{inner}".casefold() == ".yml" or ending.casefold() in {".yml", ".yaml"}
    if plan and is_data and _near(folder.split("/")[-1], [_EVIDENCE]):
        return f"campaigns/{plan}/{_EVIDENCE}/{stem}.yml"
    file = f"campaigns/{plan}/{_PLAN_NAME}.yml"
    is_plan = near == _PLAN_NAME or (plan and file not in there)
    return file if plan and is_plan else ""


def _near(name: str, known: list[str]) -> str:
    bare = fold(name).strip()
    word = _WORDS.get(" ".join(re.split(r"[\s_-]+", bare)), bare)
    return next(iter(get_close_matches(word, known, 1, 0.75)), "")
