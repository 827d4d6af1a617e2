"""Returned request forms into the inbox: every file's fate told, one undo step for all of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.errors import LandaufError
from domain.exchange.identity import request_key
from domain.exchange.row_reader import Reading
from domain.i18n import N_
from domain.model import Request, RequestWish
from domain.rows.imports import Fate, ImportReport, RowFate
from domain.rows.requests import RequestDraft, Wish
from domain.store.session import Session
from domain.usecases import requests
from domain.usecases.import_matching import Target, fates
from domain.usecases.records import put_links

_TARGET: Target[Any] = Target(Request, requests.columns_of, sources={"kreis_ags": frozenset(("ags",))}, together={})
_KEPT = frozenset((Fate.new, Fate.changed, Fate.unchanged))


def import_request_forms(
    session: Session,
    readings: Sequence[Reading[RequestDraft]],
    *,
    store: bool = True,
    told: Callable[[int], None] | None = None,
) -> ImportReport:
    """Take over requests from forms that were read; equal requester, postcode, kind, topic and days match.

    An answer left empty never erases what is known. `store` False only tells the fates; a file's line is its place.

    Raises:
        LandaufError: there is no file.
    """
    if not readings:
        raise LandaufError(N_("There is no form to read."))
    by_line = {reading.line: reading for reading in readings}
    told_fates = list(fates(session, readings, _TARGET, store=store, told=told))  # rows are written at the end
    found = [_with_wishes(session, fate, by_line[fate.line], store=store) for fate in told_fates]
    return ImportReport(tuple(sorted(found, key=lambda row: row.line)), "", "")


def _with_wishes(session: Session, fate: RowFate, reading: Reading[RequestDraft], *, store: bool) -> RowFate:
    """The fate with what could not be taken, and with the wished dates compared and written."""
    fate = replace(fate, remarks=tuple((each.field, each.msgid, each.params) for each in reading.remarks))
    draft = reading.draft
    if draft is None or fate.fate not in _KEPT or not draft.wishes:
        return fate
    key = col(Request.match_key) == request_key(draft)
    request_id = session.exec(select(col(Request.id)).where(key).order_by(col(Request.id))).first()
    if request_id is None:
        return fate  # a preview: the request is not stored yet
    before = _present(session, request_id)
    if before == draft.wishes:
        return fate
    if store:
        rows = [asdict(wish) | {"position": position} for position, wish in enumerate(draft.wishes, 1)]
        put_links(session, RequestWish, {"request_id": request_id}, rows)
    if fate.fate is Fate.new:
        return fate
    changes = (*fate.changes, ("wishes", _said(before), _said(draft.wishes)))
    return replace(fate, fate=Fate.changed, changes=changes)


def _present(session: Session, request_id: UUID) -> tuple[Wish, ...]:
    """The wished dates of a request that is there, in order of preference."""
    query = select(RequestWish).where(col(RequestWish.request_id) == request_id).order_by(col(RequestWish.position))
    return tuple(Wish(wish.first_day, wish.last_day, wish.from_minute, wish.to_minute) for wish in session.exec(query))


def _said(wishes: Iterable[Wish]) -> str:
    """Days and times in one line: 2027-05-03 10:00–11:30."""
    return ", ".join(
        " ".join(filter(None, (wish.first_day.isoformat(), "–".join(map(_clock, (wish.from_minute, wish.to_minute))))))
        for wish in wishes
    )


def _clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60:02}:{minute % 60:02}"
