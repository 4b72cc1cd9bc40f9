"""What a style sheet loads, whatever way it is written."""

import pytest

from generator.text.html_page import style_addresses

STYLES = {
    '@import url("//thu.vn/a.css")': ["//thu.vn/a.css"],
    '@import "http://thu.vn/a"': ["http://thu.vn/a"],
    '@import/**/"//thu.vn/x";': ["//thu.vn/x"],
    '@\\69mport "//thu.vn/x"': ["//thu.vn/x"],
    "\\75rl(http://thu.vn)": ["http://thu.vn"],
    "url(/\\2f thu.vn/z.png)": ["//thu.vn/z.png"],
    'image-set("http://thu.vn/b" 1x, "c.png" 2x)': ["http://thu.vn/b", "c.png"],
    'url(data:abc) url("a.png")': ["a.png"],
    "@font-face{src:url('x.woff2') format('woff2')}": ["x.woff2"],
    'p::after { content: "url"; color: red }': [],
}


@pytest.mark.parametrize("style", STYLES)
def test_what_a_style_sheet_loads(style: str) -> None:
    assert list(style_addresses(style)) == STYLES[style]
