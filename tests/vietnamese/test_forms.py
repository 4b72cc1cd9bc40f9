"""What tells at once that a text holds nothing odd is never wrong."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import generator
from generator.text.asides import asides
from generator.text.odd_signs import is_odd
from generator.text.outline import outline
from generator.text.placeholders import placeholders
from generator.text.prose import prose, spoken_prose
from generator.vietnamese.forms import RareForm, Sign, every_form
from generator.vietnamese.keyboard import residues
from generator.vietnamese.legacy import suspect
from generator.vietnamese.lunar_words import day_pairs, said_years
from generator.vietnamese.punctuation import (
    dashes,
    double_spaces,
    missing_spaces,
    stray_spaces,
)
from generator.vietnamese.quotation_marks import quotation_marks
from generator.vietnamese.spelling import misspellings
from generator.vietnamese.text import invisible, lookalikes, lost_letters
from generator.vietnamese.tone import placements

for module in walk_packages(generator.__path__, "generator."):
    if "__main__" not in module.name:
        import_module(module.name)

PARTS = [
    "Nước", "khóa vòi", "hòa", "qúa", "nuớc", "tiế t", "tiêt", "Tieets kieemj", "Tie61t", "tie^'t",
    "Sáº£n xuáº¥t", "n\u00adíc", "nöôùc", "XÃ HỘI", "Â", "Ã", "â…", "ﬁ", "２", "\u200b", "\u00ad",
    "�", "нос", "Ðo", "ư", "a\u0302", "\u0301", "TODO", "lorem ipsum", "chữ của bạn", "[điền tên]",
    "(chèn", "12/xx/2021", "dd/mm/yy", "20xx", "0xxx", "XXX", "ngày", "…", "....", "___",
    ". . . . ", "??", "?", "####", "#N/A", "Error! No ", "click here to enter", "{PAGE }", "«a_b»",
    "9,5E+08", "<tên>", "<b>", "&amp;", "`a`", "```", "~~~", "~~a~~", "\\*", "[a](b)", "[!NOTE]",
    "[TOC]", "*[a]:", "[^1]", "[a][b]", "[a]:", "https://a.vn", "www.a.vn", "a@b.vn", ":::", "---",
    "- ", "1. ", '"', "“", "”", "‘", "’", "'", "„", " ,", "( ", "a,b", "xong.Hết", "a - b",
    "(nhạc nổi)", "*nhạc*", "/nhạc/", " / ", " |nhạc|", " - nhạc nền - ", "^nhạc^", "**Anh:** ",
    "2010-2020", "\u00a0", "30 oC", "30 0 C", "m2", "10^3", "CO2", "**", "*a", "__", "a__b",
    "*a* b", "==a==", ":smile:", "#x", "##x", "x ##", "+", "•", "|", "    ", "\t", "\u3000",
    "mùng 3", "rằm", " tháng Giêng", " Tân Sửu", "(20/2/2021)", "2021", "30 Tết", "âm lịch",
    "quảr", "ưebsite", "nge", "kà", "Kà", "nướcc", "nƯỚC", "qanh", "\u2028",
    "\u0085", ".", ",", ":", "x",
]  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(PARTS), st.sampled_from([" ", "\n", "\n\n", "", "a"])), max_size=12
).map("".join)

LOOKS: dict[str, Callable[[str], object]] = {
    "invisible": invisible,
    "lookalikes": lookalikes,
    "lost_letters": lost_letters,
    "suspect": suspect,
    "misspellings": lambda text: [*misspellings(text)],
    "residues": lambda text: [*residues(text)],
    "day_pairs": lambda text: [*day_pairs(text)],
    "said_years": lambda text: [*said_years(text)],
    "placements": lambda text: [*placements(text)],
    "double_spaces": lambda text: [*double_spaces(text)],
    "stray_spaces": lambda text: [*stray_spaces(text)],
    "missing_spaces": lambda text: [*missing_spaces(text)],
    "quotation_marks": lambda text: [*quotation_marks(text)],
    "dashes": lambda text: [*dashes(text)],
    "prose": prose,
    "spoken": spoken_prose,
    "asides": lambda text: [*asides(text)],
    "placeholders": lambda text: [*placeholders(text, prose(text), is_value=False, is_heard=False)],
    "is_odd": is_odd,
    "outline": outline.__wrapped__,
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_nothing_is_hidden(look: Callable[[str], object]) -> None:
    @given(TEXTS)
    def law(text: str) -> None:
        quick = look(text)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Sign, "is_in", lambda *_: True)
            assert look(text) == quick

    law()


BEFORE = st.sampled_from(["", " ", "\n", "a "])


@given(TEXTS, BEFORE)
def test_a_text_with_any_form_has_its_sign(text: str, before: str) -> None:
    for form in every_form():
        if form.pattern.search(before + text):
            assert form.sign.is_in(before + text)


@pytest.mark.parametrize("form", every_form(), ids=lambda form: form.pattern.pattern[:40])
def test_what_is_made_of_a_form_has_its_sign(form: RareForm) -> None:
    @settings(max_examples=10, suppress_health_check=[HealthCheck.filter_too_much])
    @given(TEXTS | st.from_regex(form.pattern), BEFORE)
    def law(text: str, before: str) -> None:
        if form.pattern.search(before + text):
            assert form.sign.is_in(before + text)

    law()


def test_words_are_looked_through_again_for_a_new_sign() -> None:
    assert Sign("q{3}").is_in("một qqq4 hai")
    assert Sign("q{3}4").is_in("một qqq4 hai")


WORDS = sorted({word for part in [*PARTS, "XX", "xx", "X,X%", "2x"] for word in part.split()})
FORMS = every_form()
ALONE = {form: {word for word in WORDS if [*form.sign.words_with([word], word)]} for form in FORMS}


@given(st.permutations(WORDS))
@settings(max_examples=10)
def test_the_order_of_words_decides_nothing(words: list[str]) -> None:
    """They come from a set, whose order is another in each run."""
    lines = "\n".join(words)
    assert {form: {*form.sign.words_with(words, lines)} for form in FORMS} == ALONE
