"""Requests received, by what became of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
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
    return RequestFigures(
        whole=_sums(found),
        kinds=_lines(found, lambda request: request.kind, tuple(EventKind)),
        kreise=_lines(found, lambda request: request.kreis, (*(kreis.ags for kreis in kreise()), "")),
        schools=_lines(found, lambda request: "school" if request.is_school else "other", ("school", "other")),
        causes=tuple(CauseCount(cause, causes[cause or ""]) for cause in order if causes[cause or ""]),
    )


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


def _lines(
    found: Sequence[CountedRequest], key: Callable[[CountedRequest], str], order: Sequence[str]
) -> tuple[RequestLine, ...]:
    groups: dict[str, list[CountedRequest]] = {}
    for request in found:
        groups.setdefault(key(request), []).append(request)
    return tuple(RequestLine(str(name), _sums(groups[name])) for name in order if name in groups)


def _sums(found: Sequence[CountedRequest]) -> RequestSums:
    states = Counter(request.state for request in found)
    return RequestSums(
        received=len(found),
        accepted=states[RequestState.accepted],
        declined=states[RequestState.declined],
        withdrawn=states[RequestState.withdrawn],
        waiting=states[RequestState.waiting],
        open=states[RequestState.open],
        capacity=sum(
            1 for request in found if request.state == RequestState.declined and request.cause == DeclineCause.capacity
        ),
    )
