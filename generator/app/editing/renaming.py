"""A piece gets another id, and all that hangs on the old one follows it."""

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote, unquote

from generator.app.editing.edit_kinds import Rename
from generator.app.editing.evidence_edits import follow_name
from generator.app.editing.values import is_written, planned_slots, write
from generator.app.overlay import Overlay
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.media import media
from generator.model.names import LONGEST_ID, is_reserved
from generator.model.plan import Plan
from generator.model.slips import LONG_ID, RESERVED_NAME
from generator.source.entries import KeyEntry, value_at, with_item
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import nfc

NO_ID = Rule(
    "renamed-to-no-id",
    "“{name}” cannot be an id, of which addresses and names of files are made.",
    "Small letters without diacritics, digits and hyphens can, such as: {word}",
)
ID_TAKEN = Rule(
    "renamed-to-taken",
    "“{name}” is the id of another piece: {first}.",
    "Choose another one.",
)
FILE_TAKEN = Rule(
    "renamed-onto-file",
    "The file {path} is there already.",
    "Choose another id, or move that file away.",
)
SEEN_BY_READERS = warning(
    "renamed-seen",
    "Readers have seen this piece as “{id}”: to those who follow the feeds and calendars it is a "
    "new one now.",
    "To keep it the same one for them, take it back with loa undo, and change only its address, "
    "with slug: {new}",
)
RELEASED_SO = warning(
    "renamed-released",
    "Partners were told of this piece as “{id}”: with the next release that is cancelled for them, "
    "and a new one comes in its place.",
    "To keep it the same one for them, take it back with loa undo, and change only its address, "
    "with slug: {new}",
)
_HOME = "index"
_SEEN = frozenset({"approved", "withdrawn"})


def rename(edit: Rename, overlay: Overlay, plan: Plan, now: datetime) -> list[Diagnostic]:
    """Id, former address, file; then slot, pictures and links."""
    del now
    path, new = edit.piece, edit.new
    target = place_of(path, new)
    if refused := _refused(plan, overlay, edit, target):
        return [refused]
    old = value_at(path, overlay.text(path), ("id",))
    write(overlay, path, KeyEntry(("id",), new))
    if isinstance(old, str) and old and old == slugify(old) and _is_its_own(plan, path, old):
        _keep_address(overlay, path, old, new)
        for plan_path, route in planned_slots(plan, old):
            if is_written(overlay, plan_path, route, old):
                write(overlay, plan_path, KeyEntry(route, new))
        follow_name(overlay, plan, old, new)
        for folder in _own_folders(overlay, path, old):
            _move_folder(overlay, path, folder, posixpath.join(posixpath.dirname(folder), new))
    for file, text in _linking(overlay, path, target):
        overlay.put(file, text)
    if target != path:
        overlay.move(path, target)
    told = _told(plan, path, str(old)) if old != new else None
    return [told.at(Location(target), id=str(old), new=new)] if told else []


def _told(plan: Plan, path: str, old: str) -> Rule | None:
    """What becomes of a piece for those who know it by its id: readers, or partners alone."""
    seen = plan.visible.get(old)
    if seen is not None and seen.file == path:
        return SEEN_BY_READERS
    return RELEASED_SO if is_released(plan, path, old) else None


def is_released(plan: Plan, path: str, identity: str) -> bool:
    """Whether partners were told of the piece in a file, by its id."""
    released = {slot.id for release in plan.releases for slot in release.slots}
    return identity in released and _is_its_own(plan, path, identity)


def place_of(path: str, new: str) -> str:
    """Where a piece with a new id lies: its file is called so.

    The home page stays where every page looks for it.
    """
    folder, name = posixpath.split(path)
    return path if name == f"{_HOME}.md" else posixpath.join(folder, f"{new}.md")


def _refused(plan: Plan, overlay: Overlay, edit: Rename, target: str) -> Diagnostic | None:
    where, new = Location(edit.piece), edit.new
    better = slugify(new)
    if new != better or not new:
        return NO_ID.at(where, name=new, word=better or "bai-moi")
    if len(new) > LONGEST_ID:
        return LONG_ID.at(where, value=new, most=LONGEST_ID)
    if is_reserved(new):
        return RESERVED_NAME.at(where, value=new)
    other = plan.workspace.pieces.get(new)
    if other and other.file != edit.piece:
        return ID_TAKEN.at(where, name=new, first=other.file)
    if target != edit.piece and overlay.has(target):
        return FILE_TAKEN.at(where, path=target)
    return None


def _is_its_own(plan: Plan, path: str, identity: str) -> bool:
    """Whether an id is that of no other piece: what hangs on it stays with that one."""
    known = plan.workspace.pieces.get(identity)
    return known is None or known.file == path


def _keep_address(overlay: Overlay, path: str, old: str, new: str) -> None:
    """What readers may have noted leads to the page; its own address is no former one."""
    text = overlay.text(path)
    medium, slug, status, aliases = (
        value_at(path, text, (key,)) for key in ("medium", "slug", "status", "aliases")
    )
    known = media().get(str(medium))
    if known is None or slug or status not in _SEEN:
        return
    former, own = (posixpath.join(known.section, identity) for identity in (old, new))
    listed = (aliases,) if isinstance(aliases, str) and aliases else tuple(aliases or ())
    if listed and own not in listed:
        overlay.put(path, with_item(path, text, ("aliases",), former))
    else:
        kept = tuple(alias for alias in listed if alias not in {own, former})
        write(overlay, path, KeyEntry(("aliases",), (*kept, former), ("id", "slug")))


def _own_folders(overlay: Overlay, path: str, identity: str) -> list[str]:
    """Folders of pictures that have the name of a piece, of which no other file speaks."""
    parts = [asset.path.split("/") for asset in overlay.assets()]
    inside = {tuple(p[: p.index(identity) + 1]) for p in parts if identity in p[1:-1]}
    folders = sorted("/".join(each) for each in inside)
    others = [overlay.text(f.path) for f in overlay.files() if f.path != path and not f.problem]
    return [f for f in folders if not any(f"{_below_assets(f)}/" in text for text in others)]


def _below_assets(folder: str) -> str:
    """A folder as it is named from anywhere: `../assets/…`, `assets/…`."""
    return folder.partition("/")[2]


def _move_folder(overlay: Overlay, path: str, old: str, new: str) -> None:
    inside = [asset.path for asset in overlay.assets() if asset.path.startswith(f"{old}/")]
    moved = {file: new + file.removeprefix(old) for file in inside}
    if any(map(overlay.has, moved.values())):
        return
    for file, place in moved.items():
        overlay.move(file, place)
    before, after = (f"{_below_assets(folder)}/" for folder in (old, new))
    overlay.put(path, overlay.text(path).replace(before, after))


def _linking(overlay: Overlay, old: str, new: str) -> Iterator[tuple[str, str]]:
    """Every text that leads to a file, with the links to its new place."""
    stem = posixpath.basename(old).removesuffix(".md")
    spelled = "|".join(sorted({re.escape(stem), re.escape(quote(stem))}))
    link = re.compile(rf"(?<![\w./%-])(?P<folder>(?:[\w.%-]*/)*)(?:{spelled})\.md(?![\w.-])")
    for file in list(overlay.files()):
        text = "" if file.problem else overlay.text(file.path)
        if f"{stem}.md" in text or f"{quote(stem)}.md" in text:

            def led(found: re.Match[str], path: str = file.path) -> str:
                is_it = old in _meant(path, unquote(found[0]))
                return f"{found['folder']}{posixpath.basename(new)}" if is_it else found[0]

            if (after := link.sub(led, text)) != text:
                yield file.path, after


def _meant(file: str, link: str) -> tuple[str, str]:
    """What a link means from its file, and from the folder of all files."""
    folder = posixpath.dirname(file)
    return nfc(posixpath.normpath(posixpath.join(folder, link))), nfc(posixpath.normpath(link))
