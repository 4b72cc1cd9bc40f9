"""The room of the board, and the list behind each of its figures."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk.answers import page
from generator.desk.board_table import (
    BoardChoice,
    board_table,
    campaign_handle,
    campaigns_of,
    chosen_campaign,
)
from generator.desk.evidence_rows import is_to_verify
from generator.desk.figure_list import figure_list
from generator.desk.needs import Office
from generator.desk.plan_memory import PlanMemory
from generator.model.campaign import Campaign
from generator.model.plan import Plan
from generator.planning.board import Board, board_of
from generator.planning.board_words import duty_sentences, on_time_words
from generator.planning.money_words import money_sentences
from generator.vietnamese.dates import format_date


def board_routes(office: Office) -> list[Route]:
    """The board."""
    return [Route("/bang", _BoardScreen(office).board, methods=["GET"])]


class _BoardScreen:
    def __init__(self, office: Office) -> None:
        self._office, self._memory = office, PlanMemory()

    def board(self, request: Request) -> Response:
        """What of a plan is done and proved; the figure that is followed beside it."""
        choice = BoardChoice.of(request.query_params)
        plan = self._office.look().plan
        campaign = chosen_campaign(plan, choice.campaign)
        board = self._board(plan, campaign) if campaign else None
        return page(
            "board",
            request,
            campaigns=[(campaign_handle(each), each.title) for each in campaigns_of(plan)],
            chosen=campaign_handle(campaign) if campaign else "",
            title=campaign.title if campaign else "",
            day=format_date(plan.today),
            table=board_table(board, choice) if board else None,
            told=[
                *on_time_words(board),
                *duty_sentences(plan.workspace, board),
                *money_sentences(board),
            ]
            if board
            else [],
            waiting=sum(is_to_verify(plan, each) for each in board.waiting) if board else 0,
            followed=figure_list(plan, board, choice) if board else None,
        )

    def _board(self, plan: Plan, campaign: Campaign) -> Board:
        return self._memory.of(plan, campaign.id, lambda: board_of(plan, campaign))
