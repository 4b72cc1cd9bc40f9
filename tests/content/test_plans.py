"""The content is everything that the plans of 2021 and 2022 promised to say."""

from collections import Counter

import pytest

from generator.app.check import CheckReport
from generator.media.banner import Banner
from generator.media.panel import Panel
from generator.model.amount import in_words
from generator.model.article import Article
from generator.model.piece import Piece
from generator.model.plan import ActivityLine
from generator.model.quotations import QuotationFile
from generator.model.story import Story
from generator.planning.duration import judge
from generator.text.copy import body_length
from generator.text.picture_use import pictures_of
from generator.text.script import read_script


def line(checked: CheckReport, campaign: str, activity: str) -> ActivityLine:
    lines = checked.plan.lines
    return next(x for x in lines if (x.campaign.id, x.activity.id) == (campaign, activity))


@pytest.mark.parametrize(
    ("campaign", "activity", "promised"),
    [
        ("dong-nai-2021", "phat-thanh", 4),
        ("dong-nai-2021", "bao-dong-nai", 9),
        ("dong-nai-2021", "bang-ron", 300),
        ("dong-nai-2021", "pano", 7),
        ("dong-nai-2022", "bang-ron", 400),
        ("dong-nai-2022", "pano", 11),
    ],
)
def test_as_much_is_ready_as_was_promised(
    checked: CheckReport, campaign: str, activity: str, promised: int
) -> None:
    total = line(checked, campaign, activity).total
    assert (total.promised, total.planned, total.ready) == (promised, promised, promised)


@pytest.mark.parametrize(
    ("activity", "expected"),
    [("phat-thanh", {"II": 1, "III": 1, "IV": 2}), ("bao-dong-nai", {"II": 3, "III": 3, "IV": 3})],
)
def test_quarters(checked: CheckReport, activity: str, expected: dict[str, int]) -> None:
    tallies = line(checked, "dong-nai-2021", activity).tallies
    assert {str(q).partition("/")[0]: tally.ready for q, tally in tallies.items()} == expected


def test_placements_are_proposed_where_no_source_states_them(pieces: list[Piece]) -> None:
    placements = [place for piece in pieces for place in getattr(piece, "placements", ())]
    assert Counter(place.basis for place in placements).keys() == {"proposed"}


def test_it_checks_without_a_word_but_for_the_address_to_come(checked: CheckReport) -> None:
    assert [found.rule.code for found in checked.diagnostics] == ["site-address-reserved"]


def test_what_no_source_says_is_said_to_be_unknown(checked: CheckReport) -> None:
    workspace = checked.plan.workspace
    records = (*workspace.partners.values(), *workspace.campaigns.values())
    assert [(one.id, lack.what) for one in records for lack in one.unknown] == [
        ("so-cong-thuong-dong-nai", "address"),
        ("so-cong-thuong-binh-duong", "address"),
        ("dong-nai-2016-2020", "owner"),
        ("dong-nai-2019", "owner"),
        ("dong-nai-2022", "owner"),
    ]


def test_plans_have_the_words_of_their_documents(
    checked: CheckReport, quotations: QuotationFile
) -> None:
    """Each line that is quoted anywhere stands so in every plan that has this line."""
    said: dict[str, list[str]] = {}
    for campaign in checked.plan.workspace.campaigns.values():
        texts = (*campaign.activities, *campaign.objectives, *campaign.responsibilities)
        found = [(each.source, each.text) for each in texts]
        found += [(each.source, each.as_printed) for each in campaign.facts]
        for source, text in found:
            said.setdefault(source, []).append(text)
    quoted = [
        (f"{document}:{line}", part.strip(" .;"))
        for document, lines in quotations.documents.items()
        for line, quote in lines.items()
        for part in quote.split("…")
    ]
    known = [(source, part) for source, part in quoted if source in said]
    assert len(known) >= 30
    assert [each for each in known if each[1] not in " ".join(said[each[0]])] == []


def test_what_was_done_is_told_only_where_a_source_tells_it(checked: CheckReport) -> None:
    """The article on 2016 to 2020, each figure as it is printed; of other years there is none."""
    evidence = checked.plan.workspace.evidence.values()
    assert {each.campaign for each in evidence} == {"dong-nai-2016-2020"}
    assert {each.of[0]: in_words(each.measures) for each in evidence} == {
        "tap-huan": "25 lớp, trên 2.000 cán bộ, trên 1.500 cơ sở, doanh nghiệp",
        "khao-sat": "khoảng 150 doanh nghiệp, cơ sở",
        "tap-huan-tai-doanh-nghiep": "15 lớp, khoảng 750 người",
        "danh-gia-nhanh": "25 cơ sở",
        "chuyen-san": "trên 10.000 cuốn, trên 1.500 doanh nghiệp",
        "phat-thanh": "20 chương trình",
        "ban-tin": "32 bản tin, trên 16 số, khoảng 80.000 bản",
        "bao-lao-dong": "12 số",
        "truyen-hinh": "20 chương trình phóng sự, trên 40 lần, khoảng 280 phút",
        "bang-ron": "2.200 cái",
        "pano": "22 cái",
        "website": "trên 760.000 lượt truy cập",
    }


def test_targets_in_per_cent_are_those_of_binh_duong(checked: CheckReport) -> None:
    campaigns = checked.plan.workspace.campaigns.values()
    aims = [
        (c.id, str(aim.target), aim.by) for c in campaigns for aim in c.objectives if aim.target
    ]
    assert aims == [
        ("binh-duong-2016-2020", share, 2020) for share in ("90%", "50%", "8–13%", "100%")
    ]


def test_scripts_fit_their_slots_even_when_they_are_read_slowly(
    checked: CheckReport, pieces: list[Piece]
) -> None:
    readings = checked.plan.workspace.abbreviations.readings
    slots = {piece.id: getattr(piece, "duration", None) for piece in pieces}
    scripts = {
        piece.id: read_script(piece.body.text).estimate(readings)
        for piece in pieces
        if slots[piece.id]
    }
    assert len(scripts) >= 4
    assert {key: judge(found, slots[key]).fit for key, found in scripts.items()} == dict.fromkeys(
        scripts, "fits"
    )
    assert [key for key, found in scripts.items() if found.slow > slots[key]] == []


def test_newspaper_pieces_are_whole(pieces: list[Piece]) -> None:
    """Of 700 to 1,200 words, with a standfirst, subheads and drawings that no other has."""
    stories = [piece for piece in pieces if isinstance(piece, Story)]
    lengths = {story.id: body_length(story.body.text).words for story in stories}
    assert {key: length for key, length in lengths.items() if not 700 <= length <= 1200} == {}
    assert [story.id for story in stories if not story.standfirst] == []
    assert [story.id for story in stories if story.body.text.count("\n## ") < 3] == []
    drawings = [picture.file for story in stories for picture in pictures_of(story)]
    assert [story.id for story in stories if not any(pictures_of(story))] == []
    assert len(drawings) == len(set(drawings))


def test_slogans_and_headlines(pieces: list[Piece]) -> None:
    """Twelve slogans and eighteen panels, no words twice; one is words alone, the others drawn."""
    slogans = {piece.slogan for piece in pieces if isinstance(piece, Banner)}
    panels = [piece for piece in pieces if isinstance(piece, Panel)]
    assert (len(slogans), len(panels)) == (12, 18)
    assert len({panel.headline for panel in panels}) == 18
    assert len({panel.illustration for panel in panels} - {""}) == 17


@pytest.mark.parametrize(
    ("medium", "number"),
    [
        ("radio", 4),
        ("tv", 1),
        ("newspaper", 9),
        ("banner", 12),
        ("panel", 18),
        ("poster", 6),
        ("leaflet", 1),
        ("handbook", 1),
        ("signboard", 1),
        ("placard", 1),
        ("slides", 1),
        ("handout", 4),
    ],
)
def test_number_of_pieces(pieces: list[Piece], medium: str, number: int) -> None:
    assert len([piece for piece in pieces if piece.medium == medium]) == number


def test_pages_of_the_site(pieces: list[Piece]) -> None:
    pages = {piece.id for piece in pieces if piece.medium == "article"}
    guides = {"cao-su-nhua", "che-bien-go", "det-may", "gom-su", "thuc-pham", "xi-ma"}
    assert pages >= {f"huong-dan-{guide}" for guide in guides}
    assert pages >= {
        "san-xuat-sach-hon-la-gi", "sau-buoc", "tam-nhom-giai-phap", "hoi-dap", "thuat-ngu",
        "ho-tro-va-lien-he", "chuong-trinh-va-phap-luat", "doc-khi-khong-co-mang",
        "dung-lai-tu-lieu", "en-what-is-cleaner-production", "en-six-steps", "en-contact",
    }  # fmt: skip


def test_who_approved_is_a_role_or_an_example(pieces: list[Piece]) -> None:
    assert {piece.approved_by for piece in pieces} <= {"Tổ biên tập", "Ví dụ"}


def test_english_pages_say_so(pieces: list[Piece]) -> None:
    languages = {p.file: p.lang for p in pieces if isinstance(p, Article)}
    english = {file for file, language in languages.items() if language == "en"}
    assert english == {file for file in languages if file.startswith("content/en/")}
