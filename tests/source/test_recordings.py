"""What is measured in a recording; the bytes are test data."""

import io
import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.recording import Recording
from generator.source.recordings import read_recording

Tone = Callable[[int], bytes]


def atom(name: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I", 8 + len(content)) + name + content


def m4a(seconds: int) -> bytes:
    """An MP4 file with one sound track that says its length and holds no sound."""
    header = struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000) + bytes(4)
    sound = atom(b"hdlr", bytes(8), b"soun", bytes(12))
    sample = struct.pack(">HHII", 1, 16, 0, 48000 << 16)
    entry = atom(b"raw ", bytes(6), b"\0\1", bytes(8), sample, atom(b"free"))
    table = atom(b"minf", atom(b"stbl", atom(b"stsd", struct.pack(">II", 0, 1), entry)))
    track = atom(b"trak", atom(b"mdia", atom(b"mdhd", header), sound, table))
    return atom(b"ftyp", b"M4A ", bytes(4)) + atom(b"moov", track)


def read(data: bytes) -> Recording:
    return read_recording(io.BytesIO(data))


def test_an_mp3_is_measured(tone: Tone) -> None:
    assert read(tone(5)) == Recording("audio/mpeg", ".mp3", 5)
    assert read(tone(1)[: 192 * 4]) == Recording("audio/mpeg", ".mp3", 1)  # 0,1 s: none has zero


def test_an_m4a_is_measured_whatever_its_name() -> None:
    assert read(m4a(83)) == Recording("audio/mp4", ".m4a", 83)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "WAV"),
        (b"OggS\0\2", "Ogg"),
        (b"fLaC\0\0", "FLAC"),
        (b"FORM\0\0\0\0AIFF", "AIFF"),
        (b"chu thuong, khong co tieng", "form"),
        (b"\xff", "form"),
        (b"\xff\xfb\x54\xc0", "form"),
        (b"ID3\4\0\0\0\0\0\x0a" + bytes(40), "form"),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "form"),
    ],
)
def test_what_cannot_be_played_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        read(data)


@given(st.binary(max_size=400), st.sampled_from([b"", b"ID3", b"\xff\xfb", b"\0\0\0\x20ftyp"]))
def test_no_bytes_do_harm(data: bytes, head: bytes) -> None:
    reasons = {"empty", "form", "WAV", "Ogg", "FLAC", "AIFF", "AMR"}
    try:
        found = str(read(head + data).seconds > 0)
    except ValueError as error:
        found = str(error)
    assert found in {"True", *reasons}
