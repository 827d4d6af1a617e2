"""The facts of a consultation: what it is about, how many talks; hosts and notices as the field of advice asks for."""

from typing import TYPE_CHECKING

from domain.rows.events import EventDraft
from domain.rules.advice import field_of, is_about_persons, is_closed
from domain.terms import AdviceField
from gui.texts import _
from gui.widgets.combo import Combo
from gui.widgets.notice import Notice, Tone
from gui.widgets.partner_field import PartnerField, bind_host

if TYPE_CHECKING:
    from gui.pages.events.facts_form import FactsForm

_HOST = "host_id,host_name"


class ConsultationPart:
    """Fills the form of a consultation and keeps its notices fitting."""

    def __init__(self, form: "FactsForm") -> None:
        self._form = form
        fields = Combo(_("Field of advice"))
        fields.add(None, _("not chosen"))
        fields.add_terms(AdviceField)
        form.add(_("Field of advice"), fields, "facts.advice_field")
        host = PartnerField(_("Advised"), form.tools.hosts.find, form.tools.names.of, is_free=True)
        host.setPlaceholderText(_("Company, research institution or office"))
        form.add(_("Advised"), host, _HOST, binding=bind_host(host))
        form.number(_("Talks"), "facts.talks", _("counts only, never persons"))
        form.number(_("Talk minutes"), "facts.minutes", _("in all talks"))
        self.notices = _notices()
        for notice in self.notices.values():
            form.add_wide(notice)
            notice.hide()
        form.follow(self._fit)

    def _fit(self, draft: EventDraft) -> None:
        closed = is_closed(draft)
        self._form.show_field(_HOST, shown=closed)
        self.notices["closed"].setVisible(closed and draft.host_confidential)
        self.notices["open"].setVisible(closed and not draft.host_confidential)
        self.notices["persons"].setVisible(is_about_persons(draft))
        self.notices["qualified"].setVisible(field_of(draft) is AdviceField.security_technology)


def _notices() -> dict[str, Notice]:
    return {
        "closed": Notice(
            Tone.hint,
            _("Leaves the house only as a number"),
            _("No calendar, list or print for others shows who is advised; figures count it all the same."),
        ),
        "open": Notice(
            Tone.warning,
            _("Others may read who is advised"),
            _("“Only as a number” under Details, Invitation, keeps the host in the house."),
        ),
        "persons": Notice(
            Tone.hint,
            _("Only numbers are kept"),
            _("No names, no reasons, nothing from the talks; also not in title and notes. It stays in the house."),
        ),
        "qualified": Notice(
            Tone.hint,
            _("Needs a qualified adviser"),
            _("Somebody under Participants must hold the qualification on that day; which one, the settings say."),
        ),
    }
