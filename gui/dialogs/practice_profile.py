"""The dialog that edits the profile (Steckbrief) of a good example."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.practice import PracticeProfile
from domain.rows.steps import Label
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.texts import _
from gui.widgets import labels
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 880, 520


class ProfileDialog(DraftDialog):
    """What was intended and done at the left, what came of it and what others can take over at the right."""

    def __init__(self, profile: PracticeProfile, parent: QWidget | None = None) -> None:
        super().__init__(_("Profile of a good example"), parent)
        self.resize(_WIDTH, _HEIGHT)
        left: Form[PracticeProfile] = Form()
        right: Form[PracticeProfile] = Form()
        left.add(_("Aim"), TextArea(_("Aim"), lines=3), "aim")
        left.add(_("For whom"), Field(name=_("For whom")), "target_group")
        left.add(_("With"), Field(name=_("With")), "partners")
        left.add(_("What was done"), TextArea(_("What was done"), lines=7), "measures")
        right.add(_("Effort"), Field(name=_("Effort")), "effort")
        right.add(_("Result and experience"), TextArea(_("Result and experience"), lines=5), "result")
        right.add(_("What others can take over"), TextArea(_("What others can take over"), lines=5), "tips")
        right.add(_("Whom to ask"), Field(name=_("Whom to ask")), "contact_office")
        self.set_columns(profile, left, right)
        note = _("The profile is meant for the public: please name offices and institutions, no persons.")
        self.content.insertWidget(0, labels.note(note, wrap=True))


def open_profile(parent: QWidget, desk: Desk, event_id: UUID) -> ProfileDialog:
    """Open the profile of an event; saving it is one undo step."""
    from domain.usecases import practice

    dialog = ProfileDialog(desk.ask(practice.profile, event_id) or PracticeProfile(), parent)

    def save(profile: PracticeProfile) -> None:
        try:
            desk.run(Label(N_("Profile of a good example")), practice.put_profile, event_id, profile)
        except LandaufError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        desk.tell(_("Saved"), undoable=True)

    dialog.saved.connect(save)
    dialog.open()
    return dialog
