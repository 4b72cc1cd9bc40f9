"""How long scripts take when they are read aloud: python bench/reading.py [WORKSPACE].

espeak-ng's Vietnamese voice reads every script of the workspace. Its speed is first set so that it
reads the running text of the newspaper pieces at the station's rate, 220 syllables a minute, its
pauses included; then each script's time is compared with the estimate of `loa check`.
"""

import io
import shutil
import subprocess
import sys
import wave
from collections.abc import Iterable
from pathlib import Path

from measure import table

from generator.adapters.files import FolderFiles
from generator.media import media
from generator.model.workspace import Workspace
from generator.planning.duration import USUAL
from generator.source.load import load
from generator.text.prose import BLANK, prose
from generator.text.script import read_script
from generator.vietnamese.dates import format_timecode
from generator.vietnamese.speech.aloud import Readings, count_syllables, speak

MOST = 15  # per cent of difference that is named
FIRST = 220  # words a minute, as espeak-ng counts them


def main() -> None:
    """Print a row for each script."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    if shutil.which("espeak-ng") is None:
        sys.exit("espeak-ng is not installed (Debian: apt install espeak-ng)")
    files = FolderFiles(root)
    workspace, _ = load(files.files(), ())
    readings = workspace.abbreviations.readings
    speed = calibrated(running_texts(workspace), readings)
    print(f"espeak-ng -v vi -s {speed}: {USUAL.usual} syllables a minute\n")
    head = ("script", "syllables", "estimate", "read", "difference", "with cues", "slot", "")
    table(head, list(rows(workspace, readings, speed)))


def running_texts(workspace: Workspace) -> list[str]:
    """The newspaper pieces as one would read them aloud."""
    bodies = [p.body.text for p in workspace.pieces.values() if p.medium == "newspaper"]
    return [prose(body).replace(BLANK, " ").replace("#", "").replace("*", "") for body in bodies]


def calibrated(texts: list[str], readings: Readings) -> int:
    """The speed at which the voice reads the texts at the usual rate."""
    syllables = sum(count_syllables(text, readings) for text in texts)
    wanted = 60 * syllables / USUAL.usual
    speed = FIRST
    for _ in range(4):
        speed = round(speed * sum(seconds(text, readings, speed) for text in texts) / wanted)
    return speed


def rows(workspace: Workspace, readings: Readings, speed: int) -> Iterable[tuple[object, ...]]:
    """Each script: syllables, times of its words, the difference, times with cues, slot."""
    for piece in sorted(workspace.pieces.values(), key=lambda piece: piece.id):
        if media()[piece.medium].body != "script" or not piece.body.text.strip():
            continue
        script = read_script(piece.body.text)
        syllables = sum(count_syllables(words, readings) for words in script.words)
        estimated = 60 * syllables / USUAL.usual
        read = sum(seconds(words, readings, speed) for words in script.words)
        difference = 100 * (read - estimated) / estimated
        slot = getattr(piece, "duration", None)
        yield (
            piece.id,
            syllables,
            format_timecode(round(estimated)),
            format_timecode(round(read)),
            f"{difference:+.1f} %",
            format_timecode(round(read) + script.cues),
            format_timecode(slot) if slot else "–",
            f"more than {MOST} %" if abs(difference) > MOST else "",
        )


def seconds(text: str, readings: Readings, speed: int) -> float:
    """How long the voice reads a text, figures and abbreviations in words."""
    command = ("espeak-ng", "-v", "vi", "-s", str(speed), "--stdin", "--stdout")
    said = speak(text, readings)
    run = subprocess.run(command, input=said.encode(), capture_output=True, check=True)
    data = io.BytesIO(run.stdout)
    with wave.open(data) as sound:
        frames = (len(run.stdout) - 44) / float(sound.getsampwidth() * sound.getnchannels())
        return frames / float(sound.getframerate())


if __name__ == "__main__":
    main()
