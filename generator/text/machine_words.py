"""Words that a machine gave a picture: the names of its files, and what it believes to see in it.

Telephones, messengers and sellers of pictures name files by numbers; Facebook, Word and screen
readers describe what has outlines: «Có thể là hình ảnh về 3 người».
"""

import re
from functools import cache
from typing import Final

_DIGITS: Final = r"[0-9][0-9 .,_:-]{3,}[0-9]"
FILE_NAMES: Final = (
    rf"(?:ảnh chụp(?: màn hình)?|hình chụp(?: màn hình)?|screen ?shot|screen capture|capture|scan"
    rf"|camscanner|whatsapp (?:image|video)|ảnh whatsapp|chatgpt image|dall[·-]?e|untitled design"
    rf"|photo|image|img|anh|hinh)[ _-]*(?:[^\W\d_]{{3,9}} )?{_DIGITS}[^\n]{{0,40}}"
    r"|(?:received|fb_img|fbimg|viber(?:[ _]image)?|zalo(?:[ _]image)?|inbound|mmexport|img|pxl"
    r"|messenger_creation|snapchat|wx_camera|dscn?|dscf|vid|mvi|dji|gopr|p)[ _-]?[0-9]{4,}[\w.-]*"
    r"|(?:19|20)[0-9]{6}[_-][0-9]{4,6}[\w.-]*|z[0-9]{8,}_[0-9a-f]{16,}"
    r"|(?:shutterstock|istock(?:photo)?|adobestock|depositphotos|dreamstime|gettyimages|freepik"
    r"|pixabay|pexels|123rf|alamy|canva|unsplash|gemini_generated_image)"
    r"[ _-][\w ().-]*[0-9][\w ().-]*"
    r"|[\w-]+[-_](?:unsplash|pexels|pixabay|freepik)(?:[ _-]?\(?[0-9]{1,4}\)?)?"
    r"|[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}"
)
"""In which case makes no difference; nobody would write one for readers."""
DESCRIPTIONS: Final = (
    r"(?:hình ảnh|hình|ảnh) (?:này )?có thể có ?:? [^\n]+"
    r"|có thể là (?:hình ảnh|hình|ảnh|đồ họa|tranh)(?: (?:chụp|vẽ|minh họa|đen trắng|cận cảnh"
    r"|màn hình))* (?:về|của|có|và|cho biết) [^\n]*"
    r"|(?:hình ảnh )?không có mô tả(?: ảnh| hình ảnh)?(?: nào)?"
    r"|may be an? (?:image|graphic|illustration|photo|close|meme|screenshot)[^\n]*"
    r"|image may contain[^\n]*|no (?:photo|image) description(?: available)?"
    r"|(?:a picture containing|một (?:bức ảnh|hình ảnh|ảnh) (?:có )?chứa)[^\n]*"
    r"|[^\n]*(?:description automatically generated|mô tả (?:được )?tạo tự động"
    r"|AI-generated content|nội dung do AI tạo)[^\n]*"
)


@cache
def _descriptions() -> re.Pattern[str]:
    return re.compile(rf"(?:{DESCRIPTIONS})\.?", re.IGNORECASE)


@cache
def _files() -> re.Pattern[str]:
    return re.compile(FILE_NAMES, re.IGNORECASE)


def is_machine_description(words: str) -> bool:
    """Whether a program says what it believes to see."""
    return _descriptions().fullmatch(" ".join(words.split())) is not None


def is_file_name(words: str) -> bool:
    """Whether a telephone, a messenger or a seller of pictures called the file so."""
    return _files().fullmatch(words.strip()) is not None
