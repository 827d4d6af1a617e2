"""The starting stock: offices and police as ordinary partners."""

from dataclasses import replace

from domain.region.gemeinden import gemeinden
from domain.rows.filters import PartnerFilter
from domain.terms import PartnerCategory
from domain.usecases import partner_tree, partners, responsibility, stock
from tests.builders import KOETHEN, dump
from tests.domain.usecases.network_of import make_office, make_police


def take(ws):
    return ws.run("Take over", stock.take_stock)


def names(ws, category):
    return {row.name for row in ws.ask(partners.list_rows, PartnerFilter(categories=(category,)))}


def test_133_offices_and_18_police_units_come_and_one_undo_takes_them_away(ws):
    before = dump(ws)
    report = take(ws)
    assert (report.added, report.completed, report.present) == (151, 0, 0)
    assert len(names(ws, PartnerCategory.ordnungsamt)) == 133
    assert len(names(ws, PartnerCategory.police)) == 18
    assert {"Stadt Köthen (Anhalt), Ordnungsamt", "Gemeinde Muldestausee, Ordnungsamt"} < names(
        ws, PartnerCategory.ordnungsamt
    )
    ws.undo()
    assert dump(ws) == before


def test_afterwards_every_gemeinde_has_its_office_and_its_police_up_to_the_inspektion(ws):
    take(ws)
    for each in gemeinden()[::7]:
        here = ws.ask(responsibility.responsible_for, each.ags)
        assert here.ordnungsamt is not None
        assert [unit.name.split()[0] for unit in here.police] == ["Polizeirevier", "Polizeiinspektion"]


def test_taken_twice_nothing_changes_even_after_renaming(ws):
    take(ws)
    office = ws.ask(responsibility.responsible_for, KOETHEN).ordnungsamt.id
    draft = ws.ask(partners.detail, office).draft
    ws.run("Change", partners.change, office, replace(draft, name="Amt für Ordnung Köthen", areas=()))
    ws.run("Change", partners.change, office, replace(draft, name="Amt für Ordnung Köthen"))
    before = dump(ws)
    report = take(ws)
    assert (report.added, report.completed, report.present) == (0, 0, 151)
    assert dump(ws) == before


def test_what_people_entered_stays_and_only_gets_its_place_and_areas(ws):
    revier = make_police(ws, "polizeirevier anhalt-bitterfeld", phone="03496 000-1")
    own = make_office(ws, "Bürgeramt Köthen", areas=(KOETHEN,))
    report = take(ws)
    assert (report.added, report.completed, report.present) == (149, 1, 1)
    found = ws.ask(partners.detail, revier).draft
    assert (found.name, found.phone, found.areas) == ("polizeirevier anhalt-bitterfeld", "03496 000-1", ("15082",))
    assert ws.ask(partner_tree.above, revier)[0].name == "Polizeiinspektion Dessau-Roßlau"
    assert ws.ask(responsibility.responsible_for, KOETHEN).ordnungsamt.id == own


def test_only_counting_writes_nothing(ws):
    before = dump(ws)
    assert ws.ask(stock.take_stock, store=False).added == 151
    assert dump(ws) == before
