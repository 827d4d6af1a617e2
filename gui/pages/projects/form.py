"""The form of a project, in a dialog."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from domain.region.kreise import kreise
from domain.rows.projects import ProjectDraft
from domain.terms import ProjectKind
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.events.choices import Named, Names, PartnerFinder
from gui.pages.projects.stages_field import StagesField, bind_stages
from gui.texts import _
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.partner_field import PartnerField, bind_partner
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 1136, 680
_ADVISORY = ("partner_id", "adviser_id")
_ANALYSIS = ("university_id", "student", "student_until")


class ProjectDialog(DraftDialog):
    """Edits a project; `staff` are the people of the house who can advise."""

    def __init__(
        self,
        title: str,
        draft: ProjectDraft,
        desk: Desk,
        staff: Named,
        today: Callable[[], date],
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        self._finder, self._names = PartnerFinder(desk), Names(desk)
        self.left: Form[ProjectDraft] = Form()
        self.right: Form[ProjectDraft] = Form()
        self._add_what(staff, today)
        self._add_course(today)
        self.set_columns(draft, self.left, self.right)
        self.left.edited.connect(lambda fresh: self._fit(fresh.kind))
        self._fit(draft.kind)

    def _add_what(self, staff: Named, today: Callable[[], date]) -> None:
        form = self.left
        kinds = Combo(_("Kind"))
        kinds.add_terms(ProjectKind)
        districts = Combo(_("District"))
        districts.add(None, _("the whole state"))
        for kreis in kreise():
            districts.add(kreis.ags, kreis.name)
        form.add_heading(_("Project"))
        form.add(_("Title"), Field(name=_("Title")), "title")
        form.add(_("Kind"), kinds, "kind")
        form.add(_("District"), districts, "kreis_ags")
        form.add_heading(_("Who takes part"))
        self._add_partner(_("Office advised"), "partner_id")
        advisers = Combo(_("Adviser"))
        advisers.add(None, _("nobody yet"))
        for person, name in staff:
            advisers.add(person, name)
        form.add(_("Adviser"), advisers, "adviser_id", note=_("internal"))
        self._add_partner(_("University"), "university_id")
        form.add(_("Student"), Field(name=_("Student")), "student", note=_("internal; a role will do"))
        words = _("Keep the student’s name until")
        form.add(_("Name until"), DateField(words, today), "student_until", note=_("then delete it"))

    def _add_partner(self, words: str, attribute: str) -> None:
        field = PartnerField(words, self._finder.find, self._names.of)
        self.left.add(words, field, attribute, binding=bind_partner(field))

    def _add_course(self, today: Callable[[], date]) -> None:
        form = self.right
        form.add_heading(_("Course"))
        form.add(_("Question"), TextArea(_("Question")), "question")
        form.add(_("First day"), DateField(_("First day"), today), "first_day")
        form.add(_("Last day"), DateField(_("Last day"), today), "last_day")
        stages = StagesField(today)
        form.add(_("Stages"), stages, "stages", binding=bind_stages(stages))
        form.add(_("Result"), TextArea(_("Result")), "result")
        form.add(_("Notes"), TextArea(_("Notes")), "notes", note=_("internal"))

    def _fit(self, kind: ProjectKind) -> None:
        """Show what this kind of project has."""
        for attribute in _ADVISORY:
            self.left.show_field(attribute, shown=kind is ProjectKind.advisory)
        for attribute in _ANALYSIS:
            self.left.show_field(attribute, shown=kind is ProjectKind.regional_analysis)
