"""What is copied from a PDF, each line a paragraph of its own in Word: made whole."""

from dataclasses import replace
from itertools import chain, pairwise

from generator.diagnostics import Diagnostic, warning
from generator.text.imported.blocks import Block
from generator.text.torn_sentences import goes_on

LINES_JOINED = warning(
    "word-lines-joined",
    "Lines that broke off within a sentence are joined with the next ones, {count} in all, from: "
    "“{text}”.",
    "Look whether each paragraph begins and ends where it should.",
)
_BREAK = "\\\n"
_SEVERAL = 2  # one alone may be meant
_SHOWN = 60  # characters of what is quoted


def whole_paragraphs(blocks: list[Block]) -> tuple[list[Block], list[Diagnostic]]:
    """The blocks, with lines joined that break off, if several do; and what is told of it."""
    made: list[Block] = []
    torn: list[Block] = []
    for lined in blocks:
        block, count = _without_breaks(lined)
        torn += [block] * count
        above = next((each for each in reversed(made) if not _is_empty(each)), None)
        if above and _is_prose(above) and _is_prose(block) and goes_on(_last(above), block.text):
            torn.append(block)
            del made[made.index(above) :]
            words, text = f"{above.words} {block.words}", f"{above.text} {block.text}"
            block = replace(above, words=words, text=text)
        made.append(block)
    if len(torn) < _SEVERAL:
        return blocks, []
    told = LINES_JOINED.at(torn[0].where, count=len(torn), text=torn[0].words[:_SHOWN])
    return made, [told]


def _without_breaks(block: Block) -> tuple[Block, int]:
    """A block whose lines are joined where they break off, and how many those are."""
    if not _is_prose(block):
        return block, 0
    lines = block.text.split(_BREAK)
    torn = [goes_on(*pair) for pair in pairwise(lines)]
    ends = (" " if is_torn else _BREAK for is_torn in torn)
    text = "".join((lines[0], *chain(*zip(ends, lines[1:], strict=True))))
    return replace(block, text=text), sum(torn)


def _last(block: Block) -> str:
    return block.text.rpartition(_BREAK)[2]


def _is_empty(block: Block) -> bool:
    return block.part == "body" and not block.text


def _is_prose(block: Block) -> bool:
    return block.part == "body" and block.item is None and not block.is_guess
