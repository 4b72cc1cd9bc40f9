"""What it takes the desk to write one paragraph of a page anew, by its length.

    python bench/paragraphs.py [LETTERS …]

Prints cpu seconds: of prose from a fixed seed, in one line of the file and in lines of 80 letters,
with words that come at its end, in its middle, and at both ends.
"""

import random
import sys
import textwrap
import time

from generator.text.splicing.block_words import plain
from generator.text.splicing.body_blocks import BodyBlock
from generator.text.splicing.rewriting import rewrite

_SENTENCE = "xưởng tắt đèn khi về khóa nước nghỉ người thợ máy an toàn điện lực làm việc"


def main(lengths: list[int]) -> None:
    """Print a row for each length."""
    print("| letters | lines | at the end | in the middle | at both ends |")
    print("|---|---|---|---|---|")
    for length in lengths:
        for width, name in ((length + 9, "one"), (80, "of 80")):
            print(f"| {length:,} | {name} | {' | '.join(_times(length, width))} |", flush=True)


def _times(length: int, width: int) -> list[str]:
    chosen, words = random.Random(length), _SENTENCE.split()
    said = " ".join(chosen.choice(words) for _ in range(length // 4))[:length].strip()
    text = f"---\nid: x\n---\n\n{textwrap.fill(said, width)}\n"
    half = length // 2
    typed = (f"{said} sau.", f"{said[:half]} giữa {said[half:]}", f"Đầu {said} sau.")
    return [f"{_seconds(text, each):.2f}" for each in typed]


def _seconds(text: str, typed: str) -> float:
    start = time.process_time()
    rewrite(text, 0, 1, [BodyBlock("paragraph", words=plain(" ".join(typed.split())))])
    return time.process_time() - start


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [2_000, 8_000, 32_000, 128_000, 490_000])
