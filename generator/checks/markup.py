"""What an editor who knows word processors writes, and Markdown reads as bare words."""

import posixpath
import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.intended_values import meant_contact, meant_web_address
from generator.model.piece import Piece
from generator.text.mentions import Mention, place
from generator.text.outline import outline
from generator.text.prose import BLANK
from generator.vietnamese.slugs import slugify

SPACES = Rule(
    "space-in-address",
    "A space in its address makes this no link and no picture: {sample}",
    "Rename the file, and every folder that has spaces in its name; then write here: {better}",
)
WEB_SPACES = SPACES.with_hint("Write %20 for each space: {better}")
CONTACT_SPACES = SPACES.with_hint("Write the address without spaces: {better}")
SIZE_BEHIND = SPACES.with_hint(
    "A picture is shown as wide as the text, and nothing else stands behind its address. Remove "
    "“{rest}”: {better}"
)
APART = Rule(
    "space-before-address",
    "The space between ] and ( makes this no link and no picture: {sample}",
    "Remove the space: {better}",
)
WITHIN = Rule(
    "link-within-link",
    "A link within the words of another makes the outer one no link: {sample}",
    "Leave one of the two addresses out, or put one link behind the other.",
)
TURNED_BRACKETS = Rule(
    "brackets-turned",
    "Words and address, or their brackets, are in each other's place, which makes this no link: "
    "{sample}",
    "Write: {better}",
)
SWAPPED_PARTS = TURNED_BRACKETS.with_hint("The words come first, in square brackets: {better}")
WIKI = Rule(
    "double-brackets",
    "Double brackets make no link and no picture here: {sample}",
    "Write [words](../bao-chi/bai-1.md) for a link, ![what it shows](assets/anh/xuong.jpg) for a "
    "picture.",
)
BULLET = warning(
    "bullet-of-word",
    "The sign “{sign}” makes no list here: readers see it as it stands.",
    "Begin each item with a hyphen and a space, with an empty line before the first: {better}",
)
_SAMPLE = 60  # characters that are quoted
_WEB = re.compile(r"[htps]{3,8} *[:;/]", re.IGNORECASE)
TURNED_LINK = re.compile(
    r"\[(?P<address>(?:https?://|www\.|mailto:|tel:)\S+|[\w./-]+\.md(?:#[\w-]+)?|[\w.+-]+@[\w.-]+"
    r"|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#]\S*)?|\+?\d[\d .-]{7,14}\d)\]"
    r"\((?P<words>[^()/]*[^\W_][^()/]*(?<![.]md))\)"
)
"""Words and address in each other's place: «[a@vi-du.vn](Thư)»."""
_SIZED = re.compile(
    r"!\[[^\[\]]*\]\(\s*(?i:\S+\.(?:png|jpe?g|svg|webp|gif|tiff?|avif))"
    r"(?P<rest>\s(?![^()]*\.(?:png|jpe?g|svg|webp|gif|tiff?|avif)\s*\))[^()]*?)\s*\)"
)
_TURNED = str.maketrans("()[]", "[]()")


def check_piece(piece: Piece) -> Iterator[Diagnostic]:
    """The body of a piece."""
    found = outline(piece.body.text)
    lines = piece.body.text.split("\n") if found.unread else []
    for mention in found.unread:
        source = "\n".join(lines[slice(*mention.lines)])
        if "\\[" in source and mention.text not in source:
            continue  # its brackets are meant
        rule, better = _judge(mention)
        sample = " ".join(re.sub(f"{BLANK}+", "…", mention.text).split())[:_SAMPLE]
        details = {"rest": _behind(mention)} if rule is SIZE_BEHIND else {}
        yield rule.at(place(piece.body, mention), sample=sample, better=better, **details)
    for mention in found.bullets:
        where = place(piece.body, mention)
        yield BULLET.at(where, sign=mention.text, better=mention.better)


def _judge(mention: Mention) -> tuple[Rule, str]:
    """The rule, and how it is written rightly."""
    match mention.words:
        case "wiki":
            found = WIKI, ""
        case "within":
            found = WITHIN, ""
        case "turned":
            found = TURNED_BRACKETS, mention.text.translate(_TURNED)
        case "spaces" | "swapped" if turned := TURNED_LINK.fullmatch(mention.text):
            found = SWAPPED_PARTS, link_in_order(turned)
        case "spaces" if _behind(mention):
            found = SIZE_BEHIND, mention.text.replace(_behind(mention), "", 1)
        case "apart":
            found = APART, re.sub(r"\]\s\(", "](", mention.text, count=1)
        case _:
            found = _spaced(mention.text.partition("](")[2].removesuffix(")").strip())
    return found


def _behind(mention: Mention) -> str:
    """What stands behind the whole address of a picture, such as a size: « =300x200»."""
    found = _SIZED.fullmatch(mention.text)
    return found["rest"] if found else ""


def link_in_order(link: re.Match[str]) -> str:
    """A `TURNED_LINK` with its words before its address."""
    address = link["address"]
    is_whole = re.match(r"https?:|mailto:|tel:|.*\.md(?:#|$)", address)
    meant = None if is_whole else meant_contact(address)
    return f"[{link['words'].strip()}]({meant.text if meant else address})"


def _spaced(address: str) -> tuple[Rule, str]:
    """The rule of an address with spaces, and how it is written rightly."""
    if address.startswith(("tel:", "mailto:")):
        return _spaced_contact(*address.partition("?"))
    if meant := meant_web_address(address) if _WEB.match(address) else None:
        return CONTACT_SPACES, meant.text
    if "://" in address:
        return WEB_SPACES, address.replace(" ", "%20")
    *folders, name = address.replace("\\", "/").split("/")
    stem, ending = posixpath.splitext(name)
    written = [part if " " not in part else slugify(part) for part in folders]
    return SPACES, "/".join((*written, f"{slugify(stem) if ' ' in stem else stem}{ending}"))


def _spaced_contact(contact: str, mark: str, words: str) -> tuple[Rule, str]:
    """An address of mail may go on with a subject, of which the spaces are words' (RFC 6068, 5)."""
    said = f"{mark}{words.strip().replace(' ', '%20')}"
    if " " not in contact:
        return WEB_SPACES, contact + said
    meant = meant_contact(contact.partition(":")[2])
    return CONTACT_SPACES, (meant.text if meant else contact.replace(" ", "")) + said
