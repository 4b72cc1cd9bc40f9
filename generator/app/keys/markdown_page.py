"""Every key as a page of Markdown, `docs/khoa.md`: Vietnamese, with the English meaning beside."""

from collections.abc import Iterator

from generator.app.keys.reference import Key, Root, first_address, homes, keys_of, roots
from generator.app.keys.syntax import form, leave, lines
from generator.app.keys.terminal import meaning, name_of, sentence
from generator.catalogue import words
from generator.model.record import Record
from generator.source.descriptions import meaning_of

_HEAD = """\
# Các khóa

Trang này ghi mọi khóa được viết trong tệp của loa: nghĩa, cách viết, ví dụ và tác dụng. Lệnh
`loa keys --markdown docs/khoa.md` làm ra trang này từ chính những bản ghi mà loa dùng để đọc tệp;
muốn sửa thì sửa lời trong mã nguồn và trong tệp `loa.po`, không sửa ở đây.

Không có trang này trong tay thì gõ `loa keys slot`, `loa keys radio` hoặc `loa keys "khung giờ"`.

*Every key that may be written in a file, made by the command above from the records that read the
files. `LOA_LANG=en loa keys` tells the same in English.*
"""


def page() -> str:
    """The whole page."""
    sections = [[*_section(root)] for root in roots().values()]
    contents = [f"- [{_title(root)}](#{root.name})" for root in roots().values()]
    return "\n".join([_HEAD, *contents, *(line for lines in sections for line in lines), ""])


def _title(root: Root) -> str:
    name = words(meaning_of(root.record)).partition(": ")[0]
    return f"{name} (`{root.pattern}`)"


def _section(root: Root) -> Iterator[str]:
    """The keys of a root that none above it has, then those of the groups behind them."""
    yield from ("", f'<a id="{root.name}"></a>', "", f"## {_title(root)}", "")
    yield from _said(meaning_of(root.record))
    if root.above:
        titles = ((words(meaning_of(roots()[name].record)), name) for name in root.above)
        shared = ", ".join(f"[{said.partition(': ')[0]}](#{name})" for said, name in titles)
        yield from ("", f"Có thêm mọi khóa của: {shared}.")
    own = [key for key in keys_of(root.record, root.name) if _is_own(key, root)]
    yield from _keys(own)


def _is_own(key: Key, root: Root) -> bool:
    shared = (roots()[name].record for name in root.above)
    return not any(key.record is record for record in shared)


def _keys(keys: list[Key]) -> Iterator[str]:
    for key in keys:
        yield from _entry(key)
    for key in keys:
        if key.inner and homes()[key.inner] == key.address:
            yield from _group(key, key.inner)


def _group(key: Key, record: type[Record]) -> Iterator[str]:
    yield from ("", f"### Trong `{key.address}`: {name_of(meaning_of(record), 'vi')}", "")
    yield from _said(meaning_of(record))
    every = keys_of(record, key.address)
    yield from _keys([each for each in every if first_address(each) == each.address])


def _entry(key: Key) -> Iterator[str]:
    name = name_of(key.description.meaning, "vi")
    yield from ("", f'<a id="{key.address}"></a>', "", f"#### `{key.name}`: {name}", "")
    yield from _said(key.description.meaning)
    yield from ("", f"- Cách viết: {form(key, 'vi')} {leave(key, 'vi')}")
    yield from _example(lines(key))
    yield f"- Tác dụng: {sentence(key.description.effect, 'vi')}"
    if key.inner:
        yield f"- Các khóa bên trong: {_inside(key.inner)}"


def _inside(record: type[Record]) -> str:
    keys = keys_of(record, homes()[record])
    return ", ".join(f"[`{key.name}`](#{first_address(key)})" for key in keys)


def _example(shown: list[str]) -> Iterator[str]:
    if len(shown) == 1:
        yield f"- Ví dụ: `{shown[0]}`"
    else:
        yield from ("- Ví dụ:", "", "  ```yaml", *(f"  {line}" for line in shown), "  ```", "")


def _said(text: str) -> Iterator[str]:
    yield f"{meaning(text, 'vi')} *{text}*"
