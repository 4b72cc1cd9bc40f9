"""Lists that count in another way than Markdown does."""

from generator.text.imported.package import Node, Package, W


def odd_numberings(package: Package) -> frozenset[tuple[str, str]]:
    """Lists and levels that count in letters or Roman figures, or do not begin with 1."""
    root = package.root("word/numbering.xml")
    if root is None:
        return frozenset()
    odd = {
        form.get(f"{W}abstractNumId"): _odd_levels(form) for form in root.iter(f"{W}abstractNum")
    }
    found: set[tuple[str, str]] = set()
    for number in root.iter(f"{W}num"):
        form = number.find(f"{W}abstractNumId")
        levels = _late_levels(number) | odd.get(
            None if form is None else form.get(f"{W}val"), set()
        )
        found |= {(number.get(f"{W}numId", ""), level) for level in levels}
    return frozenset(found)


def _odd_levels(form: Node) -> set[str]:
    return {level.get(f"{W}ilvl", "0") for level in form.iter(f"{W}lvl") if _is_odd(level)}


def _late_levels(number: Node) -> set[str]:
    return {
        override.get(f"{W}ilvl", "0")
        for override in number.iter(f"{W}lvlOverride")
        if _begins_late(override.find(f"{W}startOverride"))
    }


def _is_odd(level: Node) -> bool:
    form = level.find(f"{W}numFmt")
    kind = form.get(f"{W}val") if form is not None else "decimal"
    late = kind == "decimal" and _begins_late(level.find(f"{W}start"))
    return late or kind not in {"decimal", "bullet", "none"}


def _begins_late(start: Node) -> bool:
    return start is not None and start.get(f"{W}val") not in {"0", "1"}
