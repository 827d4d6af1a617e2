"""How often which kind of event was held and is planned in each Kreis."""

from domain.rows.filters import EventFilter
from domain.rules import coverage as rules
from domain.store.session import Session
from domain.usecases.event_rows import list_rows


def coverage(session: Session) -> tuple[rules.CoverageRow, ...]:
    """Every Kreis, kind and half-year in which something was held or is planned; targets join with the radar."""
    return rules.coverage(list_rows(session, EventFilter(dated=True)), {})
