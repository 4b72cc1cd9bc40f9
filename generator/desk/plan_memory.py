"""What was reckoned of a plan: as long as nothing changes, the next screen need not do it again."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from generator.model.plan import Plan

T = TypeVar("T")
_MOST = 4
"""Values that are kept; one of thousands of pieces of evidence is large."""


class PlanMemory:
    """Values by their names, all of one plan."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: tuple[Plan | None, dict[Hashable, object]] = None, {}

    def of(self, plan: Plan, name: Hashable, make: Callable[[], T]) -> T:
        """The value of that name, made if the plan is another one than last time."""
        if self._known[0] is not plan:
            self._known = plan, {}
        values = self._known[1]
        if name not in values:
            made = make()
            while len(values) >= _MOST:
                values.pop(next(iter(values)))
            values[name] = made
            return made
        return cast("T", values[name])
