"""The check before printing: what is missing or unsure for a document of a folder, and what to do about it."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from domain.i18n import N_
from domain.rows.packs import PackFacts, PackFinding
from domain.terms import Grade, PackProblem

_WITH_AGENDA = frozenset({"invitation", "invitation_letter", "flyer", "programme", "briefing", "minutes"})
_WITH_HOST = frozenset({"invitation", "invitation_letter", "flyer", "poster", "programme"})
_WITH_MODERATION = frozenset({"table_signs", "name_badges", "programme", "briefing"})
_WITH_PARTNERS = frozenset({"invitation_letter", "programme", "briefing", "table_signs", "name_badges"})
_WITH_PERMIT = frozenset({"tour_sheet", "site_pass", "event_packing_list", "packing_list"})
_WITH_PUBLICATIONS = frozenset({"event_packing_list", "packing_list", "handout"})
_SETTLED_BY_PAPER = frozenset({"packing_list", "event_packing_list", "site_pass"})
"""Papers that serve to get things settled: an unsure date is only a hint on them."""


def findings(
    document: str, facts: PackFacts, *, is_internal: bool, valid_until: date | None = None
) -> tuple[PackFinding, ...]:
    """What is missing or unsure for a document, in the order in which it is told.

    `valid_until` is the last day of the edition that is printed, None without one.
    """
    found = [
        *_about_validity(document, facts, valid_until),
        *_about_date(document, facts),
        *_about_meeting(document, facts),
        *_about_place(document, facts),
    ]
    if not facts.has_office and not is_internal:
        remedy = N_("Enter name and address of the office in the settings.")
        found.append(PackFinding(PackProblem.office_missing, Grade.warning, remedy=remedy, page="settings"))
    return tuple(found)


def _about_validity(document: str, facts: PackFacts, valid_until: date | None) -> Iterator[PackFinding]:
    if valid_until is not None and facts.day is not None and valid_until < facts.day:
        yield PackFinding(
            PackProblem.edition_expired,
            Grade.error,
            N_("Only valid until {day}."),
            (("day", valid_until),),
            N_("Take a newer edition."),
        )
    if facts.expired and document in _WITH_PUBLICATIONS:
        yield PackFinding(
            PackProblem.publication_expired,
            Grade.warning,
            N_("Out of date by then: {names}."),
            (("names", ", ".join(facts.expired)),),
            N_("Take newer editions along."),
            "events" if facts.event_id else "publications",
            facts.event_id,
        )


def _about_date(document: str, facts: PackFacts) -> Iterator[PackFinding]:
    if facts.unconfirmed:
        yield PackFinding(
            PackProblem.unconfirmed,
            Grade.hint if document in _SETTLED_BY_PAPER else Grade.warning,
            N_("Only planned so far: {names}."),
            (("names", ", ".join(facts.unconfirmed)),),
            N_("Confirm the date, then print."),
            *_home(facts),
        )
    if facts.unconfirmed_partners and document in _WITH_PARTNERS:
        yield PackFinding(
            PackProblem.partner_unconfirmed,
            Grade.hint,
            N_("Has not agreed yet: {names}."),
            (("names", ", ".join(facts.unconfirmed_partners)),),
            N_("Ask, and note the reply with the partner."),
            *_home(facts),
        )


def _about_meeting(document: str, facts: PackFacts) -> Iterator[PackFinding]:
    home = _home(facts)
    if facts.has_host is False and document in _WITH_HOST:
        remedy = N_("Enter the inviting body with the event.")
        yield PackFinding(PackProblem.host_missing, Grade.warning, remedy=remedy, page=home[0], record=home[1])
    if facts.has_agenda is False and document in _WITH_AGENDA:
        remedy = N_("Enter the agenda with the event.")
        yield PackFinding(PackProblem.agenda_missing, Grade.warning, remedy=remedy, page=home[0], record=home[1])
    if facts.has_moderation is False and document in _WITH_MODERATION:
        remedy = N_("Enter who moderates.")
        yield PackFinding(PackProblem.moderation_missing, Grade.warning, remedy=remedy, page=home[0], record=home[1])


def _about_place(document: str, facts: PackFacts) -> Iterator[PackFinding]:
    if facts.without_permit and document in _WITH_PERMIT:
        yield PackFinding(
            PackProblem.permit_missing,
            Grade.warning,
            N_("Not granted yet: {names}."),
            (("names", ", ".join(facts.without_permit)),),
            N_("Settle the permit with the authority."),
            *_home(facts),
        )


def _home(facts: PackFacts) -> tuple[str, UUID | None]:
    """The page and record where what is about the event or the tour can be mended."""
    return ("events", facts.event_id) if facts.event_id else ("tours", facts.tour_id)
