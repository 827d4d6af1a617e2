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
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 880, 580


class ProfileDialog(DraftDialog):
    """What was intended and done at the left, what came of it and what others can take over at the right."""

    def __init__(self, profile: PracticeProfile, parent: QWidget | None = None) -> None:
        super().__init__(_("Profile of a good example"), parent)
        self.resize(_WIDTH, _HEIGHT)
        left: Form[PracticeProfile] = Form()
        right: Form[PracticeProfile] = Form()
        left.add(_("Aim"), TextArea(_("Aim"), lines=3), "aim")
        left.add(_("For whom"), TextArea(_("For whom"), lines=2), "target_group")
        left.add(_("With"), TextArea(_("With"), lines=2), "partners")
        left.add(_("What was done"), TextArea(_("What was done"), lines=8), "measures")
        right.add(_("Effort"), TextArea(_("Effort"), lines=2), "effort")
        right.add(_("Result and experience"), TextArea(_("Result and experience"), lines=6), "result")
        right.add(_("What others can take over"), TextArea(_("What others can take over"), lines=5), "tips")
        right.add(_("Whom to ask"), TextArea(_("Whom to ask"), lines=2), "contact_office")
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
