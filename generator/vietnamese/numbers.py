"""Numbers in figures: a dot between thousands, a comma before decimals.

That is how Vietnamese invoices write them (Decree 123/2020/NĐ-CP, article 10, clause 13).
"""

import re
from decimal import Decimal

from generator.vietnamese.reasons import ReadingError, Reason

# What word processors put between thousands: no-break, thin and narrow no-break spaces.
_SPACES = re.compile("[\u00a0\u2009\u202f]")
_PLAIN = "[0-9]{1,30}"
_GROUPED = r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){1,9}|(?: [0-9]{3}){1,9})"
_NUMBER = re.compile(f"([-−]?)({_GROUPED}|{_PLAIN})(?:,([0-9]{{1,30}}))?")
_DOUBTFUL = re.compile(r"[-−]?[0-9]+(?:[., ][0-9]+)+")
_ENGLISH_THOUSANDS = re.compile("[-−]?[1-9][0-9]{0,2},[0-9]{3}")
_TO_VIETNAMESE = str.maketrans(",.", ".,")


def read_number(s: str) -> int | Decimal:
    """Read «2.000», «2000», «2 000» as 2000, «12,5» and «1.234,5» as decimals, «-5» or «−5» as -5.

    Raises:
        ReadingError: ambiguous, for figures whose separators do not say which number is
            meant («1.23» and «0.5» have a foreign decimal point; «2,000» is two thousand to some
            and two to others), form, for all else.
    """
    text = _SPACES.sub(" ", s.strip())
    number = _NUMBER.fullmatch(text)
    if number is None or _ENGLISH_THOUSANDS.fullmatch(text):
        raise ReadingError(Reason.AMBIGUOUS if _DOUBTFUL.fullmatch(text) else Reason.FORM)
    whole = number[1].replace("−", "-") + re.sub("[. ]", "", number[2])
    return int(whole) if number[3] is None else Decimal(f"{whole}.{number[3]}")


def decimal_of(figures: str) -> Decimal:
    """The value of figures that a form has found: dots part thousands, decimals follow a comma.

    What may be another number is not asked for: `read_number` does.
    """
    return Decimal(figures.replace(".", "").replace(",", "."))


def format_number(n: int | Decimal) -> str:
    """Write 2000 as «2.000» and 12.5 as «12,5».

    `read_number` reads it back, but for numbers with one to three digits, a comma and exactly
    three decimals («1,125»), which it calls ambiguous.
    """
    text = f"{n:,f}" if isinstance(n, Decimal) else f"{n:,}"
    return text.translate(_TO_VIETNAMESE)


def format_money(vnd: int) -> str:
    """Write an amount in VND: 958079880 is «958.079.880 đồng»."""
    return f"{format_number(vnd)} đồng"
