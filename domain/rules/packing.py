"""What has to be on board for a day: equipment, publications, power, keys and permits of its stops."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.i18n import N_
from domain.labels.languages import language_msgid
from domain.rows.packing import PackGroup, PackingList, PackItem
from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitView
from domain.rows.tours import VehicleDraft
from domain.rules.site_fit import LEVEL_PERCENT, lacking_cable, needed_socket, needs_plates, sockets, stronger_socket
from domain.terms import PermitLight

_USUAL_LANGUAGE = "de"


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies of a publication that a stop takes along: how many lie in stock, how many make a pack, and where."""

    publication_id: UUID
    name: str
    copies: int
    language: str = "de"
    stock: int = 0
    pack_size: int | None = None
    storage: str = ""


@dataclass(frozen=True, slots=True)
class Stopover:
    """What a stop asks for: equipment by name, its site, the permit to stand there (None = nothing), publications."""

    equipment: tuple[str, ...] = ()
    site: SiteDraft | None = None
    permit: PermitView | None = None
    publications: tuple[Copies, ...] = ()


def packing_list(stops: Sequence[Stopover], carried: Iterable[str], vehicle: VehicleDraft | None) -> PackingList:
    """Everything to take along for the stops, each thing once with the stops it is for.

    `carried` is what the vehicle has on board anyway; what is missing there must be loaded.
    """
    on_board = tuple(carried)
    needed = {name for stop in stops for name in stop.equipment}
    items = (*_equipment(stops, on_board), *_material(stops), *_power(stops, vehicle), *_keys(stops), *_permits(stops))
    return PackingList(items, tuple(name for name in on_board if name not in needed))


def _for(stops: Sequence[Stopover], asks: Iterable[bool]) -> tuple[int, ...]:
    return tuple(number for number, (_stop, does) in enumerate(zip(stops, asks, strict=True), 1) if does)


def _equipment(stops: Sequence[Stopover], on_board: Sequence[str]) -> Iterator[PackItem]:
    for name in dict.fromkeys(name for stop in stops for name in stop.equipment):
        numbers = _for(stops, (name in stop.equipment for stop in stops))
        words = (("name", name),)
        if name in on_board:
            yield PackItem(PackGroup.equipment, N_("{name}: on board, check"), words, numbers)
        else:
            yield PackItem(PackGroup.equipment, N_("{name}: load"), words, numbers, is_open=True)


def _material(stops: Sequence[Stopover]) -> Iterator[PackItem]:
    """Each publication once, with the copies of all stops together; open where the stock does not suffice."""
    for key, one in {each.publication_id: each for stop in stops for each in stop.publications}.items():
        wanted = [sum(each.copies for each in stop.publications if each.publication_id == key) for stop in stops]
        copies, numbers = sum(wanted), _for(stops, map(bool, wanted))
        notes = tuple(_notes(one, copies))
        words = (("copies", copies), ("name", one.name))
        yield PackItem(PackGroup.material, N_("{copies} × {name}"), words, numbers, copies > one.stock, notes)


def _notes(one: Copies, copies: int) -> Iterator[tuple[str, tuple[tuple[str, object], ...]]]:
    if one.language != _USUAL_LANGUAGE:
        yield language_msgid(one.language)
    packs, loose = divmod(copies, one.pack_size) if one.pack_size else (0, copies)
    if packs and loose:
        yield N_("{packs} × {size} and {loose} loose"), (("packs", packs), ("size", one.pack_size), ("loose", loose))
    elif packs:
        yield N_("{packs} × {size}"), (("packs", packs), ("size", one.pack_size))
    if one.storage.strip():
        yield N_("from: {storage}"), (("storage", one.storage.strip()),)
    if copies > one.stock:
        yield N_("only {stock} in stock"), (("stock", max(0, one.stock)),)


def _power(stops: Sequence[Stopover], vehicle: VehicleDraft | None) -> Iterator[PackItem]:
    if vehicle is not None:
        yield from _cables(stops, vehicle)
        yield from _adapters(stops, vehicle)
        plates = _for(stops, (stop.site is not None and needs_plates(vehicle, stop.site) for stop in stops))
        if plates:
            yield PackItem(PackGroup.power, N_("Ground plates"), (), plates)
    sloping = _for(stops, (stop.site is not None and (stop.site.slope_percent or 0) > LEVEL_PERCENT for stop in stops))
    if sloping:
        yield PackItem(PackGroup.power, N_("Wedges and levelling blocks"), (), sloping)
    steps = _for(stops, (stop.site is not None and stop.site.step_free is False for stop in stops))
    if steps:
        yield PackItem(PackGroup.power, N_("Ramp"), (), steps)


def _cables(stops: Sequence[Stopover], vehicle: VehicleDraft) -> Iterator[PackItem]:
    socket = needed_socket(vehicle.power)
    if socket is None:
        return
    plugged = _for(stops, (stop.site is not None and _outlet(socket, stop.site) is not None for stop in stops))
    if plugged and vehicle.cable_m is not None:
        words = (("socket", socket), ("metres", vehicle.cable_m))
        yield PackItem(PackGroup.power, N_("Cable {socket}, {metres} m"), words, plugged)
    lacking = [lacking_cable(vehicle, stop.site) if stop.site else 0.0 for stop in stops]
    if any(lacking):
        words = (("socket", socket), ("metres", max(lacking)))
        longer = _for(stops, map(bool, lacking))
        yield PackItem(
            PackGroup.power, N_("Extension {socket}, at least {metres} m: load"), words, longer, is_open=True
        )
    unknown = [
        vehicle.cable_m is None and stop.site is not None and (stop.site.power_distance_m or 0) > 0 for stop in stops
    ]
    if any(unknown):
        farthest = max(stop.site.power_distance_m or 0.0 for stop in stops if stop.site is not None)
        words = (("socket", socket), ("metres", farthest))
        yield PackItem(PackGroup.power, N_("Cable {socket}, at least {metres} m"), words, _for(stops, unknown))


def _outlet(socket: str, site: SiteDraft) -> str | None:
    """The outlet a vehicle would use there."""
    return socket if sockets(site)[socket] else stronger_socket(socket, site)


def _adapters(stops: Sequence[Stopover], vehicle: VehicleDraft) -> Iterator[PackItem]:
    socket = needed_socket(vehicle.power)
    if socket is None:
        return
    used = [_outlet(socket, stop.site) if stop.site else None for stop in stops]
    for other in sorted({each for each in used if each not in {None, socket}}, key=str):
        words = (("other", other), ("socket", socket))
        numbers = _for(stops, (each == other for each in used))
        yield PackItem(PackGroup.power, N_("Adapter {other} to {socket}: load"), words, numbers, is_open=True)


def _keys(stops: Sequence[Stopover]) -> Iterator[PackItem]:
    holders = [stop.site.key_holder.strip() if stop.site else "" for stop in stops]
    for holder in dict.fromkeys(filter(None, holders)):
        words = (("holder", holder),)
        yield PackItem(PackGroup.keys, N_("Key: {holder}"), words, _for(stops, (each == holder for each in holders)))


def _permits(stops: Sequence[Stopover]) -> Iterator[PackItem]:
    for number, stop in enumerate(stops, 1):
        permit = stop.permit
        if permit is None or permit.light is PermitLight.idle:
            continue
        giver = " · ".join(part for part in (permit.authority, permit.reference) if part)
        if permit.light is PermitLight.clear:
            msgid = N_("Permit: {giver}") if giver else N_("Permit on paper")
            yield PackItem(PackGroup.permits, msgid, (("giver", giver),) if giver else (), (number,))
        else:
            yield PackItem(PackGroup.permits, permit.msgid, permit.params, (number,), is_open=True)
