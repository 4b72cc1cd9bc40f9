"""Vietnamese words for keys and choices, as people write them before they know ours."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache
from typing import Final

from generator.catalogue import messages
from generator.media import media
from generator.source.yaml_signs import CLOSING, OPENING
from generator.vietnamese.text import fold, plain

_KEYS: Final = {
    "ban sao": "copies",
    "can cu": "basis",
    "chu thich": "caption",
    "dai": "partner",
    "dang ngay": "publish_on",
    "dia chi": "address",
    "dia diem": "place",
    "diem treo": "placements",
    "don vi": "partner",
    "don vi phoi hop": "partner",
    "duyet boi": "approved_by",
    "han bao cao": "report_due",
    "hoat dong": "activity",
    "ke hoach": "campaign",
    "khau hieu": "slogan",
    "kho": "size",
    "khung gio": "slot",
    "kich thuoc": "size",
    "kinh phi": "budget",
    "loai": "medium",
    "loai hinh": "medium",
    "ma": "id",
    "mau": "colours",
    "mo ta": "summary",
    "muc": "topics",
    "nam": "period",
    "ngay dang": "publish_on",
    "ngay duyet": "approved_on",
    "ngay gio": "slot",
    "ngay phat": "slot",
    "nguoi duyet": "approved_by",
    "nguoi noi": "speakers",
    "nguoi doc": "speakers",
    "nganh": "industry",
    "nguon": "sources",
    "ngon ngu": "lang",
    "nhan vat": "persons",
    "anh": "picture",
    "hinh": "picture",
    "ban quyen": "rights",
    "quy": "quarter",
    "sapo": "standfirst",
    "so luong": "quantity",
    "tac gia": "author",
    "ten": "title",
    "ten bai": "title",
    "thoi luong": "duration",
    "tieu de": "title",
    "tinh trang": "status",
    "tom tat": "summary",
    "trang thai": "status",
    "chu de": "topics",
    "noi dung": "activity",
    "ghi am": "audio",
    "am thanh": "audio",
    "giai doan": "period",
    "date": "slot",
    "tags": "topics",
    "description": "summary",
    "image": "picture",
    "type": "medium",
}
_PLURALS: Final = {
    "activity": ("activities",),
    "partner": ("partners",),
    "place": ("places", "placements"),
    "quarter": ("quarters",),
    "slot": ("slots", "at", "time"),
    "sources": ("source",),
    "summary": ("text", "note"),
    "title": ("name", "names"),
}
_CHOICES: Final = {
    "cho duyet": "ready",
    "chua duyet": "draft",
    "co nguon": "source",
    "da xong": "ready",
    "du kien": "proposed",
    "duyet": "approved",
    "gom": "gate",
    "hoan thanh": "ready",
    "huyen": "district",
    "khu cong nghiep": "industrial-park",
    "cum cong nghiep": "industrial-cluster",
    "ke hoach": "source",
    "khu": "industrial-park",
    "nguon": "source",
    "nhap": "draft",
    "go": "withdrawn",
    "go bai": "withdrawn",
    "go bo": "withdrawn",
    "ha bai": "withdrawn",
    "huy": "withdrawn",
    "huy bo": "withdrawn",
    "ngung dang": "withdrawn",
    "removed": "withdrawn",
    "retracted": "withdrawn",
    "rut": "withdrawn",
    "tam go": "withdrawn",
    "thu hoi": "withdrawn",
    "unpublished": "withdrawn",
    "xoa": "withdrawn",
    "xoa bo": "withdrawn",
    "chua xong": "draft",
    "xong": "ready",
    "so": "authority",
    "tieng anh": "en",
    "tieng viet": "vi",
    "tinh": "province",
    "hang rao": "fence",
    "tuong": "wall",
    "khung": "frame",
    "cong": "gate",
    "cot dien": "power-pole",
    "ngang duong": "across-road",
    "den tin hieu": "signal",
    "cay": "tree",
    "trai": "left",
    "ben trai": "left",
    "phai": "right",
    "ben phai": "right",
    "thang": "ahead",
    "phia truoc": "ahead",
    "tren": "top",
    "duoi": "bottom",
    "phat thanh vien": "host",
    "dan chuong trinh": "host",
    "khach moi": "guest",
    "phong vien": "reporter",
    "tac gia": "author",
    "bien tap": "editor",
    "uy ban": "authority",
    "ban quan ly": "management-board",
    "tu van": "consultant",
    "khong": "none",
    "khong ai": "none",
    "published": "approved",
    "done": "ready",
}
_AROUND: Final = f"{OPENING}{CLOSING}\"'`.,;: "


def meant_key(key: str, keys: Iterable[str]) -> str:
    """The key that an unknown one seems to stand for, or nothing."""
    bare = _bare(key).replace("-", "_").replace(" ", "_")
    names = list(keys)
    if bare in names:
        return bare
    word = _KEYS.get(bare.replace("_", " "), "")
    turned = [name for name in names if sorted(name) == sorted(bare)]  # «di» for «id»
    for name in (word, *_PLURALS.get(word, ()), *turned):
        if name in names:
            return name
    same_start = [name for name in names if name[:1] == bare[:1]]
    near = get_close_matches(bare, same_start, 1, 0.6) or get_close_matches(bare, names, 1, 0.75)
    return next(iter(near), "")


def meant_choice(value: str, choices: Iterable[str]) -> str:
    """The choice that a value seems to stand for, or nothing: «Approved», «đã duyệt»."""
    bare, known = _bare(value), list(choices)
    bare = bare.replace("-", " ") if bare not in known else bare
    for word in (bare, bare.replace(" ", "-"), _CHOICES.get(bare, ""), _named().get(bare, "")):
        if word in known:
            return word
    near = next(iter(get_close_matches(bare, known, 1, 0.6)), "")
    return near or _within(bare, known)


def _within(bare: str, known: Collection[str]) -> str:
    """The choice whose longest word is a part of a value: «chương trình phát thanh»."""
    named = (phrase for phrase, word in (_named() | _CHOICES).items() if word in known)
    there = (phrase for phrase in named if re.search(rf"\b{re.escape(phrase)}\b", bare))
    longest = max(there, key=len, default="")
    return (_named() | _CHOICES).get(longest, "")


def _bare(word: str) -> str:
    return " ".join(fold(plain(word).strip(_AROUND)).split())


@cache
def _named() -> dict[str, str]:
    """What the catalogue has as the Vietnamese of a word, and what people call a medium."""
    known = {fold(text): english.lower() for english, text in messages("vi").items()}
    return known | {word: each.name for each in media().values() for word in each.other_names}
