"""The room of building: what would change, one button that builds, the built site to look at."""

import re
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.app.publish import Publication
from generator.catalogue import words
from generator.desk import site_changes
from generator.desk.answers import lost, page
from generator.desk.background import making_view
from generator.desk.deed_routes import Deed
from generator.desk.form_fields import form_of
from generator.desk.making_needs import SiteOffice, Workshop
from generator.desk.needs import DraftOffice, Office
from generator.desk.piece_views import handle_of
from generator.desk.problem_links import problem_links
from generator.desk.title_words import title_of
from generator.model.build_record import BuildRecord
from generator.model.edition import Edition
from generator.model.filetypes import type_of
from generator.model.person import Role
from generator.model.plan import Plan
from generator.vietnamese.dates import moment_in_words

SITE = "/dung/trang/"
"""Below it lies the built site."""
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
"""Runs nowhere below the desk's address: what a theme brings along could press our buttons."""
_SCRIPTS = (".js", ".mjs", ".xhtml", ".wasm")
_ALL = ("site", "due")
_LISTED = 12  # builds that are told


def build_routes(
    office: Office, drafts: DraftOffice, site: SiteOffice, workshop: Workshop
) -> list[Route]:
    """What the room answers."""
    room = _BuildRoom(office, drafts, site, workshop)
    return [
        Route("/dung", room.screen, methods=["GET"]),
        Deed("/dung", room.act, Role.APPROVES),
        Route(f"{SITE}{{path:path}}", room.file, methods=["GET"]),
    ]


class _BuildRoom:
    def __init__(
        self, office: Office, drafts: DraftOffice, site: SiteOffice, workshop: Workshop
    ) -> None:
        self._office, self._drafts = office, drafts
        self._site, self._workshop = site, workshop

    def screen(self, request: Request) -> Response:
        """What a build would change now."""
        return self._shown(request)

    async def act(self, request: Request) -> Response:
        """Everything is built in the background; or it is built by itself when something is due."""
        form = await form_of(request)
        return await run_in_threadpool(self._done, request, form)

    def file(self, request: Request) -> Response:
        """A page or a file of the site as it was built; no script of it runs here."""
        path = str(request.path_params["path"])
        name = f"{path}index.html" if path.endswith("/") or not path else path
        data = self._site.file(name)
        if data is None or name.endswith(_SCRIPTS):
            return lost(request)
        if name.endswith(".html"):
            data = _SCRIPT.sub("", data.decode("utf-8", "replace")).encode()
        return Response(data, media_type=type_of(name))

    def _unsaved(self, plan: Plan) -> list[tuple[str, str]]:
        """Handle and title of the texts in which something is typed and not saved."""
        drafts = [d for path in self._drafts.paths() if (d := self._drafts.draft(path))]
        return [
            (handle_of(each.path), title_of(each.path, plan, each.text.encode()))
            for each in drafts
            if not each.is_saved
        ]

    def _done(self, request: Request, form: Mapping[str, str]) -> Response:
        match form.get("viec", ""):
            case "dung":
                if not self._workshop.begin("site"):
                    return self._shown(request, has_begun=False)
            case "tu-dung":
                self._workshop.watch(is_on=True)
            case "thoi":
                self._workshop.watch(is_on=False)
            case _:
                return lost(request)
        return RedirectResponse("/dung", 303)

    def _shown(self, request: Request, *, has_begun: bool = True) -> Response:
        report = self._office.look()
        plan, edition, making = report.plan, self._site.edition(), self._workshop.last()
        is_mine = making.task in _ALL
        blocking = report.blocking
        return page(
            "build",
            request,
            200 if has_begun else 409,
            changes=site_changes.site_changes(plan, edition, self._site.digests()),
            coming=site_changes.coming(plan),
            unapproved=site_changes.lacking_approval(plan),
            following=site_changes.next_moment(plan),
            is_overdue=_is_overdue(edition, plan),
            blocking=problem_links(self._drafts, report, blocking),
            unsaved=self._unsaved(plan),
            built=_moment(edition) if edition else "",
            seen=site_changes.visible_pages(plan, edition) if edition else None,
            builds=[_build(each) for each in self._site.builds()[:_LISTED]],
            done_now=_done_now(making.publication, plan),
            is_watching=self._workshop.is_watching,
            site=SITE,
            **making_view(self._drafts, report, making, is_mine=is_mine, has_begun=has_begun),
        )


def _build(record: BuildRecord) -> tuple[str, str]:
    """When it was built, and what came and went, in a line."""
    at = moment_in_words(record.at.replace(second=0, microsecond=0))
    told = [
        f"{words(what)}: {', '.join(titles)}"
        for what, titles in (
            ("Appeared", record.arrivals),
            ("No longer to be seen", record.departures),
        )
        if titles
    ]
    return at, ". ".join(told) or words("no piece came or went")


def _is_overdue(edition: Edition | None, plan: Plan) -> bool:
    """Whether a moment has passed at which readers should have seen something else."""
    return bool(edition and edition.valid_until and edition.valid_until <= plan.as_of)


def _moment(edition: Edition) -> str:
    return moment_in_words(edition.as_of.replace(second=0, microsecond=0))


def _done_now(publication: Publication | None, plan: Plan) -> list[tuple[str, list[str]]]:
    """What the last build from here brought and took away, by titles."""
    if publication is None or publication.outcome is None:
        return []
    pieces = {**plan.workspace.pieces, **publication.outcome.report.plan.workspace.pieces}
    told = [
        (words("Appeared"), publication.arrivals),
        (words("No longer to be seen"), publication.departures),
    ]
    return [
        (title, [pieces[key].title if key in pieces else key for key in ids])
        for title, ids in told
        if ids
    ]
