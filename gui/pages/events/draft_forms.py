"""Several forms that edit one draft together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from domain.errors import Problem
from domain.rows.events import FACTS_OF_KIND, EventDraft
from domain.rules import kind_defaults
from gui.widgets.form import Form, get_attribute, with_attribute


class DraftForms(QObject):
    """Keeps the forms of the tabs in step; `edited` brings the draft after every change of a person.

    `is_new` says that the event is not in the file yet, so that it may take over the defaults of another kind.
    """

    edited = Signal(object)  # EventDraft

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms: list[Form[EventDraft]] = []
        self._base: EventDraft | None = None
        self._draft: EventDraft | None = None
        self.is_new = False

    def put(self, forms: Iterable[Form[EventDraft]]) -> None:
        """Edit with these forms from now on; `load` fills them."""
        self._forms = list(forms)
        for form in self._forms:
            self._listen(form)

    def put_facts(self, form: Form[EventDraft] | None) -> None:
        """Replace the form of another kind's details by this one, filled."""
        self._forms = [each for each in self._forms if not hasattr(each, "shape")]
        if form is not None:
            self._forms.append(form)
            self._listen(form)
            form.load(self.base() if type(self.base().facts) is type(self.draft().facts) else self.draft())
            form.take(self.draft())

    def _listen(self, form: Form[EventDraft]) -> None:
        form.edited.connect(lambda draft: self._on_edited(form, draft))

    def load(self, base: EventDraft, draft: EventDraft | None = None) -> None:
        """Show an event as it is in the file, with a draft typed before if there is one."""
        self._base = fitted(base)
        self._draft = fitted(draft or base)
        for form in self._fitting():
            form.load(self._base if type(self._base.facts) is type(self._draft.facts) else self._draft)
            form.take(self._draft)

    def base(self) -> EventDraft:
        """The event as it is in the file."""
        if self._base is None:
            raise RuntimeError("no event is loaded")
        return self._base

    def draft(self) -> EventDraft:
        """What is shown."""
        return self._draft or self.base()

    def change(self, draft: EventDraft) -> None:
        """Show a change that was not typed, e.g. a repair, and tell as if it were."""
        self._draft = fitted(draft)
        for form in self._fitting():
            form.take(self._draft)
        self.edited.emit(self._draft)

    def revert(self, attribute: str) -> None:
        """Take the change of one attribute back, with what is shown in the same field."""
        whole = next((name for form in self._forms for name in form.fields if attribute in name.split(",")), attribute)
        draft = with_attribute(self.draft(), whole, get_attribute(self.base(), whole))
        is_old_kind = whole == "kind" and draft.facts != self.base().facts
        self.change(replace(draft, facts=self.base().facts) if is_old_kind else draft)

    def show_problems(self, problems: Iterable[Problem], *, focus: bool = True) -> tuple[Problem, ...]:
        """Put problems beside their fields; gives back those that have none."""
        found = tuple(problems)
        shown = {part for form in self._forms for name in form.fields for part in name.split(",")}
        for form in self._forms:
            form.show_problems(found, focus=focus)
        return tuple(problem for problem in found if problem.field not in shown)

    def form_of(self, problem: Problem) -> Form[EventDraft] | None:
        """The form whose field a problem concerns."""
        holds = (form for form in self._forms if any(problem.field in name.split(",") for name in form.fields))
        return next(holds, None)

    def _fitting(self) -> Iterator[Form[EventDraft]]:
        """The forms that can show the draft: not those of another kind's details, which are about to be replaced."""
        shape = type(self.draft().facts)
        return (form for form in self._forms if getattr(form, "shape", shape) is shape)

    def _on_edited(self, source: Form[EventDraft], draft: EventDraft) -> None:
        self._draft = kind_defaults.followed(self.draft(), fitted(draft), is_new=self.is_new)
        for form in self._fitting():
            if form is not source or self._draft is not draft:
                form.take(self._draft)
        self.edited.emit(self._draft)


def fitted(draft: EventDraft) -> EventDraft:
    """The draft with the details its kind has, empty ones if it had others."""
    shape = FACTS_OF_KIND.get(draft.kind)
    if type(draft.facts) is (shape or type(None)):
        return draft
    return replace(draft, facts=shape() if shape else None)
