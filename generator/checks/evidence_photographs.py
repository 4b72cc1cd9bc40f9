"""Photographs are of the day and place that they are said to prove, and each is there once.

What no camera noted is not known, and nothing is told of it: programs for chats remove it.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import asin, cos, radians, sin, sqrt

from generator.checks import Subject
from generator.checks.evidence_files import readable
from generator.checks.periods import in_vietnam
from generator.diagnostics import Diagnostic, warning
from generator.model.attachment import AttachmentFacts, Shot
from generator.model.evidence import Evidence
from generator.model.piece import day_of
from generator.model.place import Place
from generator.model.plan import Plan
from generator.planning.evidence_targets import targets_of
from generator.source.photograph import repeats
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_number

OTHER_DAY = warning(
    "photograph-of-another-day",
    "The camera noted {taken} for the photograph “{file}”; here stands {day}.",
    "Correct on:, or write in note: why the two differ; a camera's clock may be wrong.",
)
OTHER_PLACE = warning(
    "photograph-elsewhere",
    "The camera noted a place that is {distance} km away from {place} for the photograph “{file}”.",
    "Look at it once more: it may show another place. If it is right, correct position: of the "
    "place in campaigns/places.yml.",
)
AGAIN = warning(
    "photograph-again",
    "“{file}” shows the same as “{other}” ({id}), though saved anew, turned, mirrored or cut.",
    "Open both. If it is one photograph, withdraw one of the two: loa evidence withdraw {mine}",
)
REACH = {
    "province": 150,
    "district": 40,
    "industrial-park": 10,
    "industrial-cluster": 10,
    "site": 3,
}
"""Kilometres from the point of a place within which something still lies in it, by its kind."""
_EARTH = 6371.0  # kilometres


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every photograph whose file can be read."""
    workspace = subject.workspace
    evidence = {each.id: each for each in workspace.evidence.values() if _is_photograph(each)}
    if not evidence:
        return
    facts = {key: each for key, each in readable(workspace, subject.memory).items() if each.turns}
    for identity in evidence.keys() & facts.keys():
        shot = facts[identity].shot
        yield from _day(evidence[identity], shot)
        yield from _place(subject.plan, evidence[identity], shot)
    yield from _again(evidence, facts)


def _is_photograph(evidence: Evidence) -> bool:
    return evidence.kind == "photograph" and not evidence.is_withdrawn


def _day(evidence: Evidence, shot: Shot) -> Iterator[Diagnostic]:
    taken = shot.taken_at.date() if shot.taken_at else None
    day = day_of(evidence.on)
    if taken and taken != day:
        details = {"taken": format_date(taken), "day": format_date(day)}
        yield OTHER_DAY.at(evidence.where("on"), file=evidence.file, **details)


def _place(plan: Plan, evidence: Evidence, shot: Shot) -> Iterator[Diagnostic]:
    """Where the place of what it proves is known, on the map and by name."""
    for target in targets_of(plan, evidence):
        place = plan.workspace.places.get(target.place)
        distance = distance_to(place, shot) if place else None
        if place and distance is not None and distance > REACH[place.kind]:
            name = place.name_on(day_of(evidence.on))
            shown = format_number(round(distance))
            yield OTHER_PLACE.at(
                evidence.where("file"), file=evidence.file, place=name, distance=shown
            )


def distance_to(place: Place, shot: Shot) -> float | None:
    """Kilometres from a place to where a photograph was taken; None where one is not known.

    A point of a place outside of Vietnam is told to be wrong by itself.
    """
    point = place.position
    if point is None or shot.latitude is None or shot.longitude is None:
        return None
    if not in_vietnam(point.lat, point.lon):
        return None
    here, there = radians(point.lat), radians(shot.latitude)
    across = radians(shot.longitude - point.lon)
    half = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(across / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))


def _again(
    evidence: Mapping[str, Evidence], facts: Mapping[str, AttachmentFacts]
) -> Iterator[Diagnostic]:
    """One photograph under two names; the same bytes are told elsewhere."""
    known = [each for key, each in evidence.items() if key in facts]
    for number, before in repeats([facts[each.id].turns for each in known]):
        later, first = known[number], known[before]
        if first.digest != later.digest:
            yield AGAIN.at(
                later.where("file"),
                file=later.file,
                other=first.attachment,
                id=first.id,
                mine=later.id,
            )
