"""The web page of events in a real browser: accessible by axe-core, searchable, usable by keyboard, closed."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from domain.exchange.web_meta import kreise_by_name
from domain.i18n import language
from domain.outgoing.web_page import export_page, write_web_page
from domain.region.kreise import kreise
from domain.rows.calendars import CalendarChoice
from domain.rows.filters import EventFilter
from domain.rows.web import WebAddresses
from domain.terms import Audience, EventState
from domain.usecases import event_rows, events
from domain.workspace import Workspace
from tests.gates.browser import Tab, chromium
from tests.gates.conftest import ROOT

pytestmark = [pytest.mark.gate, pytest.mark.timeout(300)]

AXE = ROOT / "build" / "node" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / "build" / "web-page"
ADDRESSES = WebAddresses(
    "https://termine.example", (("", "landauf.ics"), *((kreis.ags, f"{kreis.ags}.ics") for kreis in kreise()))
)
SHOWN = "[...document.querySelectorAll('.e')].filter(node => node.checkVisibility()).length"
COUNT = "document.getElementById('count').textContent"
RUN_AXE = """axe.run({preload: false}).then(found => ({
    axe: found.testEngine.version, page: location.pathname.split('/').slice(-2).join('/'), width: innerWidth,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    passes: found.passes.length, incomplete: found.incomplete.map(each => each.id),
    violations: found.violations.map(
        each => [each.id, each.help, each.nodes.map(node => node.html.slice(0, 200)).slice(0, 5)])}))"""
REPORT = PICTURES / "axe.jsonl"
"""What axe-core said, a line for each look at a page; kept beside the pictures."""


@pytest.fixture(scope="module")
def site(demo: Path, tmp_path_factory) -> Path:
    """The demo's page as a folder, and as the single file `einzeln.html`; one event is cancelled."""
    [file] = demo.glob("*.landauf")
    folder = tmp_path_factory.mktemp("site")
    file = Path(shutil.copy(file, tmp_path_factory.mktemp("copy")))  # the demo's own stays as the others know it

    def clock() -> datetime:
        return datetime.now(UTC)

    with Workspace.open(file, clock=clock, author="Prüfung", device="Tor") as ws:
        soon = EventFilter(
            states=(EventState.confirmed,), audiences=(Audience.public,), first=clock().date(), dated=True
        )
        event_id = ws.ask(event_rows.list_ids, soon)[0]
        draft = ws.ask(events.detail, event_id).draft
        ws.run("Cancel", events.change, event_id, replace(draft, state=EventState.cancelled, state_reason="Sturm"))
        write_web_page(ws, folder, CalendarChoice(), language("de"), ADDRESSES)
        export_page(ws, folder / "einzeln.html", CalendarChoice(), language("de"))
    return folder


@pytest.fixture(scope="module")
def new_tab(tmp_path_factory) -> Iterator[Callable[[], Tab]]:
    """Opens tabs of one Chromium."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed and could not be")
    with chromium(program, tmp_path_factory.mktemp("profile")) as opening:
        yield opening


@pytest.fixture
def browser(new_tab) -> Iterator[Tab]:
    """A fresh tab."""
    opened = new_tab()
    yield opened
    opened.close()


@pytest.fixture
def violations(browser):
    """What axe-core finds wrong with the page as it is now."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed and could not be")

    def find() -> list:
        browser.run(AXE.read_text(encoding="utf-8") + ";0")
        found = browser.run(RUN_AXE)
        REPORT.parent.mkdir(parents=True, exist_ok=True)
        with REPORT.open("a", encoding="utf-8") as report:
            report.write(json.dumps(found, ensure_ascii=False) + "\n")
        return found["violations"]

    return find


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("index.html", 320),
        ("index.html", 768),
        ("en/index.html", 1280),
        ("kreis-15081.html", 320),
        ("einzeln.html", 1280),
    ],
)
def test_axe_finds_no_violation_in_either_theme(browser, violations, site, name, width, scheme):
    browser.show(width=width, scheme=scheme)
    browser.open(site / name)
    assert violations() == []


def test_axe_finds_no_violation_where_everything_is_open_and_filtered(browser, violations, site):
    browser.show(width=320)
    browser.open(site / "index.html")
    browser.run("document.querySelectorAll('details').forEach(node => node.open = true)")
    browser.run("document.querySelector('input[name=art]').click()")
    assert "von" in browser.run(COUNT)
    assert violations() == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 2560])
def test_nothing_is_cut_off_sideways(browser, site, width):
    browser.show(width=width)
    browser.open(site / "index.html")
    browser.run("document.querySelectorAll('details').forEach(node => node.open = true)")
    assert browser.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["index.html", "kreis-15081.html", "einzeln.html"])
def test_page_asks_for_nothing_but_its_own_files(browser, site, name):
    browser.show()
    browser.open(site / name)
    assert {Path(address).name for address in browser.requests} <= {name, "landauf.css", "landauf.js"}
    assert browser.console == []


def test_policy_stops_what_does_not_belong_here(browser, site):
    browser.open(site / "index.html")
    asked = len(browser.requests)
    script = "fetch('https://outside.example/').then(() => 'reached', () => 'stopped')"
    assert browser.run(script) == "stopped"
    picture = "new Promise(done => { const i = new Image(); i.onerror = () => done('stopped'); i.src = 'x.png' })"
    assert browser.run(picture) == "stopped"
    assert not [address for address in browser.requests[asked:] if address.startswith("https:")]
    assert any("Content Security Policy" in line for line in browser.console)


def test_page_says_everything_without_a_script(browser, site):
    browser.show()
    browser.open(site / "index.html")
    numbers = browser.run("document.querySelectorAll('.e').length"), browser.run(SHOWN)
    browser.scripts(run=False)
    browser.open(site / "index.html")
    facts = "[document.querySelectorAll('.e').length, document.getElementById('find').checkVisibility()]"
    assert (numbers[0], False) == tuple(browser.run(facts))
    assert browser.run(SHOWN) == numbers[1] > 0
    leads = "[...document.querySelectorAll('.kreise a')].map(node => node.getAttribute('href'))"
    assert browser.run(leads) == [f"kreis-{each.ags}.html" for each in kreise_by_name()]


def test_search_finds_umlauts_however_they_are_typed(browser, site):
    browser.show()
    browser.open(site / "index.html")
    found = set()
    for typed in ("praevention", "Prävention", "pravention"):
        browser.run("document.getElementById('q').value = ''; document.getElementById('q').focus()")
        browser.type(typed)
        found.add(browser.run(COUNT))
    assert len(found) == 1
    assert re.match(r"[1-9]\d* von \d+ Terminen", found.pop())
    browser.type("xyzzy")
    assert browser.run(COUNT).startswith("Kein Termin passt")
    assert browser.run(SHOWN) == 0


def test_filters_stand_in_the_address_and_the_way_back_undoes_them(browser, site):
    browser.show()
    browser.open(site / "index.html")
    everything = browser.run(COUNT)
    browser.run("document.querySelector('input[name=kreis][value=\"15081\"]').click()")
    browser.run("document.querySelector('input[name=kreis][value=\"15082\"]').click()")
    two = browser.run(COUNT)
    assert browser.run("location.hash") == "#kreis=15081%2C15082"
    browser.run("new Promise(done => { addEventListener('popstate', () => setTimeout(done)); history.back() })")
    assert browser.run("location.hash") == "#kreis=15081"
    assert browser.run(COUNT) not in {two, everything}
    browser.open("about:blank")
    browser.open((site / "index.html").as_uri() + "#kreis=15081%2C15082")
    assert browser.run(COUNT) == two
    browser.run("document.getElementById('reset').click()")
    assert browser.run("[location.hash, document.activeElement.id]") == ["", "q"]
    assert browser.run(COUNT) == everything


def test_keyboard_alone_searches_filters_and_opens(browser, site):
    browser.show()
    browser.open(site / "index.html")
    browser.press("Tab")
    assert browser.run("document.activeElement.className") == "skip"
    assert browser.run("document.activeElement.getBoundingClientRect().left") >= 0
    reached = []
    while (here := browser.run("document.activeElement.name || document.activeElement.tagName")) != "art":
        reached.append(here)
        assert len(reached) < 30, reached
        assert browser.run("getComputedStyle(document.activeElement).outlineStyle") != "none", here
        browser.press("Tab")
    assert "q" in reached
    browser.press(" ")
    assert browser.run("document.activeElement.checked")
    assert browser.run("location.hash").startswith("#art=")
    browser.run("document.querySelector('.e:not([hidden]) summary').focus()")
    browser.press("Enter")
    assert browser.run("document.activeElement.parentNode.open")


def test_called_off_event_is_struck_and_says_so(browser, site):
    browser.show()
    browser.open(site / "index.html")
    fact = """(() => { const node = document.querySelector('.off s');
        return [getComputedStyle(node).textDecorationLine, node.closest('.e').querySelector('.x').textContent] })()"""
    assert browser.run(fact) == ["line-through", "Abgesagt"]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (768, "dark"), (1280, "light")])
def test_pictures_are_made_to_be_looked_at(browser, site, width, scheme):
    PICTURES.mkdir(parents=True, exist_ok=True)
    browser.show(width=width, height=1400, scheme=scheme)
    browser.open(site / "index.html")
    picture = PICTURES / f"page-{width}-{scheme}.png"
    picture.write_bytes(browser.picture())
    with Image.open(picture) as made:
        assert made.width == width
        assert len(made.convert("RGB").getcolors(maxcolors=1_000_000)) > 20


def test_printed_page_shows_details_and_no_filters(browser, site):
    browser.show(media="print", width=700)
    browser.open(site / "index.html")
    visible = "[...document.querySelectorAll({what})].filter(node => node.getBoundingClientRect().height > 0).length"
    for what in ("#find", "header nav", ".map"):
        assert browser.run(visible.format(what=json.dumps(what))) == 0, what
    assert browser.run(visible.format(what="'#list > .month .e dl'")) > 0
    assert browser.paper().startswith(b"%PDF")
