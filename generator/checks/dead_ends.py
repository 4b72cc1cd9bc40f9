"""What a text points at is with it, and it speaks to those whom it reaches.

An annex, a table, a comment below, what only readers see; and the greetings, buttons and slides of
the medium for which the text was written first.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.medium import Reach
from generator.text.piece_texts import ReadText
from generator.text.pointers import LAWS, Kind, pointers
from generator.text.voices import HERE, voices

ANNEX = warning(
    "points-at-nothing",
    "“{text}” points at what is not with this text.",
    "It came with a letter or a paper. Say here what it says, or make it a link to where it is.",
)
POST = ANNEX.with_hint(
    "A post has comments and buttons below, and nothing of ours has. Say whom to ask, and where: a "
    "telephone, an address; leave the rest out."
)
MISSING_TABLE = ANNEX.with_hint("Put the table or the picture here, or say in words what it shows.")
MISSING_PART = ANNEX.with_hint("Name the heading by its words, and make them a link to it.")
LAW = ANNEX.with_hint(
    "A law says so of itself. Name it, with its number: khoản 2 Điều 8 của Luật …; or say in words "
    "what it asks for."
)
STUDY = ANNEX.with_hint(
    "A thesis says so, of itself or of its list of books. Name in a sentence who found it out, and "
    "where; the work itself belongs to the sources."
)
LISTENER = ANNEX.with_hint(
    "Who listens sees nothing, and is no reader. Say in words what is to be seen there, and an "
    "address as it is spoken."
)
CLICK = ANNEX.with_hint(
    "On paper, on the wall and on the air nobody can click. Say in words what is there, and write "
    "out the address or the telephone number."
)
LINK_ALONE = ANNEX.with_hint(
    "On paper, on the wall and on the air nobody can click, and the address is not seen. Say in "
    "words what is there, and write out the address: {address}"
)
FILM = ANNEX.with_hint(
    "No film is shown here. Say in words what it shows, and where it can be seen."
)
TO_LISTENERS = warning(
    "said-to-others",
    "“{text}” is said to others than this piece reaches.",
    "It is said to who listens to the radio. Address those who see or read this, or leave it out.",
)
TO_VIEWERS = TO_LISTENERS.with_hint(
    "It is said to who watches television. Address those who hear or read this, or leave it out."
)
ALOUD = TO_LISTENERS.with_hint(
    "An announcer says so. Tell it as one writes: who said what, without greeting and farewell."
)
TO_READERS = TO_LISTENERS.with_hint(
    "It is said to who reads. Who listens or watches is quý vị; what is told is a programme."
)
IN_A_HALL = TO_LISTENERS.with_hint(
    "It is said to who sits in a hall. Tell what was said there, and by whom; leave greetings, "
    "wishes and slides out."
)
_OF: Final[Mapping[Kind, Rule]] = {
    "annex": ANNEX,
    "post": POST,
    "shown": MISSING_TABLE,
    "part": MISSING_PART,
    "heard": LISTENER,
    "law": LAW,
    "study": STUDY,
}
_VOICES: Final[Mapping[str, Rule]] = {
    "listeners": TO_LISTENERS,
    "viewers": TO_VIEWERS,
    "aloud": ALOUD,
    "shown": LISTENER,
    "readers": TO_READERS,
    "clicks": CLICK,
    "films": FILM,
    "hall": IN_A_HALL,
}


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that a piece says itself, in Vietnamese."""
    if not (text.is_main and text.is_vietnamese and text.medium):
        return
    told = sorted(_every(text, text.medium.reach), key=lambda each: each[:2])
    last = 0
    for start, end, rule, details in told:
        if start >= last:
            said = text.text[start:end]
            yield rule.at(text.at(start, end), text=said, **details)
        last = max(last, end)


def _every(
    text: ReadText, reach: frozenset[Reach]
) -> Iterator[tuple[int, int, Rule, Mapping[str, str]]]:
    """What is told, and where: of two that lie over each other, the first is one mistake."""
    is_heard = text.is_script and "air" in reach
    seen = bool(text.key or text.is_script)
    for kind, start, end in pointers(text.text, text.prose, is_heard=is_heard, has_pictures=seen):
        is_elsewhere = (kind == "shown" and _is_at_the_top(text, text.text[start:end])) or (
            kind == "law" and _names_a_law_elsewhere(text)
        )
        if not is_elsewhere:
            yield start, end, _OF[kind], {}
    if text.key and "page" not in reach:
        return  # what stands beside a script is read
    for name, start, end in voices(text.prose, reach):
        yield start, end, _VOICES[name], {}
    for found in HERE.finditer(text.text) if "web" not in reach else ():
        is_outside = "://" in (found["address"] or "")
        rule = LINK_ALONE if is_outside else CLICK
        yield *found.span("said"), rule, {"address": found["address"]} if is_outside else {}


def _names_a_law_elsewhere(text: ReadText) -> bool:
    """Whether the title names the law of which the text speaks, or the body beside a summary."""
    near = [text.piece.title if text.piece else "", text.body.text if text.key else ""]
    return any(map(LAWS.search, near))


def _is_at_the_top(text: ReadText, said: str) -> bool:
    """Whether it is the picture with which a piece begins."""
    has_picture = text.piece is not None and text.piece.picture is not None
    return has_picture and any(map(said.casefold().__contains__, ("hình", "ảnh")))
