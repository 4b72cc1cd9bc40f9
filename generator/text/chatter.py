"""Sentences that a chat program says to whoever asked it, around the text that it was asked for."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generator.text.prose import BLANK, passages
from generator.vietnamese.forms import RareForm, Sign

_BEGINS: Final = r"(?:^[ >*_“\"-]*|(?<=[.!?…:] ))"
_WRITTEN: Final = (
    r"(?:bài(?: viết)?|(?:phiên )?bản|kịch bản|nội dung|đoạn|tiêu đề|văn bản)(?: này| trên| khác"
    r"| mới| hơn"
    r"| [^\W\d_]+ hơn)?"
)
_STYLE: Final = (
    r"(?:giọng(?: văn| điệu)?|văn phong|độ dài|phong cách|câu chữ|(?:ngắn|dài|gọn|sinh động"
    r"|trang trọng) hơn)"
)
_EDITS: Final = (
    r"(?:(?:điều )?chỉnh(?: sửa)?|sửa|viết(?: lại| thêm)?|rút gọn|soạn(?: thêm)?|bổ sung|tạo"
    r"(?: thêm)?|làm thêm|đổi"
    r"|gợi ý(?: thêm)?|đề xuất)"
)
_REST: Final = r"[^.!?\n]*[.!?]*"


def _sentences(sign: str, *words: str) -> RareForm:
    """Sentences by how they begin; `sign` must stand in a word of the text."""
    begun = "|".join(words)
    return RareForm(rf"{_BEGINS}(?P<said>(?:{begun}){_REST})", sign, re.MULTILINE)


# Only programs say these.
_OF_PROGRAMS: Final = (
    _sentences(
        "(?i:model|assistant|cut-?off)|As|nhật|helps|Let|Would|Feel|anything|sorry|can(?:no|['’])t|Here"
        "|Certainly|Sure|course|Absolutely|question",
        r"(?i:as an? (?:AI|artificial|large)[\w ]{0,20} (?:model|assistant)\b)",
        r"(?:As of |Until )?[Mm]y knowledge cut-?off",
        r"Tính đến (?:thời điểm|lần) cập nhật (?:cuối|gần)[^.!?\n]{0,20} của tôi",
        r"As of my (?:last|latest) (?:knowledge |training )?(?:update|data)",
        r"I hope (?:this|that|it)[^.!?\n]{0,40} helps\b",
        "Let me know if you",
        "Would you like me to",
        "Feel free to (?:ask|let|reach|adjust|modify)",
        "Is there anything else",
        "I(?:’m| am|'m) sorry, but I",
        "I can(?:no|['’])t (?:assist|help|browse|access)",
        r"Here(?:’s|'s| is| are) (?:a|an|the|your|my|some)\b[^.!?\n]{0,40}?\b(?:revised|rewritten"
        r"|polished|improved|updated|edited|draft|version|translation|summary)",
        r"(?:Certainly|Sure(?: thing)?|Of course|Absolutely|Great question)[!,.] "
        r"(?:Here|Below|I)\b",
    ),
    _sentences(
        "ngữ|AI|ảo|tuệ|chatbot|lỗi,|truy|web",
        r"(?:Là|Với tư cách(?: là)?|Vì là|(?:Vì )?[Tt]ôi (?:chỉ )?là)(?: một)? "
        r"(?:mô hình (?:ngôn ngữ|AI)|trợ lý (?:ảo|AI|trí tuệ)|AI|chatbot)(?!\w)",
        r"(?:Tôi (?:rất )?xin|Xin) lỗi, (?:nhưng )?tôi không thể",
        r"Tôi không thể (?:truy cập|duyệt web)",
    ),
    # what stands in the window of such a program, in a line of its own
    RareForm(
        r"^[ >*_-]*(?P<said>(?:ChatGPT|Gemini|Copilot|Claude|DeepSeek|Grok|You|Bạn) "
        r"(?:said|(?:đã )?nói):?|Regenerate(?: response)?|Copy code|Sao chép mã"
        r"|(?:Thought for|Đã (?:suy nghĩ|suy luận) trong) \d+[^\n]*)[ *_]*$",
        "said|nói|Regenerate|code|mã|Thought|suy",
        re.MULTILINE,
    ),
)
# A person might say the same.
_OF_ANYBODY: Final = (
    _sentences(
        "AI|GPT|tuệ|Gemini|Copilot",
        r"(?:Bài(?: viết)?|Nội dung|Văn bản|Hình ảnh)(?: này| trên)? (?:được|do) [^.!?\n]{0,30}?"
        r"(?:\bAI(?!\w)|ChatGPT|trí tuệ nhân tạo|Gemini|Copilot)",
    ),
    RareForm(
        r"(?P<said>(?:[Tt]heo|[Dd]o|[Hh]ỏi|[Nn]hờ|[Dd]ùng|[Bb]ởi) "
        r"(?:ChatGPT|Chat GPT|Gemini|Copilot|DeepSeek|Grok|Claude)(?!\w)(?: (?:viết|soạn|dịch))?)",
        "GPT|Gemini|Copilot|DeepSeek|Grok|Claude",
    ),
    RareForm(
        r"(?P<said>(?:[Ss]ubscribe(?!\w)|[Gg]hiền [Mm]ì [Gg]õ|La La School"
        r"|không bỏ lỡ (?:những |các )?video|ủng hộ (?:cho )?kênh"
        r"|[Cc]ảm ơn (?:các )?bạn đã (?:xem|theo dõi)))",
        "[Ss]ubscribe|kênh|[Mm]ì|School|video|bạn",
    ),
    _sentences(
        "(?:chắn|nhiên|Được|Vâng|vời|lòng)|rồi!|Dưới|Sau|Đây",
        r"(?:Chắc chắn|Tất nhiên|Dĩ nhiên|Đương nhiên|Được|Vâng|Tuyệt vời|Rất sẵn lòng)"
        r"(?: rồi| ạ| thôi| chứ)?[!,.:] (?:Đây là|[Dd]ưới đây|Sau đây|[Tt]ôi (?:sẽ|đã|xin))",
        r"(?:Chắc chắn|Tất nhiên|Dĩ nhiên) rồi!(?=[ ]*$)",
        r"(?:Dưới đây|Sau đây) là (?:một )?(?:bài (?:viết|báo)|kịch bản|dàn ý|tiêu đề|đoạn văn)"
        r" (?:về|cho|hoàn chỉnh|chi tiết|ngắn gọn|mẫu|gợi ý)(?!\w)",
        r"(?:(?:Tất nhiên|Vâng|Được rồi|Chắc chắn), đây|Dưới đây|Sau đây|Đây) là "
        r"[^.!?\n]{0,80}?(?:viết lại|theo yêu cầu|của bạn"
        r"|(?:đã|được) (?:chỉnh|sửa|biên tập)|bạn (?:yêu cầu|cần|gửi|đưa)"
        r"|phiên bản[^.!?\n]{0,30} (?:hơn|mới|hoàn chỉnh|cuối|bạn)"
        r"|bản (?:nháp|dịch|thảo|tóm tắt|rút gọn)[^.!?\n]{0,30} bạn)(?!\w)",
    ),
    _sentences(
        "(?:Tôi|Mình|Em)$",
        r"(?:Tôi|Mình|Em) đã (?:chỉnh sửa|sửa|viết lại|rút gọn|biên tập|dịch|tóm tắt|bổ sung"
        r"|cập nhật)(?!\w)[^.!?\n]{0,60}"
        r"(?:bài(?: viết)?|đoạn|văn bản|nội dung|yêu cầu|[0-9]+ (?:từ|chữ))(?!\w)",
    ),
    _sentences(
        r"^[*_“>-]*Tóm$|(?:chữ|từ)[.,;]$|^(?:ảo|chatbot|AI)(?!\w)",
        r"Tóm lại,? (?:dưới đây )?là (?:phiên bản|bản|bài viết|nội dung) "
        r"(?:đã |được )+(?:chỉnh sửa|viết lại|rút gọn|biên tập|cập nhật)",
        r"(?:Bài(?: viết)?|Kịch bản|Nội dung)(?: dài| này)? khoảng [0-9]{2,4} (?:chữ|từ)"
        r"(?=[.,;](?:[ \n]|\Z))",
        r"(?:Xin chào|Chào bạn)[,!.]? (?:tôi|mình) là (?:một )?"
        r"(?:trợ lý (?:ảo|AI)|chatbot|AI)(?!\w)",
    ),
    _sentences(
        "vọng|[Mm]ong|bạn|Bạn|biết",
        r"(?:(?:Tôi|Mình|Em) )?(?:[Hh][yi] vọng|[Mm]ong)[^.!?\n]{0,80}"
        r"(?:giúp ích|hữu ích|có ích|đáp ứng|hài lòng)"
        r"(?:[^.!?\n]{0,30}(?:bạn|yêu cầu)[^.!?\n]{0,12})?(?=[.!])",
        r"Bạn có (?:muốn|cần) (?:tôi|mình)(?!\w)",
        r"(?:Nếu|Khi) bạn (?:cần|muốn)[^.!?\n]{0,80}? (?:(?:cho|nói với|nhắn) (?:tôi|mình)(?!\w)"
        r"|(?:tôi|mình) (?:có thể|sẽ|sẵn sàng))",
        "(?:Hãy|Cứ|Vui lòng|Xin) cho (?:tôi|mình) biết",
        r"Tôi (?:có thể|sẵn sàng)[^.!?\n]{0,60} (?:nếu|giúp|cho) bạn(?!\w)",
        rf"Bạn thấy (?:{_WRITTEN}|như vậy|như thế)(?!\w)[^.!?\n]{{0,60}}(?:chưa|không|thế nào"
        rf"|ra sao)(?= ?\?)",
    ),
    _sentences(
        "thể|cần|muốn|thay|dụng|dùng|viết|giọng",
        rf"(?:Tôi|Mình|Em) (?:cũng )?(?:có thể|sẵn sàng) {_EDITS}(?!\w)[^.!?\n]{{0,60}}?"
        rf"(?:{_WRITTEN}|{_STYLE})(?!\w)",
        rf"Nếu (?:bạn )?(?:cần|muốn)[^.!?\n]{{0,60}},? (?:tôi|mình|em)(?: cũng)?(?: có thể| sẽ"
        rf"| xin)? {_EDITS}(?!\w)"
        rf"[^.!?\n]{{0,60}}?(?:{_WRITTEN}|{_STYLE})(?!\w)",
        rf"Nếu (?:bạn )?(?:cần|muốn), (?:bạn )?(?:có thể|hãy) (?:yêu cầu|{_EDITS})"
        rf"(?!\w)[^.!?\n]{{0,60}}?(?:{_WRITTEN}|{_STYLE})(?!\w)",
        r"(?:Lưu ý|Ghi chú|Chú ý)?[:,]? ?(?:[Bb]ạn |[Aa]nh/chị )?(?:nên|cần|hãy|[Hh]ãy|có thể"
        r"|vui lòng|[Vv]ui lòng) "
        r"thay(?: thế)?(?!\w)[^.!?\n]{0,80}(?:số liệu|con số|thông tin|tên|chỗ trống|nội dung"
        r"|phần trong ngoặc)(?!\w)[^.!?\n]{0,60} bằng [^.!?\n]{0,40}(?:thực tế|thật|của bạn"
        r"|chính xác)(?!\w)",
        r"(?:Bài viết|Kịch bản|(?:Bài|Bản|Nội dung|Phiên bản)(?= này| trên))(?: này| trên)? "
        r"(?:đã )?(?:sử dụng|dùng|mang|được viết (?:với|theo|bằng)) "
        r"(?:giọng (?:văn|điệu)|văn phong|phong cách|ngôn ngữ)(?!\w)",
    ),
)
_ANNOUNCED: Final = Sign("^[*_]*(?:Dưới|Sau|Đây)$")
_OPENING: Final = re.compile(
    r"[*_]*(?:(?:(?:Dưới|Sau) đây|Đây) là (?:một |các |toàn bộ )?"
    r"(?:bài(?: viết| báo| đăng| tuyên truyền)|kịch bản|phiên bản)"
    r"|Dưới đây là (?:một |các |toàn bộ |phần )?"
    r"(?:bài|bản(?! đồ| vẽ)|nội dung|gợi ý|đoạn văn|thông điệp|lời bình))"
    r"(?!\w)[^.!?\n]{0,160}:[*_]*"
)
"""What a chat program says above what it was asked for: «Dưới đây là bài viết cho xưởng dệt:»."""
_NO_TEXT: Final = re.compile(rf"\s*(?:[-+*•>|!<:“\"]|[*_]*[0-9a-zđ]{{1,2}}[.)/]|[{BLANK}])(?!\*)")


def chatter(prose: str) -> Iterator[tuple[int, int, bool]]:
    """Every such sentence, from where to where, and whether nobody else would say it."""
    for forms, is_sure in ((_OF_PROGRAMS, True), (_OF_ANYBODY, False)):
        for form in forms:
            yield from ((*found.span("said"), is_sure) for found in form.finditer(prose))
    yield from _openings(prose)


def _openings(prose: str) -> Iterator[tuple[int, int, bool]]:
    """Paragraphs that announce a text which follows them; a list or a picture is no text."""
    if "ây là " not in prose or not _ANNOUNCED.is_in(prose):
        return
    near = [*passages(prose)]
    for (at, passage), (_, below) in pairwise(near):
        line = passage.rstrip()
        if _OPENING.fullmatch(line) and not _NO_TEXT.match(below):
            yield at, at + len(line), False
