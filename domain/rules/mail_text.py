"""What e-mails about an event say before a person edits them, made only from what partners may see of it."""

from domain.i18n import N_, Language
from domain.rows.published import PublishedEvent
from domain.terms import BERLIN, Audience, EventState, MailTemplate

CALLED_OFF = frozenset({EventState.cancelled, EventState.postponed})

_SUBJECTS = {
    MailTemplate.invitation: N_("Invitation: {title}, {day}"),
    MailTemplate.confirmation: N_("Confirmation: {title}, {day}"),
    MailTemplate.change: N_("Changed: {title}, {day}"),
    MailTemplate.cancellation: N_("Cancelled: {title}, {day}"),
    MailTemplate.documents: N_("Documents for {title}, {day}"),
}
_OPENINGS = {
    MailTemplate.invitation: N_("we cordially invite you to this event:"),
    MailTemplate.confirmation: N_("we confirm this date:"),
    MailTemplate.change: N_("time or place of this event have changed. It now takes place as follows:"),
    MailTemplate.cancellation: N_("unfortunately this event does not take place as planned:"),
    MailTemplate.documents: N_("attached you will find the documents for this event:"),
}
_CLOSINGS = {
    MailTemplate.invitation: N_("We look forward to your answer and to seeing you."),
    MailTemplate.confirmation: N_("If something changes on your side, please let us know."),
    MailTemplate.change: N_("Please note the new details. We apologise for the inconvenience."),
    MailTemplate.cancellation: N_("Please take the date out of your calendar. We apologise for the inconvenience."),
    MailTemplate.documents: N_("If anything is missing or you have questions, please answer this e-mail."),
}
_BRACES = str.maketrans("{}", "()")


def usual(state: EventState) -> MailTemplate:
    """The text that fits an event in this state."""
    return MailTemplate.cancellation if state in CALLED_OFF else MailTemplate.invitation


def fits(template: MailTemplate, state: EventState) -> bool:
    """Whether the text says nothing untrue: only what was called off is cancelled, and nobody is invited to that."""
    if template is MailTemplate.documents:
        return True
    return (template is MailTemplate.cancellation) is (state in CALLED_OFF)


def proposed(template: MailTemplate, event: PublishedEvent, office: str, language: Language) -> tuple[str, str]:
    """Subject and text, with placeholders where each e-mail differs (`rules.mail_merge`).

    Raises:
        ValueError: the event was published for the house.
    """
    if event.audience is Audience.internal:
        raise ValueError("e-mails are made from what partners may see")
    _ = language.gettext
    title = " ".join(event.title.split()).translate(_BRACES)
    subject = _(_SUBJECTS[template]).format(title=title, day=_day(event, language)).rstrip(" ,")
    salutation = "{anrede}" if language.code == "de" else "{salutation}"
    parts = [salutation, _(_OPENINGS[template]), "\n".join(_facts(event, title, language))]
    if template is MailTemplate.invitation and event.text.strip():
        parts.append(event.text.strip().translate(_BRACES))
    if template is MailTemplate.cancellation and event.postponed_to is not None:
        parts.append(_("It is postponed to {day}.").format(day=language.long_day(event.postponed_to)))
    parts += [_(_CLOSINGS[template]), "\n".join(filter(None, (_("Yours faithfully"), office.strip())))]
    return subject, "\n\n".join(parts)


def _facts(event: PublishedEvent, title: str, language: Language) -> list[str]:
    """Title, when and where, a line each."""
    place = event.place
    town = " ".join(part for part in (place.postcode, place.town) if part)
    where = ", ".join(part for part in (place.name, place.street, town) if part).translate(_BRACES)
    return [line for line in (title, _when(event, language), where, place.online_url.translate(_BRACES)) if line]


def _day(event: PublishedEvent, language: Language) -> str:
    if event.all_day:
        return language.day(event.first_day) if event.first_day else ""
    return language.day(event.starts_at.astimezone(BERLIN)) if event.starts_at else ""


def _when(event: PublishedEvent, language: Language) -> str:
    if event.all_day:
        if event.first_day is None:
            return ""
        last = event.last_day or event.first_day
        days = [event.first_day] if last == event.first_day else [event.first_day, last]
        return " – ".join(language.long_day(day) for day in days)
    if event.starts_at is None:
        return ""
    start = event.starts_at.astimezone(BERLIN)
    end = (event.ends_at or event.starts_at).astimezone(BERLIN)
    if end.date() != start.date():
        return " – ".join(f"{language.long_day(each)}, {language.clock(each)}" for each in (start, end))
    hours = "{time}" if start == end else "{start}–{end}"
    told = language.pgettext("time of day", hours)
    span = told.format(time=language.clock(start), start=language.clock(start), end=language.clock(end))
    return f"{language.long_day(start)}, {span}"
