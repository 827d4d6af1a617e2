"""The two columns of the tab "Details": what, when, where and who invites; for whom, with what, and the texts."""

from collections.abc import Callable
from datetime import date

from domain.labels import label
from domain.rows.events import EventDraft
from domain.rules.road_safety import is_about_roads
from domain.terms import Audience, EventKind, PlaceCategory, PlaceKind
from gui.pages.events.choices import Choices, Names, PartnerFinder, language_words
from gui.pages.events.small_fields import CountedText, PairField, bind_live, bind_pair
from gui.pages.events.traffic_field import TrafficField, bind_traffic
from gui.pages.events.when_field import ATTRIBUTES, WhenField, bind_when
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.chips import ChipField
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.partner_field import PartnerField, bind_host, bind_partner

_POSTCODE_WIDTH = 72
_PLACE_FIELDS: dict[PlaceKind, tuple[str, ...]] = {
    PlaceKind.address: ("place_name", "room", "street", "postcode,town", "ags"),
    PlaceKind.site: ("site_id",),
    PlaceKind.partner: ("place_partner_id", "room"),
    PlaceKind.online: ("online_url",),
}


class WhatAndWhere(Form[EventDraft]):
    """The left column: title, kind, date, place, invitation and means."""

    def __init__(self, choices: Choices, finder: PartnerFinder, names: Names, today: Callable[[], date]) -> None:
        super().__init__()
        self._names = names
        self._finder = finder
        self.when = WhenField(today)
        self._add_what()
        self._add_where(choices)
        self._add_invitation()
        self._add_means(choices)
        self.dirty_changed.connect(self._fit_place)

    def _add_what(self) -> None:
        self.add_heading(_("What and when"))
        self._add_text(_("Title"), "title")
        kinds = Combo(_("Kind"))
        kinds.add_terms(EventKind)
        self.add(_("Kind"), kinds, "kind")
        self.add(_("Date"), self.when, ATTRIBUTES, binding=bind_when(self.when))
        before, after = NumberField(_("Set-up in minutes"), 0, 1440), NumberField(_("Tear-down in minutes"), 0, 1440)
        for field in (before, after):
            field.setFixedWidth(56)
        pair = PairField(before, after, _("before,"), _("min after"))
        self.add(_("Set-up"), pair, "set_up_minutes,tear_down_minutes", binding=bind_pair(pair, empty=0))

    def _add_where(self, choices: Choices) -> None:
        self.add_heading(_("Where"))
        places = Combo(_("Kind of place"))
        places.add_terms(PlaceKind)
        self.add(_("Kind of place"), places, "place_kind")
        self._add_text(_("Place"), "place_name")
        sites = Combo(_("Site"))
        sites.add(None, _("none"))
        for site, words in choices.sites:
            sites.add(site, words)
        sites.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.add(_("Site"), sites, "site_id")
        partner = PartnerField(_("Place at a partner’s"), self._finder.find, self._names.of)
        self.add(_("Partner"), partner, "place_partner_id", binding=bind_partner(partner))
        self._add_text(_("Room"), "room", _("Room (internal)"))
        self._add_text(_("Street"), "street")
        postcode, town = Field(name=_("Postcode")), Field(name=_("Town"))
        postcode.setFixedWidth(_POSTCODE_WIDTH)
        pair = PairField(postcode, town)
        self.add(_("Postcode, town"), pair, "postcode,town", binding=bind_pair(pair))
        self.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
        self._add_text(_("Online address"), "online_url")
        categories = Combo(_("Place category"))
        categories.add(None, _("not chosen"))
        categories.add_terms(PlaceCategory)
        self.add(_("Place category"), categories, "place_category")

    def _add_text(self, words: str, attribute: str, name: str = "") -> None:
        field = Field(name=name or words)
        self.add(words, field, attribute, binding=bind_live(field))

    def _add_invitation(self) -> None:
        self.add_heading(_("Invitation"))
        host = PartnerField(_("Host"), self._finder.find, self._names.of, is_free=True)
        self.add(_("Host"), host, "host_id,host_name", binding=bind_host(host))
        office = PartnerField(_("Responsible office"), self._finder.find, self._names.of)
        hidden = CheckBox(_("Only as a number"))
        hidden.setToolTip(_("Outside the house the event is counted, but in no calendar, list or print"))
        self.add(_("Outside"), hidden, "host_confidential")
        self.add(_("In charge"), office, "office_id", binding=bind_partner(office))

    def _add_means(self, choices: Choices) -> None:
        self.add_heading(_("With what"))
        offers = Combo(_("Offer"))
        offers.add(None, _("none"))
        for offer, words in choices.offers:
            offers.add(offer, words)
        offers.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.add(_("Offer"), offers, "offer_id")
        vehicles = Combo(_("Vehicle"))
        vehicles.add(None, _("none"))
        for vehicle, words in choices.vehicles:
            vehicles.add(vehicle, words)
        self.add(_("Vehicle"), vehicles, "vehicle_id")
        add_chips(self, _("Equipment"), "equipment_ids", dict(choices.equipment))

    def _fit_place(self, _changed: int) -> None:
        """Show only the fields of the chosen kind of place."""
        wanted = _PLACE_FIELDS[self.draft().place_kind]
        for attribute in dict.fromkeys(each for fields in _PLACE_FIELDS.values() for each in fields):
            self.show_field(attribute, shown=attribute in wanted)


class ForWhom(Form[EventDraft]):
    """The right column: topics, groups, access, audience and texts."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.audience_note = labels.note(wrap=True)
        self._road_topics = choices.road_topics
        self._add_people(choices)
        self._add_texts()
        self.dirty_changed.connect(self._follow)

    def _add_people(self, choices: Choices) -> None:
        self.add_heading(_("For whom"))
        add_chips(self, _("Topics"), "topic_ids", dict(choices.topics), dict(choices.past_topics))
        traffic = TrafficField()
        self.add(_("Accident cause"), traffic, "traffic", binding=bind_traffic(traffic))
        add_chips(self, _("Target groups"), "target_group_ids", dict(choices.groups))
        self.add(_("Expected"), NumberField(_("Expected")), "expected")
        add_chips(self, _("Languages"), "languages", language_words())
        access = Field(name=_("Accessibility"))
        self.add(_("Accessibility"), access, "accessibility", binding=bind_live(access))
        audience = Combo(_("Audience"))
        audience.add_terms(Audience)
        self.add(_("Audience"), audience, "audience")
        self.add_row("", self.audience_note)
        self.add(_("Press"), CheckBox(_("Press expected")), "press_expected")

    def _add_texts(self) -> None:
        self.add_heading(_("Texts"))
        stays = _("never leaves the house")
        for words, attribute, lines, badge in (
            (_("Public text"), "public_text", 6, ""),
            (_("Internal notes"), "internal_notes", 3, stays),
            (_("Security remarks"), "security_remarks", 3, stays),
        ):
            text = CountedText(words, lines, badge=badge)
            self.add(words, text, attribute, binding=bind_live(text), is_wide=True)

    def _follow(self, _changed: int) -> None:
        """Say who sees the event, and offer accident causes where it is about roads."""
        draft = self.draft()
        self.audience_note.setText(audience_words(draft.audience))
        self.show_field("traffic", shown=is_about_roads(draft, self._road_topics))


def add_chips(
    form: Form[EventDraft],
    words: str,
    attribute: str,
    choice: dict[object, str],
    known: dict[object, str] | None = None,
) -> None:
    """A field of several values; `known` are words of values that are not offered anew."""
    chips = ChipField(words)
    chips.set_choice(choice, known or {})
    form.add(words, chips, attribute)


def audience_words(audience: Audience) -> str:
    """Who sees an event of this audience, in one line."""
    return {
        Audience.public: _("In public calendars as soon as it is confirmed."),
        Audience.partners: _("Only in calendars for partners, from tentative on."),
        Audience.internal: _("Only in the house; no calendar or print for others shows it."),
    }[audience]


def kind_words(kind: EventKind) -> str:
    """What the tab with a kind's own details is called."""
    return label(kind, current())
