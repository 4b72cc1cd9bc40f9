"""What of each plan is done and proved, as pages for the office: never a part of the site.

They hold amounts of money and names of files, and are right as of the day that they bear.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, ready
from generator.model.palette import look
from generator.outputs import Context, Output
from generator.outputs.board.views import board_view, summary
from generator.planning.board import board_of

if TYPE_CHECKING:
    from jinja2 import Environment


def build(context: Context) -> Iterator[Artifact]:
    """The list of plans, and a page for each."""
    campaigns = sorted(context.workspace.campaigns.values(), key=lambda c: (c.period, c.id))
    boards = [board_of(context.plan, campaign) for campaign in campaigns]
    if boards:
        yield _page(context, "", "boards.html", {"boards": [*map(summary, boards)]})
    for board in boards:
        view = board_view(context.workspace, board)
        yield _page(context, board.campaign.id, "board.html", view)


def _page(context: Context, campaign: str, template: str, view: Mapping[str, object]) -> Artifact:
    colours = look(context.workspace.brand)
    html = _environment().get_template(template).render(view, look=colours)
    of = ResultSubject(Kind.BOARD, campaign=campaign)
    return ready(addresses.board(campaign), html, Audience.INTERNAL, of)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("generator", "templates/board"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = words
    return environment


OUTPUT = Output("board", "What is done", build, apart=True)
