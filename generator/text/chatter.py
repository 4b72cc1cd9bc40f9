"""Sentences that a chat program says to whoever asked it, around the text that it was asked for."""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm

_BEGINS: Final = r"(?:^[ >*_“\"-]*|(?<=[.!?…:] ))"
_REST: Final = r"[^.!?\n]*[.!?]*"


def _sentence(sign: str, words: str) -> RareForm:
    return RareForm(rf"{_BEGINS}(?P<said>(?:{words}){_REST})", sign, re.MULTILINE)


def _line(sign: str, words: str) -> RareForm:
    return RareForm(rf"^[ >*_-]*(?P<said>{words})[ *_]*$", sign, re.MULTILINE)


# What must stand in a word of the text, and how the sentence begins. Only programs say these.
_OF_PROGRAMS: Final = (
    _sentence(
        "(?i:model|assistant)",
        r"(?i:as an? (?:AI|artificial|large)[\w ]{0,20} (?:model|assistant)\b)",
    ),
    _sentence("(?i:cut-?off)", r"(?i:[^.!?\n]{0,40}my knowledge cut-?off)"),
    _sentence(
        "As",
        r"As of my (?:last|latest) (?:knowledge |training )?(?:update|data)",
    ),
    _sentence(
        "(?:ngữ|AI|ảo|tuệ|chatbot)",
        r"(?:Là|Với tư cách(?: là)?|Vì là|(?:Vì )?[Tt]ôi (?:chỉ )?là)(?: một)? "
        r"(?:mô hình (?:ngôn ngữ|AI)|trợ lý (?:ảo|AI|trí tuệ)|AI|chatbot)(?!\w)",
    ),
    _sentence("lỗi,", r"(?:Tôi (?:rất )?xin|Xin) lỗi, (?:nhưng )?tôi không thể"),
    _sentence("(?:truy|duyệt)", r"Tôi không thể (?:truy cập|duyệt web)"),
    _sentence(
        "tôi",
        r"(?:Tính đến|Theo) (?:(?:lần|thời điểm) )?(?:cập nhật|dữ liệu|kiến thức)"
        r"[^.!?\n]{0,40} của tôi",
    ),
    _sentence("helps?", r"I hope (?:this|that|it)[^.!?\n]{0,40} helps?\b"),
    _sentence("Let", "Let me know if you"),
    _sentence("Would", "Would you like me to"),
    _sentence("Feel", "Feel free to (?:ask|let|reach|adjust|modify)"),
    _sentence("Is", "Is there anything else"),
    _sentence("sorry", "I(?:’m| am|'m) sorry, but I"),
    _sentence("can", "I can(?:no|['’])t (?:assist|help|browse|access)"),
    _sentence(
        "Here",
        r"Here(?:’s|'s| is| are) (?:a|an|the|your|my|some)\b[^.!?\n]{0,40}?\b"
        r"(?:revised|rewritten|polished|improved|updated|edited|draft|version|translation|summary)",
    ),
    _sentence(
        "(?:Certainly|Sure|course|Absolutely|question)",
        r"(?:Certainly|Sure(?: thing)?|Of course|Absolutely|Great question)[!,.] "
        r"(?:Here|Below|I)\b",
    ),
)
# What stands in the window of such a program, in a line of its own.
_OF_WINDOWS: Final = (
    _line(
        "(?:said|nói)",
        r"(?:ChatGPT|Gemini|Copilot|Claude|DeepSeek|Grok|You|Bạn) (?:said|(?:đã )?nói):?",
    ),
    _line("Regenerate", "Regenerate(?: response)?"),
    _line("(?:code|mã)", "Copy code|Sao chép mã"),
    _line("(?:Thought|suy)", r"(?:Thought for|Đã (?:suy nghĩ|suy luận) trong) \d+[^\n]*"),
)
# A person might say the same.
_OF_ANYBODY: Final = (
    _sentence(
        "(?:Chắc|Tất|Dĩ|Đương|Được|Vâng|Tuyệt|Rất)",
        r"(?:Chắc chắn|Tất nhiên|Dĩ nhiên|Đương nhiên|Được|Vâng|Tuyệt vời|Rất sẵn lòng)"
        r"(?: rồi| ạ| thôi| chứ)?[!,.:] (?:Đây là|[Dd]ưới đây|Sau đây|[Tt]ôi (?:sẽ|đã|xin))",
    ),
    _sentence("rồi!", r"(?:Chắc chắn|Tất nhiên|Dĩ nhiên) rồi!(?=[ ]*$)"),
    _sentence(
        "(?:Dưới|Sau|Đây)",
        r"(?:Dưới đây|Sau đây|Đây) là [^.!?\n]{0,80}?(?:viết lại|theo yêu cầu|của bạn"
        r"|(?:đã|được) (?:chỉnh|sửa|biên tập)|bạn (?:yêu cầu|cần|gửi|đưa)"
        r"|phiên bản[^.!?\n]{0,30} (?:hơn|mới|hoàn chỉnh|cuối|bạn)"
        r"|bản (?:nháp|dịch|thảo|tóm tắt|rút gọn)[^.!?\n]{0,30} bạn)(?!\w)",
    ),
    _sentence(
        "(?:ích|ứng|lòng)",
        r"(?:(?:Tôi|Mình|Em) )?(?:[Hh][yi] vọng|[Mm]ong)[^.!?\n]{0,80}"
        r"(?:giúp ích|hữu ích|có ích|đáp ứng|hài lòng)"
        r"(?:[^.!?\n]{0,30}(?:bạn|yêu cầu)[^.!?\n]{0,12})?(?=[.!])",
    ),
    _sentence("(?:tôi|mình)", r"Bạn có (?:muốn|cần) (?:tôi|mình)(?!\w)"),
    _sentence(
        "(?:tôi|mình)",
        r"(?:Nếu|Khi) bạn (?:cần|muốn)[^.!?\n]{0,80}? (?:(?:cho|nói với|nhắn) (?:tôi|mình)(?!\w)"
        r"|(?:tôi|mình) (?:có thể|sẽ|sẵn sàng))",
    ),
    _sentence("biết", "(?:Hãy|Cứ|Vui lòng|Xin) cho (?:tôi|mình) biết"),
    _sentence("Tôi", r"Tôi (?:có thể|sẵn sàng)[^.!?\n]{0,60} (?:nếu|giúp|cho) bạn(?!\w)"),
)


def chatter(prose: str) -> Iterator[tuple[int, int, bool]]:
    """Every such sentence, from where to where, and whether nobody else would say it."""
    for forms, is_sure in (((*_OF_PROGRAMS, *_OF_WINDOWS), True), (_OF_ANYBODY, False)):
        for form in forms:
            yield from ((*found.span("said"), is_sure) for found in form.finditer(prose))
