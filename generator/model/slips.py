"""What can be wrong with the form of a single value, and how a field tells the reader so.

A hint that shows what to type shows it as {word}: what stands instead of the value, or of the odd
word in it. It is the meant value where that can be known, else an example.
"""

from pydantic_core import PydanticCustomError

from generator.diagnostics import Rule, warning

BAD_DATE = Rule(
    "bad-date",
    "“{value}” is not a date.",
    "Write day/month/year, for example {word}",
)
BAD_MOMENT = BAD_DATE.with_hint(
    "Write the day, and the hour of 24 behind it if there is one, for example {word}"
)
IMPOSSIBLE_DATE = Rule(
    "impossible-date",
    "There is no such day or hour: “{value}”.",
    "Check the day, the month and the hour against a calendar.",
)
FAR_YEAR = Rule(
    "year-too-far",
    "The year of “{value}” is not one from 1900 to 2199.",
    "Correct the year.",
)
BAD_QUARTER = Rule(
    "bad-quarter",
    "“{value}” is not a quarter of a year.",
    "Write I, II, III or IV, with the year where it is not clear, for example {word}",
)
BAD_QUANTITY = Rule(
    "bad-quantity",
    "“{value}” is not a quantity.",
    "Write the figure (0–9, at most 10.000.000) and its unit as the plan prints them, for example "
    "{word}",
)
BAD_NUMBER = Rule(
    "bad-number",
    "“{value}” is not a number that fits here.",
    "Write a number with the signs that Vietnamese has for it, for example {word}",
)
OUT_OF_RANGE = BAD_NUMBER.with_hint("Write a number from {least} to {most}, for example {word}")
BAD_MONEY = BAD_NUMBER.with_hint("Write the amount and its unit, for example {word}")
BAD_DEGREES = BAD_NUMBER.with_hint(
    "Write degrees with a decimal point and no other sign, for example {word}"
)
BAD_ID = Rule(
    "bad-id",
    "“{value}” cannot be an id.",
    "Use small letters a–z without diacritics, digits and hyphens: {word}",
)
LONG_ID = Rule(
    "id-too-long",
    "“{value}” is too long for an id: addresses and names of files are made of it.",
    "Shorten it to at most {most} characters.",
)
LONG_ID_OF_FILE = LONG_ID.with_hint(
    "Shorten it, and the name of this file as well, to at most {most} characters each."
)
RESERVED_NAME = Rule(
    "reserved-name",
    "“{value}” is a name that Windows keeps for itself: no file there can have it.",
    "Add a word, for example {value}-1.",
)
BAD_SOURCE = Rule(
    "bad-source",
    "“{value}” is not a source.",
    "Write document:line with a document of campaigns/sources.yml, or a web address such as {word}",
)
BAD_WEB_ADDRESS = Rule(
    "bad-web-address",
    "“{value}” is not a web address.",
    "Write the whole address, beginning with https:// or http://: {word}",
)
BAD_CONTACT = Rule(
    "bad-contact",
    "“{value}” is not an address at which somebody can be told something.",
    "Write it with its kind, https:// and the page with a form, or mailto: and the address: {word}",
)
BAD_ALIAS = Rule(
    "bad-alias",
    "“{value}” is not an address on this site.",
    "Write what stands after the name of the site: {word}",
)
FILE_ALIAS = Rule(
    "alias-of-file",
    "“{value}” is the former address of a file: only that of a page can lead to a page.",
    "Remove it; whoever looks after the server can lead from it.",
)
BAD_SITE_LINK = BAD_ALIAS.with_hint(
    "Write what stands after the name of the site, or a whole address that begins with https://, "
    "for example {word}"
)
LEGACY_TEXT = Rule(
    "legacy-encoding",
    "This text is in the encoding {encoding} and shows other letters: “{sample}”.",
    "Replace it with Unicode text. It probably reads: “{converted}”.",
)
INVISIBLE = Rule(
    "invisible-character",
    "An invisible character ({what}) hides in this text.",
    "Delete the word and type it again: {word}",
)
LOOKALIKE = Rule(
    "lookalike-letter",
    "“{letter}” is not the sign of the keyboard “{latin}”; it only looks like it.",
    "Type the word again with the keyboard set to Vietnamese or English: {word}",
)
FOREIGN_DIGIT = Rule(
    "foreign-digit",
    "“{letter}” is a digit of another script; here it is written “{latin}”.",
    "Type: {word}",
)
LOST_LETTER = Rule(
    "lost-letter",
    "A letter was lost here on the way from another program: “{sample}”.",
    "Type the word again, or copy the text once more from where it came.",
)
TRACKED_ADDRESS = Rule(
    "tracked-address",
    "This address counts who opens it, and tells from where the text was copied: “{part}”.",
    "Leave that out; the page is the same: {word}",
)
SECRET_ADDRESS = Rule(
    "secret-in-address",
    "This address holds a key that opens the page in somebody's name, for everybody to read: "
    "“{part}”.",
    "Ask whoever keeps the page for an address that everybody may open; or, if the page opens "
    "without the key, type: {word}",
)
MOST_TOLD = 100
"""Problems of one kind in one file; who has more has made one of them in every line."""
TOO_MANY = warning(
    "too-many-problems",
    "This file has more problems of a kind than the {most} that are told.",
    "Mend these first, most likely all in the same way; then run loa check again.",
)
LONGEST_WORD = 2000
"""Characters of a word, an address included; of what is longer no search through a text ends."""
LONG_WORD = Rule(
    "word-too-long",
    "This word has more than {most} characters without a space.",
    "Remove what was pasted here by mistake, such as a picture as text; pictures go to assets/.",
)
LONGEST_TEXT = 10_000
LONG_TEXT = Rule(
    "value-too-long",
    "This value has more than {most} characters.",
    "Keep a few sentences here, and write the rest below the second --- or in another piece.",
)
BAD_COLOUR = Rule(
    "bad-colour",
    "“{value}” is not a colour of the screen.",
    "Write # and six digits 0–9 or A–F in straight quotation marks, for example {word}",
)
BAD_INKS = Rule(
    "bad-inks",
    "“{value}” is not the four inks of a colour.",
    "Write cyan, magenta, yellow and black in this order, each from 0 to 100 and without a sign: "
    "{line}",
)
BAD_DURATION = Rule(
    "bad-duration",
    "“{value}” is not a length of time.",
    "Write minutes and seconds, for example {word}",
)
BAD_TIMECODE = Rule(
    "bad-timecode",
    "“{value}” is not a moment of a recording.",
    "Write minutes and seconds from its beginning, for example {word}",
)
BAD_IDENTITY = Rule(
    "bad-guid",
    "“{value}” is not a podcast guid.",
    "Copy the guid of the old feed, for example {word}",
)
BAD_SIZE = Rule(
    "bad-size",
    "“{value}” is not a size that can be printed.",
    "Write width x height and the unit, with sides of 5 cm to 50 m, for example {word}",
)

BAD_LENGTH = Rule(
    "bad-length",
    "“{value}” is not a length.",
    "Write the figure and its unit, mm, cm or m, for example {word}",
)
BAD_TIME = Rule(
    "bad-time",
    "“{value}” is not a time of day.",
    "Write hours and minutes, for example {word}",
)
BAD_WEEKDAY = Rule(
    "bad-weekday",
    "“{value}” is not a day of the week.",
    "Write T2 to T7 or CN, for example {word}",
)
BAD_DAY_OF_YEAR = Rule(
    "bad-day-of-year",
    "“{value}” is not a day that comes every year.",
    "Write day/month, for example {word}",
)

ONLY_FIGURES = Rule(
    "only-figures",
    "“{value}” is only a figure; here must be words.",
    "Write what it is, for example: [tiết kiệm nước, điện]. A comma within an item needs straight "
    'quotation marks: ["1,5 lít nước"]',
)
EMPTY_VALUE = Rule(
    "empty-value",
    "Nothing is written here.",
    "Write something, or delete the line.",
)
NOT_READ = (
    BAD_DATE,
    BAD_MOMENT,
    IMPOSSIBLE_DATE,
    FAR_YEAR,
    BAD_QUARTER,
    BAD_QUANTITY,
    BAD_NUMBER,
    OUT_OF_RANGE,
    BAD_MONEY,
    BAD_DEGREES,
    BAD_ID,
    BAD_SOURCE,
    BAD_WEB_ADDRESS,
    BAD_CONTACT,
    BAD_ALIAS,
    BAD_SITE_LINK,
    BAD_COLOUR,
    BAD_INKS,
    BAD_DURATION,
    BAD_TIMECODE,
    BAD_IDENTITY,
    BAD_SIZE,
    BAD_TIME,
    BAD_WEEKDAY,
    BAD_DAY_OF_YEAR,
    BAD_LENGTH,
)
_REASONS = {
    "sign": "The sign “{sign}” is not read here. Type: {word}",
    "year": "Write the year with four digits: {word}",
    "order": "The day comes first, then the month: {word}",
    "half": "Write the hour of 24: {word}",
    "weekday": "Leave out the day of the week: {word}",
    "words": "Write it so: {word}",
    "era": "Write the year of the Western calendar: {word}",
    "hour": "Leave out the hour: {word}",
    "several": "Only one belongs here. Keep the one that is meant, for example: {word}",
    "whole": "Write how many there are in all: {word}",
}
HINTS_BY_REASON = {
    f"{rule.code} {why}": rule.with_hint(hint)
    for rule in NOT_READ
    for why, hint in _REASONS.items()
}
"""By code and reason: what a slip of typing was meant for is known, and is told."""
IN_ALL = HINTS_BY_REASON[f"{BAD_QUANTITY.code} whole"]

QUESTION_ALONE = Rule(
    "question-without-group",
    "The question “{value}” stands in no group.",
    "Write title: and questions: above it, and the question below questions:.",
)
RULES = {
    f"{rule.code} {rule.hint}": rule  # rules of the same code differ in what is to be done
    for rule in (
        *NOT_READ,
        *HINTS_BY_REASON.values(),
        FILE_ALIAS,
        LONG_ID,
        RESERVED_NAME,
        LEGACY_TEXT,
        INVISIBLE,
        LOOKALIKE,
        FOREIGN_DIGIT,
        LOST_LETTER,
        TRACKED_ADDRESS,
        SECRET_ADDRESS,
        LONG_WORD,
        LONG_TEXT,
        ONLY_FIGURES,
        QUESTION_ALONE,
    )
}


def fault(rule: Rule, **details: object) -> PydanticCustomError:
    """The error by which a field tells the reader which rule its value breaks."""
    return PydanticCustomError("loa", rule.code, {"rule": f"{rule.code} {rule.hint}", **details})
