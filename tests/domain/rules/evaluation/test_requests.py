from datetime import date
from uuid import UUID

from domain.rows.evaluation import CauseCount, EvaluationFilter, RequestSums
from domain.rules.evaluation.requests import CountedRequest, requests_counted
from domain.terms import DeclineCause, EventKind

DAY = date(2027, 3, 1)
TOPIC = UUID(int=7)


def request(state="open", **fields):
    return CountedRequest(**({"day": DAY, "kind": "lecture", "state": state} | fields))


def test_requests_count_by_what_became_of_them_and_causes_stay_countable():
    found = requests_counted(
        [
            request("accepted", is_school=True),
            request("declined", cause="capacity", is_school=True),
            request("declined", cause="no_date"),
            request("declined"),
            request("withdrawn", cause="capacity"),
            request("waiting"),
            request("open", kind="consultation", kreis="15082"),
        ],
        EvaluationFilter(),
    )
    assert found.whole == RequestSums(received=7, accepted=1, declined=3, withdrawn=1, waiting=1, open=1, capacity=1)
    assert found.causes == (
        CauseCount(DeclineCause.capacity, 1),
        CauseCount(DeclineCause.no_date, 1),
        CauseCount(None, 1),
    )
    assert [(line.key, line.sums.received) for line in found.kinds] == [("lecture", 6), ("consultation", 1)]
    assert [(line.key, line.sums.received) for line in found.schools] == [("school", 2), ("other", 5)]
    assert [(line.key, line.sums.received) for line in found.kreise] == [("15082", 1), ("", 6)]


def test_period_kind_kreis_and_topic_narrow_the_requests():
    requests = [request(kreis="15082", topics=(TOPIC.hex,)), request(day=date(2027, 3, 2), kind="training")]

    def count(**wanted):
        return requests_counted(requests, EvaluationFilter(**wanted)).whole.received

    assert count() == 2
    assert count(first_day=date(2027, 3, 2)) == count(last_day=DAY) == 1
    assert count(kinds=(EventKind.training,)) == count(kreise=("15082",)) == count(topic_ids=(TOPIC,)) == 1
    assert count(topic_ids=(UUID(int=8),)) == 0
