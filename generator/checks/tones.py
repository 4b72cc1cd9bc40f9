"""Tone marks stand in one place in the whole workspace; `loa check --fix` moves them."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
from generator.model.memory import Memory
from generator.model.workspace import Workspace
from generator.text.piece_texts import ReadText, piece_texts
from generator.vietnamese.quotation_marks import quoted_spans
from generator.vietnamese.stretches import Stretches
from generator.vietnamese.tone import Style, TonePlacement, placements

MIXED_TONES = warning(
    "tone-mixed",
    "“{word}” and “{other}” are both written in this workspace.",
    "Write “{other}”, like most of the texts; loa check --fix does it.",
)
AGAINST_CHOICE = MIXED_TONES.with_hint(
    "Write “{other}”, as mkdocs.yml says (tone:); loa check --fix does it."
)
MISPLACED_TONE = warning(
    "tone-misplaced",
    "The tone mark stands on the wrong letter: “{word}”.",
    "Write “{other}”; loa check --fix does it.",
)
_Found = tuple[ReadText, list[TonePlacement]]


def style_of(workspace: Workspace) -> Style:
    """The chosen style; else that of most words; where they are as many, the older one."""
    texts = (text for piece in workspace.pieces.values() for text in piece_texts(piece))
    return workspace.site.settings.tone or _majority(list(_all(texts, Memory())))


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every text of every piece; each word of a text once."""
    found = list(_all(subject.texts, subject.memory))
    chosen = subject.workspace.site.settings.tone
    style, rule = chosen or _majority(found), AGAINST_CHOICE if chosen else MIXED_TONES
    for text, words in found:
        told: set[str] = set()
        for word in words:
            if word.style != style and word.word not in told:
                told.add(word.word)
                where = text.at(word.start, word.end)
                other = word.correction(style).text
                yield (rule if word.style else MISPLACED_TONE).at(
                    where, word=word.word, other=other
                )


def _all(texts: Iterable[ReadText], memory: Memory) -> Iterator[_Found]:
    for text in texts:
        if words := choices(text) if text.key else _known(text, memory):
            yield text, words


def _known(text: ReadText, memory: Memory) -> list[TonePlacement]:
    """The same of a body, which is not read again where it was read before."""
    found = memory.read("tones", text.text, lambda: [astuple(each) for each in choices(text)])
    return [TonePlacement(*each) for each in found]


def choices(text: ReadText) -> list[TonePlacement]:
    """The words of a text that could be written otherwise; what is quoted stays as it was."""
    if not any(placements(text.text)):
        return []  # what is no prose is looked for only then: that takes several times as long
    found = list(placements(text.prose))
    inside = Stretches(quoted_spans(text.prose) if found else ())
    return [each for each in found if each.start not in inside]


def _majority(found: list[_Found]) -> Style:
    styles = [word.style for _, words in found for word in words]
    return "hoà" if styles.count("hoà") > styles.count("hòa") else "hòa"
