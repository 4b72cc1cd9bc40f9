"""An author who types: one text for another that stands in a file."""

from pathlib import Path


def edit(path: Path, old: str, new: str, times: int = -1) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, times), "utf-8", newline="")
