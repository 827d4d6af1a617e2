"""The release command: the plan as it is becomes a numbered version."""

from domain.cli.call import Call


def run(call: Call) -> None:
    """Freeze the plan as the next version; nothing happens if it is as the newest version has it."""
    from domain.usecases import releases

    options = call.options
    with call.workspace() as workspace:
        before = workspace.ask(releases.latest)
        row = workspace.run(releases.RELEASED, releases.release, options.note)
    is_new = before is None or row.number > before.number
    if options.json:
        call.say_json({"version": row.number, "events": row.events, "new": is_new})
        return
    _, ngettext = call.language.gettext, call.language.ngettext
    if not is_new:
        call.say(_("Nothing has changed since version {number}; it stays the newest.").format(number=row.number))
        return
    told = ngettext(
        "Released version {number} with {count} event", "Released version {number} with {count} events", row.events
    )
    call.say(told.format(number=row.number, count=row.events))
