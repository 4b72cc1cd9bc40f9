"""What leads nowhere outside is told in every dress, and once; what people write is left alone."""

from collections.abc import Callable, Mapping

import pytest

from generator.diagnostics import Diagnostic

PATH, LINK = "content/cach-lam.md", "[trang đầu](index.md)"


@pytest.mark.parametrize(
    ("words", "href"),
    [
        ("http://may-chu/lich", "http://may-chu/lich"),
        ("http://may-chu", "http://may-chu"),
        ("[lịch](http://may-chu/lich)", "http://may-chu/lich"),
        ("http://10.0.0.8/lich", "http://10.0.0.8/lich"),
        ("10.0.0.8/lich", "10.0.0.8/lich"),
        ("192.168.1.20", "192.168.1.20"),
        ("localhost:8000/bai", "localhost:8000/bai"),
        ("so-ct.local", "so-ct.local"),
        ("may.lan/lich", "may.lan/lich"),
        ("lan@so-ct.local", "mailto:lan@so-ct.local"),
        ("lan@example.com", "mailto:lan@example.com"),
        ("[Lan](mailto:lan@so-ct.local)", "mailto:lan@so-ct.local"),
        ("https://example.vn", "https://example.vn"),
        ("[mẫu](https://trang.test/mau)", "https://trang.test/mau"),
    ],
)
def test_a_name_that_leads_nowhere(
    words: str, href: str, whole: Mapping[str, bytes], told: Callable[..., list[Diagnostic]]
) -> None:
    text = whole[PATH].decode().replace(LINK, f"{LINK}, {words} nhé")
    found = told({**whole, PATH: text.encode()})
    assert [(each.rule.code, each.details["href"]) for each in found] == [("dead-link", href)]
    shown = found[0].where.text[found[0].where.column - 1 :]
    assert shown.startswith(href.removeprefix("mailto:")) or words.startswith("[")


def test_what_leads_somewhere_and_what_is_no_address(
    whole: Mapping[str, bytes], told: Callable[..., list[Diagnostic]]
) -> None:
    said = "gõ http:// trước tên, gửi lan@vi-du.vn, xem https://vi-du.vn/lich"
    text = whole[PATH].decode().replace(LINK, f"{LINK}, {said} nhé")
    assert told({**whole, PATH: text.encode()}) == []


PARTNERS = "campaigns/partners.yml"


def test_a_value_that_leads_nowhere(
    whole: Mapping[str, bytes], told: Callable[..., list[Diagnostic]]
) -> None:
    partners, article = whole[PARTNERS].decode(), whole[PATH].decode()
    near = partners.replace("website: https://so-thu.example.org", "website: http://192.168.1.20/")
    cited = article.replace("https://example.org/so-lieu", "http://may-chu/so-lieu")
    assert partners != near
    assert article != cited
    found = told({**whole, PARTNERS: near.encode(), PATH: cited.encode()})
    assert {(each.where.path, each.rule.code, each.details.get("href")) for each in found} >= {
        (PARTNERS, "dead-link", "http://192.168.1.20/"),
        (PATH, "dead-link", "http://may-chu/so-lieu"),
    }
