"""The mood question in the review: five counts typed in seconds, their mean, and the trend of the Kreis."""

from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import LandaufError, NotFoundError
from domain.i18n import N_
from domain.region.kreise import kreis
from domain.rows.mood import MoodCounts, MoodPoint
from domain.rules.mood import LEAST_ANSWERS, mean_of
from gui import theme
from gui.desk import Desk
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.field import NumberField
from gui.widgets.problem_line import ProblemLine
from gui.widgets.trend import Trend

_WATCHED = frozenset({"event_mood", "event"})


def answers() -> tuple[str, ...]:
    """The five answers, from very unsafe to very safe."""
    return _("very unsafe"), _("rather unsafe"), _("partly"), _("rather safe"), _("very safe")


class MoodPart(QWidget):
    """Follows one saved event; each finished field is one undo step. Nothing is shown of too few answers."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.event_id: UUID | None = None
        self._kreis: str | None = None
        self.fields = [NumberField(_("Cards: {answer}").format(answer=words), 0, 99_999) for words in answers()]
        self.summary, self.trend_words = labels.note(wrap=True), labels.note(wrap=True)
        self.trend = Trend(_("Trend of the mood question"), 1, 5)
        self.trend_head = labels.heading("")
        self.trouble = ProblemLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GAP, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(labels.heading(_("Mood question")))
        column.addWidget(labels.note(_("“How safe do you feel here?” – cards per answer, counts only"), wrap=True))
        column.addLayout(self._row())
        for widget in (self.summary, self.trouble, self.trend_head, self.trend, self.trend_words):
            column.addWidget(widget)
        desk.changed.connect(self._on_data)

    def _row(self) -> QHBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP_SMALL)
        grid.setVerticalSpacing(0)
        for place, (field, words) in enumerate(zip(self.fields, answers(), strict=True)):
            grid.addWidget(labels.note(words), 0, place)
            grid.addWidget(field, 1, place)
            field.number_changed.connect(lambda _number: self._save())
        row = QHBoxLayout()
        row.addLayout(grid)
        row.addStretch(1)
        return row

    def show_event(self, event_id: UUID | None, kreis_ags: str | None) -> None:
        """Show the cards of an event and the trend of its Kreis."""
        self.event_id, self._kreis = event_id, kreis_ags
        for field in self.fields:
            field.setEnabled(event_id is not None)
        self._refill()

    def counts(self) -> MoodCounts:
        """What is typed."""
        return MoodCounts(*(field.number() or 0 for field in self.fields))

    def _on_data(self, tables: frozenset[str]) -> None:
        if tables & _WATCHED:
            self._refill()

    def _refill(self) -> None:
        from domain.usecases import mood

        if self.event_id is None:
            self._show(MoodCounts(), ())
            return
        points = self._desk.ask(mood.trend, self._kreis) if self._kreis else ()
        self._show(self._desk.ask(mood.of_event, self.event_id), points)

    def _show(self, counts: MoodCounts, points: tuple[MoodPoint, ...]) -> None:
        for field, number in zip(self.fields, counts.steps, strict=True):
            if not field.hasFocus():
                field.set_number(number or None)
        self.summary.setText(mean_words(counts) if counts.total else "")
        is_there = bool(points) and self._kreis is not None
        for widget in (self.trend_head, self.trend, self.trend_words):
            widget.setVisible(is_there)
        if is_there and self._kreis is not None:
            self.trend_head.setText(_("Trend in {kreis}").format(kreis=kreis(self._kreis).name))
            spoken = "\n".join(point_words(point) for point in points)
            self.trend.set_points([(short_half_year(point.half_year), point.mean) for point in points], spoken)
            self.trend_words.setText(spoken)

    def _save(self) -> None:
        from domain.usecases import mood

        if self.event_id is None:
            return
        try:
            if self.counts() != self._desk.ask(mood.of_event, self.event_id):
                self._desk.run(N_("Mood question"), mood.put, self.event_id, self.counts())
        except NotFoundError:
            return
        except LandaufError as trouble:
            self.trouble.show_words(current().error(trouble))
            return
        self.trouble.show_words("")


def mean_words(counts: MoodCounts) -> str:
    """The mean and how many answered, or why it is hidden."""
    mean = mean_of(counts)
    answered = ngettext("{count} card", "{count} cards", counts.total).format(count=counts.total)
    if mean is None:
        return hidden_words(answered)
    return _("Mean {mean} of 5 · {answered}").format(mean=current().number(round(mean, 1)), answered=answered)


def point_words(point: MoodPoint) -> str:
    """A half-year of the trend, or why its figure is hidden."""
    answered = ngettext("{count} card", "{count} cards", point.total).format(count=point.total)
    period = short_half_year(point.half_year)
    if point.mean is None:
        return f"{period}: {hidden_words(answered)}"
    mean = current().number(round(point.mean, 1))
    return _("{period}: {mean} of 5 ({answered})").format(period=period, mean=mean, answered=answered)


def hidden_words(answered: str) -> str:
    """Why a figure is not shown."""
    sentence = _("hidden, because fewer than {least} have answered ({answered})")
    return sentence.format(least=LEAST_ANSWERS, answered=answered)


def short_half_year(half_year: str) -> str:
    """1/2027 for 2027-H1."""
    year, _dash, half = half_year.partition("-H")
    return f"{half}/{year}"
