"""The table of public holidays is what the library knows."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from generator.model.holidays import HolidayFile
from generator.planning.working_days import days_off

ROOT = Path(__file__).parents[2]


def test_the_table_is_made_again_and_other_years_are_asked_of_the_library() -> None:
    spec = spec_from_file_location("daysoff", ROOT / "tools/daysoff.py")
    assert spec is not None
    assert spec.loader is not None
    tool = module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.FILE.read_text("utf-8") == tool.table()
    years = (tool.YEARS.start - 1, tool.YEARS.stop)
    assert [bool(days_off(HolidayFile(), year)) for year in years] == [True, True]
