"""Names of persons as they are compared: whatever their signs and however one is addressed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.vietnamese.text import fold, lookalikes, nfc

_WAIT = r"(?:đang |còn |vẫn )?(?:chờ|đợi|chưa)(?!\w)"
_NOBODYS = re.compile(
    rf"{_WAIT}|[(\[<{{«‹].*|.*[(\[] *{_WAIT}.*|(?:họ (?:và )?)?tên (?:người|lãnh đạo|của)(?!\w).*",
    re.IGNORECASE,
)
"""Nobody yet, a mould that was left, or somebody who has not signed: «TBT (chưa ký)»."""
_OFFICE = (
    "dai|phong|ban|so|bao|uy ban|ubnd|trung tam|chi cuc|cong ty|co quan|don vi|to chuc|toa soan"
)
_NO_PERSON = re.compile(
    r"(?:khong|chua) (?:ai|co|ro|biet)(?: .*)?|ai (?:do|khac|cung duoc)|khong phai ai"
    r"|(?:chinh )?(?:toi|nguoi gui|nguoi lam|nguoi ghi|nguoi nhap)"
    r"|chinh (?:minh|chu|no|ho|nguoi .*)"
    r"|ban than(?: .*)?|tu (?:kiem tra|xac minh|xac nhan|duyet|doi chieu|xem|tham dinh|ra soat)"
    r"|(?:mot |cac |nhung )?nguoi (?:kiem tra|xac minh|duyet|nhan|khac|nao do|phu trach"
    r"|co trach nhiem|dai dien|khong ro)|(?:mot |nhieu |moi )nguoi|nguoi ta"
    r"|(?:ben|noi|don vi|co quan|dai|bao) gui"
    r"|(?:mot )?(?:can bo|nhan vien|chuyen vien|dong chi|dong nghiep)"
    rf"|(?:{_OFFICE}) (?:nha|minh|toi|chung toi|nay|do|khac|phat thanh|truyen hinh|truyen thanh)"
    r"|dai phat thanh(?: va)? truyen hinh|uy ban nhan dan|trung tam|chi cuc|cong ty|co quan|don vi"
    r"|uy ban|ubnd|to chuc|toa soan|co so|dai|toi|khuyet danh|an danh"
    r"|nobody|no one|someone|somebody|anyone|me|myself|self|unknown|anonymous|none|n a|admin|sender"
)
"""Who is meant without a name, in letters without marks: «ai đó», «tự kiểm tra», «đài»."""
_NO_PERSONS = frozenset({"ai", "mình", "tôi", "đài", "báo", "sở", "phòng", "ban", "huyện", "xã"})
"""The same in one word that is a name with other marks: «Ái», «Minh», «Bảo», «Phong»."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_BETWEEN = re.compile(
    r"[(\[{)\]},;/|]|\s[-–—]+\s|\s*[–—]\s*|\b(?:của|thuộc|cho|thay mặt)\b", re.IGNORECASE
)
_BODY = 2
"""Words from which on a name within a longer one is that of the same body or person."""
_LETTERED = 3
"""Letters from which on they stand for a name: «ĐTN»."""
_VOWELS = re.compile("[aeiouy]")
_SIGNS = re.compile(r"[\W_]+")
_ADDRESSES = frozenset({"ong", "ba", "anh", "chi", "co", "chu", "bac", "em", "dc"})
_EXAMPLE = ("ví", "dụ"), ("thí", "dụ")
"""What stands where a name goes, in words; without marks it may begin a name: «Vi Du Long»."""


_TYPED = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ɏḀ-ỿ .,'’()/–-]+")
"""Latin letters with all marks, and the signs of names: no other alphabet passes for it."""
_MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
_OFFICES = re.compile(
    r"(?:(?:tổ|nhóm|đội|bộ phận|phòng|văn phòng|sở|cục|chi cục|vụ|[uủ][ỷy] ban|trung tâm"
    r"|ban (?:biên|giám|quản|chỉ|tổ|tuyên|thư|văn)|công ty"
    r"|đài|t(?:òa|oà) soạn|báo|tạp chí|viện|hội đồng|đảng [uủ][ỷy]|chi bộ) \S|ubnd(?!\w)"
    r"|(?:(?:phó |tổng )*(?:giám đốc|biên tập)|(?:phó|trưởng) (?:phòng|ban|nhóm|bộ phận)|tổ trưởng"
    r"|(?:phó )?chủ tịch|bí thư|thư ký|chánh văn phòng|phóng viên|lãnh đạo|cán bộ|nhân viên"
    r"|chuyên viên|quản trị|người (?:duyệt|viết)|(?:to|ban|tong) bien tap|giam doc|bien tap vien"
    r"|admin|administrator|root|editor|user|guest|test)(?!\w))",
)
"""How offices and roles begin; with marks, as without them they are names: «Trương Phong»."""
_VALUES = frozenset({"null", "none", "nil", "nan", "undefined", "true", "false"})
"""What programs write where there is no name."""


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name without capitals, diacritics, signs, and without «ông», «bà» before it."""
    return " ".join(_named(fold(name)))


@lru_cache(maxsize=4096)
def is_example_name(name: str) -> bool:
    """Whether a name only shows where one goes: «Ví dụ», «ví dụ: Nguyễn Văn An», «Vi du.»."""
    words = _named(nfc(name).casefold())
    if tuple(words[:2]) in _EXAMPLE:
        return True
    syllables = [word for word in words if len(word) > 1]  # «Vi du 1», «vi du A»
    return tuple(map(fold, syllables)) in {tuple(map(fold, each)) for each in _EXAMPLE}


@lru_cache(maxsize=4096)
def is_nobodys_name(name: str) -> bool:
    """Whether it names nobody: an example, a mould, signs, figures, who is still awaited.

    «-», «A», «12», «(chưa ký)», «Tên người duyệt», «Vi du»; or whoever it may be: «ai đó», «đài».
    """
    words = " ".join(_SIGNS.sub(" ", nfc(name).casefold()).split())
    is_anybody = words in _NO_PERSONS or bool(_NO_PERSON.fullmatch(fold(words)))
    is_mould = bool(_NOBODYS.match(name)) or not _LETTERS.search(name)
    return is_anybody or is_mould or is_example_name(name)


def is_personal_name(name: str) -> bool:
    """Whether somebody may be called so and is told from everybody else by sight.

    Not by an office or a role («Tổ biên tập»), an empty value («null»), signs that no name has, or
    letters of another alphabet that look like ours.
    """
    plain = nfc(name)
    is_seen = bool(_TYPED.fullmatch(plain)) and not _MIXED.search(plain) and not lookalikes(plain)
    is_value = _VALUES.issuperset(name_key(plain).split())
    is_office = bool(_OFFICES.match(plain.casefold()))
    return is_seen and not (is_value or is_office or is_nobodys_name(plain))


def name_parts(name: str) -> tuple[str, ...]:
    """A name as a whole, then who and of what body it is: «Bà Hoa (Đài Thử)», «Hoa, Đài Thử»."""
    keys = (name_key(part) for part in (name, *_BETWEEN.split(name)))
    return tuple(dict.fromkeys(filter(None, keys)))


@lru_cache(maxsize=4096)
def are_one_name(one: str, other: str) -> bool:
    """Whether two names may be those of one person or body, by any of their parts.

    «Bà Hoa» and «Nguyễn Thị Hoa», «N. T. Hoa», «Bà Hoa (Đài Thử)» and «Đài Thử», «phóng viên Đài
    Thử» and «Đài Thử», «Đài T.», «daithu»: one who says who he is in two ways has verified what he
    sent.
    """
    return any(_alike(a.split(), b.split()) for a in name_parts(one) for b in name_parts(other))


def _alike(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    if _is_retyped(one, other) or _is_shortened(short, long):
        return True
    if all(a == b or (1 in {len(a), len(b)} and a[0] == b[0]) for a, b in _ends(short, long)):
        return len(short[-1]) > 1
    size = len(short)
    places = range(len(long) - size + 1) if size >= _BODY else ()
    return any(long[place : place + size] == short for place in places)


def _is_retyped(one: list[str], other: list[str]) -> bool:
    """Without spaces, or its words in another order: «daithu», «Thử Đài»."""
    return "".join(one) == "".join(other) or (len(one) >= _BODY and sorted(one) == sorted(other))


def _is_shortened(short: list[str], long: list[str]) -> bool:
    """By first letters, alone or behind a word: «Đài T.N.», «Đài TN», «ĐTN»."""
    letters = "".join(short)
    is_all = len(letters) >= _LETTERED and not _VOWELS.search(letters)
    if is_all and letters == "".join(word[0] for word in long):
        return True
    same = next(
        (n for n, pair in enumerate(zip(short, long, strict=False)) if len(set(pair)) > 1), 0
    )
    rest = "".join(short[same:])
    firsts = "".join(word[0] for word in long[same:])
    is_brief = all(len(word) == 1 for word in short[same:]) or not _VOWELS.search(rest)
    return bool(same and rest) and is_brief and rest == firsts


def _ends(short: list[str], long: list[str]) -> Iterator[tuple[str, str]]:
    """Word by word from the end, where the name that one is called by stands."""
    return zip(reversed(short), reversed(long), strict=False)


def _named(name: str) -> list[str]:
    words = _SIGNS.sub(" ", name).split()
    while len(words) > 1 and fold(words[0]) in _ADDRESSES:
        words = words[1:]
    return words
