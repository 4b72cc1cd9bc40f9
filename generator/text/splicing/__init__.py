"""One block of words written anew within its file: only its lines change, all else stays as saved.

The smallest part that differs is found, written in several spellings, and the whole file is read
again: the first spelling that reads exactly as it was meant is taken, else the edit is refused.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.source.edits import normal_form
from generator.text.splicing.block_words import CODE, Unit, Words, words
from generator.text.splicing.leaves import Leaf, Page, page
from generator.text.splicing.writing import RefusedError, guard, heading_words, normal, spellings

Change = tuple[int, int, str]


def leaves(text: str) -> Sequence[Leaf]:
    """The blocks of words of a file as saved, in order; of no file that cannot be read."""
    return page(text).leaves


def splice(text: str, number: int, new: Words) -> str:
    """The text of a file with other words in the leaf of this number.

    Raises:
        RefusedError: no spelling of them would be read as them, or a block would lose all words.
    """
    before = page(text)
    leaf = before.leaves[number]
    meant = normal(new, one_line=leaf.one_line)
    if meant == leaf.words:
        return text
    if not meant:
        raise RefusedError(leaf.kind)
    wanted = before.shape({number: meant})
    form = normal_form(text)
    for start, stop, written in leaf_changes(before, leaf, meant):
        done = text[:start] + unicodedata.normalize(form, written) + text[stop:]
        if page(done).shape() == wanted:
            return done
    raise RefusedError(leaf.content)


def leaf_changes(before: Page, leaf: Leaf, goal: Words) -> Iterator[Change]:
    """The smallest part of a leaf, then to its end, then all of it, in every spelling.

    Each would be read as meant where the leaf stands alone.
    """
    head, tail = _differing(leaf.words, goal)
    if place := _within_marks(leaf.words, goal, head, tail):
        said = tuple(replace(unit, marks=frozenset()) for unit in goal[head : len(goal) - tail])
        for way in spellings(said):
            begin, end = place
            if words(leaf.content[:begin] + way + leaf.content[end:], before.environment) == goal:
                yield leaf.places[begin], leaf.places[end], _laid(before, leaf, way)
    head, tail = _free(leaf.words, goal, head, tail)
    for first, last in dict.fromkeys([(head, tail), (head, 0), (0, 0)]):
        begin, end = _cut(leaf, first), _cut(leaf, len(leaf.words) - last)
        for spelled in spellings(goal[first : len(goal) - last]):
            way = heading_words(spelled) if leaf.kind == "heading" and not last else spelled
            if _begins_line(before, leaf):
                at_start = not begin or leaf.content[begin - 1] == "\n"
                lines = way.split("\n")
                lead = [guard(line) if n or at_start else line for n, line in enumerate(lines)]
                way = "\n".join(lead)
            whole = leaf.content[:begin] + way + leaf.content[end:]
            if words(whole.strip(), before.environment) == goal:
                apart = leaf.kind == "cell" and not last and way.endswith("\\")  # else of the bar
                laid = _laid(before, leaf, way) + " " * apart
                yield leaf.places[begin], leaf.places[end], laid


def _begins_line(before: Page, leaf: Leaf) -> bool:
    """Whether nothing stands before its words that says what they are: no sign, no bar."""
    lead = before.text[before.starts[leaf.lines[0]] : leaf.places[0]]
    return not leaf.one_line or (leaf.kind == "cell" and "|" not in lead)


def _differing(old: Words, new: Words) -> tuple[int, int]:
    """How many units are the same at the beginning and at the end.

    A letter that is written by its number for what stood beside it is written anew.
    """
    least = min(len(old), len(new))
    head = next((n for n in range(least) if old[n] != new[n]), least)
    tail = next((n for n in range(least - head) if old[-1 - n] != new[-1 - n]), least - head)
    return head - (head > 0 and _is_number(old[head - 1])), tail - (
        tail > 0 and _is_number(old[-tail])
    )


def _is_number(unit: Unit) -> bool:
    return isinstance(unit.what, str) and unit.what.isalnum() and unit.end - unit.start > 1


def _within_marks(old: Words, new: Words, head: int, tail: int) -> tuple[int, int] | None:
    """Where in a content words change that all have the same marks; None where they do not."""
    going, coming = old[head : len(old) - tail], new[head : len(new) - tail]
    marks = {unit.marks for unit in (*going, *coming)}
    if len(marks) != 1 or not (mine := marks.pop()) or CODE in mine:
        return None
    if going:
        return going[0].start, going[-1].end
    if head and old[head - 1].marks == mine:
        return old[head - 1].end, old[head - 1].end
    return (old[-tail].start, old[-tail].start) if tail and old[-tail].marks == mine else None


def _free(old: Words, new: Words, head: int, tail: int) -> tuple[int, int]:
    """The same numbers, or less: no mark goes over the borders."""
    while not (_is_free(old, head) and _is_free(new, head)):
        head -= 1
    while not (_is_free(old, len(old) - tail) and _is_free(new, len(new) - tail)):
        tail -= 1
    return head, tail


def _is_free(units: Words, at: int) -> bool:
    """Whether a place has no mark on both sides."""
    return at in {0, len(units)} or not (units[at - 1].marks and units[at].marks)


def _cut(leaf: Leaf, at: int) -> int:
    """The place in the content of the border before a unit."""
    if at in {0, len(leaf.words)}:
        return 0 if not at else len(leaf.content)
    return leaf.words[at].start if leaf.words[at - 1].marks else leaf.words[at - 1].end


def _laid(before: Page, leaf: Leaf, way: str) -> str:
    """What is written, with the indentation of its lines, or with the bars of its cell escaped."""
    if leaf.kind == "cell":
        return re.sub(r"\|", r"\\|", way)
    return way.replace("\n", before.line_end + _indent(before, leaf))


def _indent(before: Page, leaf: Leaf) -> str:
    """What stands before a further line of a leaf."""
    first = leaf.lines[0]
    if "\n" in leaf.content:
        start = leaf.places[leaf.content.index("\n") + 1]
        return before.text[before.starts[first + 1] : start]
    return re.sub(r"[^>\t]", " ", before.text[before.starts[first] : leaf.places[0]])
