"""SVG pictures are written anew from what the lists allow; all else is named and refused."""

import base64
from io import BytesIO

import pytest
from PIL import Image

from generator.diagnostics import Refusal
from generator.source.svg import Drawing, drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
BOX = 'viewBox="0 0 720 405.4"'


def svg(inside: str = "", attributes: str = BOX) -> bytes:
    return f"{HEAD}{attributes}>{inside}</svg>".encode()


def png() -> str:
    target = BytesIO()
    Image.new("L", (1, 1)).save(target, "PNG")
    return base64.b64encode(target.getvalue()).decode()


def found(data: bytes) -> tuple[str, object]:
    """The code of the refusal, and what it names."""
    refused = drawing(data)
    assert isinstance(refused, Refusal), refused
    return refused.rule.code, refused.details.get("found", "")


def written(inside: str) -> str:
    """What is written anew, inside of the outermost element."""
    made = drawing(svg(inside))
    assert isinstance(made, Drawing), made
    return made.data.decode().partition(f"{BOX}>")[2].removesuffix("</svg>")


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (svg("<g/>"), (720, 405)),
        (svg(attributes='width="300" height="20px"'), (300, 20)),
        (f'<svg {BOX} width="210mm" height="9mm"/>'.encode(), (720, 405)),
        (svg().decode().encode("utf-16"), (720, 405)),
        (b'<?xml version="1.0" encoding="windows-1258"?>' + svg(), (720, 405)),
        (b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">' + svg(), (720, 405)),
        (b"<?xpacket x?>" + svg("<?xpacket y?>"), (720, 405)),
    ],
)
def test_size(data: bytes, size: tuple[int, int]) -> None:
    made = drawing(data)
    assert isinstance(made, Drawing)
    assert (made.picture.size, made.picture.form) == (size, "SVG")


ID = '<g id="a"/>'


@pytest.mark.parametrize(
    "inside",
    [
        f'{ID}<use href="#a"/>',
        f'{ID}<rect fill="url(#a)" width="1" height="1"/>',
        "<style>.a, g &gt; .b{fill:#fff;stroke:url(#x)}#c{opacity:.5}</style>",
        "<style>@media (prefers-color-scheme: dark){path{fill:#fff}}</style>",
        "<g style=\"fill:rgb(1,2,3);font-family:'Be Vietnam Pro'\"/>",
        '<g transform="translate(1 2) rotate(-3)"><path d="M0 0l-1e-3 2.5Z"/></g>',
        '<g aria-label="Hình(một)"/>',
        f'<image href="data:image/png;base64,{png()}"/>',
        '<text xml:space="preserve">Một <tspan dx="3">hai</tspan> ba</text>',
        '<filter id="f"><feGaussianBlur in="SourceGraphic" stdDeviation="3"/></filter>',
    ],
)
def test_what_draws_comes_through_as_it_was(inside: str) -> None:
    assert written(inside) == inside


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        (f'{ID}<use xlink:href="#a"/>', f'{ID}<use href="#a"/>'),
        ("<rect style=\"fill: url( '#a' ); -x-y: z\"/>", "<rect style=\"fill:url( '#a' )\"/>"),
        (
            "<style>/* a */ .a { fill : red ; behavior:url(x) }</style>",
            "<style>.a{fill:red}</style>",
        ),
        ("<metadata><a xmlns='x'/></metadata><g/>", "<g/>"),
        ('<g xmlns:i="http://www.inkscape.org/" i:label="x"><i:view/></g>', "<g/>"),
        ('<g srcset="https://a" formaction="b" data-x="c" tabindex="0"/>', "<g/>"),
        ("<text>Một <!-- hai -->ba</text>", "<text>Một ba</text>"),
        ("lời <g/> rơi", "<g/>"),
    ],
)
def test_what_draws_nothing_is_left_out(inside: str, kept: str) -> None:
    assert written(inside) == kept


W, SECRET = "<text>Lời</text>", "<text>Gọi chị Lan</text>"


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        (f'<g style="display:none">{SECRET}</g>{W}', W),
        (f'<g display="none">{SECRET}</g>{W}', W),
        (f'<g visibility="hidden">{SECRET}</g>{W}', f'<g visibility="hidden"/>{W}'),
        (f'<g visibility="collapse"><g>{SECRET}</g></g>', '<g visibility="collapse"><g/></g>'),
        (f'<g opacity="0">{SECRET}</g><g opacity="0.1">{W}</g>', f'<g opacity="0.1">{W}</g>'),
        (f'<g style="opacity:0.0%">{SECRET}</g>', ""),
        ('<text fill="none">a</text><text font-size="0px">b</text>', ""),
        ('<text fill="none" stroke="red">a</text>', '<text fill="none" stroke="red">a</text>'),
        (
            '<text>Một <tspan style="display:none !important">x</tspan> ba</text>',
            "<text>Một  ba</text>",
        ),
        (
            '<g visibility="hidden"><text visibility="visible">a</text></g>',
            '<g visibility="hidden"><text visibility="visible">a</text></g>',
        ),
        (f"<title>Nháp</title><desc>Lan vẽ</desc><g><title>x</title>{W}</g>", f"<g>{W}</g>"),
        (  # what is used stays, what only something hidden used does not
            f'<g display="none"><path id="a"/>{SECRET}</g><use href="#a"/>',
            '<g display="none"><path id="a"/></g><use href="#a"/>',
        ),
        (f'<defs>{SECRET}<g id="a">{W}</g></defs><use href="#a" display="none"/>', "<defs/>"),
        (f'<symbol id="a">{SECRET}</symbol>', ""),
        (f'<clipPath id="a">{W}</clipPath>{ID}', ID),
    ],
)
def test_what_nobody_sees_is_left_out(inside: str, kept: str) -> None:
    assert written(inside) == kept


DARK = "@media (prefers-color-scheme: dark)"


@pytest.mark.parametrize(
    ("sheet", "is_kept"),
    [
        (".a{display:none}", False),
        ("#b{visibility:hidden}", False),
        ("text{opacity:0}", False),
        ("g text{display:none}", False),
        ("g&gt;.a{display:none}", False),
        ("svg&gt;.a{display:none}", True),
        ("g g .a{display:none}", True),
        (".x,.a{display:none}", False),
        (".a{display:none}#b{display:inline}", True),
        ("#b{display:inline}.a{display:none}", True),
        ("#b{display:inline}.a{display:none !important}", False),
        (f"{DARK}{{.a{{display:none}}}}", True),
        (f".a{{display:none}}{DARK}{{.a{{display:inline}}}}", True),
        ("*{fill:none}", False),
    ],
)
def test_what_style_sheets_hide_by_day_and_by_night_is_left_out(
    sheet: str, *, is_kept: bool
) -> None:
    words = '<text class="a" id="b">Lời</text>'
    made = written(f"<style>{sheet}</style><g>{words}</g>")
    assert made.partition("</style>")[2] == (f"<g>{words}</g>" if is_kept else "<g/>")


def test_a_title_that_is_said_aloud_stays() -> None:
    inside = '<title id="t">Sơ đồ</title><desc>Nháp</desc><rect width="1" height="1"/>'
    made = drawing(svg(inside, f'role="img" aria-labelledby="t" {BOX}'))
    assert isinstance(made, Drawing)
    assert ("Sơ đồ" in made.data.decode(), "Nháp" in made.data.decode()) == (True, False)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_picture_within_a_drawing_says_nothing_but_its_pixels(form: str) -> None:
    notes, target = Image.Exif(), BytesIO()
    notes[0x013B] = "Chị Lan"
    Image.new("RGB", (4, 2), "red").save(target, form, exif=notes)
    inside = base64.b64encode(target.getvalue()).decode()
    made = written(f'<image href="data:image/{form.lower()};base64,{inside}"/>')
    data = base64.b64decode(made.partition("base64,")[2].partition('"')[0])
    with Image.open(BytesIO(data)) as opened:
        assert (opened.format, opened.size, dict(opened.getexif())) == (form, (4, 2), {})
    assert b"Lan" not in data


def test_parts_stay_where_other_files_use_them() -> None:
    data = svg(f'<symbol id="a"><title>Nháp</title>{W}</symbol><g display="none">{SECRET}</g>')
    made = drawing(data, with_parts=True)
    assert isinstance(made, Drawing)
    assert made.data.decode().partition(f"{BOX}>")[2] == f'<symbol id="a">{W}</symbol></svg>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b"<html viewBox='0 0 1 1'/>",
        b'<?xml version="1.0" encoding="xyz"?>' + svg(),
    ],
)
def test_no_drawing(data: bytes) -> None:
    assert found(data) == ("picture-form", "")


H = 'xmlns:h="http://www.w3.org/1999/xhtml"'


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<foreignObject/>", "foreignObject"),
        ("<animate/>", "animate"),
        ("<set/>", "set"),
        ("<a href='https://a'><g/></a>", "a"),
        ("<feImage href='#a'/>", "feImage"),
        ("<unheard-of/>", "unheard-of"),
        (f'<h:meta {H} http-equiv="refresh"/>', "meta"),
        (f'<h:object {H} data="data:text/html,x"/>', "object"),
        (f"<metadata><h:script {H}/></metadata>", "metadata"),
        ('<rect onclick="alert(1)"/>', "onclick"),
        ('<rect ONLOAD="alert(1)"/>', "ONLOAD"),
        ('<image href="data:image/png;base64,AA=="/>', "data:image/png;base64,AA=="),
        ('<image href="data:image/svg+xml,x"/>', "data:image/svg+xml,x"),
        ('<use href="x.svg#a"/>', "x.svg#a"),
        ('<rect fill="url( https://example.org/x.svg#a )"/>', "url( https://example.org/x.svg#a )"),
        ('<rect style="fill:url&#40;https://a)"/>', "url(https://a)"),
        (r'<rect style="fill:u\72l(//a)"/>', r"u\72l(//a)"),
        ('<rect fill="image-set(url(#a))"/>', "image-set(url(#a))"),
        ("<style>@import url(x.css);</style>", "@import url(x.css);"),
        (r"<style>@\69mport 'x';</style>", r"@\69mport 'x';"),
        ("<style>@font-face{src:url(x)}</style>", "@font-face{src:url(x)}"),
        ("<style>a[href]{fill:red}</style>", "a[href]{fill:red}"),
        ("<style>.a{fill:url(//a)}</style>", "url(//a)"),
    ],
)
def test_what_runs_fetches_or_leads_elsewhere_is_named(inside: str, named: str) -> None:
    if named == "metadata":  # which no browser looks into, and which is not written
        assert written(inside) == ""
    else:
        assert found(svg(inside)) == ("picture-active", named)


@pytest.mark.parametrize(
    "address", ["https://example.org/x.png", "anh-xuong.jpg", "file:///C:/anh/anh-xuong.jpg"]
)
def test_a_photograph_that_is_only_linked_is_named(address: str) -> None:
    assert found(svg(f'<image xlink:href="{address}"/>')) == ("picture-linked", address)


def tenfold(level: int) -> str:
    """Ten of ten of ten …: thirteen lines that draw ten million million shapes."""
    if not level:
        return '<g id="a0"><rect/></g>'
    uses = f'<use href="#a{level - 1}"/>' * 10
    return f'{tenfold(level - 1)}<g id="a{level}">{uses}</g>'


@pytest.mark.parametrize(
    "data",
    [
        svg('<g id="a"><use href="#a"/></g>'),
        svg('<g id="a"><rect mask="url(#a)"/></g>'),
        svg(tenfold(12)),
        svg("".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(3000))),
        svg("<rect/>" * 50_000),
        svg("<g>" * 5000 + "</g>" * 5000),
        svg("<rect {}/>".format(" ".join(f"a{n}='1'" for n in range(1000)))),
        svg(f"<text>{'a' * 10_000_000}</text>"),
        svg('<filter><feTurbulence numOctaves="1000000"/></filter>'),
        svg('<filter><feGaussianBlur stdDeviation="1e9"/></filter>'),
    ],
    ids=[
        "itself",
        "mask",
        "tenfold",
        "chain",
        "many",
        "deep",
        "attributes",
        "long",
        "octaves",
        "blur",
    ],
)
def test_what_cannot_be_drawn_in_the_end_is_told_as_that(data: bytes) -> None:
    assert found(data) == ("drawing-too-large", "")


LONG = 50_000


@pytest.mark.parametrize(
    "inside",
    [
        f'<path d="{"h1" * LONG}"/>',
        f'<path d="M0 0{" " * LONG}"/>',
        f'<path transform="{"a" * LONG}"/>',
        f'<path transform="{"scale(" * LONG}"/>',
        f'<g fill="{"url(" * LONG}"/>',
        f'<g fill="url(#a{" " * LONG}"/>',
        f'<g style="{"fill:" * LONG}"/>',
        f'<g style="{";" * LONG}"/>',
        f"<style>{'/*' * LONG}</style>",
        f"<style>{' ' * LONG}x</style>",
        f"<style>{'a{' * LONG}</style>",
        f"<style>{'a{}' * LONG}</style>",
        f"<style>@media{' ' * LONG}x</style>",
        f"<style>{'@media (prefers-color-scheme:dark){' * 9_000}</style>",
        "<g/>" * LONG,
        f'<image href="data:image/png;base64,{"A" * LONG}"/>',
    ],
    ids=range(16),
)
def test_long_ones_end(inside: str) -> None:
    assert isinstance(drawing(svg(inside)), Drawing | Refusal)
    assert isinstance(drawing(svg(inside, f'{BOX} width="1{" " * LONG}x"')), Drawing | Refusal)


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("<?xml-stylesheet href='https://example.org/x.css'?>", "xml-stylesheet"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>', "!ENTITY"),
        ('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "!ENTITY"),
        ('<!DOCTYPE svg [<!ENTITY % a "b">]>', "!ENTITY"),
    ],
)
def test_what_stands_before_it(before: str, named: str) -> None:
    assert found(before.encode() + svg()) == ("picture-active", named)
