"""What a build records of the results that it publishes."""

from collections.abc import Mapping

from generator.app.check import CheckReport
from generator.model import addresses
from generator.model.edition import Edition
from generator.model.piece import Piece
from generator.model.piece_words import mark_of_words
from generator.model.plan import Plan
from generator.planning.episodes import episodes
from generator.planning.subscriptions import subscriptions_of


def new_edition(report: CheckReport, inputs: str, digests: Mapping[str, str]) -> Edition:
    """The edition of these results; `digests` names what was in each file."""
    plan = report.plan
    until, visible = plan.valid_until, plan.visible
    return Edition(
        plan.as_of,
        inputs,
        until,
        tuple(visible),
        coming=tuple(key for key, moment in plan.appears.items() if moment == until),
        pages={
            key: (addresses.url(report.links.pages[key]), piece.file)
            for key, piece in visible.items()
        },
        episodes={each.segment.id: each.number for each in episodes(plan)},
        subscriptions=subscriptions_of(plan),
        titles={key: piece.title for key, piece in {**_withdrawn(plan), **visible}.items()},
        digests=digests,
        words={key: mark_of_words(piece) for key, piece in visible.items()},
        aliases={
            alias.strip("/"): key for key, piece in visible.items() for alias in piece.aliases
        },
        labels={
            label: key
            for key, piece in sorted(visible.items(), reverse=True)
            for label in (*piece.topics, piece.industry)
            if label
        },
    )


def _withdrawn(plan: Plan) -> dict[str, Piece]:
    pieces = plan.workspace.pieces.items()
    return {key: piece for key, piece in pieces if piece.status == "withdrawn"}
