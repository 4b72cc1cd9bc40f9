"""The changes of a file that make some of its blocks others, as few as can be."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.source.edits import normal_form
from generator.text.cues import cue_line
from generator.text.splicing import leaf_changes
from generator.text.splicing.alignment import pairs
from generator.text.splicing.block_lines import Environment, among, row_line
from generator.text.splicing.body_blocks import (
    CUE,
    ITEM,
    LISTS,
    NOTE,
    QUOTE,
    ROW,
    TABLE,
    TEXT_BLOCKS,
    BodyBlock,
)
from generator.text.splicing.leaves import Page
from generator.text.splicing.line_breaks import broken_as
from generator.text.splicing.sites import BlockSite, Change, ItemSigns, sign_before
from generator.text.splicing.writing import RefusedError, normal
from generator.text.tree import Cue

if TYPE_CHECKING:
    from generator.text.splicing.block_words import Words


def environment_for(before: Page, goal: Sequence[BodyBlock]) -> Environment:
    """What words may refer to: the definitions of the file, and the notes that shall be in it."""
    found: dict[str, Any] = dict(before.environment)
    labels = dict(found.get("footnotes", {}).get("refs", {}))
    labels |= {f":{block.fact('label')}": -1 for block in goal if block.kind == NOTE}
    return found | ({"footnotes": {"refs": labels, "list": {}}} if labels else {})


class Merging:
    """Blocks that become others; `depth` is how deep only parts of them are written anew.

    `leaves` are the numbers of blocks of words with their new words; `changes` are all others.
    """

    def __init__(self, before: Page, environment: Environment, depth: int) -> None:
        """`before` is the file; `environment` what words of it shall be able to refer to."""
        self._page, self._environment, self._depth = before, environment, depth
        self.changes: list[Change] = []
        self.leaves: list[tuple[int, Words]] = []

    def body(
        self, old: Sequence[BodyBlock], span: tuple[int, int], new: Sequence[BodyBlock]
    ) -> None:
        """The blocks of the body between two borders become others."""
        first, last = span
        around = (old[first - 1] if first else None, old[last] if last < len(old) else None)
        self._siblings(BlockSite(self._page, "", around), old[first:last], new, 0)

    def text(self) -> str:
        """The file with all changes."""
        every = list(self.changes)
        for number, said in self.leaves:
            leaf = self._page.leaves[number]
            meant = normal(said, one_line=leaf.one_line)
            found = next(leaf_changes(self._page, leaf, meant), None) if meant else None
            if found is None:
                raise RefusedError(leaf.content)
            every.insert(0, found)  # what comes behind a block is put there after its words
        form = normal_form(self._page.text)
        done = self._page.text
        in_order = sorted(enumerate(every), key=lambda each: (each[1][0], each[0]))
        for _, (start, stop, text) in reversed(in_order):
            done = done[:start] + unicodedata.normalize(form, text) + done[stop:]
        return done

    def _siblings(
        self, site: BlockSite, old: Sequence[BodyBlock], new: Sequence[BodyBlock], level: int
    ) -> None:
        """Blocks that follow one another within a block become others."""
        coming: list[BodyBlock] = []
        going: list[BodyBlock] = []
        last = site.around[0]
        for i, j in pairs(old, new):
            was = old[i] if i is not None else None
            shall = new[j] if j is not None else None
            if was is not None and shall is not None and (was == shall or not shall.is_empty):
                self._move(site, last, coming, going, was)
                self._become(site.beside(old, i or 0), was, shall, level)
                last, coming, going = was, [], []
            elif was is not None:
                going.append(was)
            elif shall is not None and not shall.is_empty:
                coming.append(shall)
        self._move(site, last, coming, going, site.around[1])

    def _move(
        self,
        site: BlockSite,
        last: BodyBlock | None,
        coming: Sequence[BodyBlock],
        going: Sequence[BodyBlock],
        following: BodyBlock | None,
    ) -> None:
        """Between two blocks that stay, some come and some go."""
        if coming:
            lines = self._lines(site, coming, (last, following))
            behind = going[0] if going else following
            self.changes.append(site.before(coming[0]).insertion(lines, last, behind))
        if going:
            self.changes.append(site.deletion(going, last, following))

    def _lines(
        self,
        site: BlockSite,
        coming: Sequence[BodyBlock],
        around: tuple[BodyBlock | None, BodyBlock | None],
    ) -> list[str]:
        if site.numbering:
            return site.numbering.lines(coming, self._environment)
        if any(block.kind == ROW for block in coming):
            return [row_line(block, self._environment) for block in coming]
        taken = [sign_before(self._page, block) for block in around if block]
        return among(coming, self._environment, others=taken)

    def _become(self, site: BlockSite, old: BodyBlock, new: BodyBlock, level: int) -> None:
        changes, leaves = len(self.changes), len(self.leaves)
        is_part = level < self._depth and old.kind == new.kind
        if old == new or (is_part and self._merged(site, old, new, level)):
            if site.numbering:
                self.changes += site.numbering.new_numbers(old, new)
            return
        del self.changes[changes:], self.leaves[leaves:]
        lines = self._lines(site, [new], site.around)
        self.changes.append(site.replacement(lines, old, is_other=old.kind != new.kind))

    def _merged(self, site: BlockSite, old: BodyBlock, new: BodyBlock, level: int) -> bool:
        """Whether only a part of a block was written anew."""
        if old.kind in TEXT_BLOCKS:
            return self._words(old, new)
        if old.kind == ROW:
            return self._row(old, new)
        if old.kind == TABLE:
            return self._table(site, old, new, level)
        if old.kind in LISTS:
            return self._list(site, old, new, level)
        return self._container(site, old, new, level)

    def _container(self, site: BlockSite, old: BodyBlock, new: BodyBlock, level: int) -> bool:
        if old.kind not in {ITEM, QUOTE, CUE, NOTE} or (old.kind != CUE and not old.blocks):
            return False
        if old.facts != new.facts and not (old.kind == CUE and self._cue(site, old, new)):
            return False
        self._siblings(site.within(old), old.blocks, new.blocks, level + 1)
        return True

    def _row(self, old: BodyBlock, new: BodyBlock) -> bool:
        pairs = zip(old.blocks, new.blocks, strict=False)
        changed = [(was, shall) for was, shall in pairs if was != shall]
        return len(old.blocks) == len(new.blocks) and all(self._words(*pair) for pair in changed)

    def _words(self, old: BodyBlock, new: BodyBlock) -> bool:
        if old.facts != new.facts or old.leaf < 0 or not new.words:
            return False
        self.leaves.append((old.leaf, broken_as(self._page.leaves[old.leaf].words, new.words)))
        return True

    def _cue(self, site: BlockSite, old: BodyBlock, new: BodyBlock) -> bool:
        cue = Cue(str(new.fact("kind")), int(new.fact("seconds") or 0))
        self.changes.append(site.opening(old, cue_line(cue).lstrip(":")))
        return True

    def _list(self, site: BlockSite, old: BodyBlock, new: BodyBlock, level: int) -> bool:
        numbering = ItemSigns(self._page, site.prefix, old, new)
        if not numbering.is_known:
            return False
        inner = BlockSite(self._page, numbering.prefix, numbering=numbering)
        self._siblings(inner, old.blocks, new.blocks, level + 1)
        return True

    def _table(self, site: BlockSite, old: BodyBlock, new: BodyBlock, level: int) -> bool:
        head, shall = old.blocks[0], new.blocks[0]
        facts = [[cell.facts for cell in row.blocks] for row in (head, shall)]
        if facts[0] != facts[1]:
            return False
        if head != shall:
            self._become(site, head, shall, level + 1)
        start = head.lines[0]  # the dashes below it are none of its words
        rows = BlockSite(self._page, site.prefix, (replace(head, lines=(start, start + 2)), None))
        self._siblings(replace(rows, is_close=True), old.blocks[1:], new.blocks[1:], level + 1)
        return True
