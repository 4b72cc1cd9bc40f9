"""Word documents as screens tell of them: what they hold, what of it cannot come along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from gc import collect
from threading import RLock

from generator.app.word_return import WordChanges
from generator.catalogue import words
from generator.desk.acting import account
from generator.desk.uploads import Upload, plain_name
from generator.diagnostics import Diagnostic
from generator.model.artifact import digest_of
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
_MOST_KEPT = 8_000_000
"""Bytes of what was made of documents: a story with a dozen photographs has half of that."""
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


Reading = tuple[WordDraft, tuple[DocumentRemark, ...]]
"""What is made of a document, and what of it could not come along."""


def waiting() -> str:
    """In whose place documents lie of which no piece is made yet: in an office each account's own.

    Whoever knows the address of one opens none that somebody else has brought.
    """
    who = account()
    return who.key if who else ""


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
    return _READINGS.of(copy)


def _read(name: str, data: bytes) -> Reading:
    draft, found = read_word(name, data)
    return draft, tuple(dict.fromkeys(map(_remark, found)))


class DocumentReadings:
    """What was made of the last documents; none of the documents themselves is held.

    Of photographs that would fill the memory nothing is kept: such a document is read again.
    """

    def __init__(self, most: int) -> None:
        """`most` bytes are kept."""
        self._most, self._lock = most, RLock()
        self._known: dict[tuple[str, str], Reading] = {}

    def of(self, copy: WordCopy) -> Reading:
        """Made of a document now, or a while ago."""
        key = copy.name, digest_of(copy.data)
        with self._lock:
            known = self._known.pop(key, None)
            found = self._known[key] = known or _read(copy.name, copy.data)
            while self.size > self._most:
                del self._known[next(iter(self._known))]
        if known is None:
            let_go()
        return found

    @property
    def size(self) -> int:
        """Bytes of pictures, and characters, that are kept."""
        every = [draft for draft, _ in self._known.values()]
        pictures = sum(len(each.data) for draft in every for each in draft.pictures)
        return pictures + sum(len(draft.body) for draft in every)


def let_go() -> None:
    """What readers of Word leave behind names itself, and holds all bytes of the document.

    Python looks for such things seldom where much is known: meanwhile they would heap up.
    """
    collect()


_READINGS = DocumentReadings(_MOST_KEPT)


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
