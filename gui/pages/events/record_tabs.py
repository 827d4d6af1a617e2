"""The left side of an event's record: the tabs with its forms, and the foot that saves or discards."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.errors import Problem
from domain.rows.events import FACTS_OF_KIND, EventDraft
from domain.rules.workflow import MEETING_KINDS
from domain.terms import EventKind
from gui import theme
from gui.pages.events.choices import Choices
from gui.pages.events.detail_forms import ForWhom, WhatAndWhere, kind_words
from gui.pages.events.draft_forms import DraftForms
from gui.pages.events.fact_tools import FactTools
from gui.pages.events.facts_form import FactsForm
from gui.pages.events.meeting.mood import MoodPart
from gui.pages.events.meeting.parts import MeetingParts
from gui.pages.events.more_forms import PeopleForm
from gui.pages.events.patrol_line import PatrolReview
from gui.pages.events.publications_field import MaterialForm
from gui.pages.events.review_form import ReviewForm
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.card import Line
from gui.widgets.tabs import Tabs

_TABS_OF_ALL_KINDS = 3
_FACTS = 2
"""Where the tab of the kind's own details is put; the tabs of meetings follow, before the review."""

_OF_FACTS = ("facts.", "offices")
"""How attributes begin that the kind's own tab shows."""

_TIGHT = 8
"""Pixels around the words of a tab where a meeting brings more tabs."""


class RecordTabs(Tabs):
    """Shows a draft in forms; `forms` keeps them in step."""

    save_clicked = Signal()
    discard_clicked = Signal()
    back_clicked = Signal()
    aside_clicked = Signal()
    profile_clicked = Signal()

    def __init__(self, tools: FactTools, meeting: MeetingParts, mood: MoodPart) -> None:
        super().__init__(_("Event"))
        self.forms = DraftForms(self)
        self._tools = tools
        self._meeting, self._mood = meeting, mood
        self._meeting.counted.connect(self._on_counted)
        self._choices: Choices | None = None
        self._kind: EventKind | None = None
        self._facts: FactsForm | None = None
        self._patrol: PatrolReview | None = None
        self.details: WhatAndWhere | None = None
        self.back = Button(_("All events"), icon="chevron-left", weight=Weight.link, tip=_("Back to the list (Esc)"))
        self.back.clicked.connect(self.back_clicked)
        self.aside = Button(_("Conflicts"), icon="warning", is_small=True)
        self.aside.hide()
        self.aside.clicked.connect(self.aside_clicked)
        self.head.addWidget(self.aside)
        self.head.addWidget(self.back)
        self.words = labels.note()
        self.changed = labels.note()
        self.discard = Button(_("Discard"), weight=Weight.quiet)
        self.save = Button(_("Save"), icon="save")
        self.save.setToolTip(_("Save ({keys})").format(keys=_("Ctrl+S")))
        self.body.addWidget(Line())
        self.body.addLayout(self._foot())
        self.show_changed(0)
        self.tab_changed.connect(self._on_tab)
        self.forms.edited.connect(self._on_edited)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.MARGIN, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        foot.setSpacing(theme.GAP_SMALL)
        foot.addWidget(self.words)
        foot.addStretch(1)
        foot.addWidget(self.changed)
        foot.addSpacing(theme.GAP_SMALL)
        foot.addWidget(self.discard)
        foot.addWidget(self.save)
        self.save.clicked.connect(self.save_clicked)
        self.discard.clicked.connect(self.discard_clicked)
        return foot

    def load(self, choices: Choices, base: EventDraft, draft: EventDraft | None = None) -> None:
        """Show an event, with a draft typed before if there is one; the tab in front stays if it can."""
        shown = draft or base
        if choices != self._choices or shown.kind is not self._kind:
            self._build(choices, shown.kind)
        self.forms.load(base, draft)
        self._kind = shown.kind
        self._on_edited(self.forms.draft())
        self._on_tab(self.bar.currentIndex())

    def fit_kind(self) -> bool:
        """Give the draft's kind its own tabs after the kind was changed in the form; whether it was."""
        kind = self.forms.draft().kind
        if kind is self._kind or self._choices is None:
            return False
        was, self._kind = self._kind or kind, None  # no tab is filled before all of them stand
        if _shape(kind) != _shape(was):
            self._put_kind_tabs(kind)
            self.forms.put_facts(None)
        elif kind in FACTS_OF_KIND:
            self.bar.setTabText(_FACTS, kind_words(kind))
        self._kind = kind
        self._on_tab(self.bar.currentIndex())
        return True

    def show_changed(self, count: int) -> None:
        """Say how many fields are changed and not saved."""
        words = ngettext("{count} field changed", "{count} fields changed", count)
        self.changed.setText(words.format(count=current().number(count)) if count else "")
        self.discard.setEnabled(count > 0)

    def show_conflicts(self, count: int) -> None:
        """Say how many conflicts are open, on the button that stands for the right side in a narrow window."""
        self.aside.setText(_("Conflicts: {count}").format(count=count))
        self.aside.updateGeometry()

    def show_problems(self, problems: Iterable[Problem], *, focus: bool = True) -> tuple[Problem, ...]:
        """Put problems beside their fields and bring the first to the front; gives back those without a field."""
        found = tuple(problems)
        if any(problem.field.startswith(_OF_FACTS) for problem in found):
            self._build_facts()
        form = next(filter(None, map(self.forms.form_of, found)), None)
        if focus and form is not None:
            pages = (self.stack.widget(at) for at in range(self.stack.count()))
            at = next(at for at, page in enumerate(pages) if page is not None and page.isAncestorOf(form))
            self.bar.setCurrentIndex(at)
        return self.forms.show_problems(found, focus=focus)

    def _build(self, choices: Choices, kind: EventKind) -> None:
        front, self._kind = self.bar.currentIndex(), None  # no tab is filled before the event is loaded
        while self.bar.count():
            self._drop_tab(0)
        self._choices = choices
        tools = self._tools
        self.details = WhatAndWhere(choices, tools.finder, tools.names, tools.today)
        people, review = PeopleForm(choices, tools.finder, tools.names), ReviewForm(tools.today)
        self._patrol = PatrolReview()
        review.profile_clicked.connect(self.profile_clicked)
        audience = ForWhom(choices)
        self.add_tab(_("Details"), _scrolled(self.details, audience))
        material = MaterialForm(choices, tools.names)
        self.add_tab(_("Participants"), _scrolled(_stacked(people, material)))
        self.add_tab(_("Review"), _scrolled(_stacked(self._patrol, review, self._mood)))
        self._put_kind_tabs(kind)
        self.forms.put([self.details, audience, people, material, review])
        self.bar.setCurrentIndex(min(max(front, 0), self.bar.count() - 1))

    def _put_kind_tabs(self, kind: EventKind) -> None:
        """The tabs that only some kinds have: their own details, filled when first shown, and those of meetings."""
        while self.bar.count() > _TABS_OF_ALL_KINDS:
            self._drop_tab(_FACTS)
        self._facts = None
        at = _FACTS
        if kind in FACTS_OF_KIND:
            self._insert(at, kind_words(kind), QWidget())
            at += 1
        is_meeting = kind in MEETING_KINDS
        for words, page in self._meeting.pages() if is_meeting else ():
            self._insert(at, words, page)
            at += 1
        self._mood.setVisible(is_meeting)
        self.bar.set_padding(_TIGHT if is_meeting else theme.GAP_ROW)
        self.back.setText("" if is_meeting else _("All events"))
        self.back.setAccessibleName(_("All events"))

    def _on_tab(self, index: int) -> None:
        if index == _FACTS:
            self._build_facts()

    def _build_facts(self) -> None:
        """Build the form of the kind's own details, which costs too much for an event opened to be read."""
        kind = self._kind
        if self._facts is not None or self._choices is None or kind not in FACTS_OF_KIND:
            return
        page = self.stack.widget(_FACTS)
        if page is None:
            return
        self._facts = FactsForm(FACTS_OF_KIND[kind], kind_words(kind), self._choices, self._tools)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        shown = _scrolled(self._facts)
        column.addWidget(shown)
        shown.show()
        self.forms.put_facts(self._facts)

    def _on_edited(self, draft: EventDraft) -> None:
        if self._patrol is not None:
            self._patrol.show_draft(draft)

    def _insert(self, at: int, words: str, page: QWidget) -> None:
        self.stack.insertWidget(at, page)
        self.bar.insertTab(at, words)

    def _on_counted(self, page: QWidget, count: int) -> None:
        at = self.stack.indexOf(page)
        if 0 <= at < self.bar.count():
            self.bar.set_count(at, count or None)

    def _drop_tab(self, index: int) -> None:
        page = self.stack.widget(index)
        self.bar.removeTab(index)
        if page is None:
            return
        self.stack.removeWidget(page)
        if any(page is kept for _words, kept in self._meeting.pages()):
            page.hide()  # made once for all events
            return
        if page.isAncestorOf(self._mood):
            self._mood.setParent(self)
            self._mood.hide()
        page.deleteLater()


def _shape(kind: EventKind) -> tuple[object, bool]:
    """What decides which tabs a kind has."""
    return FACTS_OF_KIND.get(kind), kind in MEETING_KINDS


def _stacked(*parts: QWidget) -> QWidget:
    """Parts one below the other."""
    inner = QWidget()
    inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GAP)
    for part in parts:
        column.addWidget(part)
    return inner


def _scrolled(*columns: QWidget) -> QScrollArea:
    inner = QWidget()
    inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
    row = QHBoxLayout(inner)
    row.setContentsMargins(theme.MARGIN, theme.GAP, theme.GAP_ROW, theme.GAP)
    row.setSpacing(theme.MARGIN)
    for column in columns:
        stacked = QVBoxLayout()
        stacked.addWidget(column)
        stacked.addStretch(1)
        row.addLayout(stacked, 1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
