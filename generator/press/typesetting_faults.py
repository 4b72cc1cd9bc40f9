"""What keeps a page from being set, in the words of whoever can mend it."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from generator.diagnostics import Location, Rule, warning
from generator.model.artifact import NotMadeError
from generator.model.artwork import IMPRINT, Artwork
from generator.model.typesetting import Lack, Overset, TypesetError
from generator.press.faults import Fault, fault, figure
from generator.press.fit import plain
from generator.press.job import drawn_text
from generator.press.layout_choice import LARGE, other_layouts
from generator.press.layouts import layout_of
from generator.press.order import Order
from generator.press.templates import FOLDER

OVERSET = Rule(
    "text-too-long",
    "The text does not fit: its letters would be {fits} mm high, and {least} mm is the least.",
    "Shorten it to about {room} characters (now {characters}), break it with | "
    "or choose a larger size.",
)
UNSUITED_TEMPLATE = OVERSET.with_hint(
    "The template {template} is not made for {size}: correct size:, or name another at template:."
)
UNREAD = OVERSET.with_hint(
    "So high are letters that are read from {distance} m. Shorten it to about {room} characters "
    "(now {characters}), break it with |, choose a larger size:, or write at viewed_from: from "
    "where it is seen."
)
UNREAD_HERE = OVERSET.with_hint(
    "So high are letters that are read from {distance} m. Another layout takes it: write layout: "
    "{others}. Or shorten it to about {room} characters (now {characters})."
)
OVERSET_OF_ALL = OVERSET.with_hint(
    "It stands on {piece} ({size}). Shorten it here to about {room} characters (now {characters}), "
    "or give that piece a larger size."
)
NO_GLYPH = Rule(
    "missing-glyph",
    "The font has no glyph for {characters}.",
    "Write the text with letters, digits and common signs only.",
)
NO_WORDS = Rule(
    "text-without-words",
    "The text holds no word: “{text}”.",
    "Write what is to be read; | only breaks lines between words.",
)
BAD_TEMPLATE = Rule(
    "template-error",
    "The print template cannot be set: {problem} (Typst: {said}).",
    "Mend the template at this line, or remove it to use the default one.",
)
NO_TEMPLATE = Rule(
    "no-such-template",
    "There is no print template “{name}”.",
    "Write one of these, or put your own into assets/print/: {known}.",
)
NO_LAYOUT = Rule(
    "no-such-layout",
    "There is no layout “{name}” for this medium.",
    "Write one of these, or leave layout: out: {known}.",
)
NO_DRAWING = Rule(
    "no-such-drawing",
    "The templates have no drawing “{name}”.",
    "Write one of these, or an SVG below assets/: {known}.",
)
NO_FONT = Rule(
    "no-such-font",
    "The typeface “{name}” is not among those that print with loa.",
    "Write family: Be Vietnam Pro; another typeface has to be installed as a package first.",
)
NO_FACE = NO_FONT.with_hint(
    "Write the face that the job names, job.family, or one of these: {known}."
)
NO_WEIGHT = warning(
    "no-such-weight",
    "The website has no letters of the weight {weight}: browsers show the nearest that there is.",
    "Write one of these: {known}.",
)
NO_INK = Rule(
    "no-such-ink",
    "The brand has no ink “{name}”, which the template {file} calls.",
    "Add it to colours: of assets/brand.yml with name:, screen: and cmyk:; the inks that there "
    "are: {known}.",
)
OTHER_INK = NO_INK.with_hint(
    "Call one of these here: {known}. Or add it to colours: of assets/brand.yml with name:, "
    "screen: and cmyk:."
)
UNFIT = Rule(
    "template-unfit",
    "The template {template} cannot draw this piece: {problem} (Typst: {said}).",
    "Name another at template:, or remove the line to use the one for this medium.",
)
_MEANINGS = (
    ("unclosed", "a bracket or quotation mark is opened and never closed"),
    (
        "unexpected (?:end|clos|token|keyword|comma|colon)|^expected (?:expr|comma|clos|semi)",
        "a sign is missing or too much here",
    ),
    ("unknown variable", "nothing has this name; is it misspelt?"),
    (
        r"file not found.*\.(?i:jpe?g|png|svg|webp|gif|tiff?|pdf)\b",
        "a template loads no pictures; it shows those of the piece, illustration: or logo:",
    ),
    ("file not found", "there is no such file beside the templates"),
    (
        "unexpected argument|missing argument",
        "the function is called with values that it does not take",
    ),
    ("does not contain key|has no field|no method", "it holds nothing of this name"),
    (
        "^cannot (?:add|subtract|multiply|compare|join)|^expected ",
        "two kinds of values do not go together here, such as a length and a number",
    ),
    ("divide by zero", "something is divided by nothing: a slot without width or height?"),
    ("array is empty|out of bounds", "a list has fewer entries than are asked for"),
    ("^panicked", "the template itself stops here"),
    ("^packages from", "use what lies beside the templates, or copy the file into assets/print/"),
    ("^stopped after", "it takes longer than any page may, or would never end"),
    ("always true|infinite|depth exceeded", "this would never end"),
    ("not valid UTF-8", "it is saved in another encoding: save it as UTF-8"),
    ("escape the project root", "only files beside the templates can be read"),
)
_OTHER = "the typesetter does not understand it"
_SHOWN = 6
_A_WORD = 6
"""Characters below which not even a word may be left of what is large."""
LEAST_ROOM = 12
"""Characters below which no shorter text is of use."""


def empty_texts(artwork: Artwork) -> Iterator[Fault]:
    """Texts that are written and hold no word, such as «|||»."""
    for name, text in artwork.texts:
        if text and not plain(text):
            yield fault(NO_WORDS, "piece", name, text=text)


def typeset_faults(order: Order, error: TypesetError) -> list[Fault]:
    """What the author or the designer can do about a page that could not be set."""
    if error.overset:
        return list(_overset(order, error))
    if error.missing:
        return [missing_glyphs(order.artwork, error.missing)]
    if error.lack is not None:
        return [_lacking(order, error, error.lack)]
    said = _problem(error)
    if error.own:
        return [fault(BAD_TEMPLATE, *error.path, **said)]
    return [fault(UNFIT, "piece", "template", template=order.artwork.template, **said)]


def in_template(error: TypesetError) -> NotMadeError:
    """What keeps a sheet of another kind from being set: an error in a template of one's own."""
    where = Location(f"{FOLDER}{error.template}", error.line, error.column)
    return NotMadeError(BAD_TEMPLATE.at(where, **_problem(error)))


def _problem(error: TypesetError) -> dict[str, str]:
    said = "; ".join((error.message, *error.hints))
    return {"problem": _meaning(error.message), "said": said}


def _overset(order: Order, error: TypesetError) -> Iterator[Fault]:
    for over in error.overset:
        yield overset_fault(order.artwork, over)


def overset_fault(artwork: Artwork, over: Overset) -> Fault:
    """A text that is too long for its slot, or a size for which the template is not made."""
    rule, others = OVERSET_OF_ALL if over.slot in IMPRINT else OVERSET, other_layouts(artwork)
    if over.slot in LARGE and layout_of(artwork) and over.room >= _A_WORD:
        rule = UNREAD_HERE if others else UNREAD
    elif over.room < LEAST_ROOM:
        rule = UNSUITED_TEMPLATE
    return fault(
        rule,
        "piece",
        over.slot,
        others=", ".join(others),
        distance=figure(artwork.viewed_from / 1000),
        piece=artwork.piece,
        template=artwork.template,
        size=artwork.trim,
        fits=figure(over.fits),
        least=figure(over.least),
        characters=over.characters,
        room=over.room,
    )


def missing_glyphs(artwork: Artwork, lacking: Collection[str]) -> Fault:
    """Characters that the typeface lacks, at the first text that holds one of them."""
    lacking = set(lacking)
    slots = [name for name, text in artwork.texts if lacking & set(drawn_text(artwork, name, text))]
    return fault(NO_GLYPH, "piece", *(slots[:1] or ["title"]), characters=" ".join(sorted(lacking)))


def _lacking(order: Order, error: TypesetError, lack: Lack) -> Fault:
    known = nearest(lack.name, lack.available)
    match lack.kind:
        case "font":
            if error.own and lack.name.casefold() != order.family.casefold():
                return fault(NO_FACE, *error.path, name=lack.name, known=", ".join(lack.available))
            return fault(NO_FONT, "brand", "type", "family", name=order.family)
        case "ink":
            said = {"name": lack.name, "file": error.template}
            inks = nearest(lack.name, tuple(order.palette))
            if error.own:
                return fault(OTHER_INK, *error.path, known=inks, **said)
            return fault(NO_INK, "brand", "colours", known=inks, **said)
        case "template":
            return fault(NO_TEMPLATE, "piece", "template", name=lack.name, known=known)
    return fault(NO_DRAWING, "piece", "illustration", name=lack.name, known=known)


def nearest(name: str, names: tuple[str, ...]) -> str:
    """Those that may be meant, the likeliest first."""
    near = get_close_matches(name, names, _SHOWN, 0)
    return ", ".join(near)


def _meaning(message: str) -> str:
    """A frequent error in plain words."""
    return next((words for form, words in _MEANINGS if re.search(form, message)), _OTHER)
