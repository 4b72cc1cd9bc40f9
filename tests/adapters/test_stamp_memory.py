"""A file that stays is read once in a run; one that changes is seen."""

import os
from pathlib import Path

import pytest

from generator.adapters import files as adapter
from generator.adapters.files import FolderFiles
from generator.adapters.stamp_memory import StampMemory


def test_a_file_that_stays_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "campaigns/thu/evidence/phieu.pdf"
    place.parent.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()
    place.write_bytes(b"%PDF 1")
    os.utime(place, (1, 1))
    read, stamps = list[str](), StampMemory()
    opened = adapter.opening.open_inside
    monkeypatch.setattr(
        adapter.opening,
        "open_inside",
        lambda *asked: (read.append(asked[0].name), opened(*asked))[1],
    )
    monkeypatch.setattr(adapter, "is_fresh", lambda *_: False)
    prints = [FolderFiles(tmp_path, stamps).fingerprint() for _ in range(3)]
    digests = [each.digest() for each in FolderFiles(tmp_path, stamps).attachments()]
    assert (len(set(prints)), read, len(digests)) == (1, ["mkdocs.yml", "phieu.pdf"], 1)
    place.write_bytes(b"%PDF 2")
    os.utime(place, (1, 1))
    assert FolderFiles(tmp_path, stamps).fingerprint() != prints[0]
    assert [each.digest() for each in FolderFiles(tmp_path, stamps).attachments()] != digests
