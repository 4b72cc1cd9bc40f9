"""Words that stand twice in a row: «của của xưởng», «khóa vòi nước khóa vòi nước».

«từ từ», «xanh xanh», «bay là là», «từng bước từng bước» are words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.doubled_halves import is_half_twice
from generator.vietnamese.word_lists import word_lists
from generator.vietnamese.word_pairs import FORMAT, MARKS, Pair, word_pairs

_LONGEST: Final = 80  # words of a phrase or sentence
_SEVERAL: Final = 6  # words that nobody repeats behind a comma or a full stop for their effect
_AGAIN: Final = frozenset({"từng", "một", "mỗi", "rất", "càng", "vừa", "lại", "nào", "bao"})
"""What begins two words that are said twice on purpose: «từng chút từng chút»."""
_COUNTS: Final = frozenset(word_lists(__package__)["number_words"])
_APART: Final = re.compile(r"\n[ \t]*\n|\n#")  # a paragraph or a heading of its own
_TOKEN: Final = re.compile(r"\S+")


def doubled_words(prose: str) -> Iterator[TextCorrection]:
    """One or more words that stand there again at once, each with the words as they stand once."""
    written, words, pairs, _ = word_pairs(prose)
    tokens = (
        [token.strip(FORMAT) for token in written]
        if any(map(prose.__contains__, FORMAT))
        else written
    )
    places: list[tuple[int, int]] = []
    done = 0
    for before, at in _repetitions(words, pairs):
        size = at - before
        if before < done or tokens[before : at - 1] != tokens[at : at + size - 1]:
            continue  # «chỗ nhạc. Đổi nhạc, đổi giọng»
        places = places or [found.span() for found in _TOKEN.finditer(prose)]
        (start, _), (_, end) = places[before], places[at + size - 1]
        apart = not (tokens[at - 1].endswith(words[at - 1]) and tokens[at].startswith(words[at]))
        if _APART.search(prose, start, end):
            continue
        if size == 1:
            is_named = prose[start].islower() and prose[places[at][0]].isupper()
            if apart or is_named or not is_half_twice(written, words, at):
                continue
        elif not _is_slip(
            tokens[before:at],
            words[before:at],
            is_apart=apart,
            is_whole=_is_whole(prose, start, end),
        ):
            continue
        done = at + size
        while words[done : done + size] == words[before:at]:  # three times and more
            done += size
        first, again = (
            prose[start : places[at - 1][1]],
            prose[places[done - size][0] : places[done - 1][1]],
        )
        yield TextCorrection(start, places[done - 1][1], _once(first, again))


def _once(first: str, again: str) -> str:
    """Words as they are written first, with the marks behind them where they stand again."""
    if again[0] in FORMAT and first[0] not in FORMAT:
        at = len(again) - len(again.lstrip(FORMAT))
        return again[:at] + first[0] + again[at + 1 :]
    bare = first.rstrip(MARKS)
    marks = again[len(again.rstrip(MARKS)) :]
    if first[0] in FORMAT:
        closing = "".join(char for char in first[len(bare) :] if char in FORMAT)
        return bare + closing + (marks.strip(FORMAT) if closing else marks)
    return bare + marks


def _repetitions(words: Sequence[str], pairs: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """Where words stand, and where the same ones stand again right behind them."""
    last: dict[Pair, int] = {}
    for at, pair in enumerate(pairs):
        size = at - last.get(pair, -_LONGEST - 1)
        last[pair] = at
        if pair[0] == pair[1]:
            yield at, at + 1
        elif 1 < size <= _LONGEST and words[at - size : at] == words[at : at + size]:
            yield at - size, at


def _is_slip(tokens: Sequence[str], said: Sequence[str], *, is_apart: bool, is_whole: bool) -> bool:
    """Whether nobody says several words twice on purpose.

    `is_apart`: a mark stands behind them where they stand first; `is_whole`: no clause goes on
    around both.
    """
    if any("|" in token or "\ufffc" in token for token in tokens):
        return False  # cells of a table, code
    spoken = {word for word in said if any(map(str.isalpha, word))}
    if len(spoken) < 2 or _COUNTS.issuperset(spoken):  # noqa: PLR2004 - two different words
        return False
    if is_apart or any(map(_has_mark, tokens[:-1])):
        return is_whole and len(said) >= _SEVERAL  # «đất, thuê đất, thuê lại đất» is a list
    return not (len(said) == 2 and said[0] in _AGAIN)  # noqa: PLR2004


def _is_whole(prose: str, start: int, end: int) -> bool:
    """Whether a line or a clause begins and ends there."""
    around = prose[:start].rstrip(" ")[-1:], prose[end - 1 : end], prose[end : end + 1]
    return not (around[0].isalnum() or (around[1].isalnum() and around[2] not in {"", "\n"}))


def _has_mark(token: str) -> bool:
    return not token[-1:].isalnum()
