"""A script that comes as a Word file keeps those who speak in it (test data)."""

import io
from datetime import datetime
from pathlib import Path

from docx import Document

from generator.adapters.files import FolderFiles
from generator.app.check import survey
from generator.app.importing import import_word
from generator.app.scaffold import PieceRequest
from generator.media import media
from generator.model.memory import Memory
from generator.vietnamese.dates import HANOI

BASE = Path(__file__).parents[1] / "examples/base"


def draft_of(*paragraphs: tuple[str, str]) -> str:
    """The draft of a script of paragraphs, each with a part in bold and the rest."""
    document, stream = Document(), io.BytesIO()
    for bold, rest in paragraphs:
        paragraph = document.add_paragraph()
        if bold:
            paragraph.add_run(bold).bold = True
        paragraph.add_run(rest)
    document.save(stream)
    plan = survey(FolderFiles(BASE), datetime(2021, 5, 1, tzinfo=HANOI), Memory()).plan
    request = PieceRequest(media()["radio"], "Chuyện cái vòi")
    return import_word(plan, request, "kich-ban.docx", stream.getvalue()).text


def test_those_speak_whom_the_document_names() -> None:
    said = draft_of(("PTV nam:", " Chào."), ("PTV nữ: ", "Chào anh."), ("", "PTV nam: Vâng."))
    assert "\nspeakers: [PTV nam, PTV nữ]\n" in said
    assert "\n**PTV nam:** Chào.\n\n**PTV nữ:** Chào anh.\n\n**PTV nam:** Vâng.\n" in said
    assert "PTV 1" not in said


def test_a_text_without_names_is_read_by_the_first() -> None:
    said = draft_of(("", "Nước chảy suốt đêm."))
    assert "**PTV 1:** Nước chảy suốt đêm." in said
