"""The text that announces a public event on a channel, as a file."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from domain import outgoing
from domain.i18n import Language
from domain.terms import OnlineChannel
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.store.session import Session

ENDING = ".txt"


def export_announcement(
    workspace: Workspace, out: Path, event_id: UUID, channel: OnlineChannel | None, link: str, language: Language
) -> int:
    """Write the proposed text with its link last; returns how long it is as the channel counts.

    Raises:
        UsageError: the name does not end in .txt.
        LandaufError: the public may not see the event.
        FileProblemError: the file cannot be written.
    """
    from domain.rules.post_length import measured
    from domain.usecases import online_posts

    def made(session: "Session") -> str:
        return online_posts.announced(session, event_id, channel, link, language).text

    outgoing.expect_ending(out, ENDING)
    text = workspace.ask(made)
    save_text(out, text)
    return measured(text, channel).length


def save_text(out: Path, text: str) -> None:
    """Write a text in UTF-8, as it stands.

    Raises:
        FileProblemError: the file cannot be written.
    """
    outgoing.save_document(out, f"{text}\n".encode("utf-8", "replace"))
