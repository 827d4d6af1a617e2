"""What leaves the house about councils and good examples: white-listed fields, and no person's name."""

from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from datetime import date, datetime
from uuid import UUID

from domain.rows.councils import CouncilDetail
from domain.rows.memberships import MembershipRow
from domain.rows.practice import PracticeProfile
from domain.rows.published import EventRecord, PublishedEvent
from domain.rows.published_councils import PublishedCouncil, PublishedMember, PublishedResolution
from domain.rules.audience import without_names
from domain.terms import BERLIN, PartnerCategory, TermState

_NOW = frozenset({TermState.running, TermState.ending})


def publish_council(
    detail: CouncilDetail,
    sessions: Iterable[PublishedEvent],
    unconfirmed: Collection[UUID],
    hidden: Iterable[str],
) -> PublishedCouncil:
    """The council as the public may see it.

    `sessions` are those that `rules.audience.publish` shows to the public, `unconfirmed` the institutions that have not
    agreed to be named, `hidden` the names that stay in the house wherever they were typed.
    """
    clean = without_names(hidden)
    shown = sorted(sessions, key=lambda event: (day_of(event) or date.min, event.id), reverse=True)
    days = {event.id: day_of(event) for event in shown}
    return PublishedCouncil(
        name=detail.row.name,
        town=detail.row.town,
        kreis_ags=detail.row.kreis_ags,
        interval_days=detail.row.interval_days,
        members=tuple(
            PublishedMember(row.draft.role, "" if row.member_category is PartnerCategory.citizen else row.member)
            for row in detail.members
            if _may_be_named(row, unconfirmed)
        ),
        sessions=tuple(shown),
        resolutions=tuple(
            PublishedResolution(days[each.event_id], clean(each.wording), clean(each.votes))
            for each in detail.resolutions
            if each.event_id in days
        ),
    )


def _may_be_named(row: MembershipRow, unconfirmed: Collection[UUID]) -> bool:
    return row.state in _NOW and row.draft.member_id not in unconfirmed


def publish_profile(profile: PracticeProfile, record: EventRecord) -> PracticeProfile:
    """The profile of an event without the confidential names of people who took part in it."""
    clean = without_names(person.name for person in record.people if person.confidential)
    return replace(profile, **{field.name: clean(getattr(profile, field.name)) for field in fields(profile)})


def day_of(event: PublishedEvent) -> date | None:
    """The local day a published event begins on."""
    moment: datetime | None = event.starts_at
    return event.first_day if event.all_day or moment is None else moment.astimezone(BERLIN).date()
