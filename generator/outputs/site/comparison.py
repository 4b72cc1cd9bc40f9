"""Plans in tables: one plan by quarter, and the plans beside each other."""

from collections.abc import Sequence

from generator.catalogue import words
from generator.media import media
from generator.model.campaign import Campaign
from generator.model.plan import ActivityLine, Tally
from generator.model.quarter import ROMAN, Quarter
from generator.planning.site_counts import is_printed, shown_figure, shown_in_words
from generator.vietnamese.numbers import format_number

Row = dict[str, object]


def by_quarter(lines: Sequence[ActivityLine]) -> dict[str, object]:
    """What is promised and what can be seen, a column a quarter; empty where no figure is stated.

    A plan states the year: the share of a quarter is computed, and the page says so.
    """
    shown = [line for line in lines if line.activity.medium and line.activity.quantity]
    quarters = sorted({quarter for line in shown for quarter in line.tallies if quarter})
    rows = [_row(line, quarters) for line in shown]
    return {"quarters": [ROMAN[quarter.number - 1] for quarter in quarters], "rows": rows}


def _row(line: ActivityLine, quarters: Sequence[Quarter]) -> Row:
    tallies = [line.tallies.get(quarter) for quarter in quarters]
    return {
        "title": line.activity.title,
        "cells": [_cell(line, tally) for tally in tallies],
        "total": _cell(line, line.total),
    }


def _cell(line: ActivityLine, tally: Tally | None) -> dict[str, str]:
    if tally is None or not (tally.promised or tally.published):
        return {"published": "", "promised": ""}
    promised = format_number(tally.promised) if tally.promised is not None else "–"
    return {"published": shown_figure(line, tally), "promised": promised}


def beside(lines: Sequence[ActivityLine], campaigns: Sequence[Campaign]) -> list[Row]:
    """Each medium, a column a plan: as printed, and what can be seen of it here."""
    return [
        {
            "title": words(medium.plural),
            "medium": medium,
            "cells": [_sum(lines, campaign, medium.name) for campaign in campaigns],
        }
        for medium in media().values()
        if any(line.activity.medium == medium.name for line in lines)
    ]


def _sum(lines: Sequence[ActivityLine], campaign: Campaign, medium: str) -> dict[str, object]:
    mine = [line for line in lines if line.campaign is campaign and line.activity.medium == medium]
    stated = [str(line.activity.quantity) for line in mine if line.activity.quantity]
    promised = sum(line.total.promised or 0 for line in mine)
    published = 0 if is_printed(medium) else sum(line.total.published for line in mine)
    return {
        "promised": "; ".join(stated) or words("not stated"),
        "shown": [
            shown_in_words(line, line.total)
            for line in mine
            if line.activity.quantity or line.total.pieces
        ],
        "width": f"{min(100.0, 100 * published / promised):g}"
        if promised and not is_printed(medium)
        else "",
    }
