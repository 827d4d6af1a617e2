"""When events of each kind usually begin and how long they last."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.terms import EventKind

USUAL_TIMES: Mapping[EventKind, tuple[int, int]] = MappingProxyType(
    {
        EventKind.mobile_stop: (8 * 60, 300),
        EventKind.citizen_dialogue: (18 * 60 + 30, 120),
        EventKind.expert_dialogue: (14 * 60, 150),
        EventKind.lecture: (10 * 60, 90),
        EventKind.information_event: (10 * 60, 300),
        EventKind.consultation: (10 * 60, 240),
        EventKind.joint_patrol: (18 * 60, 240),
        EventKind.council_meeting: (15 * 60, 120),
        EventKind.training: (9 * 60, 360),
        EventKind.information_exchange: (10 * 60, 120),
        EventKind.online: (12 * 60, 60),
    }
)
"""Start in minutes after local midnight, and length in minutes; a workspace may keep others of its own."""
