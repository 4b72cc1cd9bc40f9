"""Word documents as screens tell of them: what they hold, what of it cannot come along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from generator.app.word_return import WordChanges
from generator.catalogue import words
from generator.desk.uploads import Upload, plain_name
from generator.diagnostics import Diagnostic
from generator.model.word_copy import WordCopy, WordWay
from generator.source.signatures import form_of
from generator.text.copy import body_length
from generator.text.imported import WordDraft, read_word
from generator.vietnamese.numbers import format_number

MOST_BYTES = 100_000_000
"""Bytes of a document; a story with fifty photographs has less."""
TOO_LARGE, NO_WORD, SEVERAL = 413, 415, 422
"""HTTP: too large, of another kind, more than one."""
_MEGA = 1_000_000
_CONTAINERS = frozenset({"ZIP", ""})
"""What the first bytes of a document may be: the reader says what is wrong with others."""


@dataclass(frozen=True, slots=True)
class DocumentRemark:
    """Something of a document that could not come along, or must be looked at.

    `place` is where, in words; `count` how many there are that say the same.
    """

    place: str
    message: str
    advice: str


def document_of(
    upload: Upload, way: WordWay, now: datetime
) -> WordCopy | tuple[int, Sequence[str]]:
    """The one document that was sent; or a status of HTTP, and why there is none."""
    if upload.refusal:
        return upload.status, [upload.refusal]
    if len(upload.files) != 1:
        upload.close()
        told = "Bring one document at a time." if upload.files else "No file came with it."
        return SEVERAL, [words(told)]
    file = upload.files[0]
    name, data = plain_name(file.filename), file.file.read(MOST_BYTES + 1)
    upload.close()
    if len(data) > MOST_BYTES:
        told = words("“{name}” is too large to be a story: it has more than {most} MB.")
        return TOO_LARGE, [told.format(name=name, most=MOST_BYTES // _MEGA)]
    if form_of(data) not in _CONTAINERS or not data:
        told = words("“{name}” is no Word document (.docx).")
        return NO_WORD, [told.format(name=name)]
    return WordCopy(way, name, data, now)


def remarks_of(copy: WordCopy) -> tuple[WordDraft, tuple[DocumentRemark, ...]]:
    """What is made of a document, and what of it could not come along; read once.

    Raises:
        NotImportedError: it cannot be read rightly.
    """
    draft, found = _read(copy.name, copy.data)
    return draft, tuple(dict.fromkeys(map(_remark, found)))


@lru_cache(6)  # a document with its pictures has megabytes
def _read(name: str, data: bytes) -> tuple[WordDraft, tuple[Diagnostic, ...]]:
    draft, found = read_word(name, data)
    return draft, tuple(found)


def origin_of(copies: Sequence[WordCopy], came: WordCopy) -> WordCopy | None:
    """The document that went out of which one that came back was made: most of it is the same.

    Of those that have as much in common it is the last.
    """
    lines = set(remarks_of(came)[0].body.splitlines())

    def common(each: WordCopy) -> tuple[int, datetime]:
        return len(lines.intersection(remarks_of(each)[0].body.splitlines())), each.when

    gave = [each for each in copies if each.way == "gave"]
    return max(gave, key=common, default=None)


def summary_of(draft: WordDraft) -> str:
    """How much a document holds: «1.840 chữ, 12 hình»."""
    length = format_number(body_length(draft.body).words)
    told = words("{count} words").format(count=length)
    if not draft.pictures:
        return told
    pictures = words("{count} pictures").format(count=len(draft.pictures))
    return f"{told}, {pictures}"


def label_remarks(changes: WordChanges) -> list[DocumentRemark]:
    """What was done in Word to labels of cues; on the page they are changed in their box."""
    told = words("The cue “{before}” is called “{after}” in Word: that is not taken.")
    gone = words("The label of the cue “{before}” is gone in Word: that is not taken.")
    advice = words("If it is to be so, change the cue itself on the page of the piece.")
    return [
        DocumentRemark("", (told if after else gone).format(before=before, after=after), advice)
        for before, after in changes.labels
    ]


def _remark(found: Diagnostic) -> DocumentRemark:
    place = words("paragraph {number}").format(number=found.where.line) if found.where.line else ""
    return DocumentRemark(place, found.message("vi"), found.hint("vi"))
