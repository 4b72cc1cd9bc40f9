"""What a person sees while they wait."""

import io
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from generator.app.counting import Counter
from generator.cli.progress import PAUSE, Every, Live, PlainLines, bars, left
from generator.model.artifact import Artifact, Audience, ready
from generator.ports import Advance

Loa = Callable[..., subprocess.CompletedProcess[str]]


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def test_plain_lines_come_at_once_and_then_when_the_pause_is_over() -> None:
    stream, clock = io.StringIO(), Clock()
    lines = PlainLines(stream, clock)
    lines.step("Reading the files")
    lines.step("Putting everything in place")
    lines.advance(Advance(1, 3))
    clock.now += PAUSE
    lines.advance(Advance(2, 3, "Print artwork", "print/a.pdf"))
    lines.advance(Advance(3, 3))
    clock.now += PAUSE
    lines.beat()
    lines.beat()
    assert stream.getvalue().splitlines() == [
        "[  0.0 s] Đọc các tệp …",
        "[  2.0 s] Đưa tất cả vào chỗ: Ma-két in, 2 trên 3 …",
        "[  4.0 s] Đưa tất cả vào chỗ, 3 trên 3 …",
    ]


def test_whoever_asks_hears_of_every_file() -> None:
    stream, clock = io.StringIO(), Clock()
    every = Every(stream, clock)
    every.step("Preparing: {what}", what="Print artwork")
    every.advance(Advance(0, 2, "Print artwork", "print/a.pdf"))
    every.advance(Advance(1, 2, "Print artwork"))
    clock.now += 0.5
    every.advance(Advance(1, 2, name="index.md"))
    assert stream.getvalue().splitlines() == [
        "[  0.0 s] Chuẩn bị: Ma-két in …",
        "[  0.0 s]    0/2 Ma-két in print/a.pdf",
        "[  0.5 s]    1/2 index.md",
    ]


def shown(wide: int, act: Callable[[Live, Clock], None]) -> list[str]:
    """What stands on a terminal so wide after something has happened."""
    screen = Console(file=io.StringIO(), width=wide, force_terminal=True, color_system=None)
    drawn = bars(screen)
    clock = Clock()
    drawn.get_time = clock  # type: ignore[method-assign] # as rich's own tests do
    act(Live(drawn, clock), clock)
    with screen.capture() as captured:
        screen.print(drawn.get_renderable())
    above = screen.file.getvalue()  # type: ignore[attr-defined] # a StringIO
    return [line.rstrip() for line in (above + captured.get()).splitlines()]


def test_one_live_line_has_a_bar_done_of_how_many_and_the_time_left() -> None:
    def act(live: Live, clock: Clock) -> None:
        live.step("Making what has changed")
        for done in range(1, 4):
            clock.now += 10
            live.advance(Advance(done, 6, "Website"))

    assert shown(80, act) == [
        "⠋ Làm những gì đã đổi: Trang web ━━━━━━━━━━━━             3/6 còn 0:30",
    ]


def test_a_step_that_took_long_leaves_its_line_and_the_next_begins_anew() -> None:
    def act(live: Live, clock: Clock) -> None:
        live.step("Reading the files")
        clock.now += 12
        live.step("Making what has changed")
        live.advance(Advance(5, 9))
        live.step("Putting everything in place")

    assert shown(80, act) == [
        "✓ Đọc các tệp (12 s)",
        "⠋ Đưa tất cả vào chỗ ━━━━━━━━━━━━━━━━━━━━━━━━",
    ]


def test_the_line_is_never_wider_than_the_terminal() -> None:
    def act(live: Live, clock: Clock) -> None:
        live.step("Making what has changed")
        for done in (122, 123):
            clock.now += 10
            live.advance(Advance(done, 4567, "Website"))

    assert shown(40, act) == ["⠋ Làm những gì đã… 123/4567 còn 740:40"]


def test_time_is_told_in_minutes_and_seconds() -> None:
    assert [left(seconds) for seconds in (None, 0.2, 59.6, 600)] == [
        "",
        "còn 0:00",
        "còn 1:00",
        "còn 10:00",
    ]


@dataclass
class Heard:
    """Keeps what it is told."""

    advances: list[Advance] = field(default_factory=list)

    def step(self, message: str, **details: object) -> None: ...

    def advance(self, advance: Advance) -> None:
        self.advances.append(advance)


class InOrder:
    def map(self, work: Callable[[object], object], items: Sequence[object]) -> list[object]:
        return list(map(work, items))


def test_what_is_made_is_named_when_it_begins_and_counted_when_it_ends() -> None:
    heard = Heard()
    every = {
        "print": [ready("print/a.pdf", b"a")],
        "site": [ready("a.md", b"b"), ready("b.md", b"c")],
    }
    counter = Counter(InOrder(), heard, every)  # type: ignore[arg-type]

    def place(artifact: Artifact) -> bytes:
        return b"" if artifact.path == "a.md" else artifact.bytes()  # a.md is taken over

    assert counter.map(place, [*counter.artifacts, ready("look.css", b"d")]) == [
        b"a",
        b"",
        b"c",
        b"d",
    ]
    assert heard.advances == [
        Advance(0, 3, "Print artwork", "print/a.pdf"),
        Advance(1, 3),
        Advance(2, 3),
        Advance(2, 3, "Website", "b.md"),
        Advance(3, 3),
    ]


def test_while_several_are_made_the_one_that_takes_longest_is_shown() -> None:
    heard = Heard()

    def slow() -> Iterator[bytes]:
        quick.bytes()
        counter.map(str, [quick])
        yield b"a"

    every = {
        "print": [Artifact("a.pdf", Audience.INTERNAL, "1", slow)],
        "site": [ready("b.md", b"b")],
    }
    counter = Counter(InOrder(), heard, every)  # type: ignore[arg-type]
    first, quick = counter.artifacts
    counter.map(Artifact.bytes, [first])
    assert [(one.done, one.kind) for one in heard.advances] == [
        (0, "Print artwork"),
        (0, "Website"),
        (1, "Print artwork"),
        (2, ""),
    ]


@given(st.dictionaries(st.sampled_from(["site", "print", "feeds"]), st.sets(st.text())))
def test_the_count_ends_at_the_total(paths: dict[str, set[str]]) -> None:
    heard = Heard()
    every = {
        name: [ready(f"{name}/{path}", path.encode("utf-8", "replace")) for path in sorted(found)]
        for name, found in paths.items()
    }
    counter = Counter(InOrder(), heard, every)  # type: ignore[arg-type]
    counter.map(Artifact.bytes, counter.artifacts)
    total = sum(map(len, paths.values()))
    done = [one.done for one in heard.advances]
    assert (done, {one.total for one in heard.advances} <= {total}) == (sorted(done), True)
    assert not done or done[-1] == total


def test_quietly_only_what_is_wrong_is_said(loa: Loa, built: Path) -> None:
    (built / "content/index.md").touch()
    said = [loa("build", "--quiet", "--as-of", "1/6/2021", cwd=built) for _ in "12"]
    assert [(done.returncode, done.stdout) for done in said] == [(0, ""), (0, "")]
    warned = "campaigns/printers.yml: warning[no-printer]: "
    assert [done.stderr.partition("No printer")[0] for done in said] == [warned, warned]


def test_verbosely_every_file_that_is_made_is_named(loa: Loa, built: Path) -> None:
    home = built / "content/index.md"
    home.write_text(home.read_text("utf-8") + "\nThêm một câu.\n", "utf-8")
    done = loa("build", "--verbose", "--as-of", "1/6/2021", cwd=built)
    named = {line.rpartition(" ")[2] for line in done.stderr.splitlines() if line[:1] == "["}
    assert "index.html" in named
    assert not any(name.startswith("print/") for name in named)  # taken over
