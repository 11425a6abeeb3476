# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command of the window as data: menus, keys, the page of keys and "Do:" in search come from here.

A command either knows what to do by itself or asks the page in view for one of its `acts()`. A menu item that
cannot be used now is grey. To add a command: one line in `COMMANDS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.settings import Scheme
    from hospes.ui.desk import Desk

Menu = Literal["file", "edit", "view", "go", "tools", "help", ""]

MENUS: tuple[tuple[Menu, str], ...] = (
    ("file", N_("File")),
    ("edit", N_("Edit")),
    ("view", N_("View")),
    ("go", N_("Go")),
    ("tools", N_("Tools")),
    ("help", N_("Help")),
)


@dataclass(frozen=True)
class Command:
    """One command. Its code is its objectName with `command.` before it."""

    code: str
    label: str  # msgid
    menu: Menu
    call: Callable[[Desk], object]
    key: str = ""
    icon: str = ""
    also: tuple[str, ...] = ()  # further keys that do the same
    can: Callable[[Desk], bool] | None = None
    ticked: Callable[[Desk], bool] | None = None
    line: bool = False  # a line before it in the menu
    find: bool = True  # offered by search
    place: str = ""  # needs this page: absent where that is not built (decision 43)


def page(act: str) -> tuple[Callable[[Desk], object], Callable[[Desk], bool]]:
    """Call and condition of a command that the page in view carries out."""

    def call(desk: Desk) -> object:
        return desk.act(act)

    def can(desk: Desk) -> bool:
        return desk.can(act)

    return call, can


def act(
    code: str,
    label: str,
    menu: Menu,
    name: str,
    key: str = "",
    icon: str = "",
    also: tuple[str, ...] = (),
    *,
    line: bool = False,
    find: bool = True,
) -> Command:
    """A command that is one of the acts of the page in view."""
    call, can = page(name)
    return Command(code, label, menu, call, key, icon, also, can, line=line, find=find)


def to(place: str, **where: object) -> Callable[[Desk], object]:
    """A call that opens a place."""

    def call(desk: Desk) -> object:
        desk.go(place, **where)
        return None

    return call


def resize(by: int) -> Callable[[Desk], object]:
    """A call that makes the text larger (+1), smaller (-1) or normal (0)."""

    def call(desk: Desk) -> object:
        desk.prefer(text_size=desk.theme.scale.step(by) if by else 0)
        return None

    return call


def scheme(name: Scheme) -> tuple[Callable[[Desk], object], Callable[[Desk], bool]]:
    """Call and tick of a command that chooses light, dark, or what the computer has."""

    def call(desk: Desk) -> object:
        desk.prefer(scheme=name)
        return None

    def ticked(desk: Desk) -> bool:
        return desk.settings.scheme == name

    return call, ticked


def look(code: str, label: str, name: Scheme, *, line: bool = False) -> Command:
    """A command that chooses a colour scheme."""
    call, ticked = scheme(name)
    return Command(code, label, "view", call, ticked=ticked, line=line)


def bring_in(desk: Desk) -> object:
    """Bring in what the page in view is about (guests of a visit), or whatever is chosen then."""
    if not desk.act("bring_in"):
        desk.go("import")
    return None


def partner_file(desk: Desk) -> object:
    """The file for the partner, of the visit in view if one is."""
    if not desk.act("partner_file"):
        desk.go("partner")
    return None


def take_out(desk: Desk) -> object:
    """Take out what the list in view shows, or whatever is chosen then."""
    if not desk.act("take_out"):
        desk.go("export")
    return None


def open_file(desk: Desk) -> bool:
    """Whether a file is open."""
    return desk.app is not None


def writable(desk: Desk) -> bool:
    """Whether the open file may be changed."""
    return desk.app is not None and not desk.app.read_only


COMMANDS: tuple[Command, ...] = (
    # -- File
    Command("file.new", N_("New association"), "file", to("start", step="new"), icon="file-plus",
            place="start"),
    act("file.open", N_("Open…"), "file", "frame.open", "Ctrl+O", "folder-open"),
    Command("file.import", N_("Bring in a spreadsheet…"), "file", bring_in, icon="file-spreadsheet",
            can=writable, line=True, place="import"),
    Command("file.export", N_("Take out…"), "file", take_out, icon="file-down", can=open_file,
            place="export"),
    Command("file.partner", N_("File for the partner…"), "file", partner_file, icon="file-down",
            can=open_file, place="partner"),
    Command("file.laptop_copy", N_("Make a copy for the other laptop…"), "file", to("laptop", copy=True),
            icon="copy", can=open_file, line=True, place="laptop"),
    Command("file.laptop", N_("Bring in the other laptop's file…"), "file", to("laptop", choose=True),
            icon="git-merge", can=writable, place="laptop"),
    act("file.print", N_("Print…"), "file", "print", "Ctrl+P", "printer", line=True),
    act("file.pdf", N_("Straight to PDF"), "file", "pdf", "Ctrl+Shift+P", "file-down"),
    act("file.backup", N_("Back up now"), "file", "frame.backup", "Ctrl+B", "shield-check", line=True),
    Command("file.backups", N_("Go back to a backup…"), "file", to("backups"), icon="archive-restore",
            can=open_file, place="backups"),
    act("file.copy", N_("Save a copy elsewhere…"), "file", "frame.save_copy", "", "copy"),
    act("file.lock", N_("Lock now"), "file", "frame.lock", "", "lock"),
    act("file.close", N_("Close the file"), "file", "frame.close", "", "log-out", line=True, find=False),
    act("file.quit", N_("Quit"), "file", "frame.quit", "Ctrl+Q", find=False),
    # -- Edit
    act("edit.undo", N_("Undo"), "edit", "frame.undo", "Ctrl+Z", "undo-2", find=False),
    act("edit.redo", N_("Redo"), "edit", "frame.redo", "Ctrl+Shift+Z", "redo-2", ("Ctrl+Y",), find=False),
    act("edit.cut", N_("Cut"), "edit", "frame.cut", "Ctrl+X", line=True, find=False),
    act("edit.copy", N_("Copy"), "edit", "frame.copy", "Ctrl+C", "copy", find=False),
    act("edit.paste", N_("Paste"), "edit", "frame.paste", "Ctrl+V", find=False),
    act("edit.new", N_("New here"), "edit", "new", "Ctrl+N", "plus", line=True, find=False),
    act("edit.choose", N_("New: choose what"), "edit", "frame.new_choice", "Ctrl+Shift+N", find=False),
    act("edit.add", N_("Add what the form holds"), "edit", "add", "Ctrl+Return", "", ("Ctrl+Enter",),
        find=False),
    act("edit.edit", N_("Edit the chosen line"), "edit", "edit", "F2", "pencil", find=False),
    act("edit.find", N_("Find in this list"), "edit", "find", "Ctrl+F", "search", line=True),
    act("edit.doubt", N_("Next thing to mend"), "edit", "next_doubt", "F8", find=False),
    act("edit.doubt_back", N_("Previous thing to mend"), "edit", "previous_doubt", "Shift+F8", find=False),
    act("edit.to_bin", N_("Put in the bin"), "edit", "bin", "", "trash-2", line=True, find=False),
    Command("edit.bin", N_("Bin…"), "edit", to("bin"), icon="archive-restore", can=open_file, place="bin"),
    Command("edit.history", N_("History"), "edit", to("history"), icon="clock", can=open_file,
            place="history"),
    # -- View
    Command("view.bigger", N_("Text bigger"), "view", resize(1), "Ctrl++", "zoom-in", ("Ctrl+=",)),
    Command("view.smaller", N_("Text smaller"), "view", resize(-1), "Ctrl+-", "zoom-out"),
    Command("view.normal", N_("Text as usual"), "view", resize(0), "Ctrl+0"),
    look("view.light", N_("Light"), "light", line=True),
    look("view.dark", N_("Dark"), "dark"),
    look("view.computer", N_("As the computer"), "computer"),
    act("view.fold", N_("Fold the right pane"), "view", "fold", "F9", "panel-right", line=True),
    act("view.columns", N_("Columns…"), "view", "columns", "", "columns-3"),
    # -- Go; the places come first
    act("go.back", N_("Back"), "go", "frame.back", "Alt+Left", "arrow-left", line=True, find=False),
    act("go.forward", N_("Forward"), "go", "frame.forward", "Alt+Right", "arrow-right", find=False),
    act("go.find", N_("Find anyone or anything"), "go", "frame.search", "Ctrl+K", "search", line=True,
        find=False),
    act("go.pane", N_("Next pane"), "go", "frame.pane", "F6", find=False),
    act("go.pane_back", N_("Previous pane"), "go", "frame.pane_back", "Shift+F6", find=False),
    act("go.tab", N_("Next tab"), "go", "next_tab", "Ctrl+Tab", "", ("Ctrl+PgDown",), find=False),
    act("go.tab_back", N_("Previous tab"), "go", "previous_tab", "Ctrl+Shift+Tab", "", ("Ctrl+PgUp",),
        find=False),
    # -- Tools
    Command("tools.statement", N_("Bring in a bank statement…"), "tools",
            to("money", tab="bank", statement=True), icon="upload", can=writable, place="money"),
    Command("tools.collect", N_("Collect dues…"), "tools", to("money", tab="bank", collect=True),
            icon="coins", can=writable, place="money"),
    Command("tools.payment", N_("Record a payment"), "tools", to("money", pay="new"), icon="coins",
            can=writable, place="money"),
    Command("tools.entry", N_("Write an entry in the journal"), "tools", to("money", tab="journal", new=True),
            icon="scroll-text", can=writable, place="money"),
    Command("tools.year", N_("Annual accounts, close the year"), "tools", to("money", tab="year"),
            icon="lock", can=open_file, place="money"),
    Command("tools.reminders", N_("Write reminders of dues"), "tools",
            to("print", paper="dues-reminder"), icon="mail", can=open_file, place="money"),
    Command("tools.letters", N_("Letters to many"), "tools", to("letters"), icon="mail", can=open_file,
            place="letters"),
    Command("tools.newsletter", N_("E-mail list of the newsletter"), "tools",
            to("letters", pane="email", newsletter=True), icon="at-sign", can=open_file, place="letters"),
    Command("tools.doubles", N_("Look for doubles"), "tools", to("doubles"), icon="users", can=open_file,
            place="doubles"),
    Command("tools.check", N_("Check the records"), "tools", to("check"), icon="list-checks", can=open_file,
            place="check"),
    Command("tools.retention", N_("Kept longer than it may be"), "tools", to("retention"),
            icon="shield-check", can=open_file, place="retention"),
    Command("tools.places", N_("Towns and regions"), "tools", to("places"), icon="map-pin", can=open_file,
            place="places"),
    Command("tools.invite", N_("Invitation list"), "tools", to("contacts", view="invite"), icon="mail",
            can=open_file, place="contacts"),
    Command("tools.match", N_("Find a partner"), "tools", to("contacts", view="match"), icon="search",
            can=open_file, place="contacts"),
    Command("tools.opposite", N_("Who stands opposite whom"), "tools", to("contacts", view="opposite"),
            icon="handshake", can=open_file, place="contacts"),
    Command("tools.calendar", N_("Bring in a calendar"), "tools", to("calendarIn"), icon="calendar-days",
            can=open_file, place="calendarIn"),
    Command("tools.network", N_("Figures of associations"), "tools", to("network"), icon="chart-column",
            can=open_file, place="network"),
    Command("tools.handover", N_("Hand over to a new committee…"), "tools", to("handover"), icon="file-down",
            can=open_file, place="handover"),
    Command("tools.projects", N_("Projects"), "tools", to("projects"), icon="clipboard-list",
            can=open_file, place="projects"),
    Command("tools.goods", N_("Goods of an aid transport"), "tools", to("goods"), icon="bus",
            can=open_file, place="goods"),
    Command("tools.venues", N_("Venues"), "tools", to("venues"), icon="accessibility", can=open_file,
            place="venues"),
    Command("tools.courtesies", N_("Gifts and honours"), "tools", to("courtesies"), icon="gift",
            can=open_file, place="courtesies"),
    Command("tools.hours", N_("Volunteer hours"), "tools", to("hours"), icon="clock", can=open_file,
            place="hours"),
    Command("tools.feedback", N_("Feedback"), "tools", to("feedback"), icon="flag", can=open_file,
            place="feedback"),
    Command("tools.trainings", N_("Trainings"), "tools", to("trainings"), icon="graduation-cap",
            can=open_file, place="trainings"),
    Command("tools.advice", N_("Advice"), "tools", to("advice"), icon="circle-help", can=open_file,
            place="advice"),
    Command("tools.publications", N_("Publications"), "tools", to("publications"), icon="scroll-text",
            can=open_file, place="publications"),
    Command("tools.references", N_("Reference library"), "tools", to("references"), icon="scroll-text",
            can=open_file, place="references"),
    Command("tools.textBlocks", N_("Texts to use again"), "tools", to("textBlocks"), icon="sticky-note",
            can=open_file, place="textBlocks"),
    Command("tools.priorities", N_("Priority countries"), "tools", to("priorities"), icon="flag",
            can=open_file, place="priorities"),
    Command("tools.directory", N_("Directory of links"), "tools", to("directory"), icon="link", can=open_file,
            place="directory"),
    # -- Help
    act("help.page", N_("Help for this page"), "help", "frame.help", "F1", "circle-help"),
    act("help.steps", N_("First steps"), "help", "frame.first_steps", "", "flag"),
    Command("help.keys", N_("Keys"), "help", to("settings", section="keys"), icon="keyboard",
            place="settings"),
    act("help.example", N_("Open the example association"), "help", "frame.example", "", "sparkles",
        line=True),
    Command("help.about", N_("About Hospes"), "help", to("settings", section="about"), icon="info",
            place="settings", line=True),
)  # fmt: skip
