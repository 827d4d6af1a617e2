"""All widgets on one sheet, to look at in both themes; its words are samples and not translated."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.terms import EventKind, EventState
from gui import component_samples, theme
from gui.texts import current
from gui.widgets import badge, labels
from gui.widgets.badge import Badge
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.chips import ChipField
from gui.widgets.choice import CheckBox, RadioButton, Segmented
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField, TimeSpanField
from gui.widgets.empty import EmptyState
from gui.widgets.event_bar import Bar, EventBar
from gui.widgets.field import Field, NumberField, SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.flow import FlowLayout
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.meter import Meter, TargetMeter
from gui.widgets.notice import Notice, Tone
from gui.widgets.problem_line import ProblemLine
from gui.widgets.text_area import TextArea

_WIDTH = 800
_TODAY = date(2027, 4, 28)


class ComponentSheet(QWidget):
    """One column of sections, as in looks/window-10-components.png."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 24)
        column.setSpacing(theme.GAP_SMALL)
        name = {True: "dunkel", False: "hell"}[theme.tokens().is_dark]
        column.addWidget(labels.title(f"Bausteine, {name}"))
        for title, make in _SECTIONS:
            column.addSpacing(theme.GAP_SMALL)
            column.addWidget(Line())
            column.addWidget(labels.heading(title))
            content = make()
            if isinstance(content, QWidget):
                column.addWidget(content)
            else:
                column.addLayout(content)


def _kinds() -> QLayout:
    grid = QGridLayout()
    for position, kind in enumerate(EventKind):
        grid.addWidget(EventBar(Bar(kind, label(kind, current()), "18:30")), position // 4, position % 4)
    return grid


def _states() -> QWidget:
    area = QWidget()
    flow = FlowLayout(area)
    for state in EventState:
        flow.addWidget(Badge(partial(badge.state_badge, state)))
    flow.addWidget(Badge(lambda: badge.plain_badge("nur intern", "eye-off")))
    flow.addWidget(Badge(lambda: badge.hint_badge("doppelt?", "merge")))
    flow.addWidget(Badge(lambda: badge.warning_badge("morgen")))
    flow.addWidget(Badge(lambda: badge.kreis_badge("15090")))
    return area


def _bars() -> QLayout:
    row = QHBoxLayout()
    stop = EventKind.mobile_stop
    row.addWidget(EventBar(Bar(stop, "bestätigt")))
    row.addWidget(EventBar(Bar(stop, "vorläufig", state=EventState.tentative)))
    row.addWidget(EventBar(Bar(stop, "abgesagt", state=EventState.cancelled)))
    row.addWidget(EventBar(Bar(stop, "Konflikt", has_conflict=True)))
    row.addWidget(EventBar(Bar(stop, "gewählt", is_selected=True)))
    return row


def _buttons() -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.GAP_ROW)
    pressed, locked = Button("Gedrückt"), Button("Nicht jetzt")
    pressed.setCheckable(True)
    pressed.setChecked(True)
    locked.setEnabled(False)
    for button in (
        Button("Bestätigen", icon="check", weight=Weight.primary),
        Button("Vorschlagen", icon="wand"),
        pressed,
        locked,
        Button("Verwerfen", weight=Weight.quiet),
        Button("Alle sichten", weight=Weight.link),
        Button(icon="printer", tip="Drucken"),
        Button("Klein", is_small=True),
    ):
        row.addWidget(button)
    row.addStretch(1)
    return row


def _inputs() -> QLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GAP)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    wrong, locked, combo = Field("17:30", name="Ende"), Field("nur mit Fassung", name="Fassung"), Combo("Art")
    wrong.setProperty("problem", True)  # noqa: FBT003 - Qt's signature
    locked.setEnabled(False)
    combo.add_terms(EventKind)
    combo.set_value(EventKind.citizen_dialogue)
    day, span, place = DateField("Datum", lambda: _TODAY), TimeSpanField("Uhrzeit"), GemeindeField("Gemeinde")
    day.set_date(date(2027, 5, 13))
    span.set_span(time(15, 30), time(17, 30))
    place.set_ags("15090225")
    number = NumberField("Erwartet")
    number.set_number(80)
    parts: tuple[QWidget, ...] = (
        Field("Stadthaus, Großer Saal", name="Ort"), wrong, locked, combo, day, span, place,
        SearchField("Name, Ort, Straße"), number, ProblemLine("Ende liegt vor Beginn"),
        FilterButton("Alle Kreise", [(kreis.ags, kreis.name) for kreis in kreise()], icon="hexagon"),
        FilterButton("Kategorie", [(1, "Schule"), (2, "Verein")]),
    )  # fmt: skip
    for position, part in enumerate(parts):
        grid.addWidget(part, position // 3, position % 3)
    return grid


def _choices() -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.GAP_WIDE)
    row.addWidget(Segmented([("day", "Tag"), ("week", "Woche"), ("month", "Monat")], name="Ansicht"))
    ticked = CheckBox("stufenlos")
    ticked.setChecked(True)
    both = RadioButton("beidseitig")
    both.setChecked(True)
    for part in (ticked, CheckBox("Höranlage"), both, RadioButton("einseitig")):
        row.addWidget(part)
    row.addStretch(1)
    return row


def _chips() -> QWidget:
    chips = ChipField("Themen")
    chips.set_choice({1: "Sicherheitsgefühl", 2: "Bahnhof", 3: "Einbruchschutz", 4: "Gewerbe"})
    chips.set_values((1, 2))
    return chips


def _text_area() -> QWidget:
    area = TextArea("Öffentlicher Text", 2)
    area.set_text("Wie sicher fühlen Sie sich am Bahnhof und in der Altstadt? Eintritt frei, Zugang stufenlos.")
    return area


def _meters() -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.MARGIN)
    for name, value, share in (
        ("Dienstzeit", "8:18 h", 0.83), ("nahe Grenze", "9:34 h", 0.957), ("darüber", "10:45 h", 1.075)
    ):  # fmt: skip
        meter = Meter(name)
        meter.set_value(value, share)
        row.addWidget(meter)
    target = TargetMeter("Ziel 3")
    target.set_counts(1, 1, 3)
    row.addWidget(target)
    return row


def _notices() -> QLayout:
    grid = QGridLayout()
    words = (
        (Tone.error, "Dienstzeit 10 h 45 min", "45 min über der Grenze, weil Havelberg folgt."),
        (Tone.warning, "Moderation hat noch nicht zugesagt", "Angefragt am 14. April"),
        (Tone.hint, "Markttag", "Donnerstags bis 14:00"),
        (Tone.done, "Erfüllt", "Ziel erreicht"),
    )
    for position, (tone, headline, line) in enumerate(words):
        notice = Notice(tone, headline, line)
        if tone is Tone.error:
            notice.add_repair("Auf Fr 14. Mai, 15:30", "−6 km")
            notice.add_repair("Kleinbus fährt statt Mobil", "+88 km")
        if tone is Tone.warning:
            notice.add_action("Erinnern")
            notice.add_action("Nicht nötig", is_link=True)
        grid.addWidget(notice, position // 2, position % 2)
    return grid


def _empty() -> QWidget:
    card = Card()
    empty = EmptyState(
        "inbox", "Noch keine Anfragen", "Tragen Sie die erste Anfrage ein oder übernehmen Sie eine Tabelle."
    )
    empty.add_button("Anfrage eintragen", icon="plus", is_primary=True)
    empty.add_button("Tabelle einlesen …")
    card.body.addWidget(empty)
    return card


_SECTIONS: tuple[tuple[str, Callable[[], QWidget | QLayout]], ...] = (
    ("Terminarten", _kinds),
    ("Zustände", _states),
    ("Balken", _bars),
    ("Schaltflächen", _buttons),
    ("Eingaben", _inputs),
    ("Auswahl", _choices),
    ("Marken", _chips),
    ("Text", _text_area),
    ("Tabellenzeilen", component_samples.table),
    ("Anzeigen", _meters),
    ("Meldungen", _notices),
    ("Leerer Zustand", _empty),
    ("Karten", component_samples.cards),
    ("Symbole", component_samples.Icons),
)
