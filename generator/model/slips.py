"""What can be wrong with the form of a single value, and how a field tells the reader so."""

from pydantic_core import PydanticCustomError

from generator.diagnostics import Rule

BAD_DATE = Rule(
    "bad-date",
    "“{value}” is not a date.",
    "Write day/month/year, for example 17/3/2021, or 2021-03-17.",
)
BAD_MOMENT = Rule(
    BAD_DATE.code,
    BAD_DATE.message,
    "Write the day, and the hour of 24 behind it: 12/5/2021 06:30; a day alone is 12/5/2021.",
)
IMPOSSIBLE_DATE = Rule(
    "impossible-date",
    "There is no such day or hour: “{value}”.",
    "Check the day, the month and the hour against a calendar.",
)
BAD_QUARTER = Rule(
    "bad-quarter",
    "“{value}” is not a quarter of a year.",
    "Write I, II, III or IV, with the year where it is not clear: II/2021.",
)
BAD_QUANTITY = Rule(
    "bad-quantity",
    "“{value}” is not a quantity.",
    "Write the figure and its unit as the plan prints them, "
    "for example: dự kiến 04 chương trình/năm.",
)
BAD_NUMBER = Rule(
    "bad-number",
    "“{value}” is not a number that fits here.",
    "Write a whole number such as 2.000 or 2000; degrees with a point, for example 10.95.",
)
OUT_OF_RANGE = Rule(
    BAD_NUMBER.code,
    BAD_NUMBER.message,
    "Write a number from {least} to {most}.",
)
BAD_ID = Rule(
    "bad-id",
    "“{value}” cannot be an id.",
    "Use small letters a–z without diacritics, digits and hyphens, "
    "for example phat-thanh-2021-2-1.",
)
BAD_SOURCE = Rule(
    "bad-source",
    "“{value}” is not a source.",
    "Write document:line with a document of campaigns/sources.yml, or a web address.",
)
BAD_WEB_ADDRESS = Rule(
    "bad-web-address",
    "“{value}” is not a web address.",
    "Write the whole address, beginning with https:// or http://.",
)
BAD_CONTACT = Rule(
    "bad-contact",
    "“{value}” is not an address at which somebody can be told something.",
    "Write it with its kind: mailto:ten@vi-du.vn, or https:// and the page with a form.",
)
BAD_ALIAS = Rule(
    "bad-alias",
    "“{value}” is not an address on this site.",
    "Write what stands after the name of the site, for example tin-tuc/bai-cu/ or bai-cu.html.",
)
BAD_SITE_LINK = Rule(
    BAD_ALIAS.code,
    BAD_ALIAS.message,
    "Write what stands after the name of the site, for example rss.xml, "
    "or a whole address that begins with https://.",
)
LEGACY_TEXT = Rule(
    "legacy-encoding",
    "This text is in the old encoding {encoding}: “{sample}”.",
    "Replace it with Unicode text. It probably reads: “{converted}”.",
)
INVISIBLE = Rule(
    "invisible-character",
    "An invisible character ({name}) hides in this text.",
    "Delete the word and type it again.",
)
LOOKALIKE = Rule(
    "lookalike-letter",
    "The letter “{letter}” is not a Latin letter; it only looks like “{latin}”.",
    "Type the word again with the keyboard set to Vietnamese or English.",
)
LOST_LETTER = Rule(
    "lost-letter",
    "A letter was lost here on the way from another program: “{sample}”.",
    "Type the word again, or copy the text once more from where it came.",
)
BAD_COLOUR = Rule(
    "bad-colour",
    "“{value}” is not a colour of the screen.",
    'Write # and six digits 0–9 or A–F in quotes, for example "#0B6B4B".',
)
BAD_DURATION = Rule(
    "bad-duration",
    "“{value}” is not a length of time.",
    "Write minutes and seconds, for example 7 phút or 6 phút 30 giây.",
)
BAD_TIMECODE = Rule(
    "bad-timecode",
    "“{value}” is not a moment of a recording.",
    "Write minutes and seconds from its beginning, for example 0:05 or 12:30.",
)
BAD_IDENTITY = Rule(
    "bad-guid",
    "“{value}” is not a podcast guid.",
    "Copy the guid of the old feed, for example 917393e3-1b1e-5cef-ace4-edaa54e1f810.",
)
BAD_SIZE = Rule(
    "bad-size",
    "“{value}” is not a size that can be printed.",
    "Write width x height and the unit, for example 6 x 0,8 m; a side has 5 cm to 50 m.",
)

BAD_LENGTH = Rule(
    "bad-length",
    "“{value}” is not a length.",
    "Write the figure and its unit, for example 30 mm, 50 cm or 1,6 m.",
)
BAD_TIME = Rule(
    "bad-time",
    "“{value}” is not a time of day.",
    "Write hours and minutes, for example 06:30.",
)
BAD_WEEKDAY = Rule(
    "bad-weekday",
    "“{value}” is not a day of the week.",
    "Write thứ Hai … thứ Bảy, Chủ nhật, or T2 … T7, CN.",
)
BAD_DAY_OF_YEAR = Rule(
    "bad-day-of-year",
    "“{value}” is not a day that comes every year.",
    "Write day/month, for example 5/6.",
)

RULES = {
    rule.hint: rule  # rules of the same code differ in what is to be done
    for rule in (
        BAD_DATE,
        BAD_MOMENT,
        IMPOSSIBLE_DATE,
        BAD_QUARTER,
        BAD_QUANTITY,
        BAD_NUMBER,
        OUT_OF_RANGE,
        BAD_ID,
        BAD_SOURCE,
        BAD_WEB_ADDRESS,
        BAD_CONTACT,
        BAD_ALIAS,
        BAD_SITE_LINK,
        LEGACY_TEXT,
        INVISIBLE,
        LOOKALIKE,
        LOST_LETTER,
        BAD_COLOUR,
        BAD_DURATION,
        BAD_TIMECODE,
        BAD_IDENTITY,
        BAD_SIZE,
        BAD_TIME,
        BAD_WEEKDAY,
        BAD_DAY_OF_YEAR,
        BAD_LENGTH,
    )
}


def fault(rule: Rule, **details: object) -> PydanticCustomError:
    """The error by which a field tells the reader which rule its value breaks."""
    return PydanticCustomError("loa", rule.code, {"rule": rule.hint, **details})
