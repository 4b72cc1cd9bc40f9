"""Addresses at which something is changed: each says which role it asks for.

An address that changes something and is no `Deed` is a fault of ours: a test walks over all of
them, and an office is not served with one.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from generator.catalogue import words
from generator.desk.acting import account, may
from generator.desk.answers import page
from generator.desk.form_fields import form_of
from generator.model.person import Role

Endpoint = Callable[[Request], Awaitable[Response]]
_READS = frozenset({"GET", "HEAD"})
_FORBIDDEN = 403


class Deed(Route):
    """An address to which a browser sends what is to be changed."""

    def __init__(
        self, path: str, endpoint: Endpoint, by: Role, acts: Mapping[str, Role] | None = None
    ) -> None:
        """`by` is the role that it asks for.

        Where one form has several buttons, `acts` says by their word (`viec`) which ask for more.
        """
        self.by, self.acts = by, dict(acts or {})
        super().__init__(path, self._guarded(endpoint), methods=["POST"])

    def _guarded(self, endpoint: Endpoint) -> Endpoint:
        async def answer(request: Request) -> Response:
            asked = self.by
            if self.acts:
                asked = self.acts.get((await form_of(request)).get("viec", ""), asked)
            return await endpoint(request) if may(asked) else _refused(request)

        return answer


def without_role(routes: Iterable[BaseRoute]) -> list[str]:
    """The addresses that change something and do not say who may."""
    plain = (each for each in routes if isinstance(each, Route) and not isinstance(each, Deed))
    return [each.path for each in plain if not (each.methods or {"*"}) <= _READS]


def _refused(request: Request) -> Response:
    who = account()
    names = ", ".join(who.approvers) if who else ""
    title = words("Nothing was changed.")
    why = words("Only who approves may do this: {names}.").format(names=names)
    return page("message", request, _FORBIDDEN, title=title, why=[why])
