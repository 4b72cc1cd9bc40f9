import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.slugs import slugify, toc_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đồng Nai", "dong-nai"),
        ("đồng nai", "dong-nai"),
        ("Sản xuất sạch hơn là gì?", "san-xuat-sach-hon-la-gi"),
        ("  KCN Nhơn Trạch 2 – Lộc Khang  ", "kcn-nhon-trach-2-loc-khang"),
        ("Quý II/2021", "quy-ii-2021"),
        ("CO₂ & m²", "co2-m2"),
        ("“Saigon’s” café", "saigon-s-cafe"),
        ("ƯỚC MƠ", "uoc-mo"),
        ("Bie\u0302n Ho\u0300a", "bien-hoa"),
        ("12,5%", "12-5"),
        ("under_score", "under-score"),
        ("---", ""),
        ("北京", ""),
        ("", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_ascii_words_and_its_own_slug(s: str) -> None:
    slug = slugify(s)
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert slugify(slug) == slug


def test_toc_slug_takes_the_separator() -> None:
    assert toc_slug("Đồng Nai xanh", "_") == "dong_nai_xanh"


def test_toc_slug_serves_python_markdown() -> None:
    settings = {"toc": {"slugify": toc_slug}}
    html = markdown.markdown(
        "# Đồng Nai\n# Đồng Nai", extensions=["toc"], extension_configs=settings
    )
    assert re.findall('id="([^"]+)"', html) == ["dong-nai", "dong-nai_1"]
