"""The folder (Druckmappe) of an event or a tour day: what belongs in it, what to mend first, what it is made from."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from domain.documents import DOCUMENTS
from domain.documents.inputs import DocumentInput
from domain.errors import LandaufError
from domain.i18n import N_
from domain.model import Event, Tour
from domain.rows.packs import PackFacts, PackFinding, PackItem, PackLine, PackOrder, PackProposal, PackSubject
from domain.rows.printing import Printable, PrintChoice, Subject
from domain.rows.releases import SheetNote, SheetRow
from domain.rows.tours import TourDayRow
from domain.rules import pack_checks, pack_order
from domain.store.session import Session
from domain.terms import Audience, Grade, PackProblem
from domain.usecases import pack_facts, print_menu, printed_sheets, settings, tour_rows
from domain.usecases.printing import gather
from domain.usecases.published import published_event
from domain.usecases.records import get

if TYPE_CHECKING:
    from domain.documents.pack import Pack, PackPart

SUBJECTS_AT_MOST = 12
"""How many things one document may be about in a folder: sites of a day, texts on a topic."""


def subject_of(session: Session, choice: PrintChoice) -> PackSubject:
    """What a folder for `choice` is about.

    Raises:
        NotFoundError: the event or tour is gone.
        LandaufError: the tour has no day with stops, or none on the day that was named.
    """
    if choice.event_id is not None:
        event = get(session, Event, choice.event_id)
        shown = published_event(session, choice.event_id, Audience.internal)
        day = (shown.starts_at.date() if shown.starts_at else shown.first_day) if shown else None
        return PackSubject(PrintChoice(event_id=choice.event_id), event.title, day, event.kind)
    if choice.tour_id is not None:
        tour = get(session, Tour, choice.tour_id)
        days = [day.day for day in tour_rows.detail(session, choice.tour_id).days if day.stops]
        wanted = choice.day or next((day for day in days if day >= session.today), next(iter(days), None))
        if wanted not in days:
            raise LandaufError(N_("The tour has no stops on that day; name a day with stops."))
        return PackSubject(PrintChoice(tour_id=choice.tour_id, day=wanted), tour.title, wanted)
    return PackSubject(PrintChoice())


def propose(session: Session, choice: PrintChoice) -> PackProposal:
    """The folder for an event or a day of a tour; with a choice of nothing, all printed sheets that are stale.

    The documents that are usual come first and in the order of printing, the others behind them and not chosen.

    Raises:
        NotFoundError: the event or tour is gone.
        LandaufError: the tour has no day with stops, or none on the day that was named.
    """
    subject = subject_of(session, choice)
    if subject.choice == PrintChoice():
        return PackProposal(subject, tuple(map(_stale_line, printed_sheets.stale_sheets(session))))
    facts, usual = _facts(session, subject), pack_order.usual(subject.kind)
    found = [
        (entry, about)
        for entry in print_menu.printables(session, subject.choice)
        for about in _abouts(session, subject, entry)
    ]
    place = {name: at for at, name in enumerate(usual)}
    found.sort(key=lambda pair: place.get(pair[0].document.name, len(place)))  # stable: the order of DOCUMENTS
    lines = [_line(session, subject, facts, pair, is_usual=pair[0].document.name in place) for pair in found]
    return PackProposal(subject, tuple(lines))


def _abouts(session: Session, subject: PackSubject, entry: Printable) -> Iterator[Subject]:
    """What a document of the folder is about; of the sites of a tour only those of the day."""
    found = list(entry.subjects)
    if subject.choice.tour_id is not None and any(each.choice.site_id for each in found):
        days = _days(session, subject.choice)
        sites = {stop.site_id for day in days for stop in day.stops}
        found = [each for each in found if each.choice.site_id in sites]
    yield from found[:SUBJECTS_AT_MOST]


def _line(
    session: Session, subject: PackSubject, facts: PackFacts, pair: tuple[Printable, Subject], *, is_usual: bool
) -> PackLine:
    entry, about = pair
    name = entry.document.name
    data: DocumentInput | None = None
    last: SheetRow | None = None
    found: tuple[PackFinding, ...]
    try:
        data = gather(session, name, about.choice)
    except LandaufError as trouble:
        found = (_impossible(trouble, facts),)
    else:
        note = printed_sheets.note_of(name, about.choice, data)
        last = printed_sheets.last_print(session, note)
        found = (*_found(name, data, facts), *_printed_before(last, note))
    return PackLine(
        document=name,
        msgid=entry.document.msgid,
        title=about.title if _says_more(subject, entry, about) else "",
        choice=about.choice,
        is_internal=entry.document.is_internal,
        copies=pack_order.copies(name, facts),
        is_chosen=is_usual and all(finding.grade is not Grade.error for finding in found),
        is_usual=is_usual,
        findings=found,
        last=last,
    )


def _says_more(subject: PackSubject, entry: Printable, about: Subject) -> bool:
    """Whether the document is about something else than the folder, or one of several of its kind in it."""
    if subject.choice.event_id is not None:
        return about.choice.event_id != subject.choice.event_id
    return about.choice.tour_id is None or len(entry.subjects) > 1


def _found(name: str, data: DocumentInput, facts: PackFacts) -> tuple[PackFinding, ...]:
    return pack_checks.findings(name, facts, is_internal=DOCUMENTS[name].is_internal, valid_until=_valid_until(data))


def _valid_until(data: DocumentInput) -> date | None:
    """The last day of an edition that is printed; documents without editions have none."""
    for bearer in (data, getattr(data, "edition", None), getattr(data, "handout", None)):
        found = getattr(bearer, "valid_until", None)
        if isinstance(found, date):
            return found
    return None


def _impossible(trouble: LandaufError, facts: PackFacts) -> PackFinding:
    page = "events" if facts.event_id else "tours" if facts.tour_id else ""
    params = tuple(trouble.params.items())
    record = facts.event_id or facts.tour_id
    return PackFinding(PackProblem.not_possible, Grade.error, trouble.msgid, params, page=page, record=record)


def _printed_before(last: SheetRow | None, note: SheetNote) -> Iterator[PackFinding]:
    if last is None:
        return
    is_stale = last.code != note.code
    yield PackFinding(
        PackProblem.stale if is_stale else PackProblem.unchanged,
        Grade.warning if is_stale else Grade.hint,
        N_("Printed {moment}.") if last.version is None else N_("Printed {moment} from version {number}."),
        (("moment", last.printed_at), ("number", last.version)),
        N_("Print it anew and take the old sheets back.") if is_stale else "",
    )


def _stale_line(sheet: SheetRow) -> PackLine:
    found = PackFinding(
        PackProblem.not_possible if sheet.is_gone else PackProblem.stale,
        Grade.error if sheet.is_gone else Grade.warning,
        N_("What it was about is gone or no longer for its readers.") if sheet.is_gone else N_("Printed {moment}."),
        () if sheet.is_gone else (("moment", sheet.printed_at),),
        N_("Take the old sheets back."),
    )
    return PackLine(
        document=sheet.document,
        msgid=sheet.heading,
        title=sheet.title,
        choice=sheet.choice,
        is_internal=DOCUMENTS[sheet.document].is_internal,
        copies=1,
        is_chosen=not sheet.is_gone,
        findings=(found,),
        last=sheet,
    )


def _facts(session: Session, subject: PackSubject) -> PackFacts:
    choice = subject.choice
    if choice.event_id is not None:
        return pack_facts.of_event(session, choice.event_id)
    if choice.tour_id is not None:
        return pack_facts.of_tour_day(session, choice.tour_id, _days(session, choice))
    return PackFacts(has_office=bool(settings.load(session).office.name.strip()))


def _days(session: Session, choice: PrintChoice) -> list[TourDayRow]:
    """The days of all vehicles that a folder for a tour day holds."""
    if choice.tour_id is None:
        return []
    days = tour_rows.detail(session, choice.tour_id).days
    return [day for day in days if day.stops and choice.day in {None, day.day}]


def gather_pack(session: Session, order: PackOrder) -> "tuple[Pack, tuple[SheetNote, ...]]":
    """What the folder of `order` is made from, and what is to be noted of each of its sheets once it is printed.

    Documents that cannot be made are left out, with the reason.

    Raises:
        NotFoundError: the event or tour is gone.
        LandaufError: nothing is left.
    """
    from domain.documents.pack import Pack

    is_public = order.audience is Audience.public
    items = [item for item in order.items if not (is_public and DOCUMENTS[item.document].is_internal)]
    facts, subject = _facts(session, order.subject), order.subject
    parts, notes, left_out = list["PackPart"](), list[SheetNote](), list[tuple[str, LandaufError]]()
    for item in items:
        try:
            data = gather(session, item.document, item.choice)
        except LandaufError as trouble:
            left_out.append((DOCUMENTS[item.document].title, trouble))
            continue
        parts.append(_part(item, data, facts))
        notes.append(printed_sheets.note_of(item.document, item.choice, data))
    if not parts:
        raise _nothing(left_out)
    is_internal = any(DOCUMENTS[part.name].is_internal for part in parts)
    audience = Audience.internal if is_internal else Audience.public
    event_id = subject.choice.event_id
    pack = Pack(
        title=subject.title,
        parts=tuple(parts),
        office=settings.load(session).office,
        stand=session.now,
        day=subject.day,
        event=published_event(session, event_id, audience) if event_id else None,
        left_out=tuple(left_out),
    )
    return _with_version(pack), tuple(notes)


def _part(item: PackItem, data: DocumentInput, facts: PackFacts) -> "PackPart":
    from domain.documents.pack import PackPart

    problems = tuple(finding.problem for finding in _found(item.document, data, facts))
    return PackPart(item.document, data, item.copies, item.title, item.choice, problems)


def _with_version(pack: "Pack") -> "Pack":
    """The same with the newest plan version that a document in it bears, and a title its readers may see."""
    versions = [version for part in pack.parts if (version := getattr(part.data, "version", None)) is not None]
    changed = any(getattr(part.data, "has_changed", False) for part in pack.parts)
    title = pack.title
    if pack.event is not None:
        title = pack.event.title
    elif not pack.is_internal and pack.title:  # its readers may not see the event itself, only what the paper tells
        title = pack.parts[0].data.subject.title
    return replace(pack, title=title, version=max(versions, default=None), has_changed=changed)


def _nothing(left_out: list[tuple[str, LandaufError]]) -> LandaufError:
    """Why there is nothing to print; the one reason if all have the same."""
    if len({(trouble.msgid, str(trouble.params)) for _title, trouble in left_out}) == 1:
        return left_out[0][1]
    return LandaufError(N_("Nothing of the folder can be printed; choose other documents."))


def order_of(
    proposal: PackProposal, only: tuple[str, ...] = (), without: tuple[str, ...] = (), *, audience: Audience
) -> PackOrder:
    """The order for what is chosen in a proposal, or only for the documents named in `only`.

    Those that are usual but cannot be made stay in it, so that the cover tells of them.
    """
    items = tuple(
        PackItem(line.document, line.choice, line.copies, line.title)
        for line in proposal.lines
        if line.document not in without
        and (line.document in only if only else line.is_chosen or (line.is_usual and not line.is_possible))
    )
    return PackOrder(proposal.subject, items, audience=audience)


def note_pack(session: Session, notes: tuple[SheetNote, ...]) -> None:
    """Remember that every sheet of a folder was printed or saved."""
    for note in notes:
        printed_sheets.note_printed(session, note)
