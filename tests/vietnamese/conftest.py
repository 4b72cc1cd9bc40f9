from collections.abc import Iterable

from generator.vietnamese.corrections import TextCorrection


def with_corrections(text: str, corrections: Iterable[TextCorrection]) -> str:
    """The text with the corrections that are sure; where two overlap, the first one."""
    parts, done = list[str](), 0
    for each in sorted(corrections, key=lambda each: (each.start, each.end)):
        if each.text is not None and each.start >= done:
            parts += text[done : each.start], each.text
            done = each.end
    return "".join((*parts, text[done:]))
