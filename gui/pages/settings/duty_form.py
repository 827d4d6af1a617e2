"""Limits of a working day, who may advise, and how drive times are estimated."""

from collections.abc import Iterable

from domain.region.travel import TravelTable
from domain.rows.settings import Settings
from domain.rows.tours import NamedRow
from gui.pages.settings.bindings import counted, measured
from gui.pages.settings.breaks_field import BreaksField
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.bindings import Binding
from gui.widgets.combo import Combo
from gui.widgets.field import DecimalField, NumberField
from gui.widgets.form import Form

_EXAMPLES = (("15003000", "15090535", "Magdeburg – Stendal"), ("15002000", "15081030", "Halle (Saale) – Arendsee"))
"""Drives everybody here knows, a short and a long one; keys as in the Gemeindeverzeichnis."""


class DutyForm(Form[Settings]):
    """Duty time, breaks, lead time of permits, advisers; factors of the travel estimate with drives as examples."""

    def __init__(self) -> None:
        super().__init__()
        self.add_heading(_("Duty time"))
        duty = NumberField(highest=1440)
        self.add(_("At most"), duty, "duty.max_duty_minutes", binding=counted(duty), note=_("minutes a day"))
        breaks = BreaksField()
        self.add(
            _("Breaks"),
            breaks,
            "duty.breaks",
            binding=Binding(breaks, breaks.values, breaks.set_values, breaks.changed),
        )
        lead = NumberField(highest=730)
        self.add(_("Permits"), lead, "duty.permit_lead_days", binding=counted(lead), note=_("days before the date"))
        self.add_heading(_("Advice"))
        self.adviser = Combo(_("Qualification for advice on security technology"))
        self.adviser.setToolTip(_("Somebody who is assigned must hold it on the day, else it is a conflict"))
        self.set_qualifications(())
        words = _("Security technology")
        self.add(words, self.adviser, "advice.security_technology_id", note=_("qualification needed"))
        self.add_heading(_("Travel estimate"))
        for words, attribute, note in (
            (_("Detour"), "road_factor", _("× distance as the crow flies")),
            (_("Time factor"), "minutes_factor", _("× kilometres to the power of the exponent")),
            (_("Exponent"), "exponent", ""),
            (_("Bus"), "bus_factor", _("× the time of a car")),
            (_("Shortest"), "minimum_km", _("km")),
        ):
            field = DecimalField(words, 3)
            self.add(words, field, f"travel.{attribute}", binding=measured(field), note=note)
        step = NumberField(highest=60)
        self.add(_("Rounded to"), step, "travel.round_to_minutes", binding=counted(step), note=_("minutes"))
        self.example = labels.Text(wrap=True)
        self.example.setAccessibleName(_("Example"))
        self.add_row(_("Example"), self.example)
        self.dirty_changed.connect(lambda _count: self._show_example())

    def set_qualifications(self, rows: Iterable[NamedRow]) -> None:
        """Offer these qualifications; what was chosen stays."""
        chosen = self.adviser.value()
        self.adviser.clear()
        self.adviser.add(None, _("the one of that name"))
        for row in rows:
            self.adviser.add(row.id, row.name)
        self.adviser.set_value(chosen)

    def _show_example(self) -> None:
        self.example.setText(example(self.draft()))


def example(settings: Settings) -> str:
    """What the factors make of known drives, by bus and by car."""
    lines = []
    for start, end, name in _EXAMPLES:
        bus = TravelTable(settings.travel).leg(start, end)
        car = TravelTable(settings.travel, by_bus=False).leg(start, end)
        sentence = _("{drive}: {kilometres} km, {bus} by bus, {car} by car")
        language = current()
        lines.append(
            sentence.format(
                drive=name,
                kilometres=language.number(bus.kilometres),
                bus=language.duration(bus.minutes),
                car=language.duration(car.minutes),
            )
        )
    return "\n".join(lines)
