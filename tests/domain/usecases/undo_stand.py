"""Steps at a stand and after, for the test that undoes everything."""

from dataclasses import replace
from datetime import timedelta

from domain.errors import LandaufError
from domain.usecases import events, review, tally
from domain.usecases.event_rows import list_rows
from tests.builders import DAY, event_draft


def count_visitors(session, known, pick):
    rows = list_rows(session)
    if not rows:
        raise LandaufError("nothing there")
    event_id = rows[pick(len(rows))].id
    tally.strike(session, event_id, [*known.groups, None][pick(3)], 1 + pick(5))
    if pick(3) == 0:
        tally.take_back(session, event_id)
    tally.take_over(session, event_id)


def close_review(session, known, pick):
    event_id = events.create(session, event_draft(f"Gewesen {pick(9)}", day=DAY - timedelta(days=40 + pick(9))))
    tally.strike(session, event_id, known.groups[0], 1 + pick(5))
    draft = replace(events.detail(session, event_id).draft, lessons=f"Besser {pick(9)}", actual=pick(90))
    review.close(session, event_id, draft)


STAND_STEPS = {step.__name__: step for step in (count_visitors, close_review)}
