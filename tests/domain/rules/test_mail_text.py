"""What e-mails about an event say."""

from dataclasses import replace
from datetime import date

import pytest

from domain.i18n import language
from domain.rows.published import Person
from domain.rules import mail_text
from domain.rules.audience import publish
from domain.rules.mail_merge import filled, unknown_placeholders
from domain.terms import AssignmentRole, Audience, EventState, MailTemplate
from tests.domain.rules.test_audience import TODAY, record

GERMAN = language("de")


def event(**changes):
    return publish(record(**changes), Audience.partners, today=TODAY)


def test_an_invitation_says_what_when_and_where():
    subject, text = mail_text.proposed(MailTemplate.invitation, event(), "Leitstelle", GERMAN)
    assert subject == "Einladung: Reichsbürger erkennen, 20.05.2027"
    assert text.startswith("{anrede}\n\n")
    assert "Reichsbürger erkennen\nDonnerstag, 20. Mai 2027, 18:00–19:30 Uhr\n" in text
    assert text.endswith("Mit freundlichen Grüßen\nLeitstelle")


@pytest.mark.parametrize("template", MailTemplate)
@pytest.mark.parametrize("code", ["de", "en"])
def test_every_text_holds_only_placeholders_that_are_known(template, code):
    subject, text = mail_text.proposed(template, event(), "Amt", language(code))
    assert unknown_placeholders(subject + text) == ()
    assert "{" not in filled(text, {"salutation": "Guten Tag,"})


def test_braces_in_a_title_are_no_placeholder():
    subject, _text = mail_text.proposed(MailTemplate.change, event(title="{anrede} {x}"), "", GERMAN)
    assert "(anrede) (x)" in subject


def test_a_postponed_event_says_when_it_is_now():
    shown = event(state=EventState.postponed, postponed_to=date(2027, 6, 3))
    _subject, text = mail_text.proposed(MailTemplate.cancellation, shown, "", GERMAN)
    assert "Donnerstag, 3. Juni 2027" in text


def test_no_text_says_something_untrue():
    assert mail_text.usual(EventState.cancelled) is MailTemplate.cancellation
    assert not mail_text.fits(MailTemplate.invitation, EventState.cancelled)
    assert not mail_text.fits(MailTemplate.cancellation, EventState.confirmed)
    assert mail_text.fits(MailTemplate.documents, EventState.cancelled)


def test_nothing_of_the_house_is_in_it():
    hidden = Person("Ines Anonym", AssignmentRole.speaker.value, confidential=True)
    secret = {"internal_notes": "NOTIZ", "security_remarks": "SICHERHEIT", "contacts": ("KONTAKT",)}
    shown = event(people=(hidden,), public_text="Es spricht Ines Anonym.", **secret)
    told = "".join(mail_text.proposed(MailTemplate.invitation, shown, "", GERMAN))
    assert not any(word in told for word in ("Ines", "NOTIZ", "SICHERHEIT", "KONTAKT"))


def test_what_is_for_the_house_is_refused():
    shown = publish(record(), Audience.internal, today=TODAY)
    with pytest.raises(ValueError, match="partners"):
        mail_text.proposed(MailTemplate.invitation, replace(shown), "", GERMAN)
