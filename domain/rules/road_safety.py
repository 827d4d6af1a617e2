"""Which measures are about road safety and may name a main accident cause."""

import re
from collections.abc import Collection
from uuid import UUID

from domain.region.fold import fold
from domain.rows.events import EventDraft
from domain.rules.advice import field_of
from domain.terms import AdviceField

_ROAD = re.compile(r"verkehr|unfall|fahrrad|schulweg|strassen|fuhrerschein|\bfahren")


def is_road_topic(name: str, area: str = "") -> bool:
    """Whether a topic, by its name and area, is about road safety."""
    return bool(_ROAD.search(fold(f"{area} {name}")))


def is_about_roads(draft: EventDraft, road_topics: Collection[UUID]) -> bool:
    """Whether an event may name an accident cause: by a topic, by its field of advice, or because it does already."""
    return (
        draft.traffic is not None
        or field_of(draft) is AdviceField.road_safety
        or any(topic in road_topics for topic in draft.topic_ids)
    )
