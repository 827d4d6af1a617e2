"""What depends on a partner, as people read it: by table and the column that points at the partner."""

from domain.i18n import N_
from domain.rows.field_names import FIELD_NAMES

_FOLLOWERS: dict[tuple[str, str], str] = {
    ("contact", "partner_id"): N_("People"),
    ("event", "host_id"): N_("Events as host"),
    ("event", "place_partner_id"): N_("Events as place"),
    ("event", "office_id"): N_("Events as responsible office"),
    ("event_partner", "partner_id"): N_("Events as participant"),
    ("request", "partner_id"): N_("Requests"),
    ("membership", "body_id"): N_("Members"),
    ("membership", "member_id"): N_("Memberships"),
    ("task", "council_id"): N_("Tasks"),
    ("concern", "office_id"): N_("Concerns as responsible office"),
    ("distinct_pair", "first_id"): N_("Noted as not the same"),
    ("distinct_pair", "second_id"): N_("Noted as not the same"),
}
_TABLES = {
    "event_partner": N_("Events as participant"),
    "membership": N_("Membership"),
    "distinct_pair": N_("Noted as not the same"),
}
_FURTHER = N_("Further links")


def follower_words(table: str, column: str) -> str:
    """The English message for what points at a partner from a column; also for tables this module has not met."""
    return _FOLLOWERS.get((table, column)) or FIELD_NAMES.get(column) or _FURTHER


def table_words(table: str) -> str:
    """The English message for one row of a table."""
    return _TABLES.get(table, _FURTHER)
