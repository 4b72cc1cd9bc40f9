"""The script of a segment as transcripts that podcast apps show.

https://podcasting2.org/docs/podcast-namespace/tags/transcript
"""

from collections.abc import Iterator
from html import escape
from itertools import accumulate, pairwise
from textwrap import wrap

from generator.model.segment import Segment
from generator.text.script_lines import ScriptLine, lines

_LINE = 42  # characters of a line of captions, of which two stand together
_BOTH = 2 * _LINE


def as_html(segment: Segment) -> str:
    """A page of its own, which apps embed: who speaks, when, and what."""
    title = escape(segment.title)
    body = "\n".join(_paragraph(line, time) for line, time in _timed(segment))
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<title>{title}</title>\n</head>\n'
        f"<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def as_srt(segment: Segment, seconds: int) -> str:
    """Captions: a long line is cut into pieces that share its time by their length."""
    spoken = lines(segment.body.text)
    ends = [*segment.times[1:], seconds]
    timed = zip(spoken, segment.times, ends, strict=False)
    shown = [caption for line, start, end in timed for caption in _captions(line, start, end)]
    return "\n".join(
        f"{number}\n{_clock(start)} --> {_clock(end)}\n{text}\n"
        for number, (start, end, text) in enumerate(shown, 1)
    )


def _timed(segment: Segment) -> Iterator[tuple[ScriptLine, int | None]]:
    spoken = lines(segment.body.text)
    times = [*segment.times, *[None] * len(spoken)]
    yield from zip(spoken, times, strict=False)


def _paragraph(line: ScriptLine, time: int | None) -> str:
    who = f"<cite>{escape(line.speaker)}:</cite>\n" if line.speaker else ""
    when = f"<time>{time // 60}:{time % 60:02}</time>\n" if time is not None else ""
    said = escape(line.words)
    return f"{who}{when}<p>{f'<em>{said}</em>' if line.cue else said}</p>"


def _captions(line: ScriptLine, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Start and end in milliseconds, and the text."""
    who = f"{line.speaker}: " if line.speaker else ""
    said = f"[{line.words}]" if line.cue else who + line.words
    parts = wrap(said, _BOTH, break_on_hyphens=False)
    heard = list(accumulate(map(len, parts), initial=0))
    moments = [1000 * start + 1000 * (end - start) * length // heard[-1] for length in heard]
    for part, (first, last) in zip(parts, pairwise(moments), strict=True):
        yield first, last, "\n".join(wrap(part, _LINE, break_on_hyphens=False))


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02},{rest:03}"
