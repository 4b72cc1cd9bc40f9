"""Words that say nothing: of a value, that there is none; of a picture, that it is one."""

import re
from typing import Final

from generator.vietnamese.text import fold
from generator.vietnamese.word_lists import word_lists

_NOTHING: Final = frozenset(word_lists(__package__)["nothing"])
# Names that programs give by themselves: «Tài liệu1», «Hình 1», «image001.png».
_UNNAMED: Final = re.compile(
    r"(?:tai lieu|document|untitled|hinh|anh|picture|image|img|screenshot|ban sao cua .*?"
    r"|new microsoft \w+ (?:document|worksheet|presentation)|new text document"
    r"|(?:untitled|new) (?:document|page|post|doc)|bai(?: viet)?(?= ?[(_-]*\d)"
    r"|(?:bai|bai viet|van ban|tai lieu) (?:moi|khong ten"
    r"|khong co tieu de)|chua (?:dat ten|co ten|co tieu de)|book|sheet|presentation|pic|photo"
    r"|dscn?|dscf|pxl|wp|screen shot|anh chup(?: man hinh)?)"
    r"(?:[ _-]*\(?\d+\)?)*[ _-]*"
    r"(?:\.(?:docx?|jpe?g|png|webp))?"
    r"|[^\s/]+\.(?:jpe?g|png|webp|gif|heic|svg)"
    r"|microsoft word - .*|a picture containing .*|mot hinh anh (?:chua|co chua) .*"
    r"|.*(?:description automatically generated|mo ta duoc tao tu dong).*"
)

_OF_PICTURE: Final = re.compile(
    r"(?:(?:mot|buc|tam|cai)? ?(?:hinh|anh|hinh anh|tranh|tranh anh|anh chup|hinh chup|hinh ve"
    r"|so do|bieu do|ban do|do thi|logo|icon|bieu tuong|image|picture|photo|illustration|figure))"
    r"(?: (?:minh hoa|dai dien|bia|tu lieu|dinh kem|san pham|hoat dong|nen|trang tri|cua bai"
    r"|cho bai(?: viet)?|bai viet|tren|duoi|nay|o day|internet|suu tam|that|dep|tieu bieu|so))*"
    r"(?: ?[(]?\d{1,3}[)]?)?(?: ?[-–:.] ?(?:anh|nguon|suu tam|internet)[ \w]*)?"
    r"|alt(?: text)?|caption|chu thich(?: anh)?|mo ta(?: anh| hinh anh)?|khong co mo ta|trang tri"
)
"""What names a picture, and nothing in it: «Ảnh minh họa 2»."""


def says_nothing_of_picture(words: str, *known: str) -> bool:
    """Whether words instead of a picture say only that it is one, or repeat what is `known`."""
    bare = _bare(words)
    return bool(_OF_PICTURE.fullmatch(bare)) or bare in map(_bare, known)


def says_nothing(value: str) -> bool:
    """Whether a value has no word, or only one that says that there is none."""
    bare = _bare(value)
    if not any(map(str.isalnum, bare)):
        return True
    return bare in _NOTHING or bool(_UNNAMED.fullmatch(bare))


def _bare(value: str) -> str:
    return " ".join(fold(value).strip(" .…,;:!?-–—_*[]()<>\"“”'").split())
