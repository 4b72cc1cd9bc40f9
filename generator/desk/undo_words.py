"""Why a change is not taken back: who has changed its files since, and what to do."""

from collections.abc import Iterator
from dataclasses import replace

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.desk.needs import DraftOffice, SaveReport
from generator.desk.problem_links import Reason, reasons
from generator.desk.title_words import title_of
from generator.desk.today import change
from generator.model.plan import Plan
from generator.model.revision import Version

_GONE = "This change was never written, or is no longer kept: there is nothing to take back."
_BEFORE = "“{title}” is already as it was before this change."
_OWN = "You have changed “{title}” yourself since, on {when}: {what}."
_ACCOUNT = "{who} has changed “{title}” since, on {when}: {what}."
_OUTSIDE = "“{title}” has been changed since outside the desk, in Word or by somebody else."
_WAY = (
    "To take this change back, first take back what came after it, the last one first; or fetch "
    "the older text under “Earlier versions” of the piece."
)
_NEEDED = "Without it the site could not be built any more; take back first what came after it:"
_MOST = 100
"""Changes at the place of a file that are looked through."""


def not_taken_back(
    report: SaveReport, number: int, office: DraftOffice, now: CheckReport
) -> list[Reason]:
    """Each reason why the change of that number stays, and what to do about it."""
    told = reasons(office, now, replace(report, conflicts=()))
    if report.findings:
        told = [words(_NEEDED), *told]
    told += [_since(path, number, office, now.plan) for path in report.conflicts]
    is_later = any(office.data(path) != _before(path, number, office) for path in report.conflicts)
    return [*told, words(_WAY)] if is_later else told or [words(_GONE)]


def _since(path: str, number: int, office: DraftOffice, plan: Plan) -> str:
    """Who has changed a file since: oneself, another account, or who is not known."""
    title, now = title_of(path, plan, office.data(path)), office.data(path)
    if now == _before(path, number, office):
        return words(_BEFORE).format(title=title)
    found = list(_saved(path, office))
    last = next(iter(found), None)
    if last is None or last.number <= number or _after(last, path) != now:
        return words(_OUTSIDE).format(title=title)
    mine = next((each for each in found if each.number == number), last)
    shown = change(last, plan)
    what = ": ".join(filter(None, (shown.what, shown.details)))
    told = words(_OWN if last.who == mine.who else _ACCOUNT)
    return told.format(who=last.who, title=title, when=shown.when, what=what)


def _saved(path: str, office: DraftOffice) -> Iterator[Version]:
    return (each for each in office.changes_at(path, _MOST) if each.is_saved)


def _after(version: Version, path: str) -> bytes | None:
    return next(each.after for each in version.changeset.revisions if each.path == path)


def _before(path: str, number: int, office: DraftOffice) -> bytes | None:
    mine = (each for each in _saved(path, office) if each.number == number)
    revisions = (each for version in mine for each in version.changeset.revisions)
    return next((each.before for each in revisions if each.path == path), None)
