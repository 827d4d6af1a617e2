"""What the assembly law of Sachsen-Anhalt (VersammlG LSA) asks of a public dialogue, as checks that explain."""

from dataclasses import dataclass

from domain.i18n import N_
from domain.rows.events import DialogueFacts, EventDraft


@dataclass(frozen=True, slots=True)
class LawCheck:
    """One point: what the law says, whether the event is in order, and what to do if not (msgids)."""

    key: str
    paragraph: str
    headline: str
    reason: str
    is_met: bool


def assembly_checks(draft: EventDraft) -> tuple[LawCheck, ...]:
    """The three points for a dialogue: inviting body, press, exclusion of groups.

    Whether an official dialogue is an assembly is the office's own legal call (note domain 4.5); these are reminders.
    """
    facts = draft.facts if isinstance(draft.facts, DialogueFacts) else DialogueFacts()
    host = draft.host_id is not None or bool(draft.host_name.strip())
    groups = " ".join(facts.excluded_groups.split())
    told = not groups or groups.casefold() in " ".join(draft.public_text.split()).casefold()
    return (
        LawCheck(
            "host",
            "§ 2 (1)",
            N_("The inviting body is named") if host else N_("The inviting body is missing"),
            N_("Whoever invites to a public assembly must give their name in the invitation."),
            host,
        ),
        LawCheck(
            "press",
            "§ 5 (2)",
            N_("The press is admitted") if facts.press_admitted else N_("The press is excluded"),
            N_("Representatives of the press cannot be excluded; they show their press card."),
            facts.press_admitted,
        ),
        LawCheck(
            "groups",
            "§ 5 (1)",
            _groups_headline(groups, told=told),
            N_("Certain people or groups can be excluded only in the invitation itself, not at the door."),
            told,
        ),
    )


def _groups_headline(groups: str, *, told: bool) -> str:
    if not groups:
        return N_("No group is excluded")
    return (
        N_("The invitation names the excluded groups")
        if told
        else N_("The public text does not name the excluded groups")
    )
