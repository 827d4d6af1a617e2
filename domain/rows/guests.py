"""People whose names are typed for paper and never stored."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guest:
    """A name as it stands on a badge, sign or certificate, with the institution if one was typed."""

    name: str
    institution: str = ""
