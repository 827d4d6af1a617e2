"""The actions that pages and dialogs bring: one line each, read by `gui.actions`."""

from domain.i18n import N_
from gui.action_spec import ActionSpec, When
from gui.document_actions import DOCUMENT_ACTIONS
from gui.event_actions import EVENT_ACTIONS
from gui.exchange_actions import EXCHANGE_ACTIONS

PAGE_ACTIONS: tuple[ActionSpec, ...] = (
    *EVENT_ACTIONS,
    *DOCUMENT_ACTIONS,
    ActionSpec("requests.new", N_("New request"), "enter", "plan", "Ctrl+Shift+N", "plus", page="requests"),
    ActionSpec(
        "requests.accept", N_("Make event of request"), "accept", "plan", "Ctrl+Return", "calendar", page="requests",
        when=When.page, group=3,
    ),
    ActionSpec(
        "requests.triage", N_("Triage of request …"), "triage", "plan", "Ctrl+Shift+I", "wand", page="requests",
        when=When.page, group=3,
    ),
    ActionSpec(
        "requests.wait", N_("Put request on the waiting list"), "wait", "plan", icon="clock", page="requests",
        when=When.page, group=3,
    ),
    ActionSpec(
        "requests.decline", N_("Decline request …"), "decline", "plan", icon="ban", page="requests", when=When.page,
        group=3,
    ),
    ActionSpec(
        "requests.form", N_("Request form …"), "gui.dialogs.print_preview:open_request_form", "print", icon="inbox",
        when=When.file_open,
    ),
    ActionSpec(
        "calendar.today", N_("Today in the calendar"), "go_to_today", "view", icon="calendar", page="calendar",
        when=When.file_open, group=2,
    ),
    ActionSpec(
        "plan.release", N_("Release plan …"), "gui.dialogs.release:open_dialog", "plan", "Ctrl+Shift+F", "flag",
        when=When.file_open, group=8,
    ),
    ActionSpec("dialogues.new", N_("New dialogue"), "enter", "plan", "Ctrl+Shift+D", "plus", page="dialogues"),
    ActionSpec("lectures.new", N_("New lecture …"), "deeds.begin", "plan", "Ctrl+Shift+L", "plus", page="lectures"),
    ActionSpec("lectures.offer", N_("New offer"), "deeds.enter_offer", "plan", icon="plus", page="lectures"),
    ActionSpec("lectures.person", N_("New person"), "deeds.enter_person", "plan", icon="plus", page="lectures"),
    ActionSpec(
        "lectures.event", N_("New event from this offer"), "deeds.plan_event", "plan", icon="calendar", page="lectures",
        when=When.page,
    ),
    ActionSpec(
        "lectures.delete", N_("Delete offers"), "deeds.remove", "edit", "Del", "trash", page="lectures", when=When.page,
        group=5,
    ),
    ActionSpec(
        "lectures.stock", N_("Take over starting catalogue"), "gui.dialogs.stock:take_catalogue", "exchange",
        icon="lectern", when=When.file_open,
    ),
    ActionSpec("partners.new", N_("New partner"), "enter", "plan", "Ctrl+Shift+P", "plus", page="partners"),
    ActionSpec(
        "partners.delete", N_("Delete partners"), "remove", "edit", "Del", "trash", page="partners", when=When.page,
        group=5,
    ),
    ActionSpec(
        "partners.mail", N_("E-mail drafts to partners …"), "write_mail", "exchange", icon="mail", page="partners",
        when=When.page, group=2,
    ),
    ActionSpec(
        "councils.session", N_("New session"), "plan_session", "plan", icon="calendar", page="councils", when=When.page,
    ),
    ActionSpec(
        "councils.next", N_("Create next date"), "plan_next", "plan", icon="repeat", page="councils", when=When.page,
    ),
    ActionSpec(
        "councils.copy", N_("New event like this"), "copy_example", "plan", icon="copy", page="councils",
        when=When.page,
    ),
    ActionSpec("councils.new", N_("New council"), "enter", "plan", icon="table", page="councils"),
    ActionSpec(
        "councils.member", N_("Add member …"), "councils.panel.add_member.click", "plan",
        icon="people", page="councils", when=When.page,
        group=3,
    ),
    ActionSpec(
        "councils.renew", N_("Renew term"), "councils.panel.renew.click", "plan",
        icon="repeat", page="councils", when=When.page, group=3,
    ),
    ActionSpec(
        "councils.task", N_("New task …"), "councils.panel.add_task.click", "plan",
        icon="check", page="councils", when=When.page, group=3,
    ),
    ActionSpec(
        "councils.print", N_("Council profile …"), "print_profile", "print", icon="printer", page="councils",
        when=When.page,
    ),
    ActionSpec(
        "partners.duplicates", N_("Find duplicates …"), "gui.dialogs.duplicates:open_dialog", "edit", icon="merge",
        when=When.file_open, group=6,
    ),
    ActionSpec(
        "partners.stock", N_("Take over offices and police"), "gui.dialogs.stock:take_stock", "exchange",
        icon="building", when=When.file_open,
    ),
    ActionSpec("tours.new", N_("New tour"), "enter", "plan", icon="plus", page="tours"),
    ActionSpec("tours.propose", N_("Propose tour …"), "propose", "plan", "Ctrl+Shift+T", "wand", page="tours"),
    ActionSpec("tours.replan", N_("Re-plan tour …"), "replan", "plan", icon="refresh", page="tours", when=When.page),
    ActionSpec(
        "tours.print", N_("Tour sheet …"), "print_sheet", "print", icon="printer", page="tours", when=When.page,
    ),
    ActionSpec(
        "tours.export", N_("Export tour (GPX, table) …"), "gui.dialogs.tour_export:open_dialog", "exchange",
        icon="export", when=When.file_open, group=1,
    ),
    ActionSpec(
        "coverage.report", N_("Coverage report …"), "print_report", "print", icon="printer", page="coverage",
        when=When.file_open,
    ),
    ActionSpec(
        "coverage.export", N_("Export coverage …"), "export_table", "exchange", icon="export", page="coverage",
        when=When.file_open, group=1,
    ),
    ActionSpec(
        "coverage.counts", N_("Measures by cause and place …"), "gui.pages.coverage.counts_dialog:open_counts", "plan",
        icon="table", when=When.file_open, group=9,
    ),
    ActionSpec(
        "coverage.targets", N_("Targets …"), "edit_targets", "plan", icon="edit", page="coverage",
        when=When.file_open, group=9,
    ),
    ActionSpec(
        "coverage.copy_targets", N_("Copy targets to the next half-year"), "copy_targets", "plan", icon="copy",
        page="coverage", when=When.page, group=9,
    ),
    ActionSpec(
        "evaluation.everything", N_("Export everything …"), "export_everything", "exchange", icon="export",
        page="evaluation", when=When.file_open, group=1,
    ),
    ActionSpec(
        "evaluation.internal", N_("Export everything, internal only …"), "export_internal", "exchange", icon="lock",
        page="evaluation", when=When.file_open, group=1,
    ),
    ActionSpec(
        "evaluation.statistics", N_("Export statistics …"), "export_statistics", "exchange", icon="export",
        page="evaluation", when=When.file_open, group=1,
    ),
    ActionSpec(
        "concerns.capture", N_("Note concerns …"), "gui.pages.concerns.capture:open_capture", "plan", "Ctrl+Shift+A",
        "flag", when=When.file_open, group=4,
    ),
    ActionSpec(
        "concerns.forward", N_("Forward concern …"), "deeds.forward", "plan", "Ctrl+Shift+W", "send", page="concerns",
        when=When.page, group=4,
    ),
    ActionSpec(
        "concerns.answer", N_("Answer concern …"), "deeds.answer", "plan", "Ctrl+Return", "speech", page="concerns",
        when=When.page, group=4,
    ),
    ActionSpec(
        "concerns.settle", N_("Settle concern"), "deeds.settle", "plan", "Ctrl+Shift+E", "double-check",
        page="concerns", when=When.page, group=4,
    ),
    ActionSpec(
        "concerns.drop", N_("Do not pursue concern …"), "deeds.drop", "plan", icon="ban", page="concerns",
        when=When.page, group=4,
    ),
    ActionSpec(
        "concerns.reopen", N_("Reopen concern"), "deeds.reopen", "plan", icon="undo", page="concerns", when=When.page,
        group=4,
    ),
    ActionSpec(
        "concerns.delete", N_("Delete concerns"), "deeds.remove", "edit", "Del", "trash", page="concerns",
        when=When.page, group=5,
    ),
    ActionSpec(
        "concerns.print", N_("Result sheet …"), "deeds.print", "print", icon="printer", page="concerns",
        when=When.page,
    ),
    ActionSpec(
        "concerns.export", N_("Export concerns …"), "deeds.export", "exchange", icon="export", page="concerns",
        when=When.file_open, group=1,
    ),
    ActionSpec("projects.new", N_("New project"), "enter", "plan", icon="plus", page="projects"),
    ActionSpec(
        "projects.delete", N_("Delete projects"), "remove", "edit", "Del", "trash", page="projects", when=When.page,
        group=5,
    ),
    ActionSpec(
        "projects.extract", N_("Anonymised extract …"), "extract", "exchange", icon="export", page="projects",
        when=When.page, group=1,
    ),
    ActionSpec(
        "reports.parliament", N_("Answer to parliament …"), "gui.dialogs.parliament:open_dialog", "print",
        icon="document", when=When.file_open, group=2,
    ),
    ActionSpec(
        "reports.annual", N_("Annual report …"), "gui.dialogs.annual_report:open_dialog", "print", icon="chart",
        when=When.file_open, group=2,
    ),
    ActionSpec("sites.new", N_("New site"), "enter", "plan", icon="plus", page="sites"),
    ActionSpec(
        "sites.delete", N_("Delete sites"), "remove", "edit", "Del", "trash", page="sites", when=When.page, group=5,
    ),
    ActionSpec(
        "sites.print", N_("Site pass …"), "print_pass", "print", icon="printer", page="sites", when=When.page,
    ),
    ActionSpec("handouts.new", N_("New handout"), "deeds.enter", "plan", icon="plus", page="handouts"),
    ActionSpec(
        "handouts.save", N_("Save handout"), "deeds.save", "edit", "Ctrl+S", "save", page="handouts", when=When.page,
    ),
    ActionSpec(
        "handouts.language", N_("Add another language …"), "deeds.add_language", "plan", icon="globe", page="handouts",
        when=When.page,
    ),
    ActionSpec(
        "handouts.stock", N_("Put in the supplied texts"), "deeds.put_in", "exchange", icon="import", page="handouts",
        when=When.file_open,
    ),
    ActionSpec(
        "handouts.delete", N_("Delete handouts"), "deeds.remove", "edit", "Del", "trash", page="handouts",
        when=When.page, group=5,
    ),
    ActionSpec(
        "handouts.edition", N_("Delete edition"), "deeds.remove_edition", "edit", icon="trash", page="handouts",
        when=When.page, group=5,
    ),
    ActionSpec(
        "handouts.print", N_("Handout …"), "deeds.print", "print", icon="printer", page="handouts", when=When.page,
    ),
    ActionSpec(
        "handouts.export", N_("Export text of handout …"), "deeds.export", "exchange", icon="export", page="handouts",
        when=When.page, group=1,
    ),
    ActionSpec("publications.new", N_("New publication"), "deeds.enter", "plan", icon="plus", page="publications"),
    ActionSpec(
        "publications.book", N_("Book stock …"), "deeds.book", "plan", icon="book", page="publications", when=When.page,
    ),
    ActionSpec(
        "publications.edition", N_("New edition …"), "deeds.new_edition", "plan", icon="copy", page="publications",
        when=When.page,
    ),
    ActionSpec(
        "publications.delete", N_("Delete publications"), "deeds.remove", "edit", "Del", "trash", page="publications",
        when=When.page, group=5,
    ),
    ActionSpec(
        "publications.print", N_("Reorder list …"), "deeds.print_list", "print", icon="printer", page="publications",
        when=When.file_open,
    ),
    ActionSpec(
        "publications.export", N_("Export publications …"), "deeds.export", "exchange", icon="export",
        page="publications", when=When.file_open, group=1,
    ),
    ActionSpec(
        "file.welcome", N_("Start page …"), "gui.welcome.window:open_again", "file", icon="home", when=When.file_open,
    ),
    ActionSpec("file.new", N_("New file …"), "gui.dialogs.file_menu:new_file", "file", when=When.file_open),
    ActionSpec("file.open", N_("Open …"), "gui.dialogs.file_menu:open_file", "file", "Ctrl+O", "open"),
    ActionSpec(
        "file.backup", N_("Write backup …"), "gui.dialogs.file_menu:back_up", "file", "Ctrl+Shift+S", "save",
        when=When.file_open, group=1,
    ),
    ActionSpec(
        "file.restore", N_("Restore backup …"), "gui.dialogs.file_menu:restore", "file", when=When.file_open, group=1,
    ),
    ActionSpec("help.manual", N_("Manual"), "gui.manual.window:open_for_page", "help", "F1", "help"),
    ActionSpec("help.check", N_("Check file"), "gui.dialogs.file_menu:check_file", "help", when=When.file_open),
    ActionSpec("help.about", N_("About Landauf"), "gui.dialogs.about:open_dialog", "help", icon="info", group=1),
    ActionSpec(
        "print.document", N_("Print …"), "gui.dialogs.print_preview:open_dialog", "print", "Ctrl+P", "printer",
        when=When.file_open,
    ),
    ActionSpec(
        "exchange.export", N_("Export …"), "gui.dialogs.export:open_dialog", "exchange", "Ctrl+E", "export",
        when=When.file_open, group=1,
    ),
    *EXCHANGE_ACTIONS,
)  # fmt: skip
"""How a line reads:

`ActionSpec("events.new", N_("New event"), "create", "plan", "Ctrl+N", "plus", page="events", when=When.file_open)`
shows the page `events` and calls its method `create`. With `when=When.page` the action is possible only while that
page is in front and its `may("events.new")` says so. A handler "gui.dialogs.export:open_dialog" is called with the
window (`window.desk` is the open file). Lines whose page or module does not exist are left out.
"""
