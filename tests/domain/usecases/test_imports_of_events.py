"""Events come in from tables as people keep them, and what we export comes back unchanged."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.exchange.columns import Sheet
from domain.exchange.event_table import event_columns
from domain.exchange.table_text import write_csv
from domain.exchange.table_xlsx import write_xlsx
from domain.i18n import language
from domain.rows.imports import Wish
from domain.terms import BERLIN, Audience, EventKind, EventState
from domain.usecases import events, imports
from domain.usecases.event_rows import list_rows
from domain.usecases.published import published
from tests.builders import make_event, make_partner
from tests.domain.usecases.importing import counts, read

TABLE = (
    "Datum;Uhrzeit;Titel;Art;Veranstaltungsort;PLZ;Ort;Veranstalter;Ansprechpartner;Teilnehmer;Status;Bemerkung;Öffentlich\n"
    "Fr, 14.5.27;18–20 Uhr;Sicher im Netz;Vortrag;Stadthalle;06366;Köthen;Volkshochschule;Frau Muster;ca. 30;fest;;ja\n"
    "12. Juni 2027;22:00-02:00;Nachtstreife;Streife;;;Halle (Saale);;;;geplant;Treff am Revier;\n"
    "3.–4.7.2027;;Sachsen-Anhalt-Tag;Infostand;Markt;;Stendal;;;;;;nein\n"
)


def drafts(ws):
    return [ws.ask(events.detail, row.id).draft for row in ws.ask(list_rows)]


def test_a_table_as_people_keep_it_becomes_events(ws):
    report = read(ws, imports.import_events, TABLE)
    assert counts(report) == {"new": 3}
    talk, patrol, fair = drafts(ws)
    assert (talk.kind, talk.state, talk.audience) == (EventKind.lecture, EventState.confirmed, Audience.public)
    assert talk.starts_at == datetime(2027, 5, 14, 18, tzinfo=BERLIN)
    assert talk.ends_at == datetime(2027, 5, 14, 20, tzinfo=BERLIN)
    assert (talk.place_name, talk.ags, talk.expected) == ("Stadthalle", "15082180", 30)
    assert (talk.host_id, talk.host_name, talk.internal_notes) == (
        None,
        "Volkshochschule",
        "Ansprechpartner: Frau Muster",
    )
    assert patrol.ends_at == datetime(2027, 6, 13, 2, tzinfo=BERLIN)
    assert (patrol.kind, patrol.state, patrol.audience) == (
        EventKind.joint_patrol,
        EventState.tentative,
        Audience.internal,
    )
    assert (fair.all_day, fair.first_day, fair.last_day) == (True, date(2027, 7, 3), date(2027, 7, 4))


def test_the_same_table_again_changes_nothing(ws):
    read(ws, imports.import_events, TABLE)
    assert counts(read(ws, imports.import_events, TABLE)) == {"unchanged": 3}
    assert len(ws.ask(list_rows)) == 3


def test_the_whole_import_is_one_step_of_undo(ws):
    read(ws, imports.import_events, TABLE)
    ws.undo()
    assert ws.ask(list_rows) == []


def test_only_a_number_lets_a_row_change_an_event(ws):
    read(ws, imports.import_events, TABLE)
    number = ws.ask(list_rows)[0].number
    later = TABLE.replace("18–20 Uhr", "19–21 Uhr")
    report = read(ws, imports.import_events, later)
    assert counts(report) == {"unchanged": 2, "duplicate": 1}
    assert report.fates[0].remarks[0][2] == (("number", number),)
    named = f"Nummer;Datum;Uhrzeit;Titel\n{number};14.05.2027;19–21 Uhr;Sicher im Netz\n"
    report = read(ws, imports.import_events, named)
    assert counts(report) == {"changed": 1}
    assert [name for name, *_values in report.fates[0].changes] == ["times"]
    draft = drafts(ws)[0]
    assert draft.starts_at == datetime(2027, 5, 14, 19, tzinfo=BERLIN)
    assert (draft.kind, draft.place_name, draft.audience) == (EventKind.lecture, "Stadthalle", Audience.public)


def test_two_talks_of_one_day_are_two_events_and_a_repeated_row_is_told(ws):
    rows = "14.05.2027;8:00–9:30;Cybermobbing\n14.05.2027;10:00–11:30;Cybermobbing\n14.05.2027;8:00–9:30;Cybermobbing\n"
    assert counts(read(ws, imports.import_events, "Datum;Zeit;Titel\n" + rows)) == {"new": 2, "duplicate": 1}


def test_a_known_host_is_linked_and_a_similar_one_only_suggested(ws):
    known = make_partner(ws, "Volkshochschule Köthen")
    rows = (
        "Datum;Titel;Veranstalter\n14.5.27;A;volkshochschule koethen\n"
        "15.5.27;B;Volkshochschule Köthen Süd\n16.5.27;C;Ix\n"
    )
    report = read(ws, imports.import_events, rows)
    assert [draft.host_id for draft in drafts(ws)] == [known, None, None]
    assert [draft.host_name for draft in drafts(ws)] == ["", "Volkshochschule Köthen Süd", "Ix"]
    assert [row.remarks[0][2] if row.remarks else None for row in report.fates] == [
        None,
        (("partner", "Volkshochschule Köthen"),),
        (),
    ]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("31.02.2027;A;Vortrag;", "day"),
        ("demnächst;A;Vortrag;", "day"),
        (";A;Vortrag;", "day"),
        ("14.05.2027;;Vortrag;", "title"),
        ("14.05.2027;A;Zauberei;", "kind"),
        ("14.05.2027;A;Vortrag;vielleicht", "state"),
        ("14.05.2027;A;Vortrag;durchgeführt", "state"),
        ("14.05.2027;A;Vortrag;verschoben", "postponed_to"),
        ("28.03.2027 02:30;A;Vortrag;", "starts_at"),
    ],
)
def test_a_row_that_cannot_be_taken_is_refused_and_the_rest_is_kept(ws, row, field):
    report = read(ws, imports.import_events, f"Datum;Titel;Art;Stand\n{row}\n15.05.2027;Gut;Vortrag;\n")
    assert counts(report) == {"new": 1, "refused": 1}
    (refused,) = report.refused
    assert (refused.line, refused.field) == (2, field)


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_we_export_comes_back_unchanged(ws, code, audience, form):
    _fill(ws)
    content = exported(ws, audience, code, form)
    report = ws.run("Import", imports.import_events, content, wish=Wish("events"))
    assert set(counts(report)) == {"unchanged"}, [(r.name, r.fate, r.changes, r.remarks, r.msgid) for r in report.fates]


def _fill(ws):
    partner = make_partner(ws, "Schule, die „=1“ heißt", street="Weg 1", postcode="06366", town="Köthen (Anhalt)")
    at = datetime(2027, 5, 14, 22, tzinfo=BERLIN)
    make_event(
        ws,
        "=1+1; „ja“",
        kind=EventKind.lecture,
        starts_at=at,
        ends_at=datetime(2027, 5, 15, 1, tzinfo=BERLIN),
        host_id=partner,
        place_kind="partner",
        place_partner_id=partner,
        state=EventState.confirmed,
    )
    make_event(
        ws,
        "Fest",
        kind=EventKind.information_event,
        all_day=True,
        first_day=date(2027, 7, 3),
        last_day=date(2027, 7, 4),
        town="Stendal",
        place_name="Markt",
        public_text="Zeile\n-Zeile",
        state=EventState.confirmed,
    )
    make_event(
        ws,
        "Abgesagt",
        kind=EventKind.training,
        starts_at=at,
        ends_at=at,
        state=EventState.cancelled,
        state_reason="krank",
        ags="15002000",
    )
    make_event(
        ws,
        "Online",
        kind=EventKind.online,
        starts_at=datetime(2027, 5, 14, tzinfo=BERLIN),
        ends_at=datetime(2027, 5, 15, tzinfo=BERLIN),
        place_kind="online",
        online_url="https://a.example/x",
        state=EventState.confirmed,
        expected=1200,
        kilometres=12.5,
        internal_notes="+49",
    )


def exported(ws, audience, code="de", form="csv"):
    rows = ws.ask(lambda session: list(published(session, audience)))
    columns = tuple(column for column in event_columns(audience) if not column.for_programs)
    out = BytesIO()
    if form == "csv":
        write_csv(out, columns, language(code), rows)
    else:
        write_xlsx(out, Sheet("Termine", columns, language(code), datetime(2027, 1, 1, tzinfo=BERLIN)), rows)
    return out.getvalue()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    minutes=st.integers(0, 2 * 366 * 24 * 60),
    hours=st.integers(0, 100),
    title=st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable() and text.strip() == text),
    kind=st.sampled_from(EventKind),
)
def test_any_event_that_leaves_as_a_table_comes_back_unchanged(ws, minutes, hours, title, kind):
    begin = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    end = begin + timedelta(hours=hours)
    make_event(ws, title, kind=kind, starts_at=begin, ends_at=end, state=EventState.tentative)
    report = ws.run("Import", imports.import_events, exported(ws, Audience.internal))
    assert set(counts(report)) == {"unchanged"}, [(r.name, r.fate, r.changes, r.msgid, r.params) for r in report.fates]
