"""The public holidays of Vietnam by year, written down: the library that knows them takes long.

`python tools/daysoff.py` writes the table that the engine reads; a test makes it again.
"""

from pathlib import Path

from holidays import country_holidays

YEARS = range(2000, 2100)
"""For which the library knows the lunar year; for others the engine asks it itself."""
FILE = Path(__file__).parents[1] / "generator/planning/public_holidays.csv"


def table() -> str:
    """A line a day: its date and its name."""
    known = (country_holidays("VN", years=year, language="vi") for year in YEARS)
    days = ((day, name) for found in known for day, name in sorted(found.items()))
    return "".join(f"{day.isoformat()},{name}\n" for day, name in days)


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
