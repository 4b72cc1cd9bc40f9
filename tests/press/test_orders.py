"""Variants, eyelets, tiles, counts and the rules for outdoors, as values."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.media import media
from generator.model.artwork import Artwork
from generator.model.placement import Placement
from generator.model.printed_piece import PrintedPiece
from generator.model.printer import Eyelets, Printer
from generator.model.sizes import Size
from generator.press.conditions import finishing_in_words
from generator.press.eyelets import Ring, finishing_marks, obstacles, rings
from generator.press.geometry import PressSheet
from generator.press.marks import marks
from generator.press.metadata import Facts
from generator.press.order import Order
from generator.press.outdoor import outdoor
from generator.press.tiles import Tile, seams, tiles
from generator.press.variants import HangingSite, unfilled_fields, variants


# Test data: no such place or piece exists.
def artwork(*texts: tuple[str, str]) -> Artwork:
    return Artwork("mau", "banner-words", Size(6000, 800), texts, "Mẫu", 30_000)


SITES = (
    HangingSite("kcn-mau", "KCN Mẫu", "huyện Thử", "→", "200 m", copies=3),
    HangingSite("ccn-mau", "CCN Mẫu", "huyện Thử", "←", "", copies=2),
    HangingSite("kcn-mau", "KCN Mẫu", "huyện Thử", "→", "200 m", copies=4),
)


class TestVariants:
    def test_equal_renderings_are_one_file_with_a_count(self) -> None:
        (only,) = variants(artwork(("slogan", "Một lời")), SITES)
        assert (only.artwork.copies, only.places, only.name) == (
            9,
            ("kcn-mau", "ccn-mau"),
            "moi-diem",
        )

    def test_each_place_gets_its_own_where_the_words_differ(self) -> None:
        found = variants(artwork(("place", "{arrow} {place}, {district}")), SITES)
        assert [(one.name, one.artwork.copies, one.artwork.texts) for one in found] == [
            ("kcn-mau", 7, (("place", "→ KCN Mẫu, huyện Thử"),)),
            ("ccn-mau", 2, (("place", "← CCN Mẫu, huyện Thử"),)),
        ]

    def test_names_of_who_answers_hold_no_field(self) -> None:
        texts = (("programme", "Trang {place}"), ("place", "{place}"))
        found = variants(artwork(*texts), SITES[:1])
        assert [one.artwork.texts for one in found] == [
            (("programme", "Trang {place}"), ("place", "KCN Mẫu"))
        ]
        assert unfilled_fields((("programme", "{nobody}"), ("place", "{place}"))) == [
            ("place", "{place}")
        ]

    def test_every_rendering_has_a_name_of_its_own(self) -> None:
        near, far = (
            HangingSite("kcn-mau", "KCN Mẫu", distance="200 m"),
            HangingSite("kcn-b", "B", distance="1 km"),
        )
        hung = (near, far, replace(near, place="ccn-mau"), replace(far, place="kcn-mau"))
        found = variants(artwork(("place", "{distance}")), (*hung, replace(near, distance="3 km")))
        assert [(one.name, one.places, one.sites) for one in found] == [
            ("kcn-mau-va-1-diem", ("kcn-mau", "ccn-mau"), (0, 2)),
            ("kcn-b-va-1-diem", ("kcn-b", "kcn-mau"), (1, 3)),
            ("kcn-mau", ("kcn-mau",), (4,)),
        ]
        twice = variants(artwork(("place", "{distance}")), (near, replace(near, distance="1 km")))
        assert [one.name for one in twice] == ["kcn-mau", "kcn-mau-ban-2"]

    def test_a_field_without_a_value_stays_and_is_named(self) -> None:
        found = variants(artwork(("place", "{distance} {nowhere}")), SITES[1:2])
        assert unfilled_fields(found[0].artwork.texts) == [
            ("place", "{distance}"),
            ("place", "{nowhere}"),
        ]

    def test_a_piece_without_placements_is_one_file(self) -> None:
        assert [one.name for one in variants(artwork(), ())] == ["chua-co-diem"]

    @given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 50)), min_size=1))
    def test_copies_add_up(self, hung: list[tuple[str, int]]) -> None:
        sites = [HangingSite(place, place.upper(), copies=copies) for place, copies in hung]
        found = variants(artwork(("place", "{place}")), sites)
        assert sum(one.artwork.copies for one in found) == sum(copies for _, copies in hung)
        assert len({one.name for one in found}) == len(found)


class TestEyelets:
    EVERY = Eyelets.model_validate({"every": "50 cm", "inset": "15 mm", "sides": ("top",)})

    def test_one_at_each_corner_and_even_gaps_between(self) -> None:
        assert rings(Size(1030, 800), self.EVERY) == (
            Ring(15, 15, 10),
            Ring(515, 15, 10),
            Ring(1015, 15, 10),
        )

    def test_no_eyelets_no_rings(self) -> None:
        assert rings(Size(1000, 800), None) == ()

    def test_marks_stay_out_of_the_bleed(self) -> None:
        sheet = PressSheet(Size(1030, 800), bleed=20, margin=40)
        printer = Printer.model_validate(
            {"id": "mau", "name": "Mẫu", "hem": "30 mm", "pocket": "60 mm"}
        ).model_copy(update={"eyelets": self.EVERY})
        left, bottom, right, top = sheet.bleed_box
        lines = [
            line for line in finishing_marks(sheet, printer).decode().splitlines() if "l S" in line
        ]
        points = [(float(p[i]), float(p[i + 1])) for p in map(str.split, lines) for i in (0, 3)]
        assert len(lines) == 3 * 2 + 4 + 8
        assert not [p for p in points if left < p[0] < right and bottom < p[1] < top]

    def test_a_ring_is_marked_as_large_as_it_is_beside_its_place(self) -> None:
        sheet = PressSheet(Size(1030, 800), bleed=20, margin=40)
        printer = Printer(id="mau", name="Mẫu", eyelets=self.EVERY)
        drawn = finishing_marks(sheet, printer).decode().splitlines()
        starts = [line.split()[:2] for line in drawn if line.endswith("s")]  # rings, closed
        where = [(sheet.at(x + 10, -33)) for x in (15, 515, 1015)]  # 20 of bleed, 3, and a radius
        assert starts == [[f"{x:.3f}", f"{y:.3f}"] for x, y in where]

    def test_registration_marks_stand_beside_a_ring_in_the_middle(self) -> None:
        sheet = PressSheet(Size(1030, 800), bleed=20, margin=40)
        taken = obstacles(sheet, self.EVERY)
        assert [[*map(float, found)] for found in taken] == [[15, 515, 1015], []]
        rows = [marks(sheet, each).decode().splitlines() for each in (((), ()), taken)]
        plain, moved = ([line for line in row if line.endswith("s")] for row in rows)
        kept = [old == new for old, new in zip(plain, moved, strict=True)]
        assert kept == [True, True, False, False]  # left and right; top and bottom


def order(trim: Size, **settings: str) -> Order:
    printer = Printer.model_validate({"id": "mau", "name": "Mẫu", "bleed": "50 mm"} | settings)
    drawn = Artwork("mau", "panel-words", trim, (), "Mẫu", 15_000, bleed=printer.bleed)
    facts = Facts("Mẫu", "Mẫu", date(2021, 4, 1))
    return Order("mau", drawn, printer, facts, palette={}, family="")


def test_the_margin_says_how_copies_are_finished() -> None:
    cloth = order(Size(6000, 800), hem="30 mm")
    rings = TestEyelets.EVERY
    cloth = replace(cloth, printer=cloth.printer.model_copy(update={"eyelets": rings}))
    assert finishing_in_words(cloth).replace("\u00a0", " ") == (
        "Gấp biên: 30 mm mỗi cạnh; Túi luồn cây: không; Khoen: đường kính 20 mm, tâm cách mép "
        "15 mm, cách nhau khoảng 500 mm, ở cạnh trên; Khoen mỗi bản: 13; Số tấm ghép: 1"
    )
    tiled = finishing_in_words(order(Size(12000, 6000))).replace("\u00a0", " ")
    assert tiled.endswith("Khoen: không; Số tấm ghép: 2, mí chồng 20 mm")


class TestTiles:
    def test_a_roll_wide_enough_for_the_shorter_side_needs_no_seam(self) -> None:
        assert tiles(order(Size(12000, 3000))) == (Tile(-50, -50, 12050, 3050),)

    def test_the_fewest_panels_are_taken(self) -> None:
        found = tiles(order(Size(12000, 6000)))
        assert found == (Tile(-50, -50, 12050, 3010), Tile(-50, 2990, 12050, 6050))

    def test_a_seam_steps_aside_from_letters(self) -> None:
        (seam,) = seams(order(Size(12000, 6000)), [(100, 2950, 300, 3020)])
        assert not (seam.end > 2950 and seam.start < 3020)

    @given(st.integers(3300, 40_000), st.integers(3300, 20_000), st.integers(1000, 5000))
    def test_panels_cover_the_piece_overlap_and_fit_the_roll(
        self, width: int, height: int, roll: int
    ) -> None:
        it = order(Size(width, height), roll=f"{roll} mm")
        found = tiles(it)
        assert (found[0].left, found[0].top) == (-50, -50)
        assert (found[-1].right, found[-1].bottom) == (width + 50, height + 50)
        for one in found:
            shorter = min(one.right - one.left, one.bottom - one.top)
            assert shorter <= roll + 0.01
        for one, following in pairwise(found):
            shared = max(one.right - following.left, one.bottom - following.top)
            upright = following.left > one.left
            between = one.right - following.left if upright else one.bottom - following.top
            assert between == pytest.approx(20)
            assert shared >= 20 - 1e-6


def piece(medium: str = "banner", **values: object) -> PrintedPiece:
    required = {
        "id": "mau",
        "medium": medium,
        "title": "Mẫu",
        "campaign": "mau",
        "activity": "mau",
        "size": "6 x 0,8 m",
    }
    kind, words = media()[medium].record, "slogan" if medium == "banner" else "headline"
    made = kind.model_validate(required | {words: "Mẫu"} | values)
    assert isinstance(made, PrintedPiece)
    return made


def codes(it: PrintedPiece, day: date = date(2021, 7, 1)) -> list[tuple[str, str]]:
    return [(found.rule.code, str(found.rule.severity)) for found in outdoor(it, day)]


DAY_2026 = date(2026, 1, 1)


class TestOutdoor:
    @pytest.mark.parametrize(
        ("medium", "fixings", "is_outdoors"),
        [
            ("banner", (), True),
            ("banner", ("indoors",), False),
            ("banner", ("indoors", "wall"), True),
            ("poster", (), False),
            ("poster", (None, "wall"), False),
            ("poster", ("indoors", "fence"), True),
            ("leaflet", (), False),
        ],
    )
    def test_rules_for_outdoors_ask_where_copies_hang(
        self,
        medium: str,
        fixings: tuple[str | None, ...],
        is_outdoors: bool,  # noqa: FBT001 - expected
    ) -> None:
        placements = tuple({"place": "mau", "fixing": one} for one in fixings)
        sponsor = {"name": "Bên tài trợ mẫu", "share": "90", "at": "left"}
        made = piece(medium, placements=placements, sponsor=sponsor)
        assert made.hangs_outdoors == is_outdoors
        assert bool(codes(made)) == is_outdoors

    def test_of_several_places_only_those_outdoors_are_held_to_their_days(self) -> None:
        days = {"place": "mau", "from": "1/7/2021", "to": "16/7/2021"}
        hung = ({**days, "fixing": "indoors"}, {**days, "fixing": "fence"})
        (found,) = outdoor(piece(placements=hung), date(2021, 7, 1))
        assert found.change == ("piece", "placements", "1", "until")

    @pytest.mark.parametrize(
        ("until", "found"),
        [("15/7/2021", []), ("16/7/2021", [("outdoor-too-long", "warning")])],
    )
    def test_fifteen_days_both_counted(self, until: str, found: list[object]) -> None:
        placement = Placement.model_validate({"place": "mau", "from": "1/7/2021", "to": until})
        assert codes(piece(placements=(placement,))) == found

    @pytest.mark.parametrize("fixing", ["across-road", "power-pole", "signal", "tree"])
    def test_where_it_must_not_hang(self, fixing: str) -> None:
        placement = {"place": "mau", "fixing": fixing}
        assert codes(piece(placements=(placement,))) == [("outdoor-forbidden-fixing", "error")]

    @pytest.mark.parametrize(
        ("medium", "share", "at", "found"),
        [
            ("banner", "20", "right", []),
            ("banner", "21", "right", ["outdoor-sponsor-share"]),
            ("banner", "20", "bottom", ["outdoor-sponsor-place"]),
            ("panel", "20", "bottom", []),
            ("panel", "20", "right", ["outdoor-sponsor-place"]),
        ],
    )
    def test_sponsors(self, medium: str, share: str, at: str, found: list[str]) -> None:
        sponsor = {"name": "Bên tài trợ mẫu", "share": share, "at": at}
        assert [code for code, _ in codes(piece(medium, sponsor=sponsor))] == found

    def test_a_rule_whose_text_may_have_changed_is_not_applied(self) -> None:
        sponsor = {"name": "Bên tài trợ mẫu", "share": "90", "at": "left"}
        both = piece(sponsor=sponsor, foreign="Clean water")
        assert codes(both, date(2026, 3, 1)) == [("outdoor-law-unread", "warning")] * 2

    def test_it_is_said_which_law_was_not_looked_at(self) -> None:
        hung = {"place": "mau", "from": "1/1/2026", "to": "1/2/2026", "fixing": "across-road"}
        (days, fixing) = outdoor(piece(placements=(Placement.model_validate(hung),)), DAY_2026)
        assert (days.change, fixing.change) == (
            ("piece", "placements", "0", "until"),
            ("piece", "placements", "0", "fixing"),
        )
        assert dict(days.details) == {
            "law": "Điều 27 Luật Quảng cáo 2012",
            "since": "1/1/2013",
            "until": "31/12/2025",
            "day": "1/1/2026",
        }

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("Sạch nhất tỉnh", True),
            ("Số một về sạch", True),
            ("Thống nhất một lòng", False),
            ("Ít nhất hai lần, nhất là buổi sáng", False),
            ("Tại Thống Nhất", False),
        ],
    )
    def test_superlatives(self, words: str, found: bool) -> None:  # noqa: FBT001 - expected
        banner = piece(slogan=words)
        assert [code for code, _ in codes(banner)] == ["outdoor-superlative"] * found
