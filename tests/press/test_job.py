import json
from dataclasses import replace

from generator.model.artwork import Artwork
from generator.model.sizes import Size
from generator.press.job import drawn_text, job, qr_rows

PALETTE = {"la": (90, 25, 75, 35)}
SAMPLE = Artwork(
    piece="mau",
    template="banner-words",
    trim=Size(6000, 800),
    texts=(("slogan", "Giảm lãng phí | Giữ lợi nhuận"), ("body", "Cơ quan mẫu")),
    title="Giảm lãng phí | Giữ lợi nhuận",
    viewed_from=30_000,
    capitals=True,
    link="https://example.org/mau/",
)


def test_a_job_holds_everything_that_a_template_draws() -> None:
    content = json.loads(job(SAMPLE, PALETTE, "Be Vietnam Pro"))
    rows = content.pop("qr")
    texts, slots, places = (content.pop(key) for key in ("texts", "slots", "places"))
    assert content == {
        "title": "Giảm lãng phí Giữ lợi nhuận",
        "trim": {"width": 6000, "height": 800},
        "bleed": 20.0,
        "safe": 50.0,
        "scale": 10,
        "palette": {"la": [90, 25, 75, 35]},
        "family": "Be Vietnam Pro",
        "letter": 120,
        "field": "la",
        "drawing_palette": {"la": [90, 25, 75, 35]},
        "order": ["slogan", "body"],
        "capitals": True,
        "illustration": None,
        "drawing": None,
        "sponsor": None,
        "side": 0,
        "leaves": [],
        "book": None,
    }
    assert sorted(places) == ["emblem", "qr"]
    assert sorted(slots) == ["body", "slogan"]
    assert (slots["slogan"]["min"], slots["slogan"]["lines"]) == (120, 2)
    assert rows == qr_rows("https://example.org/mau/")
    lines = [line.replace("\u00a0", " ") for line in texts["slogan"]["lines"][0]["lines"]]
    assert lines == ["GIẢM LÃNG PHÍ", "GIỮ LỢI NHUẬN"]
    assert "Cơ quan mẫu" in texts["body"]["text"].replace("\u00a0", " ")


def test_the_same_artwork_gives_the_same_job() -> None:
    assert job(SAMPLE, PALETTE, "X") == job(SAMPLE, PALETTE, "X")


def test_only_the_slogan_is_in_capitals() -> None:
    drawn = [drawn_text(SAMPLE, name, text) for name, text in SAMPLE.texts]
    assert drawn == ["GIẢM LÃNG PHÍ GIỮ LỢI NHUẬN", "Cơ quan mẫu"]


def test_capitals_change_no_unit_and_micro_is_the_letter_that_the_typeface_has() -> None:
    slogan = "Bớt 5 mW, giữ pH 7 | mỗi m³ 3 mg, 50 \N{GREEK SMALL LETTER MU}g"
    sample = replace(SAMPLE, texts=(("slogan", slogan),))
    shown = "BỚT 5 mW, GIỮ pH 7 MỖI m³ 3 mg, 50 \N{MICRO SIGN}g"
    assert drawn_text(sample, "slogan", slogan) == shown
    (line,) = json.loads(job(sample, PALETTE, "X"))["texts"]["slogan"]["lines"]
    assert " ".join(line["lines"]).replace("\u00a0", " ") == shown


def test_a_qr_code_is_square_with_its_three_finders() -> None:
    rows = qr_rows("https://example.org/")
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    assert {len(row) for row in rows} == {len(rows)}
    assert [row[:7] for row in rows[:7]] == finder
    assert [row[-7:] for row in rows[:7]] == finder
    assert [row[:7] for row in rows[-7:]] == finder
