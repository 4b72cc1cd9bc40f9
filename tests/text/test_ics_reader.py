"""Events are found by whole lines, whatever their titles say."""

from generator.text.ics_reader import events_of

EVENT = (
    b"BEGIN:VEVENT\r\nUID:%b@thu.example.org\r\nDTSTAMP:20210401T000000Z\r\n"
    b"SUMMARY:%b\r\nEND:VEVENT\r\n"
)
FRAME = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//thu//VI\r\n%bEND:VCALENDAR\r\n"


def test_a_title_that_reads_like_the_form_is_a_title() -> None:
    events = [
        EVENT % (b"a", b"BEGIN:VEVENT"),
        EVENT % (b"b", b"END:VEVENT"),
        EVENT % (b"c", b"Bai BEGIN:VEVENT"),
    ]
    assert events_of(FRAME % b"".join(events)) == events
