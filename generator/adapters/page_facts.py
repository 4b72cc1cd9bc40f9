"""What was read of each page of a site, packed: most of it stands in every page alike."""

from collections.abc import Mapping
from typing import Any

from generator.text.page import FACTS, Facts


def packed(pages: Mapping[str, Facts]) -> dict[str, Any]:
    """As JSON: every text once, and its numbers for each page."""
    texts: dict[str, int] = {}
    numbers = {
        path: [sorted(texts.setdefault(text, len(texts)) for text in facts[name]) for name in FACTS]
        for path, facts in pages.items()
    }
    return {"facts": list(FACTS), "texts": list(texts), "pages": numbers}


def unpacked(value: Mapping[str, Any]) -> dict[str, Facts]:
    """What `packed` gave; nothing of what another version wrote."""
    if value.get("facts") != list(FACTS):
        return {}
    texts = value["texts"]
    return {
        path: {
            name: frozenset(texts[number] for number in numbers)
            for name, numbers in zip(FACTS, lists, strict=True)
        }
        for path, lists in value["pages"].items()
    }
