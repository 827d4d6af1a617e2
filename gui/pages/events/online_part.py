"""The facts of an online contribution: channel, text as long as the channel counts it, picture, link, reach."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.rows.events import EventDraft, OnlineFacts
from domain.rules.post_length import PostLength, measured, whole_text
from domain.terms import BERLIN, OnlineChannel
from gui import theme
from gui.pages.events.small_fields import CountedText, PairField, bind_live, bind_pair
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.partner_field import PartnerField, bind_partner

if TYPE_CHECKING:
    from gui.pages.events.facts_form import FactsForm


class OnlinePart:
    """Fills the form of an online contribution; text and link are copied as they stand, nothing is sent."""

    def __init__(self, form: "FactsForm") -> None:
        self._form = form
        self._draft: EventDraft | None = None
        self._add_channel()
        about = PartnerField(_("About the event"), form.tools.events.find, form.tools.names.of, leading="calendar")
        about.setPlaceholderText(_("Find an event"))
        form.add(_("About the event"), about, "facts.about_id", binding=bind_partner(about))
        self.planned = labels.Text(wrap=True)
        self.planned.setContentsMargins(0, 6, 0, 0)
        form.add_row(_("Appears"), self.planned)
        self.text = CountedText(_("Text"), 8, measure=self._measure)
        form.add(_("Text"), self.text, "facts.text", binding=bind_live(self.text))
        form.add_row("", self._buttons())
        form.add(_("Picture"), CheckBox(_("With a picture")), "facts.has_picture")
        form.text(_("Alternative text"), "facts.alt_text", 2, example=_("What the picture shows"))
        form.number(_("Reach"), "facts.reach", _("people reached; typed in later"))
        form.follow(self._fit)

    def _add_channel(self) -> None:
        channels = Combo(_("Channel"))
        channels.add(None, _("not chosen"))
        channels.add_terms(OnlineChannel)
        name = Field(name=_("Name of the channel"))
        name.setPlaceholderText(_("account or name"))
        pair = PairField(channels, name)
        self._form.add(_("Channel"), pair, "facts.channel,facts.channel_words", binding=bind_pair(pair))

    def _buttons(self) -> QWidget:
        self.propose = Button(_("Propose text"), icon="wand", is_small=True)
        self.propose.clicked.connect(self._on_propose)
        self.copy = Button(_("Copy text"), icon="copy", is_small=True)
        self.copy.setToolTip(_("Text and link as plain text, to be pasted into the channel"))
        self.copy.clicked.connect(self._on_copy)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.propose)
        row.addWidget(self.copy)
        row.addStretch(1)
        return made

    def _facts(self) -> OnlineFacts:
        facts = self._draft.facts if self._draft is not None else None
        return facts if isinstance(facts, OnlineFacts) else OnlineFacts()

    def _link(self) -> str:
        return self._draft.online_url if self._draft is not None else ""

    def _measure(self, text: str) -> PostLength:
        return measured(whole_text(text, self._link()), self._facts().channel)

    def _fit(self, draft: EventDraft) -> None:
        self._draft = draft
        facts = self._facts()
        self.planned.setText(_planned(draft))
        self.propose.setEnabled(facts.about_id is not None)
        tip = _("From what the public may know of the event") if facts.about_id else _("Choose an event first")
        self.propose.setToolTip(tip)
        self.copy.setEnabled(bool(whole_text(facts.text, draft.online_url)))
        self._form.show_field("facts.alt_text", shown=facts.has_picture or bool(facts.alt_text))
        self.text.show_count()

    def _on_propose(self) -> None:
        facts = self._facts()
        if facts.about_id is None:
            return
        proposed = self._form.tools.proposed_text(facts.about_id, facts.channel, self._link())
        if proposed is None:
            self._form.tools.desk.tell(_("The public may not know of this event; there is nothing to announce."))
            return
        self.text.area.selectAll()  # so that Ctrl+Z in the field brings back what stood there
        self.text.area.insertPlainText(proposed)
        self.text.area.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(whole_text(self._facts().text, self._link()))
        self._form.tools.desk.tell(_("Text copied"))


def _planned(draft: EventDraft) -> str:
    """When the contribution appears, in words."""
    language = current()
    if draft.starts_at is not None and not draft.all_day:
        start = draft.starts_at.astimezone(BERLIN)
        return f"{language.weekday_short(start)} {language.day(start)}, {language.clock(start)}"
    if draft.all_day and draft.first_day is not None:
        return f"{language.weekday_short(draft.first_day)} {language.day(draft.first_day)}"
    return _("no time yet; give it under Details")
