"""The time zone Europe/Berlin as every calendar file carries it."""

BERLIN_ZONE = b"".join(
    line + b"\r\n"
    for line in (
        b"BEGIN:VTIMEZONE",
        b"TZID:Europe/Berlin",
        b"BEGIN:DAYLIGHT",
        b"DTSTART:19700329T020000",
        b"TZOFFSETFROM:+0100",
        b"TZOFFSETTO:+0200",
        b"TZNAME:CEST",
        b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        b"END:DAYLIGHT",
        b"BEGIN:STANDARD",
        b"DTSTART:19701025T030000",
        b"TZOFFSETFROM:+0200",
        b"TZOFFSETTO:+0100",
        b"TZNAME:CET",
        b"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        b"END:STANDARD",
        b"END:VTIMEZONE",
    )
)
"""Rules of directive 2000/84/EC, right from 1997 on and without end; a test compares them with the tz database.

Rules and not lists of dates: Outlook shifts summer events by an hour when a zone consists of RDATEs.
"""
