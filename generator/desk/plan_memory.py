"""What was reckoned of a plan: as long as nothing changes, the next screen need not do it again."""

from collections.abc import Callable, Hashable
from threading import RLock
from typing import TypeVar, cast

from generator.model.plan import Plan

T = TypeVar("T")
_MOST = 4
"""Values that are kept; one of thousands of pieces of evidence is large."""


class PlanMemory:
    """Values by their names, all of one plan; who asks for one that is being made waits for it."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: tuple[Plan | None, dict[Hashable, object]] = None, {}
        self._making = RLock()

    def of(self, plan: Plan, name: Hashable, make: Callable[[], T]) -> T:
        """The value of that name, made if the plan is another one than last time.

        It is the same for whoever asks: what an account may do is part of its name.
        """
        found = self._values(plan).get(name)
        if found is None:
            with self._making:
                values = self._values(plan)
                found = values.get(name)
                if found is None:
                    found = make()
                    for each in [*values][: max(0, len(values) - _MOST + 1)]:
                        del values[each]
                    values[name] = found
        return cast("T", found)

    def _values(self, plan: Plan) -> dict[Hashable, object]:
        """Those of this plan; of another one there are none any more."""
        known = self._known
        if known[0] is not plan:
            self._known = known = plan, {}
        return known[1]
