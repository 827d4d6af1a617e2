"""The evaluation: what counting needs of every event and request, read once by plain SQL, and figures from it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from domain.rows.evaluation import EvaluationFigures, EvaluationFilter
from domain.rules.evaluation.columns import Columns, Linked, columns_of
from domain.rules.evaluation.figures import evaluate
from domain.rules.evaluation.requests import CountedRequest
from domain.store.connection import RawConnection
from domain.store.session import Session
from domain.terms import BERLIN, PartnerCategory
from domain.usecases.confidential import cleaner

TABLES = frozenset(
    {
        *("event", "event_topic", "event_target_group", "event_publication", "event_lecture", "event_consultation"),
        *("event_patrol", "event_traffic", "event_online", "request", "offer", "partner", "topic", "target_group"),
        *("publication",),
    }
)
"""The tables whose changes make columns that were read outdated."""

_EVENTS = """
select e.id, case when e.all_day then e.first_day else e.starts_at end, e.kind, e.state, e.audience,
       coalesce(e.kreis_ags, ''), coalesce(e.place_category, ''), coalesce(t.cause, ''), coalesce(c.advice_field, ''),
       coalesce(h.category, p.category, ''), coalesce(l.schulform, h.schulform, p.schulform, ''),
       coalesce(l.schulform, h.schulform, p.schulform) is not null
           or coalesce(h.category, p.category) = 'school',
       coalesce(e.expected, 0), coalesce(e.actual, 0), coalesce(e.kilometres, 0.0),
       case when e.all_day then 0 else coalesce((unixepoch(e.ends_at) - unixepoch(e.starts_at)) / 60, 0) end,
       coalesce(s.police_officers, 0), coalesce(s.ordnungsamt_officers, 0), coalesce(s.checks, 0),
       coalesce(c.talks, 0), coalesce(c.minutes, 0), coalesce(o.reach, 0)
from event e
left join event_lecture l on l.event_id = e.id and e.kind = 'lecture'
left join event_consultation c on c.event_id = e.id and e.kind = 'consultation'
left join event_patrol s on s.event_id = e.id and e.kind = 'joint_patrol'
left join event_online o on o.event_id = e.id and e.kind = 'online'
left join event_traffic t on t.event_id = e.id
left join partner h on h.id = e.host_id
left join partner p on p.id = e.place_partner_id and e.place_kind = 'partner'
where e.is_template = 0 and e.state not in ('idea', 'requested')
  and case when e.all_day then e.first_day else e.starts_at end is not null
"""
"""One line for each event that can count; facts count for the kind they belong to, minutes really passed."""

_LINKS = {
    Linked.topic: "select event_id, topic_id, 0, 0 from event_topic",
    Linked.target_group: """
select event_id, target_group_id, coalesce(expected, 0), coalesce(actual, 0) from event_target_group
""",
    Linked.publication: "select event_id, publication_id, 0, handed_out from event_publication where handed_out > 0",
}
_NAMES = """
select id, name from topic union all select id, name from target_group
union all select id, title || case when edition = '' then '' else ', ' || edition end || ' (' || language || ')'
from publication
"""
_REQUESTS = """
select coalesce(r.received_on, r.created_at), r.kind, r.state, coalesce(r.kreis_ags, ''), coalesce(r.decline_cause, ''),
       coalesce(r.schulform, p.schulform) is not null or coalesce(p.category, '') = ?, o.topic_id, t.id
from request r left join partner p on p.id = r.partner_id left join offer o on o.id = r.offer_id
left join topic t on t.name = r.topic
"""

_DAY = len("2027-01-01")
_SCHOOL = PartnerCategory.school.value


def columns(session: Session) -> Columns:
    """What counting needs of all events and requests; good until one of `TABLES` changes.

    Names of the vocabulary go into reports: a confidential name typed into one is taken out.
    """
    connection, clean = session.raw(), cleaner(session)
    day = _Days().day
    return columns_of(
        [(line[0], day(line[1]), *line[2:]) for line in connection.execute(_EVENTS).fetchall()],
        {what: connection.execute(query).fetchall() for what, query in _LINKS.items()},
        _requests(connection),
        {key: clean(name) for key, name in connection.execute(_NAMES).fetchall()},
    )


def figures(session: Session, wanted: EvaluationFilter) -> EvaluationFigures:
    """The figures of what a filter finds, as of today: for whoever asks only once."""
    return evaluate(columns(session), wanted, session.today)


def _requests(connection: RawConnection) -> Iterator[CountedRequest]:
    day = _Days().day
    for begins, kind, state, kreis, cause, is_school, *topics in connection.execute(_REQUESTS, (_SCHOOL,)):
        known = tuple({topic for topic in topics if topic})
        yield CountedRequest(day(begins), kind, state, kreis, cause, bool(is_school), known)


class _Days:
    """Local days of stored days and moments; some thousand days stand in many thousand lines."""

    def __init__(self) -> None:
        self._known: dict[str, date] = {}

    def day(self, stored: str) -> date:
        """The day in Berlin of a stored day or moment (UTC)."""
        if stored[_DAY:] >= " 22":  # the next day in Berlin, in summer or all year round
            return datetime.fromisoformat(stored).replace(tzinfo=UTC).astimezone(BERLIN).date()
        text = stored[:_DAY]
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = date.fromisoformat(text)
        return found
