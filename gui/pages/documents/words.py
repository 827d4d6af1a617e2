"""What the page of the documents says of subjects, lines and findings."""

from domain.labels import label
from domain.rows.packs import PackFinding, PackLine, PackSubject
from domain.rows.printing import PrintChoice
from domain.terms import Grade, PackProblem
from gui.texts import _, current, ngettext


def subject_words(subject: PackSubject) -> str:
    """An event or tour day in a line: day and title."""
    if subject.choice == PrintChoice():
        return _("Stale sheets")
    day = f"{current().weekday_short(subject.day)} {current().day(subject.day)} · " if subject.day else ""
    return f"{day}{subject.title}"


def context_words(subject: PackSubject) -> str:
    """What sort of subject it is, and its day; the title stands in the choice below."""
    kind = _("Tour day") if subject.choice.tour_id else label(subject.kind, current()) if subject.kind else ""
    day = f"{current().weekday_short(subject.day)} {current().day(subject.day)}" if subject.day else ""
    return " · ".join(filter(None, (kind, day)))


def line_title(line: PackLine) -> str:
    """The document, and what it is about where that is something else."""
    name = _(line.msgid)
    return f"{name}: {line.title}" if line.title else name


def icon_of(line: PackLine) -> tuple[str, str]:
    """Icon and tone of a line's state: a tick if nothing is to be done."""
    worst = line.worst
    if worst is None or worst.problem is PackProblem.unchanged:
        return "check", "done"
    if worst.problem is PackProblem.stale:
        return "clock", "warning"
    return {Grade.error: ("error", "error"), Grade.warning: ("warning", "warning"), Grade.hint: ("hint", "accent")}[
        worst.grade
    ]


def state_words(line: PackLine) -> str:
    """The word for the icon."""
    worst = line.worst
    return _("in order") if worst is None else label(worst.problem, current())


def detail(line: PackLine, pages: int | None, copies: int) -> str:
    """The second line: how many pages and copies, and what is wrong; without pages only that."""
    parts = []
    if pages:
        parts.append(ngettext("{count} page", "{count} pages", pages).format(count=pages))
    worst = line.worst
    if worst is not None and worst.problem is not PackProblem.unchanged:
        parts.append(label(worst.problem, current()))
        return " · ".join(parts)
    if copies > 1:
        parts.append(_("{count} ×").format(count=copies))
    parts.append(_("internal only") if line.is_internal else _("for outsiders too"))
    return " · ".join(parts)


def finding_words(finding: PackFinding) -> tuple[str, str]:
    """Headline of a finding; its details and what to do."""
    texts = (
        current().text(finding.detail, finding.params) if finding.detail else "",
        _(finding.remedy) if finding.remedy else "",
    )
    return label(finding.problem, current()), " ".join(filter(None, texts))


def repair_words(finding: PackFinding) -> str:
    """What the button says that leads to where it can be mended; "" where nothing can be."""
    return {
        "events": _("Go to the event"),
        "tours": _("Go to the tour"),
        "settings": _("Go to the settings"),
        "publications": _("Go to the publications"),
    }.get(finding.page, "")
