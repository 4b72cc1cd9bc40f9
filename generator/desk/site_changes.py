"""What a build would change for readers, what waits for its moment, and what was published when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.catalogue import words
from generator.desk.piece_list import piece_day
from generator.desk.piece_views import about, handle_of, sign, state
from generator.desk.title_words import title_of
from generator.model.edition import Edition
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.planning.visibility import start_of
from generator.vietnamese.dates import HANOI, moment_in_words
from generator.vietnamese.numbers import format_number

AHEAD = timedelta(days=14)
FIRST, MOST = 8, 100
"""Lines of a list that are seen at once, and those that it holds; of more the number is told."""
_SETTINGS, _PICTURES, _EVIDENCE = "mkdocs.yml", "assets/", "/evidence/"


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A piece, and what is to be known of it; `handle` leads to it where it is still there."""

    title: str
    about: str
    note: str = ""
    handle: str = ""
    sign: str = ""
    button: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class SiteList:
    """Lines under one heading: `count` in all, of which it holds the first."""

    title: str
    lines: tuple[SiteLine, ...]
    count: int

    @property
    def first(self) -> tuple[SiteLine, ...]:
        """Those that are seen at once."""
        return self.lines[:FIRST]

    @property
    def rest(self) -> tuple[SiteLine, ...]:
        """Those that are seen when asked for."""
        return self.lines[FIRST:]


@dataclass(frozen=True, slots=True)
class SiteChanges:
    """What readers would see otherwise after a build; `beside` is what all pages are made from.

    `is_first` says that there is no site yet, `is_vague` that the last build did not record what
    was in its files.
    """

    new: SiteList
    edits: SiteList
    departures: SiteList
    beside: tuple[str, ...] = ()
    is_first: bool = False
    is_vague: bool = False

    @property
    def lists(self) -> tuple[SiteList, ...]:
        """Those in which there is anything."""
        return tuple(each for each in (self.new, self.edits, self.departures) if each.lines)

    @property
    def are_none(self) -> bool:
        """Whether nothing is known that would change."""
        return not (self.lists or self.beside or self.is_first or self.is_vague)


def site_changes(plan: Plan, edition: Edition | None, digests: Mapping[str, str]) -> SiteChanges:
    """The pieces as they are now beside those that readers see; `digests` are of files as now."""
    last = edition or Edition(plan.as_of)
    seen, now = set(last.visible), plan.visible
    new = [piece for key, piece in now.items() if key not in seen]
    changed = [
        piece
        for key, piece in now.items()
        if key in seen and last.digests and _is_changed(key, piece, last, digests)
    ]
    gone = sorted(seen - now.keys())
    came = tuple(_line(plan, piece, _waited(plan, piece.id)) for piece in new[:MOST])
    went = tuple(_gone(plan, key, last) for key in gone[:MOST])
    return SiteChanges(
        SiteList(words("New to readers"), came, len(new)),
        SiteList(
            words("Changed"),
            tuple(_line(plan, piece, "") for piece in changed[:MOST]),
            len(changed),
        ),
        SiteList(words("No longer to be seen"), went, len(gone)),
        tuple(_beside(plan, last, digests)),
        edition is None,
        edition is not None and not last.digests,
    )


def coming(plan: Plan) -> SiteList:
    """What is approved and waits for its moment, the next first."""
    later = [
        (at, plan.workspace.pieces[key]) for key, at in plan.appears.items() if at > plan.as_of
    ]
    later.sort(key=lambda each: (each[0], each[1].id))
    lines = (_line(plan, piece, _moment(at), _held_by(piece, at)) for at, piece in later[:MOST])
    title = words("Goes out by itself at the next build after its moment")
    return SiteList(title, tuple(lines), len(later))


def lacking_approval(plan: Plan) -> SiteList:
    """What is due in fourteen days, or was, and stays away from readers until it is approved."""
    found = [
        (day, piece)
        for piece in plan.workspace.pieces.values()
        if piece.status in {"draft", "ready"}
        and (day := piece_day(piece, plan))
        and day <= plan.today + AHEAD
    ]
    found.sort(key=lambda each: (each[0] < plan.today, each[0], each[1].id))
    lines = (_waiting(plan, piece, day) for day, piece in found[:MOST])
    return SiteList(words("Held back: nobody has approved it"), tuple(lines), len(found))


def next_moment(plan: Plan) -> tuple[str, list[str]] | None:
    """When readers next see something else by itself, in words, and the titles that go out then."""
    if plan.valid_until is None:
        return None
    ids = [key for key, at in plan.appears.items() if at == plan.valid_until]
    titles = [plan.workspace.pieces[key].title for key in sorted(ids)]
    return _moment(plan.valid_until), titles


def visible_pages(plan: Plan, edition: Edition) -> SiteList:
    """What readers see, with the moment that it waited for, the last first."""
    early = datetime.min.replace(tzinfo=HANOI)
    order = sorted(
        edition.visible, key=lambda key: (plan.appears.get(key, early), key), reverse=True
    )
    lines = [
        SiteLine(
            edition.titles.get(key, key),
            _kind(plan, key),
            _waited(plan, key),
            place=edition.pages[key][0] if key in edition.pages else "",
        )
        for key in order[:FIRST]
    ]
    return SiteList(words("Readers see"), tuple(lines), len(order))


def _line(plan: Plan, piece: Piece, told: str, beside: str = "") -> SiteLine:
    example = words("only an example of an approval") if piece.is_example else ""
    kind = ", ".join(filter(None, (about(piece, plan), beside, example)))
    return SiteLine(piece.title, kind, told, handle_of(piece.file), sign(piece), words("Open"))


def _waiting(plan: Plan, piece: Piece, day: date) -> SiteLine:
    is_read = piece.status == "ready"
    button = words("Read and approve") if is_read else words("Go on writing")
    days = (plan.today - day).days
    late = words("{count} days late").format(count=format_number(days)) if days > 0 else ""
    told = ", ".join(filter(None, (moment_in_words(day), late)))
    handle = handle_of(piece.file) + ("#duyet" if is_read else "")
    kind = f"{about(piece, plan)}, {state(piece)}"
    return SiteLine(piece.title, kind, told, handle, sign(piece), button)


def _waited(plan: Plan, key: str) -> str:
    at = plan.appears.get(key)
    return words("due {when}").format(when=_moment(at)) if at and at.year > 1 else ""


def _is_changed(key: str, piece: Piece, last: Edition, digests: Mapping[str, str]) -> bool:
    before = last.pages[key][1] if key in last.pages else piece.file
    return last.digests.get(before) != digests.get(piece.file)


def _gone(plan: Plan, key: str, last: Edition) -> SiteLine:
    piece = plan.workspace.pieces.get(key)
    if piece is None:
        return SiteLine(last.titles.get(key, key), words("its file is no longer there"))
    why = words("withdrawn") if piece.status == "withdrawn" else words("waits for its moment")
    why = words("open again, and not approved") if piece.status in {"draft", "ready"} else why
    return _line(plan, piece, why)


def _beside(plan: Plan, last: Edition, digests: Mapping[str, str]) -> Iterator[str]:
    """What else is not as it was then: plans and lists by their titles, all else by number."""
    if not last.digests:
        return
    both = {
        path for path in {*last.digests, *digests} if last.digests.get(path) != digests.get(path)
    }
    if _SETTINGS in both:
        yield words("The name and the frame of the website")
    records = sorted(p for p in both if p.startswith("campaigns/") and _EVIDENCE not in p)
    yield from dict.fromkeys(title_of(path, plan) for path in records if path.endswith(".yml"))
    for prefix, told in (
        (_PICTURES, "{count} pictures, recordings and other files"),
        (_EVIDENCE, "{count} files of evidence, which no reader sees"),
    ):
        count = sum(path.startswith(prefix) or prefix in path for path in both)
        if count:
            yield words(told).format(count=format_number(count))


def _held_by(piece: Piece, at: datetime) -> str:
    """Why it waits: somebody asked for it, or its slot begins then."""
    held = piece.embargo and start_of(piece.embargo) == at
    return words("held back until then") if held else ""


def _moment(at: datetime) -> str:
    """To the minute; a day begins at midnight, and nobody says so."""
    whole = at.astimezone(HANOI).replace(second=0, microsecond=0)
    return moment_in_words(whole if whole.hour or whole.minute else whole.date())


def _kind(plan: Plan, key: str) -> str:
    piece = plan.workspace.pieces.get(key)
    return about(piece, plan) if piece else ""
