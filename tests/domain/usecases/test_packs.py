"""The folder of an event or a tour day: what belongs in it, what is found before printing, what becomes stale."""

from dataclasses import replace
from datetime import date

import pytest

from domain import i18n, outgoing
from domain.documents import DOCUMENTS
from domain.errors import LandaufError
from domain.outgoing import packs as outgoing_packs
from domain.rows.events import DialogueFacts
from domain.rows.printing import PrintChoice
from domain.rules import pack_order
from domain.terms import Audience, EventKind, EventState, Grade, PackProblem, PlaceKind
from domain.usecases import events, packs, printed_sheets, releases
from tests.builders import DAY, KOETHEN, change_event, make_event, make_site, make_tour, make_vehicle
from tests.domain.documents import tagged
from tests.domain.usecases.touring import make_stop, place

GERMAN = i18n.language("de")
LATER = date(2027, 6, 21)


@pytest.fixture
def dialogue(ws):
    return make_event(ws, "Sicher am Bahnhof", ags=KOETHEN, facts=DialogueFacts(moderation="Frau Entwurf"))


def proposed(ws, **choice):
    return ws.ask(packs.propose, PrintChoice(**choice))


def chosen(proposal):
    return [line.document for line in proposal.lines if line.is_chosen]


def problems(proposal, document):
    line = next(line for line in proposal.lines if line.document == document)
    return {finding.problem: finding.grade for finding in line.findings}


def order(proposal, *, only=(), without=(), audience=Audience.internal):
    return packs.order_of(proposal, only, without, audience=audience)


def test_a_dialogue_has_its_papers_in_the_order_of_printing(ws, dialogue):
    names = chosen(proposed(ws, event_id=dialogue))
    assert names == sorted(names, key=pack_order.usual(EventKind.citizen_dialogue).index)
    assert {"invitation", "poster", "briefing", "feedback_card"} <= set(names)


def test_papers_that_wait_for_typed_names_are_not_chosen_by_themselves(ws, dialogue):
    assert not {"name_badges", "attendance_certificate"} & set(chosen(proposed(ws, event_id=dialogue)))


def test_papers_that_are_not_usual_stand_behind_and_are_not_chosen(ws):
    site = make_site(ws)
    patrol = make_event(ws, "Streife", kind=EventKind.joint_patrol, place_kind=PlaceKind.site, site_id=site)
    lines = proposed(ws, event_id=patrol).lines
    rest = [line for line in lines if not line.is_usual]
    assert rest
    assert lines[-len(rest) :] == tuple(rest)
    assert not any(line.is_chosen for line in rest)


def test_what_cannot_be_made_is_left_out_with_its_reason_and_the_rest_is_made(ws):
    event = make_event(ws, "Vorgemerkt", ags=KOETHEN, state=EventState.tentative)
    proposal = proposed(ws, event_id=event)
    assert problems(proposal, "invitation") == {PackProblem.not_possible: Grade.error}
    assert "invitation" not in chosen(proposal)
    pack, notes = ws.ask(packs.gather_pack, order(proposal))
    assert [name for name, _reason in pack.left_out] == ["Invitation to a citizen dialogue"]
    assert [note.document for note in notes] == [part.name for part in pack.parts]
    assert PackProblem.unconfirmed in problems(proposal, "briefing")


def test_missing_agenda_and_moderation_are_found(ws):
    event = make_event(ws, "Ohne Ablauf", ags=KOETHEN)
    assert {PackProblem.agenda_missing, PackProblem.moderation_missing} <= set(
        problems(proposed(ws, event_id=event), "briefing")
    )


def test_a_sheet_printed_before_is_told_as_stale_or_unchanged(ws, dialogue, tmp_path):
    outgoing.print_document(ws, tmp_path / "a.pdf", "briefing", PrintChoice(event_id=dialogue), GERMAN)
    assert problems(proposed(ws, event_id=dialogue), "briefing")[PackProblem.unchanged] is Grade.hint
    change_event(ws, dialogue, room="2.14")
    found = problems(proposed(ws, event_id=dialogue), "briefing")
    assert found[PackProblem.stale] is Grade.warning
    assert PackProblem.unchanged not in found


def test_saving_a_folder_notes_every_sheet_of_it_and_nothing_to_undo(ws, dialogue, tmp_path):
    before = ws.undo_state()
    made = outgoing_packs.print_pack(ws, tmp_path / "m.pdf", order(proposed(ws, event_id=dialogue)), GERMAN)
    noted = {row.document for row in ws.ask(printed_sheets.printed_sheets)}
    assert noted == {part.name for part in made.parts}
    assert ws.undo_state() == before
    assert (tmp_path / "m.pdf").read_bytes() == made.content


def test_the_stale_sheets_of_all_events_are_a_folder_that_makes_them_good_again(ws, dialogue, tmp_path):
    other = make_event(ws, "Zweiter", ags=KOETHEN)
    for event in (dialogue, other):
        outgoing.print_document(ws, tmp_path / f"{event}.pdf", "briefing", PrintChoice(event_id=event), GERMAN)
        ws.run("Move", events.move, event, LATER)
    proposal = proposed(ws)
    assert [line.title for line in proposal.lines] == ["Sicher am Bahnhof", "Zweiter"]
    outgoing_packs.print_pack(ws, tmp_path / "neu.pdf", order(proposal), GERMAN)
    assert proposed(ws).lines == ()


def test_a_stale_sheet_whose_event_is_gone_cannot_be_made(ws, dialogue, tmp_path):
    outgoing.print_document(ws, tmp_path / "a.pdf", "briefing", PrintChoice(event_id=dialogue), GERMAN)
    ws.run("Delete", events.delete, [dialogue])
    (line,) = proposed(ws).lines
    assert not line.is_possible
    assert not line.is_chosen
    with pytest.raises(LandaufError):
        ws.ask(packs.gather_pack, order(proposed(ws)))


def test_a_tour_day_has_its_sheets_and_the_passes_of_that_day_only(ws):
    tour, (first, second) = make_tour(ws, make_vehicle(ws), days=2)
    here, there = make_site(ws, "Holzmarkt"), make_site(ws, "Rathausplatz")
    place(ws, first, make_stop(ws, "Halt A", place_kind=PlaceKind.site, site_id=here))
    place(ws, second, make_stop(ws, "Halt B", place_kind=PlaceKind.site, site_id=there))
    proposal = proposed(ws, tour_id=tour, day=DAY)
    passes = [line.title for line in proposal.lines if line.document == "site_pass"]
    assert len(passes) == 1
    assert "Holzmarkt" in passes[0]
    assert chosen(proposal)[0] == "tour_sheet"


def test_a_day_without_stops_is_refused(ws):
    tour, _days = make_tour(ws, make_vehicle(ws))
    with pytest.raises(LandaufError):
        proposed(ws, tour_id=tour)


def test_for_the_public_only_public_papers_are_made(ws, dialogue):
    pack, _notes = ws.ask(packs.gather_pack, order(proposed(ws, event_id=dialogue), audience=Audience.public))
    assert "invitation" in {part.name for part in pack.parts}
    assert not any(DOCUMENTS[part.name].is_internal for part in pack.parts)
    assert not pack.is_internal


def test_the_cover_of_a_public_folder_tells_no_confidential_name(ws):
    event = make_event(ws, "Interne Notiz", ags=KOETHEN, internal_notes="GEHEIM-7", room="GEHEIM-7")
    wanted = replace(order(proposed(ws, event_id=event), audience=Audience.public), has_cover=True)
    made = outgoing_packs.make_pack(ws, wanted, GERMAN)
    assert "GEHEIM" not in tagged.text(made.content)
    assert "Nur intern" not in tagged.text(made.content)


def test_an_internal_folder_says_so_and_bears_the_plan_version(ws, dialogue):
    ws.run("Release", releases.release)
    made = outgoing_packs.make_pack(ws, order(proposed(ws, event_id=dialogue)), GERMAN)
    cover = tagged.page_texts(made.content)[0]
    assert "Nur intern" in cover
    assert made.code in cover
    assert made.version == 1


def test_one_file_per_document_is_numbered_in_order(ws, dialogue, tmp_path):
    outgoing_packs.print_pack(ws, tmp_path / "mappe", order(proposed(ws, event_id=dialogue)), GERMAN)
    names = sorted(path.name for path in (tmp_path / "mappe").iterdir())
    assert names[0] == "01 Einladung zum Bürgerdialog.pdf"
    assert [name[:2] for name in names] == [f"{n:02}" for n in range(1, len(names) + 1)]


def test_whoever_breaks_off_leaves_no_file_and_no_note(ws, dialogue, tmp_path):
    def seen(done, _total):
        if done:
            raise LandaufError("Broken off.")

    with pytest.raises(LandaufError):
        outgoing_packs.print_pack(ws, tmp_path / "m.pdf", order(proposed(ws, event_id=dialogue)), GERMAN, seen)
    assert list(tmp_path.iterdir()) == []
    assert ws.ask(printed_sheets.printed_sheets) == ()


def test_an_online_contribution_has_no_usual_papers(ws):
    event = make_event(ws, "Beitrag", kind=EventKind.online)
    assert chosen(proposed(ws, event_id=event)) == []
