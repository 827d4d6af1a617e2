"""The annual report: which figures of the evaluation it tells, in which order, and by which counting rules."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.i18n import N_
from domain.rows.annual_report import (
    AdviceYear,
    AnnualReport,
    ExampleYear,
    Figure,
    KindYear,
    KreisYear,
    NamedYear,
    TargetYear,
)
from domain.rows.coverage import CoverageRow
from domain.rows.evaluation import EvaluationFigures, Line, Sums
from domain.rows.reports import Footnote
from domain.rules.concern_states import DONE, WAITING
from domain.rules.counting_rules import FOOTNOTES, CountingRule
from domain.rules.parliament import request_counts
from domain.terms import AdviceField, ConcernState, EventKind

_MONTHS = tuple(f"{number:02}" for number in range(1, 13))
_NOTHING = Sums()
_TOLD = frozenset(
    {
        *(CountingRule.held, CountingRule.dates, CountingRule.everything, CountingRule.people, CountingRule.topics),
        *(CountingRule.kreis, CountingRule.kilometres, CountingRule.patrols, CountingRule.talks, CountingRule.reach),
        *(CountingRule.handed_out, CountingRule.schools, CountingRule.requests),
    }
)
"""The counting rules that the report's figures follow."""

_OF_KINDS: Mapping[str, tuple[tuple[str, EventKind, str, str], ...]] = {
    "mobile": (
        (N_("Stops of the Präventionsmobil"), EventKind.mobile_stop, "held", ""),
        (N_("Visitors counted"), EventKind.mobile_stop, "reached", ""),
        (N_("Kilometres driven"), EventKind.mobile_stop, "kilometres", "km"),
    ),
    "dialogues": (
        (N_("Citizen dialogues"), EventKind.citizen_dialogue, "held", ""),
        (N_("People at citizen dialogues"), EventKind.citizen_dialogue, "reached", ""),
        (N_("Expert dialogues"), EventKind.expert_dialogue, "held", ""),
        (N_("People at expert dialogues"), EventKind.expert_dialogue, "reached", ""),
    ),
    "lectures": (
        (N_("Lectures"), EventKind.lecture, "held", ""),
        (N_("Listeners"), EventKind.lecture, "reached", ""),
        (N_("Kilometres to lectures"), EventKind.lecture, "kilometres", "km"),
    ),
    "patrols": (
        (N_("Joint patrols and checks"), EventKind.joint_patrol, "held", ""),
        (N_("Hours of the police (people × time)"), EventKind.joint_patrol, "police_hours", "h"),
        (N_("Hours of the Ordnungsämter (people × time)"), EventKind.joint_patrol, "ordnungsamt_hours", "h"),
        (N_("Checks made"), EventKind.joint_patrol, "checks", ""),
    ),
    "trainings": (
        (N_("Trainings"), EventKind.training, "held", ""),
        (N_("People trained"), EventKind.training, "reached", ""),
    ),
    "councils": (
        (N_("Sessions of councils"), EventKind.council_meeting, "held", ""),
        (N_("Information exchanges"), EventKind.information_exchange, "held", ""),
    ),
    "online": (
        (N_("Online contributions"), EventKind.online, "held", ""),
        (N_("Reach reported by the channels"), EventKind.online, "reach", ""),
    ),
}
"""The figures of each part of the report: name (msgid), kind, measure of `Sums`, unit."""

_KEY: tuple[tuple[str, Callable[[EvaluationFigures], float], str], ...] = (
    (N_("Events held"), lambda found: found.whole.held, ""),
    (N_("People reached"), lambda found: found.whole.reached, ""),
    (N_("Districts with an event"), lambda found: sum(1 for each in found.kreise if each.key and each.sums.held), ""),
    (N_("Talks in consultations"), lambda found: found.whole.talks, ""),
    (N_("Copies handed out"), lambda found: found.whole.handed_out, ""),
    (N_("Kilometres driven"), lambda found: found.whole.kilometres, "km"),
    (N_("Requests received"), lambda found: found.requests.whole.received, ""),
    (N_("Requests declined"), lambda found: found.requests.whole.declined, ""),
)


@dataclass(frozen=True, slots=True)
class TwoYears:
    """The figures of a year and of the one before: of all events, and of lectures alone."""

    this: EvaluationFigures
    before: EvaluationFigures
    lectures: EvaluationFigures
    lectures_before: EvaluationFigures


@dataclass(frozen=True, slots=True)
class Beside:
    """What the report tells that the evaluation does not count.

    `concerns` are those raised in the year and in the one before, by state; `coverage` the rows of the year and the
    next.
    """

    concerns: tuple[Mapping[str, int], Mapping[str, int]]
    examples: tuple[ExampleYear, ...]
    coverage: Sequence[CoverageRow]


def report(year: int, until: date, found: TwoYears, beside: Beside) -> AnnualReport:
    """The report of a year of which events up to `until` are counted."""
    this, before = found.this, found.before
    parts = {name: _of_kinds(lines, this, before) for name, lines in _OF_KINDS.items()}
    parts["dialogues"] += _concerns(*beside.concerns)
    lectures, *rest = parts["lectures"]
    parts["lectures"] = (lectures, *_sides(found.lectures, found.lectures_before), *rest)
    return AnnualReport(
        year=year,
        until=until,
        key=tuple(Figure(msgid, measure(this), measure(before), unit) for msgid, measure, unit in _KEY),
        kinds=_kinds(this, before),
        months_before=_months(before),
        kreise=_kreise(this, before),
        elsewhere=_sums(this.kreise, "").held,
        topics=_topics(this),
        consultations=_advice(this),
        examples=beside.examples,
        publications=tuple(NamedYear(this.names.get(it.key, ""), it.events, it.copies) for it in this.publications),
        requests=request_counts(this.requests.whole.received, {it.cause: it.count for it in this.requests.causes}),
        accepted=this.requests.whole.accepted,
        targets=_targets(year, beside.coverage),
        footnotes=tuple(Footnote(each.rule.value, each.msgid) for each in FOOTNOTES if each.rule in _TOLD),
        **parts,
    )


def _sums(lines: Sequence[Line], key: str) -> Sums:
    return next((line.sums for line in lines if line.key == key), _NOTHING)


def _of_kinds(
    lines: Sequence[tuple[str, EventKind, str, str]], this: EvaluationFigures, before: EvaluationFigures
) -> tuple[Figure, ...]:
    def figure(msgid: str, kind: EventKind, measure: str, unit: str) -> Figure:
        now, then = (float(getattr(_sums(found.kinds, kind.value), measure)) for found in (this, before))
        return Figure(msgid, now, then, unit)

    return tuple(figure(*line) for line in lines)


def _sides(this: EvaluationFigures, before: EvaluationFigures) -> tuple[Figure, ...]:
    """Lectures at schools and elsewhere."""
    sides = (("school", N_("Lectures at schools")), ("other", N_("Lectures elsewhere")))
    return tuple(Figure(msgid, _sums(this.schools, key).held, _sums(before.schools, key).held) for key, msgid in sides)


def _concerns(this: Mapping[str, int], before: Mapping[str, int]) -> tuple[Figure, ...]:
    """Concerns raised, by what has become of them."""
    parts = (
        (N_("Concerns raised"), tuple(ConcernState)),
        (N_("Concerns answered or settled"), tuple(DONE)),
        (N_("Concerns waiting for an answer"), tuple(WAITING)),
    )

    def count(found: Mapping[str, int], states: Sequence[ConcernState]) -> int:
        return sum(found.get(state.value, 0) for state in states)

    return tuple(Figure(msgid, count(this, states), count(before, states)) for msgid, states in parts)


def _kinds(this: EvaluationFigures, before: EvaluationFigures) -> tuple[KindYear, ...]:
    cells = {(cell.row[-2:], cell.column): cell.sums.held for cell in this.month_kinds}
    found = (
        KindYear(
            kind,
            tuple(cells.get((month, kind.value), 0) for month in _MONTHS),
            _sums(before.kinds, kind.value).held,
            _sums(this.kinds, kind.value).reached,
        )
        for kind in EventKind
    )
    return tuple(each for each in found if each.held or each.before)


def _months(found: EvaluationFigures) -> tuple[int, ...]:
    held = {line.key[-2:]: line.sums.held for line in found.months}
    return tuple(held.get(month, 0) for month in _MONTHS)


def _kreise(this: EvaluationFigures, before: EvaluationFigures) -> tuple[KreisYear, ...]:
    return tuple(
        KreisYear(line.key, line.sums.held, _sums(before.kreise, line.key).held, line.sums.reached)
        for line in this.kreise
        if line.key
    )


def _topics(found: EvaluationFigures) -> tuple[NamedYear, ...]:
    """Topics with an event, the most events first."""
    named = [
        NamedYear(found.names.get(line.key, ""), line.sums.held, line.sums.reached)
        for line in found.topics
        if line.key and line.sums.held
    ]
    return tuple(sorted(named, key=lambda each: (-each.events, each.name)))


def _advice(found: EvaluationFigures) -> tuple[AdviceYear, ...]:
    """Consultations by field; those without a field last."""
    lines = [
        AdviceYear(AdviceField(line.key), line.sums.held, line.sums.talks, line.sums.talk_minutes)
        for line in found.advice_fields
        if line.key and line.sums.held
    ]
    whole = _sums(found.kinds, EventKind.consultation.value)
    rest = AdviceYear(
        None,
        whole.held - sum(each.held for each in lines),
        whole.talks - sum(each.talks for each in lines),
        whole.talk_minutes - sum(each.minutes for each in lines),
    )
    return (*lines, *((rest,) if rest.held else ()))


def _targets(year: int, rows: Sequence[CoverageRow]) -> tuple[TargetYear, ...]:
    """What was aimed at in the year and is in the next, by kind; kinds without any target are left out."""
    found = []
    for kind in EventKind:
        of_kind = [row for row in rows if row.kind is kind]
        this = [row for row in of_kind if row.half_year.startswith(f"{year}-")]
        coming = [row for row in of_kind if row.half_year.startswith(f"{year + 1}-")]
        line = TargetYear(
            kind,
            *(sum(getattr(row, name) for row in this) for name in ("target", "held", "missing")),
            *(sum(getattr(row, name) for row in coming) for name in ("target", "planned")),
        )
        if line.target or line.next_target:
            found.append(line)
    return tuple(found)
