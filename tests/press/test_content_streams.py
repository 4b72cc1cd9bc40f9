from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from generator.press.content_streams import instructions

OUTLINES = b"0 0 m 10 0 l 10. .5 10 -5 0 +5 c\nh 1 1 9 9 re 1 2 3 4 v 1 2 3 4 y "


@pytest.fixture(scope="module")
def document() -> Iterator[pikepdf.Pdf]:
    with pikepdf.new() as found:
        yield found


def written(found: object) -> bytes:
    return found if isinstance(found, bytes) else pikepdf.unparse_content_stream([found])  # type: ignore[list-item] # an instruction


def test_outlines_stay_together_as_they_are_written(document: pikepdf.Pdf) -> None:
    stream = document.make_stream(b"q 1 0 0 1 5 5 cm " + OUTLINES + b"f* 5 5 m 6 6 l S Q")
    assert [written(each) for each in instructions(stream)] == [
        b"q",
        b"1 0 0 1 5 5 cm",
        OUTLINES.strip(),
        b"f*",
        b"5 5 m 6 6 l",
        b"S",
        b"Q",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"BT (1 2 m 3 4 l) Tj ET ",
        rb"BT (1 2 m \) 3 4 l) Tj (\\) Tj ET ",
        b"BT (a (1 2 m) b 3 4 l ) Tj ET ",
        b"BT [(1 2 m)-20( h )<01 02 c>] TJ ET ",
        b"/P <</A (5 6 l )>> BDC EMC ",
        b"% 1 2\n3 4 m 5 6 l S\n",
        b"BI /W 4 /H 1 /CS /G /BPC 8 ID 1 2 m EI ",
        b"/Cs1 cs 0.5 scn 7 /GS1 gs ",
    ],
)
@pytest.mark.parametrize("after", [OUTLINES + b"f", OUTLINES, b""])
def test_nothing_else_is_taken_for_an_outline(
    document: pikepdf.Pdf, content: bytes, after: bytes
) -> None:
    """What is read is what pikepdf reads of the whole."""
    stream = document.make_stream(b"q " + content + after)
    found = b"\n".join(map(written, instructions(stream)))
    again = pikepdf.parse_content_stream(document.make_stream(found))
    whole = pikepdf.parse_content_stream(stream)
    assert pikepdf.unparse_content_stream(again) == pikepdf.unparse_content_stream(whole)


def test_a_page_may_have_several_streams_or_none() -> None:
    with pikepdf.new() as document:
        page = document.add_blank_page()
        assert list(instructions(page)) == []
        page.Contents = pikepdf.Array(
            [document.make_stream(b"q 1 2"), document.make_stream(b"m 3 4 l S Q")]
        )
        assert [written(each) for each in instructions(page)] == [b"q", b"1 2\nm 3 4 l", b"S", b"Q"]


def test_a_page_of_a_file_is_read() -> None:
    target = BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page()
        page.Contents = document.make_stream(b"1 2 m 3 4 l S")
        document.save(target)
    with pikepdf.open(target) as read:
        assert [written(each) for each in instructions(read.pages[0])] == [b"1 2 m 3 4 l", b"S"]
