"""Which addresses nobody in the street can open."""

import pytest

from generator.model.reserved_names import is_reserved, reserved_for


@pytest.mark.parametrize(
    "address",
    [
        "https://sxsh.example.org/",
        "https://example.vn/",
        "https://www.EXAMPLE.com.vn/sxsh/",
        "https://trang.test/",
        "https://trang.invalid./",
        "https://abc.example/",
        "http://localhost:8000/",
        "http://127.0.0.1:8000/",
        "http://[::1]/",
        "https://192.168.1.4/",
        "https://may-chu/",
        "https://nas.home.arpa/",
        "https://in.local/",
        "https://[/",
        "/",
        "",
    ],
)
def test_reserved(address: str) -> None:
    assert is_reserved(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://sct.dongnai.gov.vn/",
        "https://example.sct.dongnai.gov.vn/",
        "https://myexample.org/",
        "https://test.vn/",
        "https://local.com.vn/",
        "https://8.8.8.8/",
    ],
)
def test_open_to_everybody(address: str) -> None:
    assert not is_reserved(address)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        *(("mailto:lan@so-ct.local", "inside"), ("mailto:lan@may-chu?subject=a", "inside")),
        *(("mailto:lan@EXAMPLE.com", "examples"), ("mailto:lan@sct.dongnai.gov.vn", "")),
        *(
            ("http://127.1/", "inside"),
            ("http://10.1.2.3/", "inside"),
            ("http://172.16.0.1/", "inside"),
        ),
        *(("https://so.intranet/a", "inside"), ("https://trang.test/", "examples")),
    ],
)
def test_what_a_name_is_kept_for(address: str, kept: str) -> None:
    assert reserved_for(address) == kept
