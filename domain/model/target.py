"""How many events are aimed at in each Kreis, by kind and half-year."""

from sqlmodel import Field, SQLModel

from domain.model.columns import slug
from domain.terms import EventKind


class Target(SQLModel, table=True):
    """How many events of a kind are aimed at in a Kreis and half-year ("2027-H1"); no row means no target."""

    kreis_ags: str = Field(primary_key=True, max_length=5)
    kind: EventKind = Field(primary_key=True, sa_type=slug(EventKind))
    half_year: str = Field(primary_key=True, max_length=7)
    aim: int = Field(ge=1)
