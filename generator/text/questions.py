"""The questions of a test: numbered items of a text, each with a list of what may be right."""

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from generator.text.tree import plain, tree
from generator.vietnamese.text_cache import text_cache


@dataclass(frozen=True, slots=True)
class TestQuestion:
    """A question with what it offers; `line` is 0-based in the text."""

    words: str
    offers: tuple[str, ...]
    line: int


@text_cache(64)
def questions_of(markdown: str) -> tuple[TestQuestion, ...]:
    """The questions of a text, in order."""
    lists = (node for node in tree(markdown).children if node.type == "ordered_list")
    return tuple(each for node in lists for each in _asked(node))


def _asked(node: SyntaxTreeNode) -> Iterator[TestQuestion]:
    for item in node.children:
        offers = [plain(o).strip() for b in item.children for o in b.children if _is_offer(b)]
        if offers:
            line = item.map[0] if item.map else 0
            yield TestQuestion(plain(item.children[0]).strip(), tuple(offers), line)


def _is_offer(block: SyntaxTreeNode) -> bool:
    return block.type == "bullet_list"
