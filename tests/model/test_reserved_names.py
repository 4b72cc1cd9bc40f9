"""Which addresses nobody in the street can open."""

import pytest

from generator.model.reserved_names import is_reserved


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
