"""What `loa` needs may be passed on with it under the MIT licence: libraries, and what is in them.

No GPL. LGPL only for what is taken unmodified, lies in a file or package of its own and can be
exchanged. An extra that is not installed is left out by name; CI installs all of them.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from unicodedata import normalize

import pytest
from fontTools.ttLib import TTFont
from packaging.requirements import Requirement
from PIL import features

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))[
    "project"
]
ENGINE = Path(__file__).parents[1] / "generator"
EXTRAS = ("", *PROJECT["optional-dependencies"])

FINE = frozenset(
    (
        "0BSD",
        "Apache-2.0",
        "Apache-2.0 WITH LLVM-exception",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "CC0-1.0",
        "CDLA-Permissive-2.0",
        "FTL",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "IJG",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-1.1",
        "MPL-2.0",
        "OFL-1.1",
        "PSF-2.0",
        "Unicode-3.0",
        "Unicode-DFS-2016",
        "Unlicense",
        "WTFPL",
        "X11",
        "Zlib",
        "libpng-2.0",
        "libtiff",
        "yes",
    )
)
"""Licences that ask for no more than a notice, or for the sources of their own files alone."""

IN_OTHER_WORDS = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "MIT Licence": "MIT",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}

READ = {
    "docxtpl": "yes",  # LGPL-2.1-only: an extra, taken unmodified, in a package of its own
    "feedgen": "BSD-2-Clause OR LGPL-3.0-or-later",  # license.bsd, license.lgpl: "either of them"
    "pypdfium2": "(BSD-3-Clause OR Apache-2.0) AND BSD-3-Clause",  # and PDFium with its own
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "python-dateutil": "Apache-2.0 AND BSD-3-Clause",
}
"""What was found by reading where the metadata does not say it in a form that can be compared."""

BUNDLED = {
    "libXau": "X11",
    "libavif": "BSD-2-Clause",
    "libbrotlicommon": "MIT",
    "libbrotlidec": "MIT",
    "libfreetype": "FTL OR GPL-2.0-or-later",
    "libgfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libharfbuzz": "MIT",
    "libjpeg": "IJG AND BSD-3-Clause",
    "liblcms2": "MIT",
    "liblzma": "0BSD",
    "libopenjp2": "BSD-2-Clause",
    "libpdfium": "BSD-3-Clause",
    "libpng16": "libpng-2.0",
    "libqpdf": "Apache-2.0",
    "libscipy_openblas64_": "BSD-3-Clause",
    "libsharpyuv": "BSD-3-Clause",
    "libtiff": "libtiff",
    "libwebp": "BSD-3-Clause",
    "libwebpdemux": "BSD-3-Clause",
    "libwebpmux": "BSD-3-Clause",
    "libxcb": "X11",
    "libzstd": "BSD-3-Clause OR GPL-2.0-only",
}
"""Libraries that lie in wheels as files of their own."""

UNMODIFIED = {"libquadmath": "numpy"}
"""LGPL, with the wheel that brings it as a file of its own, which anybody may exchange.

lxml's wheels hold iconv (LGPL) too; who wants another builds lxml with the system's.
"""

LEFT_OUT = {("pillow", "FriBiDi"), ("pillow", "libimagequant")}
"""What a list of parts names and the wheel does not hold: Pillow can be built with them."""


def fits(expression: str) -> bool:
    """Whether a licence expression (SPDX) leaves us a choice that is fine."""
    while "(" in expression:
        expression = re.sub(
            r"\(([^()]*)\)", lambda inner: "yes" if fits(inner[1]) else "no", expression
        )
    either = re.split(r"\s+OR\s+", expression.strip())
    return any(all(one in FINE for one in re.split(r"\s+AND\s+", every)) for every in either)


def stated(found: Distribution) -> str:
    """The licence of a distribution, by its metadata."""
    name = found.metadata["Name"].lower()
    if name in READ:
        return READ[name]
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    said = IN_OTHER_WORDS.get(said, said)
    if fits(said):
        return said
    kinds = [line for line in found.metadata.get_all("Classifier", []) if "OSI Approved" in line]
    names = [kind.rpartition(" :: ")[2] for kind in kinds]
    return " AND ".join(IN_OTHER_WORDS.get(kind, kind) for kind in names) or said


def parts(found: Distribution) -> Iterator[tuple[str, str]]:
    """Name and licence of what a wheel says that it holds (CycloneDX)."""
    for file in found.files or ():
        if "sboms" not in file.parts:
            continue
        for part in json.loads(file.read_text()).get("components", ()):
            said = [
                each.get("expression") or each["license"].get("id") or each["license"]["name"]
                for each in part.get("licenses", ())
            ]
            if said:
                yield part["name"], " AND ".join(f"({one})" for one in said)


def libraries(found: Distribution) -> Iterator[str]:
    """Names of the libraries that lie in a wheel beside its modules."""
    for file in found.files or ():
        is_library = re.search(r"\.(so|dylib|dll)(\.[\d.]+)?$", file.name)
        if is_library and not file.name.endswith(tuple(EXTENSION_SUFFIXES)):
            yield re.split(r"[-.]", file.name)[0]


def needed(extra: str) -> dict[str, Distribution]:
    """What an extra brings with all that it needs in turn; "" is what everybody gets."""
    left = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"].get(extra, ())]
    asked = [(Requirement(line), frozenset({""})) for line in left]
    found: dict[str, Distribution] = {}
    while asked:
        wanted, extras = asked.pop()
        if wanted.marker and not any(wanted.marker.evaluate({"extra": one}) for one in extras):
            continue
        name = wanted.name.lower().replace("_", "-")
        if name not in found:
            found[name] = distribution(name)
            inner = frozenset({"", *wanted.extras})
            asked += [(Requirement(line), inner) for line in found[name].requires or ()]
    return found


@pytest.mark.parametrize("extra", EXTRAS)
def test_nothing_that_loa_needs_is_under_another_kind_of_licence(extra: str) -> None:
    try:
        every = needed(extra)
    except PackageNotFoundError as lacking:
        pytest.skip(f"not installed: {lacking.name}")
    licences = {name: stated(found) for name, found in every.items()}
    assert {name: said for name, said in licences.items() if not fits(said)} == {}
    unfit = {
        (name, part): said
        for name, found in every.items()
        for part, said in parts(found)
        if not fits(said) and (name, part) not in LEFT_OUT
    }
    assert unfit == {}
    bundled = {(name, each) for name, found in every.items() for each in libraries(found)}
    unread = {
        (name, each)
        for name, each in bundled
        if not fits(BUNDLED.get(each, "")) and UNMODIFIED.get(each) != name
    }
    assert unread == set(), "read the licences of these and enter them above"


def test_every_typeface_that_we_pass_on_has_its_licence_beside_it() -> None:
    faces = [path for path in ENGINE.rglob("*") if path.suffix in {".ttf", ".otf", ".woff2"}]
    assert {face.parent.relative_to(ENGINE).as_posix() for face in faces} == {
        "templates/handoff/fonts",
        "templates/site/assets/fonts",
    }
    for folder in {face.parent for face in faces}:
        licence = (folder / "OFL.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
        assert "opyright" in licence.partition("This Font Software")[0]


VIETNAMESE = {
    normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
} | set("đĐ₫\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_face_of_letters_is_whole_free_and_unaltered_in_name(style: str) -> None:
    path = ENGINE / f"templates/handoff/fonts/LiberationSerif-{style}.ttf"
    with TTFont(path) as font:
        names = {str(each) for each in font["name"].names if each.nameID in {1, 13}}
        assert names == {
            "Liberation Serif",
            "Licensed under the SIL Open Font License, Version 1.1",
        }
        assert font["OS/2"].fsType == 0  # may be embedded
        assert VIETNAMESE - {chr(code) for code in font.getBestCmap()} == set()


def test_pillow_holds_nothing_under_the_gpl() -> None:
    assert not features.check("libimagequant")


def test_a_choice_of_licences_is_fine_when_one_of_them_is() -> None:
    said = {
        "MIT": True,
        "GPL-2.0-or-later": False,
        "Apache-2.0 OR GPL-2.0-only": True,
        "MIT AND GPL-2.0-only": False,
        "(MIT OR GPL-2.0-only) AND Unicode-3.0": True,
        "(MIT AND LGPL-2.1-or-later) OR LGPL-3.0-only": False,
        "": False,
    }
    assert {expression: fits(expression) for expression in said} == said
