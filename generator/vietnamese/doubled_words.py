"""Words that stand twice in a row: «của của xưởng», «khóa vòi nước khóa vòi nước».

«từ từ», «xanh xanh», «bay là là», «từng bước từng bước» are words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.word_lists import word_lists
from generator.vietnamese.word_pairs import MARKS, Pair, word_pairs

_ALONE: Final = frozenset(
    {
        *("của", "và", "là", "các", "những", "được", "trong", "với", "tại", "để", "thì", "đã"),
        *("sẽ", "bị", "nhưng", "hoặc", "theo", "trên", "cho", "mà", "nếu", "cũng", "đang", "vào"),
        *("kiệm", "nghiệp", "xuất", "tuyên", "truyền", "thiết", "nghiệm", "phẩm", "liệu", "chế"),
        *("ở", "ty", "không"),
    }
)
"""Words, and halves of words, that nobody says twice."""
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
    places: list[tuple[int, int]] = []
    done = 0
    for before, at in _repetitions(words, pairs):
        size = at - before
        if before < done or written[before : at - 1] != written[at : at + size - 1]:
            continue  # «chỗ nhạc. Đổi nhạc, đổi giọng»
        places = places or [found.span() for found in _TOKEN.finditer(prose)]
        (start, _), (_, end) = places[before], places[at + size - 1]
        first, final = prose[start : places[at - 1][1]], written[at - 1] != words[at - 1]
        if _APART.search(prose, start, end) or not _is_slip(
            words[max(0, before - 1) : at], size, is_apart=final
        ):
            continue
        done = at + size
        while words[done : done + size] == words[before:at]:  # three times and more
            done += size
        end = places[done - 1][1]
        tail = prose[places[done - 1][0] : end]
        yield TextCorrection(start, end, first.rstrip(MARKS) + tail[len(tail.rstrip(MARKS)) :])


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


def _is_slip(words: Sequence[str], size: int, *, is_apart: bool) -> bool:
    """Whether nobody says the last `size` of some words twice on purpose.

    `is_apart`: a mark stands behind them where they stand first.
    """
    said = words[-size:]
    if size == 1:
        return said[0] in _ALONE and not is_apart and words[0] != "bay"
    if any("|" in word or "\ufffc" in word for word in said):
        return False  # cells of a table, code
    spoken = {word for word in said if any(map(str.isalpha, word))}
    if len(spoken) < 2 or _COUNTS.issuperset(spoken):  # noqa: PLR2004 - two different words
        return False
    if is_apart or any(not any(map(str.isalnum, word)) for word in said):
        return size >= _SEVERAL
    return not (size == 2 and said[0] in _AGAIN)  # noqa: PLR2004
