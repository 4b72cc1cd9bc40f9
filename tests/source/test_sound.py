"""What leaves the house of a recording is what is heard of it; the bytes are test data."""

import io
import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.audio import read_recording
from generator.source.sound import sound

Tone = Callable[[int], bytes]
SECRET = b"Gia dinh chua dong y, goi 0909 000 111"
FRAME = b"\xff\xfb\x54\xc0".ljust(192, b"\1")
OTHERS = (  # other versions, layers and rates; each as long as its head says
    b"\xff\xfb\x92\x64".ljust(418, b"\1"),
    b"\xff\xf3\x44\xc4".ljust(96, b"\1"),
    b"\xff\xe3\x18\xc4".ljust(72, b"\1"),
    b"\xff\xfd\x54\xc0".ljust(240, b"\1"),
    b"\xff\xff\x34\xc0".ljust(96, b"\1"),
)


def id3(*parts: tuple[bytes, bytes]) -> bytes:
    body = b"".join(name + struct.pack(">I", len(text)) + b"\0\0" + text for name, text in parts)
    size = bytes(len(body) >> shift & 127 for shift in (21, 14, 7, 0))
    return b"ID3\3\0\0" + size + body


NOTES = id3(*((name, b"\0" + SECRET) for name in (b"COMM", b"TXXX", b"USLT", b"PRIV", b"TIT2")))
COVER = id3((b"APIC", b"\0image/jpeg\0\3\0\xff\xd8\xff\xe0\0\x10JFIF" + b"\xff\xfb\x54" * 9))
OLD = b"TAG" + SECRET.ljust(125, b"\0")
APE = b"APETAGEX" + bytes(24) + SECRET + b"APETAGEX" + bytes(24)
LYRICS = b"LYRICSBEGIN" + SECRET + b"LYRICS200"


@pytest.mark.parametrize(
    ("before", "between", "behind"),
    [
        (NOTES, b"", b""),
        (NOTES + COVER, b"", OLD),
        (COVER, NOTES, APE + OLD),
        (b"", OLD + NOTES, LYRICS + OLD),
        (b"RIFF" + SECRET, SECRET, SECRET + NOTES),
        (bytes(2000), FRAME[:100] + NOTES, FRAME[:150]),  # cut off in the middle
        (b"", b"", b"\xff" + SECRET),
    ],
)
@pytest.mark.parametrize("frame", [FRAME, *OTHERS])
def test_of_an_mp3_only_the_frames_stay(
    frame: bytes, before: bytes, between: bytes, behind: bytes
) -> None:
    assert sound(before + frame * 5 + between + frame * 4 + behind) == frame * 9


@given(st.lists(st.tuples(st.binary(max_size=300), st.integers(2, 5)), max_size=4))
def test_whatever_stands_beside_the_frames_is_left_out(parts: list[tuple[bytes, int]]) -> None:
    plain = [(junk.replace(b"\xff", b"\xfe"), count) for junk, count in parts]
    data = b"".join(junk + FRAME * count for junk, count in plain)
    assert sound(b"x" + data) == FRAME * sum(count for _, count in plain)


def test_sound_without_tags_stays_as_it_is(tone: Tone) -> None:
    assert sound(tone(3)) == tone(3)
    assert sound(b"no sound at all") == b""


def atom(name: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I", 8 + len(content)) + name + content


def table(name: bytes, form: str, *rows: tuple[int, ...]) -> bytes:
    packed = b"".join(struct.pack(form, *row) for row in rows)
    return atom(name, bytes(4), struct.pack(">I", len(rows)), packed)


def track(kind: bytes, name: bytes, offsets: list[int], sizes: list[int]) -> bytes:
    """A track whose first chunk holds two samples, each other one."""
    sample = struct.pack(">HHII", 1, 16, 0, 48000 << 16)
    decoder = struct.pack(">BBBBxxxII", 4, 13, 0x40, 0x15, 64000, 64000)
    esds = atom(b"esds", bytes(4), struct.pack(">BBHB", 3, 18, 0, 0), decoder)
    entry = atom(b"mp4a", bytes(6), b"\0\1", bytes(8), sample, esds)
    stbl = atom(
        b"stbl",
        atom(b"stsd", struct.pack(">II", 0, 1), entry),
        atom(
            b"stsz", bytes(8), struct.pack(">I", len(sizes)), struct.pack(f">{len(sizes)}I", *sizes)
        ),
        table(b"stsc", ">III", (1, 2, 1), (2, 1, 1)),
        table(b"stco", ">I", *((offset,) for offset in offsets)),
    )
    handler = atom(b"hdlr", bytes(8), kind, bytes(12), name)
    header = atom(b"mdhd", struct.pack(">IIIII", 0, 7, 7, 1000, 9000), bytes(4))
    mdia = atom(b"mdia", header, handler, atom(b"minf", atom(b"smhd", bytes(8)), stbl))
    return atom(b"trak", atom(b"tkhd", struct.pack(">III", 0, 7, 7), bytes(72)), mdia)


def m4a(*, clean: bool) -> bytes:
    """Two chunks of sound, and between them one of words, of a track of its own."""
    note = bytes(len(SECRET)) if clean else SECRET
    free = b"free" if clean else b""
    mvhd = atom(
        b"mvhd", struct.pack(">IIIII", 0, *((0, 0) if clean else (7, 7)), 1000, 9000), bytes(80)
    )
    boxes = atom(free or b"uuid", note)

    def whole(start: int) -> bytes:
        heard, words = [start, start + 50], track(b"text", b"", [start + 20], [5, 25])
        mine = track(b"soun", note, heard, [12, 8, 10])
        if clean:
            words = atom(b"free", bytes(len(words) - 8))
            mine = mine.replace(struct.pack(">II", 7, 7), bytes(8))
        told = atom(
            free or b"udta", bytes(len(atom(b"meta", note))) if clean else atom(b"meta", note)
        )
        head = atom(b"ftyp", b"M4A ", bytes(4)) + boxes + atom(b"moov", mvhd, mine, words, told)
        middle = bytes(30) if clean else b"w" * 30
        return head + atom(b"mdat", b"s" * 20, middle, b"t" * 10, note) + note

    start = whole(0).index(b"mdat") + 4
    return whole(start)


def test_of_an_m4a_only_the_sound_stays_and_where_it_was() -> None:
    before, after = m4a(clean=False), m4a(clean=True)
    assert sound(before) == after
    assert SECRET not in after
    assert read_recording(io.BytesIO(after)) == read_recording(io.BytesIO(before))


@given(st.integers(0, 400), st.binary(max_size=40))
def test_a_damaged_m4a_gives_a_file_of_the_same_length(at: int, other: bytes) -> None:
    data = m4a(clean=False)
    broken = data[:12] + data[12 : 12 + at] + other + data[12 + at + len(other) :]
    assert len(sound(broken)) == len(broken)
