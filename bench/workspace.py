"""A workspace of any number of pieces, always the same: realistic Vietnamese, 3 KB a piece.

    python bench/workspace.py FOLDER PIECES [--plain]

`--plain` writes bare Markdown and a stock Material mkdocs.yml of the same texts instead.
"""

import random
import sys
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path

from generator.adapters.starter import starter

SEED = 2021
SIZE = 3000  # bytes of Markdown below the front matter
YEAR = 2021
SUBJECTS = (
    "cái vòi nước ở khu rửa",
    "tấm ván cắt lệch",
    "mẻ nhuộm sai màu",
    "ống hơi không bọc",
    "tủ lạnh hở gioăng",
    "máy nén khí chạy không tải",
    "bóng đèn trên xưởng trống",
    "thùng sơn mở nắp",
    "dây chuyền mạ",
    "lò sấy nông sản",
    "bể rửa chi tiết",
    "kho nguyên liệu",
    "tổ cơ điện",
    "ca đêm",
    "phòng kế toán",
    "người đứng máy",
)
ACTIONS = (
    "tiêu tốn nhiều hơn người ta tưởng",
    "mỗi ngày mất một ít, cuối tháng thành nhiều",
    "chỉ cần một buổi sáng để sửa",
    "được ghi lại trong sổ theo dõi",
    "nên được đo trước khi bàn chuyện mua máy mới",
    "là nơi bắt đầu tìm lãng phí",
    "cho biết xưởng đang trả tiền hai lần",
    "làm cả dây chuyền phải chờ",
    "có thể dùng lại nước của lần rửa cuối",
    "giảm được mà không phải dừng sản xuất",
    "cần một người chịu trách nhiệm rõ ràng",
)
LINKS = (
    "Bởi vậy",
    "Tuy nhiên",
    "Trong khi đó",
    "Thực tế cho thấy",
    "Theo kinh nghiệm của thợ",
    "Sau một tuần",
)
SAYINGS = tuple(product(SUBJECTS, ACTIONS))
Sayings = Iterator[tuple[str, str]]


def main() -> None:
    """Write the workspace."""
    folder, pieces = Path(sys.argv[1]), int(sys.argv[2])
    (plain if "--plain" in sys.argv else workspace)(folder, pieces)


def workspace(folder: Path, pieces: int) -> None:
    """A starter workspace with so many more approved radio and newspaper pieces."""
    for path, data in starter("Đo tốc độ", "https://example.org/", YEAR).items():
        _lay(folder / path, data)
    for number, (title, text) in enumerate(texts(pieces)):
        medium, activity, section = ("newspaper", "bao", "bao-chi")
        if number % 2:
            medium, activity, section = ("radio", "phat-thanh", "phat-thanh")
        quarter, first = (("II", 4), ("IV", 10))[number // 2 % 2]
        head = (
            f"---\nid: {activity}-do-{number}\nmedium: {medium}\ncampaign: ke-hoach-mau\n"
            f'activity: {activity}\ntitle: "{title}"\nsummary: "{title}, kể lại trong một trang."\n'
            f"quarter: {quarter}/{YEAR}\n"
            f"publish_on: {1 + number % 28}/{first + number % 3}/{YEAR}\n"
            "basis: proposed\nstatus: approved\napproved_by: Người duyệt mẫu\n"
            f"approved_on: 1/1/{YEAR}\n---\n\n"
        )
        _write(folder / f"content/{section}/{activity}-do-{number}.md", head + text)


def plain(folder: Path, pieces: int) -> None:
    """The same texts for stock Material: its theme, its search, every page in the navigation."""
    _write(
        folder / "mkdocs.yml",
        "site_name: Đo tốc độ\nsite_url: https://example.org/\n"
        "theme:\n  name: material\n  language: vi\n  font: false\n",
    )
    _write(folder / "docs/index.md", "# Đo tốc độ\n")
    for number, (title, text) in enumerate(texts(pieces)):
        section = ("bao-chi", "phat-thanh")[number % 2]
        _write(folder / f"docs/{section}/do-{number}.md", f"# {title}\n\n{text}")


def texts(pieces: int) -> list[tuple[str, str]]:
    """Title and Markdown of each piece."""
    chance = random.Random(SEED)
    return [(_title(chance, number), _text(chance)) for number in range(pieces)]


def _title(chance: random.Random, number: int) -> str:
    """As short as newspapers take it."""
    name = chance.choice(SUBJECTS)
    return f"{name[0].upper()}{name[1:]} (số {number})"


def _text(chance: random.Random) -> str:
    parts: list[str] = []
    turns = cycle((_heading, _paragraph, _paragraph, _list))
    said = iter(chance.sample(SAYINGS, len(SAYINGS)))  # none twice, which would be told
    while len("\n\n".join(parts).encode()) < SIZE:
        parts.append(next(turns)(chance, said))
    if parts[-1].startswith("#"):  # nothing would stand below it
        parts.pop()
    return "\n\n".join(parts) + "\n"


def _heading(_: random.Random, said: Sayings) -> str:
    return f"## {_phrase(said)}"


def _list(_: random.Random, said: Sayings) -> str:
    return "\n".join(f"- {_phrase(said)};" for _ in range(3))


def _paragraph(chance: random.Random, said: Sayings) -> str:
    sentences: list[str] = []
    for _ in range(2):
        first, (subject, action) = _phrase(said), next(said)
        sentences.append(f"{first}. {chance.choice(LINKS)}, **{subject}** {action}.")
    return " ".join(sentences)


def _phrase(said: Sayings) -> str:
    text = " ".join(next(said))
    return text[0].upper() + text[1:]


def _write(path: Path, text: str) -> None:
    _lay(path, text.encode())


def _lay(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    main()
