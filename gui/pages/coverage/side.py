"""The inspector of a Kreis: the date finder, and how the Kreis stands."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from domain.rows.coverage import CoverageFilter, GapStory, KreisCoverage
from domain.terms import EventKind
from gui.desk import Desk
from gui.pages.coverage import deeds, words
from gui.pages.coverage.finder import Finder
from gui.pages.coverage.finder_form import Choices
from gui.pages.coverage.situation import Situation
from gui.texts import _
from gui.widgets.badge import Badge, kreis_badge
from gui.widgets.tabs import Inspector, Tabs

_REST_MS = 60
"""How long a choice rests before the pool reads for it: painting comes first, and arrows may still move on."""


class Side(Inspector):
    """About one Kreis; `told` brings the sentences of its story, for the map's foot."""

    told = Signal(str, object)  # head, list of sentences

    def __init__(self, desk: Desk, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("District"), parent)
        self._desk, self._today = desk, today
        self._each: KreisCoverage | None = None
        self._wanted = CoverageFilter()
        self._story: GapStory | None = None
        self.finder = Finder(desk)
        self.situation = Situation()
        self.tabs = Tabs(_("District"))
        self.tabs.add_tab(_("Find a free day"), self.finder)
        self.tabs.add_tab(_("Situation"), self.situation)
        self.badge = Badge(lambda: kreis_badge("15001"))
        self.tabs.head.addWidget(self.badge)
        self.column.addWidget(self.tabs)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._read)
        self._has_choices = ""
        self.tabs.tab_changed.connect(lambda _tab: self._fill())

    def show_kreis(self, each: KreisCoverage, wanted: CoverageFilter) -> None:
        """Show a Kreis for what is wanted; story and free days follow from a pool thread once nothing moves."""
        is_other = self._each is None or each.kreis_ags != self._each.kreis_ags or wanted.kinds != self._wanted.kinds
        self._each, self._wanted = each, wanted
        ags = each.kreis_ags
        self.badge.show_look(lambda: kreis_badge(ags))
        if is_other:
            self._story = None
            self.told.emit(f"{words.name(ags)}: {words.standing(each)}", [])
        self._fill()
        self._rest.start()

    def forget_choices(self) -> None:
        """Read again what can be chosen: vehicles, people, sites or usual times changed."""
        self._has_choices = ""

    def _fill(self) -> None:
        """Show the figures, and the story as far as it is known; only while somebody looks at them."""
        if self._each is None or self.tabs.bar.currentIndex() != self.tabs.stack.indexOf(self.situation):
            return
        self.situation.show_kreis(self._each)
        if self._story is not None:
            self.situation.show_story(self._story, self._each, self._today)

    def _read(self) -> None:
        """Ask for the story, and for free days with what can be chosen in the Kreis."""
        from domain.usecases import coverage_story

        if self._each is None:
            return
        ags = self._each.kreis_ags
        self._desk.ask_later(self._on_story, coverage_story.story, ags, self._wanted.kinds, self._wanted.half_years)
        if self._has_choices == ags:
            self.finder.ask()
        else:
            deeds.read_choices(self._desk, ags, self._on_choices)

    def show_filter(self, wanted: CoverageFilter, this_half: str) -> None:
        """Look for what the page is about now: its kind at the usual time, in its half-year."""
        form = self.finder.form
        form.show_kind(wanted.kinds[0] if wanted.kinds else EventKind.citizen_dialogue)
        form.show_half_year(wanted.half_years[0] if len(wanted.half_years) == 1 else this_half)

    def open_finder(self) -> None:
        """Bring the keyboard to the month."""
        self.tabs.bar.setCurrentIndex(0)
        self.finder.month.setFocus()

    def _on_story(self, story: GapStory) -> None:
        each = self._each
        if each is None or story.kreis_ags != each.kreis_ags:
            return
        self._story = story
        self._fill()
        head = f"{words.name(each.kreis_ags)}: {words.standing(each)}"
        self.told.emit(head, words.story_lines(story, each, self._today))

    def _on_choices(self, choices: Choices) -> None:
        if self._each is not None:
            self._has_choices = self._each.kreis_ags
            self.finder.show_choices(self._each.kreis_ags, choices)
            self.finder.ask()
