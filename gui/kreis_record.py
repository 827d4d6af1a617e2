"""A Kreis as a record that a page can be asked to show."""

from uuid import UUID


def kreis_record(ags: str) -> UUID:
    """The id that stands for the Kreis with the key `ags` (5 digits); no record of a file has such an id."""
    return UUID(int=int(ags))


def kreis_of(record: UUID) -> str:
    """The key of the Kreis an id stands for, the reverse of `kreis_record`."""
    return f"{record.int:05}"
