"""Files to which authors may link are those that the site publishes, and every one of them."""

from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.planning.visibility import start_of
from generator.text.published_files import published_files
from generator.vietnamese.dates import read_date

JUNE = start_of(read_date("1/6/2021"))
OF_READERS = {".ics", ".xlsx", ".pdf", ".xml", ".json", ".opml"}
OF_MACHINES = {"sitemap.xml"}


def test_what_may_be_linked_to_is_what_lies_there(built: Path) -> None:
    plan = check(FolderFiles(built), JUNE).plan
    site = built / "dist/public"
    files = (each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file())
    there = {
        each
        for each in files
        if Path(each).suffix in OF_READERS
        and not {"assets", "ma-ket", "luu-tru"} & set(Path(each).parts)
    }
    assert set(published_files(plan)) == there - OF_MACHINES
