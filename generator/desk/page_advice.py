"""What to do about a problem on the page: people press buttons there, and type no signs of a file.

Advice that names what only a file has (keys, its signs, commands) is replaced: by code, else by the
way to the view as text, where the same problem is told with what is to be typed.
"""

import re
from functools import cache

from generator.catalogue import words
from generator.media import media

_ADDRESS = "Select it, press “Link to a piece…” and write the address without that part."
_CUE = "Press the label of this box, and say of what kind it is and how many seconds."
_LINK = "Remove it and press “Link to a piece…”: there stand its words and its address."
_MISLEADING = "Select it, press “Link to a piece…” and write the address that its words name."
_NOTE = "Remove it, and press “Note” behind the word that it explains."
_NUMBER = (
    "A list counts by itself. Put the cursor there and press “Paragraph”, then type "
    "the number or sign before the words."
)
_STAR = "Remove the sign; for bold or slanted words select them and press “Bold” or “Italics”."
_TABLE = "Press “Table” and put the words into its cells."
_UNDER = "Put the cursor into it and press Tab: it goes below the item above."
ADVICE = {
    "speaker-read-aloud": "Put the cursor into this paragraph and press “Speaker”; the speakers "
    "of the piece are named in the field “Speakers”.",
    "turn-without-words": "Type what is said behind the name, in the same paragraph.",
    "figure-without-source": "Name the document or the web page in the field “Sources”; where it "
    "is an example, say “ví dụ giả định”.",
    "unknown-document": "Choose it in the field “Sources” by its title, or write the address of a "
    "web page there.",
    "figure-not-in-source": "Correct the figure, or name the document and the line that say it in "
    "the field “Sources”.",
    "unknown-speaker": "Correct the name, or add this speaker to the field “Speakers”.",
    "speaker-and-manner": "Leave the name alone: {word}. How somebody speaks is a note: press "
    "“Note” behind the words.",
    "silent-script": "Write what is said in paragraphs; press “Speaker” for who says it.",
    "cue-or-words": "If it is said, remove these signs and press “Speaker”; if it is heard or "
    "seen, remove it and press “Cue”.",
    "cue-read-aloud": "Remove it from what is said; if it is heard or seen, press “Cue” and write "
    "it there.",
    "line-without-speaker": "If it is said, press “Speaker”; if it is heard or seen, remove it "
    "and press “Cue”.",
    "picture-in-script": "Say in words what it shows, or put the picture into an article.",
    "heading-by-looks": "If it is a heading, press “Heading”; if it is a sentence, end it with a "
    "full stop.",
    "title-in-text": "Remove it; if it is a heading within the piece, press “Heading”.",
    "note-by-hand": "Remove it and press “Note” there.",
    "note-unused": "Press “Note” behind the word that it explains, or remove this note.",
    "dead-link": "Remove it, press “Link to a piece…” and choose where it leads.",
    "dead-anchor": "Remove it, press “Link to a piece…” and choose where it leads.",
    "link-without-address": "Press “Link to a piece…” and choose where it leads.",
    "unsafe-link": "Remove it, or press “Link to a piece…” and write an address that begins with "
    "https://.",
    "site-without-link": "Select it, press “Link to a piece…” and write the whole address.",
    "list-without-space": "Remove the signs at the beginning, and press “List”.",
    "letters-for-list": "Remove the signs at the beginning, and press “Numbered list”.",
    "bullet-of-word": "Remove the signs at the beginning, and press “List”.",
    "picture-missing": "Remove it, press “Picture” and choose one; pictures lie in the folder "
    "assets of the programme.",
    "placeholder": "Write it, or remove it.",
    "remark-left": "Do what it asks for, then remove it.",
    "label-in-text": "Put the words behind the label into their field, and remove this line.",
    "marks-missing": "Type the text again with the Vietnamese keyboard on, for example tiết kiệm "
    "nước.",
    "artwork-not-approved": "Whoever approves the sample opens the piece and presses “Approve”.",
    "approval-missing": "Press “Open again”; whoever approves the piece then presses “Approve”.",
    "approved-in-the-future": "Press “Open again”; whoever approves the piece then presses "
    "“Approve”.",
    "approver-unnamed": "Type the real name of whoever approves in “Who approves”; while nobody "
    "has, press “Send for approval”. What is locked is opened first: “Open again”.",
    "approval-typed": "Press “Mend it”; whoever approves or withdraws the piece presses the "
    "button for it.",
    "published-status": "If it is to stay, press “Approve”; if not, approve it and then press "
    "“Withdraw”: then those who follow are told.",
    "withdrawn-without-day": "Press “Open again”, approve it and then press “Withdraw”.",
    "not-withdrawn": "Press “Open again”.",
    "never-appears": "Press “Open again”, and say when in the field “Slot” or “Day of "
    "publication”.",
    "heading-level": "Press “Heading” or “Smaller heading”, so that it is one below the other.",
    "home-missing": "See as text says how the home page is written.",
    "renamed-to-no-id": "Small letters without diacritics, digits and hyphens can, such as: {word}",
    "renamed-to-taken": "Choose another name.",
    "renamed-onto-file": "Choose another name.",
    "data-not-editable": "Press “See as text”, and write one value a line at the top.",
    "alt-missing": "Write in the box below the picture what it shows.",
    "backslash-at-end": "Remove it; for a new line in the same paragraph press Shift+Enter.",
    "backslash-lost": "Type the sign once more where it is to be seen: it stands on the page as "
    "it is typed.",
    "block-empty": "Write words there, or remove it.",
    "brackets-turned": _LINK,
    "space-before-address": _LINK,
    "link-within-link": _LINK,
    "double-brackets": _LINK,
    "space-in-address": _LINK,
    "break-in-script": "Remove the break and press Enter there: each line becomes a paragraph.",
    "cells-missing": "Write into the empty cells what lacks; where nothing belongs, a dash: –",
    "cue-form": _CUE,
    "cue-without-kind": _CUE,
    "cue-outside-script": "Put the cursor into it and press “Remove this part”; what is worth "
    "saying is written as a paragraph.",
    "cue-without-text": "Write in this box what is heard or seen.",
    "heading-empty": "Write it, or remove it.",
    "item-not-far-enough": _UNDER,
    "list-signs": _UNDER,
    "item-too-far-in": "Put the cursor before it, press Enter, then remove the sign before the "
    "words.",
    "item-twice-begun": "Put the cursor into it and press Shift+Tab.",
    "lines-run-together": "Put the cursor where a line is to begin and press Shift+Enter; for a "
    "list press Enter there, then “List”.",
    "list-numbers": _NUMBER,
    "number-for-list": _NUMBER,
    "sign-before-figure": _NUMBER,
    "link-misleads": _MISLEADING,
    "contact-misleads": _MISLEADING,
    "secret-in-address": _ADDRESS,
    "tracked-address": _ADDRESS,
    "note-mark": "Remove it, and press “Note” behind a word of the paragraph beside it.",
    "note-text": _NOTE,
    "note-twice": "Remove one of the two, then press “Note” behind the word that it explains.",
    "space-of-word": "Remove the signs and spaces at the beginning; if it is a list or a heading, "
    "press “List” or “Heading”.",
    "star-in-word": _STAR,
    "star-open": _STAR,
    "struck-in-title": "Remove the words that are struck out.",
    "table-cut": _TABLE,
    "table-without-rule": _TABLE,
    "tabs-for-table": _TABLE,
    "text-in-table": "Cut it, press Ctrl+Enter to leave the table, put it there; then press "
    "“Remove the row”.",
    "underlined-heading": "If it is no heading, press “Paragraph”.",
}
"""By code, as msgids."""
MESSAGES = {
    "paragraph-twice": "This paragraph stands above already.",
    "renamed-to-no-id": "“{name}” cannot be a name in an address.",
    "renamed-to-taken": "Another piece has the name “{name}” in its address.",
    "renamed-onto-file": "Another piece has this name in its address.",
    "unknown-document": "“{id}” is no document of the list.",
    "title-twice": "Another piece has this title already.",
    "figure-without-source": "“{figure}” has no source: the field “Sources” is empty.",
    "starter-text": "Nobody has written this yet: “{text}”.",
    "published-status": "Readers have seen this piece; as it is now it vanishes without a word.",
    "never-appears": "The piece is approved, but nothing says when it appears, so that it never "
    "does.",
}
"""What is wrong, where the message speaks of what nobody sees on the page; by code."""
_ABOVE = "Something in the lines above the text is not written so that it can be read."
TO_TEXT = "Press “See as text”: there it stands what is to be typed, and where."
ONLY_IN_TEXT = frozenset({"list-after-text", "title-unseen"})
"""What nobody sees on the page, and mends in the text alone; by code."""
AS_WRITTEN = (
    "This part is shown as it is written in the file: press “See as text” to change it, or click "
    "it and press “Remove this part”."
)
"""Of blocks for which the page has no form."""
_SIGNS = (
    "Remove these signs; bold words, headings, lists, tables, links and notes have buttons above "
    "the text. Or press “See as text”, and type what stands there."
)
_IN_FIELD = "What is in this field is shown as it is typed: remove these signs."
_QUOTED = re.compile("“[^“”]*”")
_PLACES = re.compile(r"\b(?:content|campaigns)/\S+?\.(?:md|yml)(?::\d+:\d+)?")
_PLACE_BEHIND = re.compile(rf":\s*{_PLACES.pattern}(?=[.,]?(?:\s|$))")
_OF_DATA = (
    r"\b(?:draft|ready|approved|withdrawn|slug|embargo|copies|slot|medium)\b"
    r"|\bloa (?:check|new|plan|import|init)\b"
    r"|\b[a-z]+_[a-z_]+\b|\b(?:content|campaigns|assets)/"
    r"|\.(?:md|yml)\b|đầu tệp|phần dữ liệu|[Kk]hóa (?:phải|“|mục|trong|cần)|“khóa|các khóa|---"
)
_OF_SIGNS = (
    r"\*\*|~~|:::|```|\[\^|\]\(|\[\[|(?:^|\s)[#>](?=\s|$)|\B#{2,}|<!--|\|---|Markdown|HTML|"
    r"gạch chéo ngược|dấu \\|dấu #|ngoặc (?:vuông|tròn)|\\"
)
_BODY = re.compile(_OF_SIGNS)
_AT_THE_TOP = re.compile(r",? (?:ở |trong |lên )?(?:phần dữ liệu )?đầu tệp")


@cache
def _data() -> re.Pattern[str]:
    """What only the data of a file has: its keys, too, with the colon behind them."""
    keys = sorted({key for medium in media().values() for key in medium.record.model_fields})
    return re.compile(rf"{_OF_DATA}|(?<![\w/:])(?:{'|'.join(keys)}):(?=[\s.,;)]|$)")


def has_file_words(message: str, advice: str) -> bool:
    """Whether they name what only a file has; signs that stand on the page may be named there."""
    return any(map(_data().search, map(_plain, (message, advice)))) or bool(
        _BODY.search(_plain(advice))
    )


def _plain(text: str) -> str:
    """A message without what it quotes from the piece."""
    return _QUOTED.sub("", text)


def page_message(message: str) -> str:
    """What is wrong, on the page."""
    told = _PLACES.sub(words("another piece"), _PLACE_BEHIND.sub("", message))
    return words(_ABOVE) if _data().search(_plain(told)) else told


def page_advice(advice: str, *, is_field: bool = False) -> tuple[str, bool]:
    """What to do on the page, or in one of its fields; and whether that is to look at the text."""
    told = _AT_THE_TOP.sub("", advice)
    if _data().search(_plain(told)):
        return words(TO_TEXT), True
    if not _BODY.search(_plain(told)):
        return told, False
    return (words(_IN_FIELD), False) if is_field else (words(_SIGNS), True)
