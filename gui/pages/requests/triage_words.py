"""Suggestions of triage in the words of the window's language."""

from collections.abc import Iterable

from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.requests import RequestRow, Wish
from domain.rows.triage import DayChoice, Decision, OfferChoice, PersonChoice, Reason
from domain.terms import BERLIN, Bearing
from gui.texts import _, current, ngettext
from gui.widgets.reason_list import Suggestion


def offer_lines(offers: Iterable[OfferChoice]) -> list[Suggestion]:
    """The offers as lines, with how long each takes."""
    return [
        Suggestion(
            offer.offer_id,
            offer.title,
            current().duration(offer.duration_minutes) if offer.duration_minutes else "",
            _reasons(offer.reasons),
            offer.is_fit,
        )
        for offer in offers
    ]


def day_lines(days: Iterable[DayChoice]) -> list[Suggestion]:
    """The days as lines: weekday, date and time, and which wish it is."""
    return [
        Suggestion(day.day, _when(day), _wish(day), _reasons(day.reasons), day.is_fit, day.starts_at is not None)
        for day in days
    ]


def people_lines(people: Iterable[PersonChoice]) -> list[Suggestion]:
    """The people as lines, the fit ones with their rank."""
    found = []
    rank = 0
    for person in people:
        rank += person.is_fit
        note = _("rank {rank}").format(rank=rank) if person.is_fit else _("cannot")
        found.append(Suggestion(person.staff_id, person.name, note, _reasons(person.reasons), person.is_fit))
    return found


def _reasons(reasons: Iterable[Reason]) -> tuple[tuple[Bearing, str], ...]:
    return tuple((reason.bearing, current().text(reason.msgid, reason.params)) for reason in reasons)


def _when(day: DayChoice) -> str:
    date = f"{current().weekday_short(day.day)} {current().day(day.day)}"
    return f"{date}, {current().clock(day.starts_at)}" if day.starts_at else date


def _wish(day: DayChoice) -> str:
    if day.wish is None:
        return _("another day")
    return _("wish {number}").format(number=day.wish) if day.wish else _("wished period")


def summary(decision: Decision, people: Iterable[PersonChoice]) -> tuple[str, bool]:
    """What accepting would make in one line, and whether somebody chosen cannot go."""
    found = list(people)
    names = {each.staff_id: each.name for each in found}
    unfit = {each.staff_id for each in found if not each.is_fit}
    going = [names[key] for key in decision.staff_ids if key in names]
    cannot = [names[key] for key in decision.staff_ids if key in unfit]
    when = _("no date yet")
    if decision.starts_at is not None:
        local = decision.starts_at.astimezone(BERLIN)
        when = f"{current().weekday_short(local.date())} {current().day(local.date())}, {current().clock(local)}"
    who = current().listing(going) if going else _("nobody yet")
    if cannot:
        msgid = _("{when} · {who} (cannot: {cannot})")
        return msgid.format(when=when, who=who, cannot=", ".join(cannot)), True
    return f"{when} · {who}", False


def request_facts(row: RequestRow) -> str:
    """What is asked, in one line."""
    draft, language = row.draft, current()
    where = draft.town
    if row.kreis_ags and (name := kreis(row.kreis_ags).name) != where:
        where = f"{where} ({name})" if where else name
    people = draft.expected
    parts = (
        label(draft.kind, language),
        draft.topic,
        where,
        language.duration(draft.duration_minutes) if draft.duration_minutes else "",
        "" if people is None else ngettext("{count} person", "{count} people", people).format(count=people),
        draft.listeners,
        _("closed group") if draft.closed else "",
        _("press expected") if draft.press_expected else "",
    )
    return " · ".join(part for part in parts if part)


def wished_facts(row: RequestRow) -> str:
    """When it is wished, and what else matters for the date."""
    draft, language = row.draft, current()
    dates = [_wished(wish) for wish in draft.wishes]
    if draft.earliest or draft.latest:
        first, last = draft.earliest or draft.latest, draft.latest or draft.earliest
        dates.append(language.day_range(first, last) if first and last else "")
    parts = (
        _("wishes {dates}").format(dates=", ".join(dates)) if dates else _("no wished date"),
        draft.needs,
        draft.room_technique,
    )
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _wished(wish: Wish) -> str:
    language = current()
    day = language.day_of_month(wish.first_day)
    if wish.last_day != wish.first_day:
        day = language.day_range(wish.first_day, wish.last_day)
    if wish.from_minute is None:
        return f"{language.weekday_short(wish.first_day)} {day}"
    clock = f"{wish.from_minute // 60:02}:{wish.from_minute % 60:02}"
    return f"{language.weekday_short(wish.first_day)} {day} {clock}"
