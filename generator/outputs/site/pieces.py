"""The page of each visible piece."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import quote

from generator.catalogue import translate, words
from generator.media import media
from generator.model import addresses
from generator.model.article import Article
from generator.model.artifact import Artifact, digest_of
from generator.model.layout_cache import KIND, body_of, page_later, row_of
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.segment import Segment
from generator.outputs.site import jsonld
from generator.outputs.site.artworks import artwork_meta
from generator.outputs.site.assessment_form import assessment_files, assessment_form
from generator.outputs.site.calculator_form import calculator_files, calculator_form
from generator.outputs.site.diagrams import diagram
from generator.outputs.site.facts import facts
from generator.outputs.site.home import home
from generator.outputs.site.images import fallback, widths
from generator.outputs.site.industries import industry_doors
from generator.outputs.site.last_change import last_change
from generator.outputs.site.navigation import LANGUAGES, starts
from generator.outputs.site.next_day import way_to_next_day
from generator.outputs.site.office_files import office_links
from generator.outputs.site.page import Link, body, crumbs, link, page
from generator.outputs.site.piece_drawings import drawing_meta
from generator.outputs.site.placements import placements
from generator.outputs.site.reading_aloud import aloud
from generator.outputs.site.recording_files import player
from generator.outputs.site.related_pieces import labels_of, related_pieces
from generator.outputs.site.scripts import script_links
from generator.outputs.site.share_pictures import piece_share_meta
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.social import shared_by
from generator.outputs.site.sources import source_list
from generator.outputs.site.staging import Text, page_text
from generator.outputs.site.tips import OWN, tip_cards
from generator.vietnamese.dates import format_date

_BODY = "body"


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """A page for each visible piece, in the order of the section's listing."""
    faces = shelf.context.faces and digest_of(shelf.context.faces, repr(shelf.rates))
    for pieces in shelf.by_medium.values():
        for piece in pieces:
            yield _as_before(shelf, piece, faces) if faces else page_of(shelf, piece)


def _as_before(shelf: Shelf, piece: Piece, faces: str) -> Artifact:
    """The page as it was laid out with this text, if its pictures still have their sizes."""
    is_recorded = isinstance(piece, Segment) and bool(piece.audio)
    if is_recorded or _path(piece) == addresses.HOME:  # they show more
        return page_of(shelf, piece)
    store, assets = shelf.context.memory.store, shelf.workspace.assets
    key = digest_of(faces, piece.id, piece.body.text)
    row, sizes = json.loads(store.get(KIND, key) or "[[],{}]")
    if not row or any(shelf.show(assets.get(name)) != tuple(it) for name, it in sizes.items()):
        mine = replace(shelf, page_pictures=set())
        made = page_of(mine, piece)
        shelf.page_pictures.update(mine.page_pictures)
        measured = {name: shelf.sizes[name] for name in sorted(mine.page_pictures)}
        row = row_of(made)
        store.put(KIND, key, json.dumps([row, measured], ensure_ascii=False))
        store.put(_BODY, key, body_of(made))
    return page_later(row, partial(_kept, shelf, piece, key))


def _kept(shelf: Shelf, piece: Piece, key: str) -> str:
    """The body of a page that was made: it is kept in the store, not in memory."""
    known = shelf.context.memory.store.get(_BODY, key)
    return body_of(page_of(shelf, piece)) if known is None else known


def _path(piece: Piece) -> str:
    return addresses.page(media()[piece.medium], piece)


def page_of(shelf: Shelf, piece: Piece) -> Artifact:
    """The page of one piece alone, for who waits for it."""
    path = _path(piece)
    return (_home if path == addresses.HOME else _page)(shelf, piece, path)


def _page(shelf: Shelf, piece: Piece, path: str) -> Artifact:
    medium, text = media()[piece.medium], page_text(shelf, piece)
    shown: Mapping[str, object] = {
        **_common(shelf, piece),
        "contents": [{"title": title, "url": f"#{anchor}"} for title, anchor in text.sections],
        "kicker": _kicker(shelf, medium, piece),
        "facts": facts(shelf, piece),
        "breadcrumbs": crumbs(*_section(shelf, medium, piece), {"title": piece.title}),
        "previous": _neighbour(shelf, medium, piece, -1),
        "next": _neighbour(shelf, medium, piece, 1),
        "labels": labels_of(shelf, piece),
        "related": related_pieces(shelf, piece),
        "downloads": [*script_links(medium, piece), *office_links(medium, piece)],
        **way_to_next_day(shelf, piece),
        **_picture(shelf, piece),
        **artwork_meta(shelf, medium, piece),
        **player(shelf.context, piece),
        **_with_files(aloud(shelf, piece), calculator_files(piece), assessment_files(piece)),
        **(piece_share_meta(shelf, piece) or shared_by(medium)),
    }
    data = jsonld.script_texts(jsonld.work(shelf.plan, piece, shown))
    return page(path, medium.page, piece.title, _body(shelf, piece, text), **shown, data=data)


def _with_files(*parts: Mapping[str, Any]) -> Mapping[str, Any]:
    """What several parts of a page add to it: of style sheets and scripts those of all."""
    whole = {
        key: [name for each in parts for name in each.get(key, ())] for key in ("styles", "scripts")
    }
    return {key: value for each in parts for key, value in each.items()} | whole


def _home(shelf: Shelf, piece: Piece, path: str) -> Artifact:
    text = _body(shelf, piece, page_text(shelf, piece))
    plan, own = shelf.plan, home(shelf, piece) if isinstance(piece, Article) else ""
    shown = {
        **_common(shelf, piece),
        "question": getattr(piece, "question", "") or words("What do you make?"),
        "industries": industry_doors(shelf, path),
        "doors": _doors(shelf, piece),
        "revised": last_change(plan, plan.visible.values()),
        **calculator_files(piece),
        "data": jsonld.script_texts(jsonld.website(plan)),
    }
    if not shown["industries"]:
        del shown["question"]
    return page(path, "home.html", piece.title, f"{own}\n\n{text}", **shown)


def _common(shelf: Shelf, piece: Piece) -> dict[str, object]:
    return {
        "lang": piece.lang if piece.lang != "vi" else "",
        "description": piece.summary,
        "lead": getattr(piece, "standfirst", "") or piece.summary,
        "revised": last_change(shelf.plan, [piece]),
        "corrections": corrections(shelf, piece),
    }


def _body(shelf: Shelf, piece: Piece, text: Text) -> str:
    path = shelf.context.links.pages[piece.id]
    return body(
        "piece.html",
        words=lambda message: translate(message, piece.lang),
        diagram=diagram(piece, text.sections, path),
        calculator=calculator_form(piece) if path != addresses.HOME else "",
        assessment=assessment_form(piece, shelf.context.links),
        tips=_tips(shelf, piece, path),
        own=OWN,
        text=text.html,
        places=placements(shelf, piece),
        sources=_sources(shelf, piece) if path != addresses.HOME else [],
    )


def _sources(shelf: Shelf, piece: Piece) -> list[Mapping[str, str]]:
    return source_list(shelf.workspace, piece.sources, piece.lang)


def _tips(shelf: Shelf, piece: Piece, path: str) -> str:
    """All that an article tells to do; of an industry it stands on the page of that."""
    if not isinstance(piece, Article) or piece.industry or path == addresses.HOME:
        return ""
    return tip_cards(shelf, [piece], path)


def _section(shelf: Shelf, medium: Medium, piece: Piece) -> list[Link]:
    """What stands above it: of another language the page with which its readers begin."""
    start = starts(shelf.plan).get(piece.lang) if piece.lang in LANGUAGES else None
    if start is not None:
        return [] if start is piece else [link(LANGUAGES[piece.lang], _path(start))]
    if not medium.section:
        return [link(words("Handbook"), addresses.GUIDE)]
    return [link(words(medium.plural), addresses.section(medium))]


def _neighbour(shelf: Shelf, medium: Medium, piece: Piece, step: int) -> Link | None:
    """The piece before or after it in its listing; the home page is beside nothing."""
    mine = shelf.by_medium[medium.name]
    at = shelf.places[piece.id] + step
    if not 0 <= at < len(mine) or mine[at].lang != piece.lang:
        return None
    path = addresses.page(medium, mine[at])
    return None if path == addresses.HOME else link(mine[at].title, path)


def _kicker(shelf: Shelf, medium: Medium, piece: Piece) -> str:
    entry = shelf.entries.get(piece.id)
    if entry is None:
        return piece.industry
    quarter = entry.slot.quarter
    return f"{words(medium.plural)} · Quý {quarter}" if quarter else words(medium.plural)


def corrections(shelf: Shelf, piece: Piece) -> list[dict[str, str]]:
    """The corrections that are due, the newest first."""
    shown = [c for c in piece.corrections if c.on <= shelf.plan.as_of.date()]
    return [
        {"date": c.on.isoformat(), "day": format_date(c.on), "text": c.text}
        for c in sorted(shown, key=lambda c: c.on, reverse=True)
    ]


def _doors(shelf: Shelf, piece: Piece) -> list[Link]:
    found = []
    for door in piece.doors if isinstance(piece, Article) else ():
        target = shelf.context.links.resolve(piece.file, door.to)
        if target.kind in {"piece", "page"}:
            found.append(link(door.title, target.path, kind=door.kind, text=door.text))
    return found


def _picture(shelf: Shelf, piece: Piece) -> Mapping[str, object]:
    if piece.picture is None:
        return drawing_meta(shelf, piece)
    asset = shelf.workspace.assets.get(piece.picture.file)
    size = shelf.show(asset)
    if asset is None or size is None:
        return {}
    width, height = fallback(*size)
    rights = piece.rights_of(piece.picture.file)
    return {
        "picture": {
            "url": quote(addresses.picture(asset.path)),
            "sources": [_source(asset.path, wanted) for wanted in widths(asset.path, size[0])],
            "alt": piece.picture.alt,
            "width": width,
            "height": height,
            "caption": piece.picture.caption,
            "credit": piece.picture.credit or (rights.credit if rights else ""),
        }
    }


def _source(name: str, width: int) -> dict[str, object]:
    return {"url": quote(addresses.scaled_picture(addresses.picture(name), width)), "width": width}
