"""The review of an event in under a minute: what the program knows is filled in, Enter closes it."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.events import ConsultationFacts, EventDraft, OnlineFacts, PatrolFacts
from domain.rows.review import ReviewStart
from domain.rows.steps import Label
from domain.terms import EventState
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.dialogs.review_fields import CameField, HandedOutField, bind_came, bind_handed_out, bind_words
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.field import DecimalField, NumberField
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 880, 520

_LABELS = {
    EventState.held: N_("Report event {title} as held"),
    EventState.reviewed: N_("Close review of event {title}"),
}
_SAID = {EventState.held: N_("Event reported as held"), EventState.reviewed: N_("Review closed")}


class ReviewDialog(DraftDialog):
    """Counts and kilometres at the left, publications and what to do better at the right.

    `saved` brings the draft for a closed review, `held` that of an event that is only reported.
    """

    held = Signal(object)

    def __init__(self, found: ReviewStart, parent: QWidget | None = None) -> None:
        super().__init__(_("Review: {title}").format(title=found.detail.row.title), parent)
        self.resize(_WIDTH, _HEIGHT)
        self.primary.setText(_("Review done"))
        self.only_held = self.add_button(_("Only report as held"), icon="check")
        self.only_held.clicked.connect(lambda: self.held.emit(self.draft()))
        self.left: Form[EventDraft] = _left(found)
        self.right: Form[EventDraft] = _right(found)
        self._counts = found.draft.counts
        self.set_columns(found.draft, self.left, self.right)
        self.left.edited.connect(self._follow_sum)
        for field in (*self.left.fields.values(), *self.right.fields.values()):
            field.revert.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes from figure to figure
        self.content.insertWidget(0, labels.note(_where_from(found), wrap=True))
        done = QShortcut(QKeySequence("Ctrl+Return"), self)
        done.activated.connect(self._done)

    def _done(self) -> None:
        self.primary.setFocus()  # what stands in a field is taken over as the keyboard leaves it
        self.primary.click()

    def _follow_sum(self, draft: EventDraft) -> None:
        """Let the number in all follow the sum of the groups, unless another was typed."""
        before, self._counts = sum(count.actual or 0 for count in self._counts), draft.counts
        after = sum(count.actual or 0 for count in draft.counts)
        if after != before and draft.actual in {None, before}:
            for form in self.forms:
                form.take(replace(draft, actual=after))


def _where_from(found: ReviewStart) -> str:
    """The day, and what was filled in from where."""
    day = found.detail.row.start_day
    parts = [current().long_day(day)] if day else []
    if found.is_counted:
        parts.append(_("counts from the tally"))
    if found.is_estimated:
        parts.append(_("kilometres from the tour’s estimate"))
    return " · ".join((*parts, _("Ctrl+Enter closes the review from any field")))


def _left(found: ReviewStart) -> Form[EventDraft]:
    form: Form[EventDraft] = Form()
    form.add_heading(_("Who came"))
    if found.draft.counts:
        came = CameField(found.draft.counts, found.detail.names)
        form.add(_("By target group"), came, "counts", binding=bind_came(came))
    form.add(_("Came"), NumberField(_("Came")), "actual", note=_("people in all"))
    form.add_heading(_("Effort"))
    form.add(_("Kilometres"), DecimalField(_("Kilometres"), 1), "kilometres")
    for words, attribute in _figures(found.draft):
        form.add(words, NumberField(words), attribute)
    return form


def _figures(draft: EventDraft) -> list[tuple[str, str]]:
    """What is counted only of this kind."""
    match draft.facts:
        case ConsultationFacts():
            return [(_("Talks"), "facts.talks"), (_("Talk minutes"), "facts.minutes")]
        case PatrolFacts():
            return [
                (_("Police officers"), "facts.police_officers"),
                (_("Ordnungsamt staff"), "facts.ordnungsamt_officers"),
                (_("Checks"), "facts.checks"),
            ]
        case OnlineFacts():
            return [(_("Reach"), "facts.reach")]
    return []


def _right(found: ReviewStart) -> Form[EventDraft]:
    form: Form[EventDraft] = Form()
    form.add_heading(_("Publications"))
    if found.draft.publications:
        out = HandedOutField(found.draft.publications, found.detail.names)
        form.add(_("Handed out"), out, "publications", binding=bind_handed_out(out))
    else:
        form.add_wide(labels.note(_("None were planned for this event."), wrap=True))
    form.add_heading(_("For next time"))
    lessons = TextArea(_("What to do better"), 5)
    lessons.setPlaceholderText(_("Shown when the next event here is prepared; it stays in the house"))
    form.add(_("What to do better"), lessons, "lessons", binding=bind_words(lessons), is_wide=True)
    return form


def open_review(parent: QWidget, desk: Desk, event_id: UUID) -> ReviewDialog:
    """Open the review of an event; closing it is one undo step."""
    from domain.usecases import review

    found = desk.ask(review.start, event_id)
    dialog = ReviewDialog(found, parent)

    def store(draft: EventDraft, state: EventState) -> None:
        label = Label(_LABELS[state], (("title", draft.title),))
        try:
            desk.run(label, review.close, event_id, draft, found.detail.row.version, state)
        except LandaufError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        desk.tell(_(_SAID[state]), undoable=True)

    dialog.saved.connect(partial(store, state=EventState.reviewed))
    dialog.held.connect(partial(store, state=EventState.held))
    dialog.open()
    return dialog
