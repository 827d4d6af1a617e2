"""The inspector of a Kreis: the date finder, and how the Kreis stands."""

from datetime import date

from PySide6.QtCore import Signal
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


class Side(Inspector):
    """About one Kreis; `told` brings the sentences of its story, for the map's foot."""

    told = Signal(str, object)  # head, list of sentences

    def __init__(self, desk: Desk, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("District"), parent)
        self._desk, self._today = desk, today
        self._each: KreisCoverage | None = None
        self._wanted = CoverageFilter()
        self.finder = Finder(desk)
        self.situation = Situation()
        self.tabs = Tabs(_("District"))
        self.tabs.add_tab(_("Find a free day"), self.finder)
        self.tabs.add_tab(_("Situation"), self.situation)
        self.badge = Badge(lambda: kreis_badge("15001"))
        self.tabs.head.addWidget(self.badge)
        self.column.addWidget(self.tabs)

    def show_kreis(self, each: KreisCoverage, wanted: CoverageFilter) -> None:
        """Show a Kreis for what is wanted; the story and the free days come from a pool thread."""
        from domain.usecases import coverage_story

        is_other = self._each is None or each.kreis_ags != self._each.kreis_ags or wanted.kinds != self._wanted.kinds
        self._each, self._wanted = each, wanted
        ags = each.kreis_ags
        self.badge.show_look(lambda: kreis_badge(ags))
        self.situation.show_kreis(each)
        if is_other:
            self.told.emit(f"{words.name(ags)}: {words.standing(each)}", [])
        self._desk.ask_later(self._on_story, coverage_story.story, ags, wanted.kinds)
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
        self.situation.show_story(story, each, self._today)
        head = f"{words.name(each.kreis_ags)}: {words.standing(each)}"
        self.told.emit(head, words.story_lines(story, each, self._today))

    def _on_choices(self, choices: Choices) -> None:
        if self._each is not None:
            self.finder.show_choices(self._each.kreis_ags, choices)
            self.finder.ask()
