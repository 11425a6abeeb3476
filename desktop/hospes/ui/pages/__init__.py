# SPDX-License-Identifier: GPL-3.0-or-later
"""The places of the window: one file and one line each, in the order of the rail (design 3).

The order never changes and Ctrl+1 to Ctrl+8 keep their meaning: a place that is not built yet is absent, not
empty (decision 43). A page's module is imported when it is first opened.
"""

from dataclasses import dataclass

from hospes.i18n.marks import N_
from hospes.ui.page import Page, late_class


@dataclass(frozen=True, slots=True)
class Place:
    """A place one can go to."""

    code: str
    label: str  # msgid
    icon: str
    key: str  # shortcut, "" for none
    factory: str  # "module:class", imported late
    of: str = ""  # the place of the rail it belongs to; such a page has no entry of its own
    foot: bool = False  # stands at the foot of the rail
    bare: bool = False  # covers the whole window, without rail and top bar

    @property
    def on_rail(self) -> bool:
        """Whether the rail and the Go menu list it."""
        return not self.of and not self.bare

    def load(self) -> type[Page]:
        """The page's class."""
        return late_class(self.factory, Page)


PAGES: tuple[Place, ...] = (
    Place("today", N_("Today"), "sun", "Ctrl+1", "hospes.ui.pages.today:TodayPage"),
    Place("members", N_("Members"), "users", "Ctrl+2", "hospes.ui.pages.members:MembersPage"),
    Place("contacts", N_("Contacts"), "contact", "Ctrl+3", "hospes.ui.pages.contacts:ContactsPage"),
    Place("person", N_("Person"), "users", "", "hospes.ui.pages.person_page:PersonPage", of="members"),
    Place(
        "household",
        N_("Household"),
        "house",
        "",
        "hospes.ui.pages.household_page:HouseholdPage",
        of="members",
    ),
    Place("twinnings", N_("Twinnings"), "handshake", "Ctrl+4", "hospes.ui.pages.twinnings:TwinningsPage"),
    Place(
        "twinning",
        N_("Twinning"),
        "handshake",
        "",
        "hospes.ui.pages.twinning:TwinningPage",
        of="twinnings",
    ),
    Place(
        "places", N_("Towns and regions"), "map-pin", "", "hospes.ui.pages.places:PlacesPage", of="twinnings"
    ),
    Place(
        "directory",
        N_("Directory of links"),
        "link",
        "",
        "hospes.ui.pages.directory:DirectoryPage",
        of="twinnings",
    ),
    Place(
        "network",
        N_("Figures of associations"),
        "chart-column",
        "",
        "hospes.ui.pages.network_figures:NetworkFiguresPage",
        of="twinnings",
    ),
    Place(
        "courtesies",
        N_("Gifts and honours"),
        "gift",
        "",
        "hospes.ui.pages.courtesies:CourtesiesPage",
        of="twinnings",
    ),
    Place(
        "goods", N_("Goods of an aid transport"), "bus", "", "hospes.ui.pages.goods:GoodsPage", of="twinnings"
    ),
    Place("venues", N_("Venues"), "accessibility", "", "hospes.ui.pages.venues:VenuesPage", of="twinnings"),
    Place("feedback", N_("Feedback"), "flag", "", "hospes.ui.pages.feedback:FeedbackPage", of="twinnings"),
    Place("hours", N_("Volunteer hours"), "clock", "", "hospes.ui.pages.hours:HoursPage", of="twinnings"),
    Place(
        "trainings",
        N_("Trainings"),
        "graduation-cap",
        "",
        "hospes.ui.pages.trainings:TrainingsPage",
        of="twinnings",
    ),
    Place(
        "publications",
        N_("Publications"),
        "scroll-text",
        "",
        "hospes.ui.pages.publications:PublicationsPage",
        of="twinnings",
    ),
    Place(
        "references",
        N_("Reference library"),
        "scroll-text",
        "",
        "hospes.ui.pages.references:ReferencesPage",
        of="twinnings",
    ),
    Place(
        "textBlocks",
        N_("Texts to use again"),
        "sticky-note",
        "",
        "hospes.ui.pages.text_blocks:TextBlocksPage",
        of="twinnings",
    ),
    Place(
        "priorities",
        N_("Priority countries"),
        "flag",
        "",
        "hospes.ui.pages.priorities:PrioritiesPage",
        of="twinnings",
    ),
    Place("advice", N_("Advice"), "circle-help", "", "hospes.ui.pages.advice:AdvicePage", of="twinnings"),
    Place(
        "projects",
        N_("Projects"),
        "clipboard-list",
        "",
        "hospes.ui.pages.projects:ProjectsPage",
        of="twinnings",
    ),
    Place(
        "project",
        N_("Project"),
        "clipboard-list",
        "",
        "hospes.ui.pages.project:ProjectPage",
        of="twinnings",
    ),
    Place("themes", N_("Themes"), "tag", "", "hospes.ui.pages.themes:ThemesPage", of="twinnings"),
    Place("visits", N_("Visits"), "bus", "Ctrl+5", "hospes.ui.pages.visits:VisitsPage"),
    Place("visit", N_("Visit"), "bus", "", "hospes.ui.pages.visit:VisitPage", of="visits"),
    Place("calendar", N_("Calendar"), "calendar-days", "Ctrl+6", "hospes.ui.pages.calendar:CalendarPage"),
    Place(
        "calendarIn",
        N_("Bring in a calendar"),
        "calendar-days",
        "",
        "hospes.ui.pages.calendar_in:CalendarInPage",
        of="calendar",
    ),
    Place("event", N_("Event"), "calendar-days", "", "hospes.ui.pages.event:EventPage", of="calendar"),
    Place("money", N_("Money"), "wallet", "Ctrl+7", "hospes.ui.pages.money:MoneyPage"),
    Place("print", N_("Print & post"), "printer", "Ctrl+8", "hospes.ui.pages.print_centre:PrintPage"),
    Place("letters", N_("Letters"), "mail", "", "hospes.ui.pages.letters:LettersPage", of="print"),
    Place(
        "doubles", N_("Look for doubles"), "users", "", "hospes.ui.pages.doubles:DoublesPage", of="members"
    ),
    Place(
        "import",
        N_("Bring in a list"),
        "file-spreadsheet",
        "",
        "hospes.ui.pages.bring_in:BringInPage",
        of="members",
    ),
    Place("export", N_("Take out"), "file-down", "", "hospes.ui.pages.take_out:TakeOutPage", of="today"),
    Place("handover", N_("Hand over"), "file-down", "", "hospes.ui.pages.handover:HandoverPage", of="today"),
    Place(
        "partner",
        N_("File for the partner"),
        "file-down",
        "",
        "hospes.ui.pages.partner_file:PartnerFilePage",
        of="visits",
    ),
    Place(
        "retention",
        N_("Kept longer than it may be"),
        "shield-check",
        "",
        "hospes.ui.pages.retention:RetentionPage",
        of="today",
    ),
    Place("check", N_("Check the records"), "list-checks", "", "hospes.ui.pages.check:CheckPage", of="today"),
    Place(
        "backups",
        N_("Go back to a backup"),
        "archive-restore",
        "",
        "hospes.ui.pages.backups:BackupsPage",
        of="today",
    ),
    Place("laptop", N_("The other laptop"), "git-merge", "", "hospes.ui.pages.laptop:LaptopPage", of="today"),
    Place("history", N_("History"), "clock", "", "hospes.ui.pages.history:HistoryPage", of="today"),
    Place("bin", N_("Bin"), "trash-2", "", "hospes.ui.pages.bin:BinPage", of="today"),
    Place("password", N_("Password"), "lock", "", "hospes.ui.pages.password:PasswordPage", bare=True),
    Place("start", N_("First steps"), "flag", "", "hospes.ui.pages.start:StartPage", bare=True),
    Place(
        "settings", N_("Settings"), "settings", "Ctrl+,", "hospes.ui.pages.settings:SettingsPage", foot=True
    ),
)
