"""A calendar of another program as events: new, changed, the same, changed on both sides, cancelled; one undo step."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from uuid import uuid4

import pytest

from domain.errors import LandaufError, NotFoundError
from domain.exchange.calendar_writer import CalendarMeta, write_calendar
from domain.exchange.ics_read import read_calendar
from domain.i18n import language
from domain.rows.calendar_import import CalendarReading, CalendarWish
from domain.rows.calendars import CalendarChoice
from domain.rows.steps import Label
from domain.terms import BERLIN, Audience, CalendarFate, EventKind, EventState, PlaceKind, ReadAs
from domain.usecases import calendar_import, events
from domain.usecases.calendar_feed import feed
from domain.usecases.calendar_import import import_calendar
from domain.usecases.event_rows import list_rows
from tests.builders import DAY, KOETHEN, ZERBST, change_event, dump, make_event, make_site, open_workspace

TODAY = date(2027, 4, 28)
CHANGED = "LAST-MODIFIED:20270420T080000Z"


def entry(*lines, uid="a@schule.example", title="Infostand", start="20270513T180000", end="20270513T200000"):
    words = ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}"]
    words += [f"DTSTART;TZID=Europe/Berlin:{start}", f"DTEND;TZID=Europe/Berlin:{end}", *lines, "END:VEVENT"]
    return "\r\n".join(words)


def reading(*entries, head=""):
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *([head] if head else []), *entries, "END:VCALENDAR", ""])
    return read_calendar(text.encode(), "probe.ics", TODAY)


def take(ws, *entries, wish=calendar_import.RECOGNISED, head=""):
    return ws.run(Label("Import"), import_calendar, reading(*entries, head=head), wish)


def look(ws, *entries, wish=calendar_import.RECOGNISED):
    return ws.ask(import_calendar, reading(*entries), wish, store=False)


def fates(report):
    return [line.fate for line in report.lines]


def only_draft(ws):
    (row,) = ws.ask(list_rows)
    return ws.ask(events.detail, row.id).draft


def test_a_new_entry_becomes_an_event_for_the_house_alone(ws):
    report = take(ws, entry("DESCRIPTION:Mit Hüpfburg", "LOCATION:Rathaus\\, Markt 1\\, 06366 Köthen (Anhalt)"))
    assert fates(report) == [CalendarFate.new]
    draft = only_draft(ws)
    assert (draft.title, draft.state, draft.audience) == ("Infostand", EventState.confirmed, Audience.internal)
    assert (draft.internal_notes, draft.public_text) == ("Mit Hüpfburg", "")
    assert (draft.place_name, draft.street, draft.postcode, draft.town, draft.ags) == (
        *("Rathaus", "Markt 1", "06366", "Köthen (Anhalt)"),
        KOETHEN,
    )
    assert draft.starts_at == datetime(2027, 5, 13, 18, tzinfo=BERLIN)


def test_words_go_to_the_public_only_if_somebody_wants_so(ws):
    take(ws, entry("DESCRIPTION:Mit Hüpfburg"), wish=CalendarWish(audience=Audience.public))
    draft = only_draft(ws)
    assert (draft.public_text, draft.internal_notes, draft.audience) == ("Mit Hüpfburg", "", Audience.public)


def test_a_preview_writes_nothing_and_tells_the_same(ws):
    before = dump(ws)
    assert fates(look(ws, entry())) == [CalendarFate.new]
    assert dump(ws) == before


def test_the_kind_is_guessed_or_chosen(ws):
    told = look(ws, entry("CATEGORIES:Vortrag"), entry(uid="b", title="Sitzung des Präventionsrates"), entry(uid="c"))
    assert [line.kind for line in told.lines] == [
        *(EventKind.lecture, EventKind.council_meeting, EventKind.information_event),
    ]
    chosen = look(ws, entry("CATEGORIES:Vortrag"), wish=CalendarWish(kind=EventKind.training))
    assert chosen.lines[0].kind is EventKind.training


def test_the_same_file_again_changes_nothing(ws):
    take(ws, entry(CHANGED))
    before = dump(ws)
    assert fates(take(ws, entry(CHANGED))) == [CalendarFate.unchanged]
    assert dump(ws) == before


def test_a_moved_entry_moves_its_event_and_keeps_what_was_added_here(ws):
    take(ws, entry())
    (row,) = ws.ask(list_rows)
    change_event(ws, row.id, expected=40)
    report = take(ws, entry("SEQUENCE:1", start="20270513T190000", end="20270513T210000"))
    assert fates(report) == [CalendarFate.changed]
    assert [name for name, _here, _there in report.lines[0].changes] == ["when"]
    draft = only_draft(ws)
    assert (draft.starts_at.hour, draft.expected) == (19, 40)


def test_an_older_version_changes_nothing(ws):
    take(ws, entry("SEQUENCE:2", start="20270513T190000", end="20270513T210000"))
    report = take(ws, entry("SEQUENCE:1"))
    assert fates(report) == [CalendarFate.unchanged]
    assert (calendar_import.OLDER, ()) in report.lines[0].hints
    assert only_draft(ws).starts_at.hour == 19


def test_what_was_changed_here_and_there_is_left_to_a_person(ws):
    take(ws, entry())
    (row,) = ws.ask(list_rows)
    change_event(ws, row.id, title="Infostand am Markt")
    told = entry("SEQUENCE:1", title="Großer Infostand")
    report = take(ws, told)
    assert fates(report) == [CalendarFate.conflict]
    assert only_draft(ws).title == "Infostand am Markt"
    wish = CalendarWish(theirs=frozenset({report.lines[0].entry.key}))
    assert fates(take(ws, told, wish=wish)) == [CalendarFate.changed]
    assert only_draft(ws).title == "Großer Infostand"


def test_changes_of_different_fields_are_no_conflict(ws):
    take(ws, entry())
    (row,) = ws.ask(list_rows)
    change_event(ws, row.id, title="Infostand am Markt")
    assert fates(take(ws, entry(start="20270513T170000"))) == [CalendarFate.changed]
    draft = only_draft(ws)
    assert (draft.title, draft.starts_at.hour) == ("Infostand am Markt", 17)


def test_what_is_cancelled_there_is_cancelled_here(ws):
    take(ws, entry())
    assert fates(take(ws, entry("STATUS:CANCELLED", "SEQUENCE:1", title="Abgesagt: Infostand"))) == [
        CalendarFate.cancelled
    ]
    draft = only_draft(ws)
    assert (draft.state, draft.title) == (EventState.cancelled, "Infostand")
    assert draft.state_reason


def test_a_file_by_method_cancel_cancels(ws):
    take(ws, entry())
    take(ws, entry("SEQUENCE:1"), head="METHOD:CANCEL")
    assert only_draft(ws).state is EventState.cancelled


def test_what_was_never_here_and_is_cancelled_is_not_added(ws):
    report = take(ws, entry("STATUS:CANCELLED"))
    assert fates(report) == [CalendarFate.cancelled]
    assert report.lines[0].reason[0] == calendar_import.NEVER_HERE
    assert ws.ask(list_rows) == []


def test_undo_takes_the_whole_file_back_and_the_next_time_it_is_new(ws):
    before = dump(ws)
    take(ws, entry(), entry(uid="b", title="Vortrag"))
    ws.undo()
    assert dump(ws) == before
    assert fates(look(ws, entry())) == [CalendarFate.new]
    ws.redo()
    assert fates(look(ws, entry())) == [CalendarFate.unchanged]


def test_an_event_that_was_deleted_here_is_offered_as_new(ws):
    take(ws, entry())
    ws.run(Label("Delete"), events.delete, [row.id for row in ws.ask(list_rows)])
    assert fates(look(ws, entry())) == [CalendarFate.new]


def test_of_one_uid_the_newest_counts(ws):
    report = take(ws, entry("SEQUENCE:1", title="Neuer"), entry(title="Älter"))
    assert sorted(fates(report)) == [CalendarFate.duplicate, CalendarFate.new]
    assert only_draft(ws).title == "Neuer"


def test_an_entry_that_is_left_out_is_not_taken(ws):
    take(ws, entry(), wish=CalendarWish(left=frozenset({("a@schule.example", "")})))
    assert ws.ask(list_rows) == []


def test_a_namesake_on_the_same_day_is_hinted_at(ws):
    make_event(ws, "Infostand", day=DAY, start="09:00", end="10:00")
    assert (calendar_import.ALIKE, ()) in look(ws, entry()).lines[0].hints


def test_every_day_of_a_series_is_an_event_that_is_known_again(ws):
    series = entry("RRULE:FREQ=WEEKLY;COUNT=3")
    assert fates(take(ws, series)) == [CalendarFate.new] * 3
    moved = entry("RECURRENCE-ID:20270520T160000Z", "SEQUENCE:1", start="20270521T180000", end="20270521T200000")
    report = take(ws, series, moved)
    assert sorted(fates(report)) == [
        *(CalendarFate.changed, CalendarFate.duplicate, CalendarFate.unchanged, CalendarFate.unchanged),
    ]
    assert [row.starts_at.astimezone(BERLIN).day for row in ws.ask(list_rows)] == [13, 21, 27]


def test_a_faulty_entry_is_told_and_the_others_are_taken(ws):
    report = take(ws, entry(), entry(uid="b", start="20270230T100000"))
    assert fates(report) == [CalendarFate.new, CalendarFate.refused]
    assert report.lines[1].line > report.lines[0].line


def test_a_web_address_as_place_makes_an_online_event(ws):
    take(ws, entry("LOCATION:https://video.example/raum"))
    draft = only_draft(ws)
    assert (draft.place_kind, draft.online_url) == (PlaceKind.online, "https://video.example/raum")


def test_an_empty_calendar_is_refused(ws):
    with pytest.raises(LandaufError, match="no event"):
        ws.ask(import_calendar, CalendarReading(), store=False)


def exported(ws):
    """The internal calendar of a workspace as it goes out, read again."""
    out = BytesIO()
    choice = CalendarChoice(audience=Audience.internal)
    write_calendar(out, CalendarMeta("Probe"), ws.ask(lambda session: list(feed(session, choice))), language("de"))
    return read_calendar(out.getvalue(), "eigene.ics", TODAY)


def test_our_own_events_come_back_unchanged(ws):
    make_event(ws, "Bürgerdialog", ags=KOETHEN, place_name="Rathaus", town="Köthen", postcode="06366")
    make_event(ws, "Woche", all_day=True, last_day=date(2027, 5, 15))
    make_event(ws, "Am Markt", place_kind=PlaceKind.site, site_id=make_site(ws))
    report = ws.ask(import_calendar, exported(ws), store=False)
    assert fates(report) == [CalendarFate.unchanged] * 3


def test_our_own_event_changed_by_another_is_offered_as_a_change(ws):
    event_id = make_event(ws, "Bürgerdialog")
    (sent,) = exported(ws).entries
    moved = replace(
        sent,
        starts_at=datetime(2027, 5, 13, 17, tzinfo=BERLIN),
        modified=datetime(2027, 5, 1, tzinfo=BERLIN),
    )
    report = ws.run(Label("Import"), import_calendar, CalendarReading(entries=(moved,), raw=1))
    assert fates(report) == [CalendarFate.changed]
    assert ws.ask(events.detail, event_id).draft.starts_at == moved.starts_at


def test_our_own_event_moved_elsewhere_gets_the_new_place(ws):
    event_id = make_event(ws, "Bürgerdialog", place_name="Rathaus", postcode="06366", town="Köthen (Anhalt)")
    (sent,) = exported(ws).entries
    moved = replace(sent, place="Turnhalle, 39261 Zerbst/Anhalt", modified=datetime(2027, 5, 1, tzinfo=BERLIN))
    report = ws.run(Label("Import"), import_calendar, CalendarReading(entries=(moved,), raw=1))
    assert [name for name, _here, _there in report.lines[0].changes] == ["place"]
    draft = ws.ask(events.detail, event_id).draft
    assert (draft.place_name, draft.town, draft.ags) == ("Turnhalle", "Zerbst/Anhalt", ZERBST)


def test_our_own_event_changed_here_since_it_went_out_is_left_to_a_person(ws, clock):
    event_id = make_event(ws, "Bürgerdialog")
    before = exported(ws)
    clock.moment += timedelta(hours=1)
    change_event(ws, event_id, title="Bürgerdialog am Abend")
    report = ws.run(Label("Import"), import_calendar, before)
    assert fates(report) == [CalendarFate.conflict]


def test_a_second_workspace_gets_the_same_times_titles_and_places(ws, tmp_path, clock):
    make_event(ws, "Bürgerdialog", place_name="Rathaus", street="Markt 1", postcode="06366", town="Köthen (Anhalt)")
    make_event(ws, "Woche; mit, Zeichen\\n", all_day=True, last_day=date(2027, 5, 15))
    with open_workspace(tmp_path / "second", clock) as second:
        second.run(Label("Import"), import_calendar, exported(ws))

        def shown(each):
            rows = each.ask(list_rows)
            return [
                (row.title, row.kind, row.starts_at, row.ends_at, row.first_day, row.last_day, row.town) for row in rows
            ]

        assert shown(second) == shown(ws)


def test_absences_of_nobody_are_refused(ws):
    with pytest.raises(LandaufError, match="whose"):
        look(ws, entry(), wish=CalendarWish(ReadAs.absences))
    with pytest.raises(NotFoundError):
        look(ws, entry(), wish=CalendarWish(ReadAs.absences, person_id=uuid4()))
