"""A page of test data, with what a policy allows and what it forbids."""

from datetime import datetime

import pytest

from generator.model.workspace import Workspace
from generator.planning.expand import expand
from generator.verify import NextSite
from generator.verify.content_policy import FORBIDDEN, NO_POLICY, verify
from generator.vietnamese.dates import HANOI

PLAN = expand(Workspace(), datetime(2021, 6, 1, tzinfo=HANOI))
HELLO = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
POLICY = f"/*\n  Content-Security-Policy: script-src 'self' {HELLO}; style-src 'self'\n"


def told(page: str, headers: str = POLICY) -> list[tuple[object, str, str]]:
    files = {"a.html": page.encode(), "b.html": page.encode()}
    if headers:
        files["_headers"] = headers.encode()
    made = {name: (lambda data=data: data) for name, data in files.items()}
    found = verify(NextSite(made, (), PLAN))  # type: ignore[arg-type]
    return [(d.rule, d.where.path, str(d.details.get("what", ""))) for d in found]


@pytest.mark.parametrize(
    "page",
    [
        "<script>alert('Hello, world.');</script>",
        "<script src='a.js'></script>",
        '<script type="application/ld+json">{"a": "</b>"}</script>',
        "<p class='style'>onclick</p>",
    ],
)
def test_what_may_run(page: str) -> None:
    assert told(page) == []


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<script>alert('Hello, world!');</script>", "alert('Hello, world!');"),
        ("<script type=module>\n  run()\n</script>", "run()"),
        ("<style>p { color: red }</style>", "p { color: red }"),
        ("<p style='color: red'>", "color: red"),
        ("<p onclick='run()'>", "onclick"),
        ("<a href='JavaScript:run()'>", "href"),
    ],
)
def test_what_may_not_is_told_once(page: str, what: str) -> None:
    assert told(page) == [(FORBIDDEN, "a.html", what)]


def test_a_site_without_a_policy() -> None:
    assert told("", "") == [(NO_POLICY, "_headers", "")]
