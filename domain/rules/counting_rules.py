"""The rules by which everything is counted, as footnotes: page, tables and reports all tell the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto

from domain.i18n import N_


class CountingRule(StrEnum):
    """A rule by which every figure is counted, printed as a footnote wherever figures stand."""

    held = auto()
    planned = auto()
    dates = auto()
    templates = auto()
    everything = auto()
    people = auto()
    groups = auto()
    topics = auto()
    kreis = auto()
    kilometres = auto()
    hours = auto()
    patrols = auto()
    talks = auto()
    reach = auto()
    handed_out = auto()
    schools = auto()
    hosts = auto()
    requests = auto()
    before = auto()


@dataclass(frozen=True, slots=True)
class Footnote:
    """One counting rule and how it is told (msgid)."""

    rule: CountingRule
    msgid: str


FOOTNOTES: tuple[Footnote, ...] = (
    Footnote(
        CountingRule.held,
        N_("Held are events that were reported as held, reviewed or not. All sums are of what was held."),
    ),
    Footnote(CountingRule.planned, N_("Planned are events that are tentative or confirmed.")),
    Footnote(
        CountingRule.dates,
        N_(
            "An event counts on the day it begins on (local time), also if it lasts past midnight or for several "
            "days; without a date it does not count."
        ),
    ),
    Footnote(CountingRule.templates, N_("Templates never count.")),
    Footnote(
        CountingRule.everything,
        N_(
            "All events count, whoever may see them; only sums are told, never names. So an event that is not "
            "public is in the sums, too."
        ),
    ),
    Footnote(
        CountingRule.people,
        N_("People reached are those counted at events that were held; where nobody was counted, none is added."),
    ),
    Footnote(
        CountingRule.groups,
        N_("By target group only people count who were counted by group; an event can be for several groups."),
    ),
    Footnote(
        CountingRule.topics,
        N_("An event with several topics stands under each of them, so topics can add up to more than the whole."),
    ),
    Footnote(
        CountingRule.kreis, N_("Events without a municipality, such as online contributions, stand under no district.")
    ),
    Footnote(CountingRule.kilometres, N_("Kilometres are those noted with the events.")),
    Footnote(
        CountingRule.hours,
        N_("Hours are the time from beginning to end that really passed; all-day events add none."),
    ),
    Footnote(
        CountingRule.patrols,
        N_("Hours of joint patrols are people times time, for the police and the Ordnungsamt each."),
    ),
    Footnote(CountingRule.talks, N_("Talks and their minutes are those noted with consultations.")),
    Footnote(
        CountingRule.reach, N_("Reach is what the channel reported for an online contribution; it adds no people.")
    ),
    Footnote(CountingRule.handed_out, N_("Copies handed out are those noted with events; what was sent is not in it.")),
    Footnote(
        CountingRule.schools,
        N_("A school event is one with a school type, or whose host, or else the place it is held at, is a school."),
    ),
    Footnote(
        CountingRule.hosts,
        N_("The sort of host is that of the inviting partner, or else of the partner at whose place it is."),
    ),
    Footnote(
        CountingRule.requests,
        N_(
            "Requests count on the day they were received (or entered) and by what has become of them since; only "
            "the filters for kind, district and topic apply to them."
        ),
    ),
    Footnote(
        CountingRule.before,
        N_(
            "The period before is as long as the one shown: whole months against whole months, days against days. "
            "While the period is not over, only as many days are compared as have passed."
        ),
    ),
)
"""Every rule once, in the order in which it is told."""

_MSGIDS = {footnote.rule: footnote.msgid for footnote in FOOTNOTES}


def footnotes(rules: Iterable[CountingRule] = CountingRule) -> tuple[str, ...]:
    """The messages (msgids) of these rules in the order of telling, each once; of all by default."""
    wanted = set(rules)
    return tuple(_MSGIDS[footnote.rule] for footnote in FOOTNOTES if footnote.rule in wanted)
