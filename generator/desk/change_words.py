"""What a change did to a piece, in words."""

from collections.abc import Iterator
from functools import lru_cache

from generator.catalogue import words
from generator.desk.field_views import key_names
from generator.desk.text_comparison import compare
from generator.media import media
from generator.model.draft import Draft, plain_text
from generator.model.plan import Plan
from generator.model.revision import Changeset, Revision
from generator.planning.source_names import SourceNames
from generator.source.edits import NotEditableError
from generator.source.entries import Value, values_at

CHOICES = frozenset({"status", "basis", "medium"})
"""Keys whose values are words of a few that the program knows."""
_EVIDENCE = "/evidence/"
"""A record of what was done is no text in which places change."""
_MOST = 3
_SHORT = 40  # characters


def change_words(changeset: Changeset, plan: Plan) -> str:
    """«Khẩu hiệu: “Tắt đèn”; 2 chỗ trong bài»; nothing of what began or ended a file."""
    revision = next(iter(changeset.revisions), None)
    entries, count = _changes(revision) if revision else ((), 0)
    parts = [_entry(name, value, plan) for name, value in entries]
    parts += [words("{count} places of the text").format(count=count)] if count else []
    more = ["…"] if len(parts) > _MOST else []
    return "; ".join([*parts[:_MOST], *more])


def chosen_words(value: str) -> str:
    """A value of a few that the program knows, as people say it."""
    known = media().get(value)
    return words(known.singular if known else value)


@lru_cache(1000)
def _changes(revision: Revision) -> tuple[tuple[tuple[str, Value], ...], int]:
    """The entries that are others now, by name; and how many places of the text."""
    before, after = revision.before, revision.after
    if before is None or after is None or _EVIDENCE in revision.path:
        return (), 0
    old, new = (plain_text(each.decode("utf-8", "replace")) for each in (before, after))
    return tuple(_entries(revision.path, old, new)), _places(_body(old), _body(new))


def _entries(path: str, old: str, new: str) -> Iterator[tuple[str, Value]]:
    names = key_names(Draft(path, None, new))
    try:
        was, now = values_at(path, old), values_at(path, new)
    except NotEditableError:
        return
    for key, name in {**names.fields, **names.others}.items():
        if was.get(key) != now.get(key) and name:
            value = now.get(key)
            yield (
                name,
                chosen_words(value) if key in CHOICES and isinstance(value, str) else value,
            )


def _entry(name: str, value: Value, plan: Plan) -> str:
    if not value:
        return words("{name} taken away").format(name=name)
    source = SourceNames(plan.workspace.documents).words
    each = [value] if isinstance(value, str) else value
    return f"{name}: “{_short(', '.join(map(source, each)))}”"


def _places(old: str, new: str) -> int:
    differ = [not row.count and not row.is_same for row in compare(old, new)]
    return sum(now and not before for before, now in zip([False, *differ], differ, strict=False))


def _body(text: str) -> str:
    parts = text.split("\n---\n", 1)
    return parts[1] if text.startswith("---\n") and len(parts) > 1 else text


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rpartition(' ')[0] or line[:_SHORT]} …"
