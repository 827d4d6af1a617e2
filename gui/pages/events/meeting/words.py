"""How the tabs of meetings say days, replies and seats."""

from datetime import date

from domain.labels import label
from domain.rows.invitees import SeatCount
from domain.rows.meetings import ConcernNote
from domain.rows.workflow import StepRow
from domain.rules.ages import Urgency, urgency_of_due
from domain.terms import InviteReply
from gui import theme
from gui.texts import _, current, ngettext
from gui.widgets.badge import BadgeLook

REPLY_ICONS = {
    InviteReply.planned: "minus",
    InviteReply.invited: "send",
    InviteReply.accepted: "check",
    InviteReply.attended: "double-check",
    InviteReply.declined: "close",
}
_TONES = {Urgency.calm: "muted", Urgency.gold: "gold", Urgency.red: "error"}


def reply_badge(reply: InviteReply) -> BadgeLook:
    """A reply with its icon, word and colour."""
    look = theme.tokens()
    mark, ground = {
        InviteReply.planned: (look.muted, look.off),
        InviteReply.invited: (look.strong, look.hint_ground),
        InviteReply.accepted: (look.done, look.done_ground),
        InviteReply.attended: (look.done, look.done_ground),
        InviteReply.declined: (look.error, look.error_ground),
    }[reply]
    return BadgeLook(label(reply, current()), mark, ground, REPLY_ICONS[reply])


def replies_words(seats: SeatCount) -> str:
    """12 of 20 accepted, with who cannot come and who is still to be asked."""
    planned = seats.open - (seats.invited - seats.accepted - seats.declined)
    words = []
    if seats.invited:
        words.append(_("{accepted} of {invited} accepted").format(accepted=seats.accepted, invited=seats.invited))
    if seats.declined:
        sentence = ngettext("{count} cannot come", "{count} cannot come", seats.declined)
        words.append(sentence.format(count=seats.declined))
    if planned:
        words.append(ngettext("{count} still to invite", "{count} still to invite", planned).format(count=planned))
    return " · ".join(words) or _("Nobody is invited yet")


def seats_words(seats: SeatCount) -> str:
    """How many seats are taken and left of the budget."""
    if seats.budget is None:
        return ngettext("{count} seat promised", "{count} seats promised", seats.taken).format(count=seats.taken)
    left = seats.left or 0
    if left < 0:
        sentence = _("{taken} seats promised, {over} more than there are ({budget})")
        return sentence.format(taken=seats.taken, over=-left, budget=seats.budget)
    return _("{taken} of {budget} seats promised, {left} left").format(
        taken=seats.taken, budget=seats.budget, left=left
    )


def seats_short(seats: SeatCount) -> str:
    """Seats promised of the budget, in figures."""
    if not seats.taken:
        return ""
    if seats.budget is None:
        return ngettext("{count} seat", "{count} seats", seats.taken).format(count=seats.taken)
    return _("{taken}/{budget} seats").format(taken=seats.taken, budget=seats.budget)


def due_words(due: date | None, today: date) -> str:
    """When something is due: the day, and how near or late that is."""
    if due is None:
        return _("no date yet")
    days = (due - today).days
    if days == 0:
        return _("{day}, today").format(day=current().short_day(due))
    if days < 0:
        late = ngettext("{count} day late", "{count} days late", -days).format(count=-days)
        return f"{current().short_day(due)}, {late}"
    return f"{current().short_day(due)}, " + ngettext("in {count} day", "in {count} days", days).format(count=days)


def due_tone(due: date | None, today: date) -> str:
    """The colour of a due date."""
    return "muted" if due is None else _TONES[urgency_of_due(due, today)]


def step_title(step: StepRow) -> str:
    """A step in the window's language; what a person wrote stays as it is."""
    return step.title if step.is_own else current().gettext(step.title)


def concern_title(note: ConcernNote) -> str:
    """What an agenda may say of a concern: its public text, or category and number; never what the register says."""
    if note.public_text.strip():
        return " ".join(note.public_text.split())[:300]
    return f"{label(note.category, current())} ({note.number})"


def waited(note: ConcernNote) -> str:
    """How long a concern has waited."""
    if note.days is None:
        return ""
    return ngettext("for {count} day", "for {count} days", note.days).format(count=note.days)
