# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk, and a window with two made-up places: what stands between a test and the frame."""

import sys
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from hospes.i18n.locale import Locale
from hospes.settings import Settings
from hospes.ui.bus import Bus
from hospes.ui.desk import Desk
from hospes.ui.look.theme import load_fonts, theme_for
from hospes.ui.main_window import MainWindow
from hospes.ui.page import Fit, Heading, NewButton, Page
from hospes.ui.pages import Place
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.tasks import Tasks
from hospes.ui.widgets.boxes import column
from hospes.ui.widgets.fields import FINE, Field, TextField, Verdict

MODULE = "hospes_test_pages"

NAMES = [
    "Albrecht, Jürgen",
    "Baumann, Christel",
    "Fischer, Hannelore",
    "Kessler, Dieter",
    "Nowak, Barbara",
    "Roux, Étienne",
]


def rows_of(names: list[str]) -> dict[str, tuple[str, str, int]]:
    """Ids and rows of people: name, place, year."""
    return {f"id{n}": (name, "Rosenau" if n % 2 else "Montclair", 1990 + n) for n, name in enumerate(names)}


def name_cell(row: tuple[str, str, int], locale: Locale) -> Cell:
    last, _, first = row[0].partition(", ")
    return Cell(row[0], "Host" if row[2] % 2 else "", initials=first[:1] + last[:1])


COLUMNS = (
    Column("name", "Name", 240, name_cell, sort="name"),
    Column("place", "Place", 120, lambda row, locale: row[1], sort="place"),
    Column("since", "Since", 70, lambda row, locale: str(row[2]), align="right"),
)


class ListPage(Page):
    """A list of people."""

    watches = frozenset({"person"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.people = rows_of(NAMES)
        self.reloads = 0
        self.news = 0
        self.table = ListTable(
            desk, "people", COLUMNS, shown=["name", "place", "since"], sort="name", label="People"
        )
        self.setLayout(column(desk.theme, self.table))

    def heading(self) -> Heading:
        return Heading(self.desk.text("Members"), "All of them", NewButton("New member", name="members.new"))

    def acts(self):
        return {"new": self.new, "find": self.table.setFocus}

    def new(self) -> None:
        self.news += 1

    def reload(self) -> None:
        self.reloads += 1
        self.table.set_rows(list(self.people), lambda ids: [self.people[one] for one in ids])

    def where(self) -> dict[str, object]:
        return {"id": self.table.current_id()}

    def show_at(self, **where: object) -> None:
        if where.get("id"):
            self.table.choose(where["id"])

    def first_focus(self):
        return self.table


class FormPage(Page):
    """A form with one field that wants an ending."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.left = 0
        self.field = Field(desk.theme, "E-mail", TextField(desk.theme), check=ending, name="form.email")
        self.other = Field(desk.theme, "Phone", TextField(desk.theme), name="form.phone")
        self.setLayout(column(desk.theme, self.field, self.other, None))

    def heading(self) -> Heading:
        return Heading("Form")

    def leave(self) -> None:
        self.left += 1
        self.field.leave()

    def where(self) -> dict[str, object]:
        return {"typed": self.field.value()}

    def show_at(self, **where: object) -> None:
        if "typed" in where:
            self.field.set_value(str(where["typed"]))


def ending(text: str) -> Verdict:
    if "." in text.partition("@")[2] or not text:
        return FINE
    return Verdict("bad", "The ending is missing.", ((".de", f"{text}.de"), (".fr", f"{text}.fr")))


PLACES = (
    Place("people", "Members", "users", "Ctrl+2", f"{MODULE}:ListPage"),
    Place("form", "Contacts", "contact", "Ctrl+3", f"{MODULE}:FormPage"),
    Place("person", "Member", "users", "", f"{MODULE}:FormPage", of="people"),
    Place("start", "Welcome", "sun", "", f"{MODULE}:FormPage", bare=True),
    Place("settings", "Settings", "settings", "Ctrl+,", f"{MODULE}:FormPage", foot=True),
)


@pytest.fixture(autouse=True)
def pages(monkeypatch):
    module = ModuleType(MODULE)
    module.ListPage, module.FormPage = ListPage, FormPage
    monkeypatch.setitem(sys.modules, MODULE, module)


@pytest.fixture
def make_desk(qapp, tmp_path):
    """A desk with these preferences; its settings are kept in a file of the test."""

    def make(**preferences: object) -> Desk:
        load_fonts()
        preferences.setdefault("backup_at_closing", False)  # tests that want one say so
        settings = Settings(**preferences)
        theme = theme_for(settings)
        theme.dress(qapp)
        return Desk(
            locale=Locale.of(settings.language or "en"),
            theme=theme,
            bus=Bus(),
            settings=settings,
            tasks=Tasks(inline=True),
            settings_file=tmp_path / "settings.toml",
        )

    yield make
    qapp.setStyleSheet("")


@pytest.fixture
def desk(make_desk) -> Desk:
    return make_desk()


@pytest.fixture
def theme(desk):
    return desk.theme


@pytest.fixture
def make_window(make_desk, qtbot):
    """A window with the made-up places, shown at a size."""

    def make(width: int = 1366, height: int = 690, **preferences: object) -> MainWindow:
        desk = make_desk(**preferences)

        def speak() -> None:
            desk.locale = Locale.of(desk.settings.language or "en")

        window = MainWindow(desk, PLACES, language=speak)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return make


@pytest.fixture
def window(make_window) -> MainWindow:
    found = make_window()
    found.go("people", {})
    QApplication.processEvents()
    return found


__all__ = ["COLUMNS", "NAMES", "Fit", "ListPage"]
