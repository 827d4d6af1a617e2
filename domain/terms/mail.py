"""What is written to partners by e-mail."""

from enum import StrEnum, auto


class MailTemplate(StrEnum):
    """What an e-mail about an event says before a person edits it (Textvorlage)."""

    invitation = auto()
    confirmation = auto()
    change = auto()
    cancellation = auto()
    documents = auto()
