"""Drafts of e-mails in the window: recipients, words, attachments, files."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from domain.errors import NotFoundError
from domain.rows.invitees import InviteeDraft
from domain.rows.settings import OfficeSettings
from domain.terms import EventState, MailTemplate
from domain.usecases import contact_log, invitees, settings
from gui.dialogs.mail import open_mail
from gui.dialogs.mail_form import ALL
from gui.dialogs.mail_side import size_words
from tests.builders import KOETHEN, change_event, make_event, make_partner
from tests.gui.audit import assert_accessible


@pytest.fixture
def office(ws):
    office = OfficeSettings("Leitstelle", email="praevention@example.org")
    ws.run("Office", settings.save, replace(ws.ask(settings.load), office=office))


@pytest.fixture
def event(ws, office):
    return make_event(ws, ags=KOETHEN)


@pytest.fixture
def people(ws, event):
    """A town with an address and a club without, both on the list of the invited."""
    ids = make_partner(ws, "Stadt Köthen", email="post@koethen.example"), make_partner(ws, "Verein")
    ws.run("Invite", invitees.add, event, [InviteeDraft("Eingeladen", each) for each in ids])
    return ids


@pytest.fixture
def opened(desk, qtbot, settle, monkeypatch):
    """Opens the dialog and waits until all is read; nothing outside is started."""
    window, shown = QWidget(), []
    qtbot.addWidget(window)
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)

    def make(*arguments):
        dialog = open_mail(window, desk, *arguments)
        settle()
        dialog.opened_files = shown
        return dialog

    yield make
    window.close()


def test_the_invited_are_proposed_and_who_has_no_address_stays_and_says_why(opened, event, people):
    dialog = opened(event)
    assert [row.to.institution for row in dialog.side.model.rows()] == ["Stadt Köthen", "Verein"]
    assert dialog.side.model.rows()[1].problem
    assert "1" in dialog.side.count.text()
    assert dialog.form.subject.text().startswith("Einladung: Bürgerdialog Köthen")
    assert "post@koethen.example" in dialog.side.head.text()
    assert dialog.side.preview.text().startswith("Sehr geehrte Damen und Herren,")
    assert dialog.primary.isEnabled()
    assert_accessible(dialog)


def test_one_draft_is_written_and_opened_in_the_mail_program(opened, event, people, tmp_path, settle, ws):
    dialog = opened(event)
    dialog.write(tmp_path / "drafts")
    settle()
    (file,) = (tmp_path / "drafts").iterdir()
    assert [url.toLocalFile() for url in dialog.opened_files] == [str(file)]
    assert ws.ask(contact_log.timeline, people[0]) == ()


def test_the_log_is_written_only_if_ticked(opened, event, people, tmp_path, settle, ws):
    dialog = opened(event)
    dialog.logs.setChecked(True)
    dialog.write(tmp_path / "drafts")
    settle()
    assert len(ws.ask(contact_log.timeline, people[0])) == 1
    assert ws.ask(contact_log.timeline, people[1]) == ()


def test_what_is_typed_is_what_is_written(opened, event, people, tmp_path, settle, qtbot):
    dialog = opened(event)
    dialog.form.subject.setText("Zur Kenntnis")
    dialog.form.text.setPlainText("{anrede} nur dies.")
    dialog.write(tmp_path / "drafts")
    settle()
    (file,) = (tmp_path / "drafts").iterdir()
    assert b"Subject: Zur Kenntnis" in file.read_bytes()
    assert b"Sehr geehrte Damen und Herren, nur dies." in file.read_bytes()


def test_attachments_are_ticked_with_their_size(opened, event, people, settle, qtbot):
    dialog = opened(event)
    assert dialog.side.attached() == ("calendar",)
    line = next(each for each in dialog.side.enclosures.lines if each.key == "invitation")
    qtbot.keyClick(line.box, Qt.Key.Key_Space)
    settle()
    assert dialog.side.attached() == ("calendar", "invitation")
    line = next(each for each in dialog.side.enclosures.lines if each.key == "invitation")
    assert line.right.text().endswith(" kB")


def test_to_all_at_once_no_personal_letter_is_offered(opened, event, people, settle):
    dialog = opened(event)
    dialog.form.way.set_value(ALL)
    dialog.form.changed.emit()
    settle()
    assert "invitation_letter" not in {line.key for line in dialog.side.enclosures.lines}
    assert dialog.side.head.text().startswith("Bcc: 1 ")


def test_delete_takes_a_recipient_out_and_without_any_the_button_is_off(opened, event, people, settle, qtbot):
    dialog = opened(event)
    dialog.side.people.select(people[0])
    qtbot.keyClick(dialog.side.people, Qt.Key.Key_Delete)
    settle()
    assert [row.partner_id for row in dialog.side.model.rows()] == [people[1]]
    assert not dialog.primary.isEnabled()
    assert not dialog.side.trouble.isHidden()
    dialog.side.added.emit(people[0])
    settle()
    assert dialog.primary.isEnabled()
    assert dialog.side.trouble.isHidden()


def test_a_called_off_event_offers_cancellation_and_documents_only(opened, event, people, ws):
    change_event(ws, event, state=EventState.cancelled, state_reason="Saal gesperrt")
    dialog = opened(event)
    assert dialog.form.chosen_template() is MailTemplate.cancellation
    assert dialog.form.template.count() == 2


def test_selected_partners_come_before_the_invited(opened, event, people, ws):
    other = make_partner(ws, "Schule", email="s@schule.example")
    dialog = opened(None, (other,))
    assert [row.partner_id for row in dialog.side.model.rows()] == [other]
    assert dialog.form.event_id() == event


def test_without_the_offices_mailbox_it_says_what_to_do(opened, event, people, ws):
    ws.run("Office", settings.save, replace(ws.ask(settings.load), office=OfficeSettings("Leitstelle")))
    dialog = opened(event)
    assert not dialog.primary.isEnabled()
    assert not dialog.side.trouble.isHidden()


def test_without_any_event_it_is_refused(desk, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(NotFoundError):
        open_mail(window, desk)


def test_sizes_read_as_people_write_them():
    assert [size_words(each) for each in (1, 84_400, 1_230_000)] == ["1 kB", "84 kB", "1,2 MB"]
