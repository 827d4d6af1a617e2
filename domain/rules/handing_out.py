"""What an event should take along of publications, and how its list changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.rows.events import EventDraft, HandOut
from domain.rows.publications import PublicationDraft, PublicationRow
from domain.rules.local import first_day_of
from domain.rules.publication_stock import is_outdated


def suggested(
    draft: EventDraft, offered: Iterable[UUID], catalogue: Sequence[PublicationRow], today: date
) -> tuple[HandOut, ...]:
    """What the event should take along besides what it has: the offer's material, then what fits topic and language.

    Of an outdated or replaced edition the newest one is taken. Editions must be valid on the event's day (today
    without a date). Each is planned for every expected listener; the number stays open if none is known.
    """
    day = first_day_of(draft) or today
    known = {row.id: row.draft for row in catalogue}
    has = {item.publication_id for item in draft.publications}
    fits = (row.id for row in catalogue if _fits(row.draft, draft))
    wanted = dict.fromkeys(newest(key, known) for key in (*offered, *fits) if key in known)
    copies = expected_listeners(draft)
    return tuple(HandOut(key, copies) for key in wanted if key not in has and not is_outdated(known[key], day))


def _fits(publication: PublicationDraft, event: EventDraft) -> bool:
    return publication.topic_id in event.topic_ids and publication.language in event.languages


def newest(publication_id: UUID, known: Mapping[UUID, PublicationDraft]) -> UUID:
    """The edition that replaces the one that replaces … this one; itself if none does."""
    seen = {publication_id}
    while (following := known[publication_id].replaced_by_id) is not None:
        if following in seen or following not in known:
            break
        seen.add(following)
        publication_id = following
    return publication_id


def replaces_itself(publication_id: UUID, draft: PublicationDraft, known: Mapping[UUID, PublicationDraft]) -> bool:
    """Whether with this draft the publication would in the end be replaced by itself."""
    seen: set[UUID] = set()
    following = draft.replaced_by_id
    while following is not None and following not in seen:
        if following == publication_id:
            return True
        seen.add(following)
        following = known[following].replaced_by_id if following in known else None
    return False


def expected_listeners(draft: EventDraft) -> int | None:
    """How many people are expected: the figure of the event, else the sum over its target groups."""
    if draft.expected is not None:
        return draft.expected
    counts = [count.expected for count in draft.counts if count.expected is not None]
    return sum(counts) if counts else None


def exchanged(items: Sequence[HandOut], old: UUID | None, new: HandOut) -> tuple[HandOut, ...]:
    """The list with `new` in the place of publication `old`; if `new` stands there already, planned copies add up.

    The same publication gets the new plan, and leaves the list if nothing is planned or handed out any more.
    """
    if old == new.publication_id:
        planned = (replace(item, planned=new.planned) if item.publication_id == old else item for item in items)
        return tuple(item for item in planned if item.publication_id != old or _says_something(item))
    if any(item.publication_id == new.publication_id for item in items):
        rest = (item for item in items if item.publication_id != old)
        return tuple(
            _with_more(item, new.planned) if item.publication_id == new.publication_id else item for item in rest
        )
    return tuple(new if item.publication_id == old else item for item in items)


def _says_something(item: HandOut) -> bool:
    return item.planned is not None or item.handed_out is not None


def _with_more(item: HandOut, copies: int | None) -> HandOut:
    return item if copies is None else replace(item, planned=(item.planned or 0) + copies)
