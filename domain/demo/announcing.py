"""Online contributions of the sample year that announce a public event nearby."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from domain.demo.tables import patterns
from domain.i18n import language
from domain.rows.events import EventDraft, OnlineFacts
from domain.store.session import Session
from domain.terms import Audience, EventKind, EventState, OnlineChannel
from domain.usecases import events, online_posts

_LINK = "https://praevention.example/termine"
_SHOWN = frozenset({EventState.confirmed, EventState.held, EventState.reviewed})
_COMING = frozenset({EventState.tentative, EventState.confirmed})


def announce(session: Session, drafts: Sequence[EventDraft], ids: Sequence[UUID]) -> None:
    """Let the contributions on a coming event be about the next public dialogue or mobile stop after them."""
    titles = {pattern.title for pattern in patterns(EventKind.online) if pattern.channel == OnlineChannel.bluesky}
    shown = [(draft.starts_at, event_id) for draft, event_id in zip(drafts, ids, strict=True) if _is_shown(draft)]
    for draft, event_id in zip(drafts, ids, strict=True):
        facts = draft.facts
        is_coming = draft.title in titles and draft.state in _COMING
        if not is_coming or not isinstance(facts, OnlineFacts) or draft.starts_at is None:
            continue
        about = min(((start, each) for start, each in shown if start and start > draft.starts_at), default=None)
        if about is None:
            continue
        text = online_posts.proposed_text(session, about[1], facts.channel, _LINK, language("de"))
        announced = replace(facts, about_id=about[1], text=text or facts.text)
        events.change(session, event_id, replace(draft, online_url=_LINK, facts=announced))


def _is_shown(draft: EventDraft) -> bool:
    kinds = {EventKind.citizen_dialogue, EventKind.mobile_stop}
    return draft.kind in kinds and draft.state in _SHOWN and draft.audience is Audience.public
