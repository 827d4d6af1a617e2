"""What readers outside are told of the changes of a plan: white-listed fields, and nothing of what they may not see."""

from collections.abc import Callable, Iterable

from domain.rows.letters import ToldChange, ToldDate
from domain.rows.releases import Change, PlanEntryRow
from domain.terms import Audience, ChangeKind, EventState


def told(
    changes: Iterable[Change], audience: Audience, clean: Callable[[str], str], kreis_ags: str | None = None
) -> tuple[ToldChange, ...]:
    """The changes as `audience` may read them, of one Kreis if it is named: what left it, came to it or changed in it.

    An event that the audience sees no more is told as it stood, never as it stands. `clean` takes names out of texts
    that stay in the house by now; those of an earlier version may still hold them.

    Raises:
        ValueError: `audience` is the house itself.
    """
    if audience is Audience.internal:
        raise ValueError("a letter of changes goes to readers outside")
    found = (_told(change, audience, clean, kreis_ags) for change in changes)
    return tuple(change for change in found if change is not None)


def _told(change: Change, audience: Audience, clean: Callable[[str], str], kreis_ags: str | None) -> ToldChange | None:
    before, now = _seen(change.before, audience), _seen(change.now, audience)
    is_off = change.kind is ChangeKind.cancelled
    entry = before if is_off and before is not None else now or before
    if entry is None or (kreis_ags and kreis_ags not in {each.kreis_ags for each in (before, now) if each}):
        return None
    return ToldChange(
        kind=change.kind,
        number=entry.number,
        title=clean(entry.title),
        before=_date(before, clean) if before else None,
        now=_date(now, clean) if now and not is_off else None,
        fields=change.fields,
        is_postponed=is_off and now is not None and now.state is EventState.postponed,
    )


def _seen(entry: PlanEntryRow | None, audience: Audience) -> PlanEntryRow | None:
    return entry if entry is not None and audience in entry.marks else None


def _date(entry: PlanEntryRow, clean: Callable[[str], str]) -> ToldDate:
    return ToldDate(entry.all_day, entry.starts_at, entry.ends_at, entry.first_day, entry.last_day, clean(entry.place))
