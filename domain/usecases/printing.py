"""Gathers what a document is made from."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.documents import DOCUMENTS
from domain.documents.inputs import DocumentInput, TourDayInput
from domain.errors import LandaufError, NotFoundError, UsageError
from domain.exchange.calendar_card import card
from domain.i18n import N_
from domain.model import Event, EventIdentity
from domain.rows.coverage import CoverageFilter
from domain.rows.printing import PrintChoice
from domain.rules.projects import advisory_by_kreis
from domain.rules.validation.fields import FIRST_YEAR, LAST_YEAR
from domain.store.session import Session
from domain.terms import Audience, EventState
from domain.usecases import (
    coverage,
    invitees,
    photos,
    printing_briefing,
    printing_calendars,
    printing_councils,
    printing_forms,
    printing_guests,
    printing_letters,
    printing_posts,
    printing_publications,
    printing_reports,
    printing_tours,
    projects,
    public_concerns,
    releases,
    settings,
)
from domain.usecases.published import published_event
from domain.usecases.site_pass import site_pass

_SHOWABLE = (EventState.confirmed, EventState.held, EventState.reviewed)


def find_event(session: Session, text: str) -> UUID:
    """The event with this id or human number (2027-0214).

    Raises:
        NotFoundError: there is none.
    """
    found = session.execute(select(col(EventIdentity.event_id)).where(col(EventIdentity.number) == text)).scalar()
    if found is None:
        try:
            found = UUID(text)
        except ValueError:
            found = None
    if found is None or session.get(Event, found) is None:
        raise NotFoundError(N_("There is no event {event}."), event=text)
    return found


def gather(session: Session, name: str, choice: PrintChoice) -> DocumentInput:
    """What the document `name` is made from.

    Raises:
        NotFoundError: there is no such document, event or tour.
        UsageError: the document needs something that was not named.
        LandaufError: the audience of the document may not see the event, or the tour has no day yet.
    """
    if name not in DOCUMENTS:
        raise NotFoundError(
            N_("There is no document {name}; there are: {names}."), name=name, names=", ".join(DOCUMENTS)
        )
    return _with_version(session, name, _GATHER[name](session, choice))


def _with_version(session: Session, name: str, data: DocumentInput) -> DocumentInput:
    """The same with the newest plan version, and whether what it tells its readers has changed since."""
    last = releases.latest(session)
    ids = data.event_ids
    if last is None or ids is None:
        return data
    if isinstance(data, TourDayInput):  # also those that were its stops in the version
        ids |= releases.of_tour_day(session, last.number, data.day.id)
    is_internal = DOCUMENTS[name].is_internal
    audience = Audience.internal if is_internal else Audience.public
    changes = releases.differences(session, last.number, audience, only=ids)
    return replace(data, version=last.number, has_changed=bool(changes))


def _event_of(choice: PrintChoice) -> UUID:
    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    return choice.event_id


def _site_pass(session: Session, choice: PrintChoice) -> DocumentInput:
    from domain.documents.site_pass import SitePassSheet

    if choice.site_id is None:
        raise UsageError(N_("This document is about a site; name it with --site."))
    found = site_pass(session, choice.site_id)
    return SitePassSheet(
        found=found,
        office=settings.load(session).office,
        stand=session.now,
        photo=photos.photo(session, found.site.draft.photo) or b"",
    )


def _coverage_report(session: Session, choice: PrintChoice) -> DocumentInput:
    from domain.documents.coverage_report import CoverageReport

    if choice.year is None:
        raise UsageError(N_("This document is about a year; name it with --year."))
    if not FIRST_YEAR <= choice.year <= LAST_YEAR:
        raise UsageError(N_("Please give a year from {low} to {high}."), low=FIRST_YEAR, high=LAST_YEAR)
    wanted = CoverageFilter(half_years=(f"{choice.year}-H1", f"{choice.year}-H2"))
    return CoverageReport(
        year=choice.year,
        rows=coverage.report_rows(session, wanted),
        office=settings.load(session).office,
        stand=session.now,
        projects=tuple(sorted(advisory_by_kreis(projects.list_rows(session), wanted.half_years).items())),
    )


def _invitation(session: Session, choice: PrintChoice) -> DocumentInput:
    from domain.documents.invitation import Invitation

    event = published_event(session, _event_of(choice), Audience.public)
    if event is None:
        raise LandaufError(
            N_("An invitation goes to the public: the event must be public and confirmed, and have a date.")
        )
    return Invitation(event=event, office=settings.load(session).office, stand=session.now, calendar=card(event))


def _result_sheet(session: Session, choice: PrintChoice) -> DocumentInput:
    from domain.documents.result_sheet import ResultSheet

    if choice.event_id is None and choice.kreis_ags is None:
        raise UsageError(N_("This document is about a district or an event; name it with --kreis or --event."))
    results = public_concerns.results(session, kreis_ags=choice.kreis_ags, event_id=choice.event_id)
    return ResultSheet(results=results, office=settings.load(session).office, stand=session.now)


def _invitee_list(session: Session, choice: PrintChoice) -> DocumentInput:
    from domain.documents.invitee_list import InviteeSheet

    event_id = _event_of(choice)
    event = published_event(session, event_id, Audience.internal)
    if event is None:
        raise LandaufError(N_("The event has no date yet; give it one first."))
    return InviteeSheet(
        event=event,
        invitees=invitees.rows(session, event_id),
        seats=invitees.count(session, event_id),
        office=settings.load(session).office,
        stand=session.now,
    )


_GATHER: dict[str, Callable[[Session, PrintChoice], DocumentInput]] = {
    "tour_sheet": printing_tours.tour_sheet,
    "tour_overview": printing_tours.tour_overview,
    "packing_list": printing_tours.packing_list,
    "site_pass": _site_pass,
    "invitation": _invitation,
    "lecture_confirmation": printing_letters.lecture_confirmation,
    "briefing": printing_briefing.briefing,
    "invitation_letter": printing_posts.invitation_letter,
    "flyer": printing_posts.announcement,
    "poster": printing_posts.announcement,
    "change_letter": printing_posts.change_letter,
    "mail_merge": printing_posts.mail_merge,
    "best_practice": printing_councils.best_practice,
    "council_profile": printing_councils.council_profile,
    "coverage_report": _coverage_report,
    "district_calendar": printing_calendars.district_calendar,
    "wall_calendar": printing_calendars.wall_calendar,
    "result_sheet": _result_sheet,
    "invitee_list": _invitee_list,
    "annual_report": printing_reports.annual,
    "parliament_answer": printing_reports.parliament_answer,
    "event_packing_list": printing_publications.event_packing_list,
    "reorder_list": printing_publications.reorder_list,
    "request_form": printing_forms.request_form,
    "attendance_list": printing_guests.attendance_list,
    "name_badges": printing_guests.name_badges,
    "table_signs": printing_guests.table_signs,
    "feedback_card": printing_guests.feedback_card,
    "concern_card": printing_guests.concern_cards,
    "attendance_certificate": printing_guests.certificates,
    "label_test": printing_guests.label_test,
}
