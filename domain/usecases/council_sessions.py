"""The next session of a council: participants, number, day and agenda come from what is known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from sqlmodel import col, select

from domain.i18n import N_, Language
from domain.model import AgendaItem, Event, Partner
from domain.rows.councils import CouncilDetail
from domain.rows.events import CouncilFacts, EventDraft
from domain.rows.meetings import AgendaDraft
from domain.rules import interval_watch
from domain.rules.agenda import concern_title
from domain.rules.local import at_local, minute_of_day
from domain.store.session import Session
from domain.terms import Audience, EventKind, EventState, TermState
from domain.usecases import agenda_concerns, councils, events, school_holidays
from domain.usecases.event_columns import draft_of
from domain.usecases.records import get

OPENING, CLOSING = 16 * 60, 18 * 60
"""Usual hours of a session in minutes after midnight, where the last one tells no others; a judgement."""

_OPEN_CONCERNS = 8
_WELCOME = N_("Welcome and agenda")
_MINUTES = N_("Minutes of the last session")
_CLOSING = N_("Any other business and next date")
_CALLED_OFF = frozenset({EventState.cancelled, EventState.declined, EventState.postponed})
_LONGEST_TITLE = 300


def plan_session(session: Session, council_id: UUID, language: Language) -> UUID:
    """Add the next session of a council as a tentative event and return its id.

    It falls on a sensible working day by the council's interval, at the place and hours of the last one; whoever is a
    member now takes part, the number counts on, and what is open stands on the agenda. Title and agenda are worded in
    `language`.

    Raises:
        NotFoundError: the council is gone.
    """
    council = get(session, Partner, council_id)
    detail = councils.detail(session, council_id)
    items = list(_agenda(session, detail, language))
    event_id = events.create(session, _draft(session, council, detail, items, language))
    for position, item in enumerate(items, start=1):
        session.add(AgendaItem(event_id=event_id, position=position, title=item.title, concern_id=item.concern_id))
    session.flush()
    return event_id


def _draft(
    session: Session, council: Partner, detail: CouncilDetail, items: Sequence[AgendaDraft], language: Language
) -> EventDraft:
    before = _last_of(session, detail)
    numbers = [facts.session for facts in map(_facts, _drafts(session, detail)) if facts is not None]
    number = interval_watch.next_number(numbers)
    title = language.gettext("Session {number}: {council}").format(number=number, council=council.name)
    school = school_holidays.calendar(session)
    day = interval_watch.next_day(detail.row.last, detail.row.interval_days, session.today, school)
    opening, closing = OPENING, CLOSING
    if before is not None and before.starts_at and before.ends_at and before.starts_at.date() == before.ends_at.date():
        opening, closing = minute_of_day(before.starts_at), minute_of_day(before.ends_at)
    now = {TermState.running, TermState.ending}
    taking_part = [row.draft.member_id for row in detail.members if row.state in now and row.draft.member_id]
    draft = EventDraft(
        kind=EventKind.council_meeting,
        title=_short(title),
        state=EventState.tentative,
        audience=Audience.internal if before and before.audience is Audience.internal else Audience.partners,
        starts_at=at_local(day, opening),
        ends_at=at_local(day, closing),
        ags=council.ags,
        host_id=council.id,
        partner_ids=tuple(dict.fromkeys(taking_part)),
        facts=CouncilFacts(session=number, agenda="\n".join(item.title for item in items)),
    )
    return _at_same_place(draft, before) if before is not None else draft


def _at_same_place(draft: EventDraft, before: EventDraft) -> EventDraft:
    return replace(
        draft,
        ags=before.ags or draft.ags,
        place_kind=before.place_kind,
        site_id=before.site_id,
        place_partner_id=before.place_partner_id,
        place_name=before.place_name,
        room=before.room,
        street=before.street,
        postcode=before.postcode,
        town=before.town,
        online_url=before.online_url,
        office_id=before.office_id,
        topic_ids=before.topic_ids,
        target_group_ids=before.target_group_ids,
        accessibility=before.accessibility,
    )


def _drafts(session: Session, detail: CouncilDetail) -> Iterator[EventDraft]:
    for row in detail.sessions:
        yield draft_of(session, get(session, Event, row.id))


def _last_of(session: Session, detail: CouncilDetail) -> EventDraft | None:
    """The newest session that was not called off: it tells place and hours."""
    found = next((row for row in detail.sessions if row.start_day and row.state not in _CALLED_OFF), None)
    return draft_of(session, get(session, Event, found.id)) if found else None


def _facts(draft: EventDraft) -> CouncilFacts | None:
    return draft.facts if isinstance(draft.facts, CouncilFacts) else None


def _agenda(session: Session, detail: CouncilDetail, language: Language) -> Iterator[AgendaDraft]:
    """Opening and last minutes, what was put off, open tasks, open concerns of the Kreis, and what comes up.

    An agenda goes to the members: of concerns it says what the public may read, of tasks not who does them.
    """
    _ = language.gettext
    yield AgendaDraft(_(_WELCOME))
    if detail.row.last is not None:
        yield AgendaDraft(_(_MINUTES))
    for title in _put_off(session, detail, language):
        yield AgendaDraft(_short(_("Put off: {item}").format(item=title)))
    for task in detail.tasks:
        if task.draft.done_on is None:
            yield AgendaDraft(_short(_("Open task: {task}").format(task=task.draft.title)))
    for concern in agenda_concerns.waiting(session, detail.row.kreis_ags)[:_OPEN_CONCERNS]:
        yield AgendaDraft(concern_title(concern, language), concern_id=concern.id)
    yield AgendaDraft(_(_CLOSING))


def _put_off(session: Session, detail: CouncilDetail, language: Language) -> list[str]:
    """Items of the last session that has minutes for some of them, which got neither discussion nor result.

    What opens and closes every session is none of them, nor are tasks and concerns: these come by themselves as long
    as they are open. What had been put off before is named once.
    """
    past = (row for row in detail.sessions if row.start_day and row.start_day < session.today)
    last = next((row for row in past if row.state not in _CALLED_OFF), None)
    if last is None:
        return []
    query = select(AgendaItem).where(AgendaItem.event_id == last.id).order_by(col(AgendaItem.position))
    items = list(session.exec(query))
    done = [item for item in items if item.result.strip() or item.discussion.strip()]
    left = [item.title for item in items if item not in done and item.concern_id is None] if done else []
    _ = language.gettext
    before = _("Put off: {item}").format(item="")
    every_time = {_(_WELCOME), _(_MINUTES), _(_CLOSING)}
    titles = [title for title in left if not title.startswith(_("Open task: {task}").format(task=""))]
    return [title.removeprefix(before) for title in titles if title not in every_time]


def _short(words: str) -> str:
    """The words on one line, as long as a title may be."""
    title = " ".join(words.split())
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
