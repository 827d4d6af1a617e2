"""Citizens' concerns, and what may not stand in their words."""

from enum import StrEnum, auto


class ConcernState(StrEnum):
    """How far a citizen's concern (Anliegen) is."""

    open = auto()
    forwarded = auto()
    answered = auto()
    closed = auto()
    dropped = auto()


class ConcernCategory(StrEnum):
    """What a citizen's concern is about."""

    presence = auto()
    traffic = auto()
    lighting = auto()
    cleanliness = auto()
    noise = auto()
    burglary = auto()
    violence = auto()
    drugs = auto()
    extremism = auto()
    youth = auto()
    seniors = auto()
    online = auto()
    other = auto()


class PersonalKind(StrEnum):
    """What in a text tells of a person; the first four are never stored with a concern."""

    phone = auto()
    email = auto()
    iban = auto()
    file_number = auto()
    plate = auto()
    birth_date = auto()
    person = auto()
    address = auto()
