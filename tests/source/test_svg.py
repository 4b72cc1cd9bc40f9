import pytest

from generator.source.svg import svg_size

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def svg(inside: str = "", attributes: str = 'viewBox="0 0 720 405.4"') -> bytes:
    return f"{HEAD}{attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (svg(), (720, 405)),
        (svg(attributes='width="300" height="20px"'), (300, 20)),
        (svg('<g id="a"/><use href="#a"/>'), (720, 405)),
        (svg('<rect fill="url(#a)" width="1" height="1"/>'), (720, 405)),
        (svg("<rect style=\"fill: url( '#a' )\"/>"), (720, 405)),
        (svg('<image href="data:image/png;base64,AA=="/>'), (720, 405)),
    ],
)
def test_size(data: bytes, size: tuple[int, int]) -> None:
    assert svg_size(data) == size


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "form"),
        (b"<svg", "form"),
        (b"<html viewBox='0 0 1 1'/>", "form"),
        (svg(attributes=""), "form"),
        (svg(attributes='viewBox="0 0 a b"'), "form"),
        (svg(attributes='width="50%" height="50%"'), "form"),
        (svg(attributes='viewBox="0 0 nan 9"'), "form"),
        (svg(attributes='viewBox="0 0 inf 9"'), "form"),
        (svg(attributes='viewBox="0 0 1e300 9"'), "form"),
        (svg().decode().encode("utf-16"), "form"),
        (svg("<script>alert(1)</script>"), "active"),
        (svg('<rect onclick="alert(1)"/>'), "active"),
        (svg('<a href="javascript:alert(1)"/>'), "active"),
        (svg('<image xlink:href="https://example.org/x.png"/>'), "active"),
        (svg("<style>@import url(x.css)</style>"), "active"),
        (svg('<rect fill="url( https://example.org/x.svg#a )"/>'), "active"),
        (svg("<foreignObject/>"), "active"),
        (b"<?xml-stylesheet href='https://example.org/x.css'?>" + svg(), "active"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "active"),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        svg_size(data)
