"""What a page, a form or a pattern names: fonts, pictures, colour spaces, settings."""

from typing import Any


def resource(resources: Any, kind: str, name: Any) -> Any:  # noqa: ANN401 - pikepdf's objects
    """A named resource, or None."""
    of_kind = None if resources is None else resources.get(kind)
    return None if of_kind is None else of_kind.get(str(name))
