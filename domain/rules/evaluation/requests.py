"""Requests received, by what became of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from domain.region.kreise import kreise
from domain.rows.evaluation import CauseCount, EvaluationFilter, RequestFigures, RequestLine, RequestSums
from domain.terms import DeclineCause, EventKind, RequestState


class CountedRequest(NamedTuple):
    """What counting needs to know of one request, received on `day`; `topics` are ids (hex), "" is no value."""

    day: date
    kind: str
    state: str
    kreis: str = ""
    cause: str = ""
    is_school: bool = False
    topics: tuple[str, ...] = ()


def requests_counted(requests: Iterable[CountedRequest], wanted: EvaluationFilter) -> RequestFigures:
    """The requests of the days, kinds, Kreise and topics wanted; a request knows nothing of the other filters."""
    found = [request for request in requests if _passes(request, wanted)]
    causes = Counter(request.cause for request in found if request.state == RequestState.declined)
    order: tuple[DeclineCause | None, ...] = (*DeclineCause, None)
    outcomes = [_outcome(request) for request in found]
    schools = ["school" if request.is_school else "other" for request in found]
    return RequestFigures(
        whole=_sums(Counter(outcomes)),
        kinds=_lines([request.kind for request in found], outcomes, tuple(EventKind)),
        kreise=_lines([request.kreis for request in found], outcomes, (*(kreis.ags for kreis in kreise()), "")),
        schools=_lines(schools, outcomes, ("school", "other")),
        causes=tuple(CauseCount(cause, causes[cause or ""]) for cause in order if causes[cause or ""]),
    )


def _outcome(request: CountedRequest) -> str:
    """Its state; declined for lack of capacity is told apart."""
    if request.cause == DeclineCause.capacity and request.state == RequestState.declined:
        return DeclineCause.capacity
    return request.state


def _passes(request: CountedRequest, wanted: EvaluationFilter) -> bool:
    if wanted.first_day and request.day < wanted.first_day:
        return False
    if wanted.last_day and request.day > wanted.last_day:
        return False
    if wanted.kinds and request.kind not in wanted.kinds:
        return False
    if wanted.kreise and request.kreis not in wanted.kreise:
        return False
    return not wanted.topic_ids or any(topic.hex in request.topics for topic in wanted.topic_ids)


def _lines(keys: Sequence[str], outcomes: Sequence[str], order: Sequence[str]) -> tuple[RequestLine, ...]:
    """A line for each key that has a request, counted pair by pair."""
    groups: dict[str, Counter[str]] = {}
    for (key, outcome), count in Counter(zip(keys, outcomes, strict=True)).items():
        groups.setdefault(key, Counter())[outcome] += count
    return tuple(RequestLine(str(name), _sums(groups[name])) for name in order if name in groups)


def _sums(outcomes: Counter[str]) -> RequestSums:
    capacity = outcomes[DeclineCause.capacity]
    return RequestSums(
        received=outcomes.total(),
        accepted=outcomes[RequestState.accepted],
        declined=outcomes[RequestState.declined] + capacity,
        withdrawn=outcomes[RequestState.withdrawn],
        waiting=outcomes[RequestState.waiting],
        open=outcomes[RequestState.open],
        capacity=capacity,
    )
