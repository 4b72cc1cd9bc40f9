"""What is measured in a recording; the bytes are test data."""

import io
import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Refusal, RefusalError
from generator.model.recording import Recording
from generator.source.audio import EMPTY, FORM, KIND, read_recording

Tone = Callable[[int], bytes]


def atom(name: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I", 8 + len(content)) + name + content


def m4a(seconds: int, sound: bytes = b"mp4a") -> bytes:
    """An MP4 file of one track that says its length and holds no sound."""
    header = struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000) + bytes(80)
    sample = struct.pack(">HHII", 1, 16, 0, 48000 << 16)
    decoder = struct.pack(">BBBBxxxII", 4, 13, 0x40, 0x15, 64000, 64000)
    stream = atom(b"esds", bytes(4), struct.pack(">BBHB", 3, 18, 0, 0), decoder)
    entry = atom(sound, bytes(6), b"\0\1", bytes(8), sample, stream)
    table = atom(b"minf", atom(b"stbl", atom(b"stsd", struct.pack(">II", 0, 1), entry)))
    track = atom(b"trak", atom(b"mdia", table))
    return atom(b"ftyp", b"M4A ", bytes(4)) + atom(b"moov", atom(b"mvhd", header), track)


def tag(length: int) -> bytes:
    """An ID3 tag of so many bytes, as a cover leaves one."""
    size = bytes(length >> shift & 127 for shift in (21, 14, 7, 0))
    return b"ID3\4\0\0" + size + bytes(length)


def read(data: bytes) -> Recording:
    return read_recording(io.BytesIO(data))


def refusal(data: bytes) -> Refusal | None:
    try:
        read(data)
    except RefusalError as error:
        return error.refusal
    return None


def test_an_mp3_is_measured(tone: Tone) -> None:
    assert read(tone(5)) == Recording("audio/mpeg", ".mp3", 5)
    assert read(tone(1)[: 192 * 4]) == Recording("audio/mpeg", ".mp3", 1)  # 0,1 s: none has zero


def test_an_m4a_is_measured_whatever_its_name() -> None:
    assert read(m4a(83)) == Recording("audio/mp4", ".m4a", 83)


def test_a_cover_before_the_sound_is_not_counted(tone: Tone) -> None:
    assert read(tag(200_000) + tone(5)) == Recording("audio/mpeg", ".mp3", 5)


def test_bytes_that_look_like_a_frame_by_chance_are_no_recording(tone: Tone) -> None:
    assert refusal(tone(1)[:192] + bytes(100_000)) == Refusal(FORM)


class Endless(io.RawIOBase):
    """A file of two gigabytes without any sound, none of which lies in memory."""

    def __init__(self) -> None:
        self.at, self.looks = 0, 0

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self.at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: 1 << 31}[whence]
        return self.at

    def read(self, size: int = -1, /) -> bytes:
        self.looks += 1
        start, self.at = self.at, self.at + size
        return (
            (b"\xff\xfb\x54\xc0" + bytes(size))[start : start + size] if start < 4 else bytes(size)
        )


def test_a_long_file_without_sound_is_given_up() -> None:
    endless = Endless()
    with pytest.raises(RefusalError, match="recording-form"):
        read_recording(endless)  # type: ignore[arg-type] # what is read of it is there
    assert endless.looks < 400_000


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Refusal(EMPTY)),
        (b"RIFF\x24\0\0\0WAVEfmt ", Refusal(KIND, {"kind": "WAV"})),
        (b"OggS\0\2", Refusal(KIND, {"kind": "Ogg"})),
        (b"fLaC\0\0", Refusal(KIND, {"kind": "FLAC"})),
        (b"FORM\0\0\0\0AIFF", Refusal(KIND, {"kind": "AIFF"})),
        (b"chu thuong, khong co tieng", Refusal(FORM)),
        (b"\xff", Refusal(FORM)),
        (b"\xff\xfb\x54\xc0", Refusal(FORM)),
        (b"ID3\4\0\0\0\0\0\x0a" + bytes(40), Refusal(FORM)),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", Refusal(FORM)),
        (m4a(83, b"avc1"), Refusal(FORM)),
        (m4a(0), Refusal(FORM)),
        (tag(40) + b"fLaC\0\0\0\x22" + bytes(34), Refusal(KIND, {"kind": "FLAC"})),
    ],
)
def test_what_cannot_be_played_is_refused_with_a_reason(data: bytes, expected: Refusal) -> None:
    assert refusal(data) == expected


@given(st.binary(max_size=400), st.sampled_from([b"", b"ID3", b"\xff\xfb", b"\0\0\0\x20ftyp"]))
def test_no_bytes_do_harm(data: bytes, head: bytes) -> None:
    found = refusal(head + data)
    assert found is None or found.rule in {EMPTY, FORM, KIND}
