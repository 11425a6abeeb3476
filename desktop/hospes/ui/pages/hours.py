# SPDX-License-Identifier: GPL-3.0-or-later
"""Volunteer hours in the window: for several people at once, by year, with the sum of what is shown (S16)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.actions.volunteering import DropHours, KeepHours
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.volunteering import HoursKind, read_minutes, say_minutes
from hospes.i18n.marks import N_
from hospes.queries.visits import visit_row
from hospes.queries.volunteering import HoursRow, hours_rows, hours_years
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.occasions import OccasionChoice
from hospes.ui.pages.people_picks import PeoplePicks
from hospes.ui.rows import Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale


def _days(one: HoursRow, locale: Locale) -> str:
    return locale.span(one.first, one.last or one.first)


def _hours(one: HoursRow, locale: Locale) -> str:
    return say_minutes(one.minutes, locale)


def _of(*kinds: HoursKind) -> Callable[[HoursRow], bool]:
    return lambda one: one.kind in kinds


class HoursPage(BookPage[HoursRow]):
    """The entries of a year; one form writes down the same hours for several people."""

    _for: UUID | None = None
    """The visit whose page asked for new hours."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"volunteer_hours", "person", "person_name", "visit_text", "event_text"}
    )

    NAME = "hours"
    ICON = "clock"
    WORDS = BookWords(
        N_("Volunteer hours"),
        N_("Time that people gave, for funders, thanks and the figures of the year"),
        N_("Hours for visits, meetings, interpreting: funders ask for them, and thanks build on them."),
        N_("The hours are kept."),
        N_("New hours"),
    )
    IMPORT = "hours"
    SHOWN = ("days", "name", "minutes", "kind", "occasion")
    COMPACT = ("days", "name", "minutes", "kind")
    NARROW = ("name", "minutes")

    # -- the list ------------------------------------------------------------------------------------

    def columns(self) -> Sequence[Column[HoursRow]]:
        return (
            Column("days", N_("When"), 170, _days, "days"),
            Column("name", N_("Who"), 200, lambda one, _: one.name, "name", least=140),
            Column("minutes", N_("Hours"), 130, _hours, "minutes", align="right", least=110),
            Column("kind", N_("What for"), 220, lambda one, locale: locale.label(one.kind), "kind"),
            Column("occasion", N_("Visit or event"), 220, lambda one, _: one.occasion, "occasion", goes=1),
            Column("note", N_("Note"), 160, lambda one, _: one.note, "note", goes=2),
        )

    def views(self) -> Sequence[View[HoursRow]]:
        return (
            View("all", N_("All"), lambda _: True),
            View("visits", N_("Visits"), _of(HoursKind.VISIT, HoursKind.HOSTING, HoursKind.INTERPRETING)),
            View("committee", N_("Committee"), _of(HoursKind.COMMITTEE, HoursKind.OFFICE)),
            View("other", N_("Other"), _of(HoursKind.EVENT, HoursKind.OTHER)),
        )

    def read(self) -> Sequence[HoursRow]:
        desk = self.desk
        chosen = self.year.code() or str(desk.file.today.year)
        years = sorted({desk.file.today.year, int(chosen), *desk.read(hours_years)}, reverse=True)
        self.year.set_options([(str(year), str(year)) for year in years], chosen)
        return desk.read(hours_rows, desk.locale, year=int(chosen))

    def reload(self, *_: object) -> None:
        super().reload()
        desk = self.desk
        minutes = sum(one.minutes for one in self._rows.values())
        people = len({one.person for one in self._rows.values()})
        words = desk.ntext(
            "{n} person gave {hours}", "{n} people gave {hours}", people,
            hours=say_minutes(minutes, desk.locale),
        )  # fmt: skip
        self.total.setText(words if people else "")

    def text_of(self, one: HoursRow) -> str:
        return " ".join((one.name, one.occasion, one.note, self.desk.locale.label(one.kind)))

    def order(self, one: HoursRow, key: str) -> Order:
        locale = self.desk.locale
        if key == "days":
            return one.first.toordinal(), locale.sort_key(one.name)
        if key == "minutes":
            return one.minutes, locale.sort_key(one.name)
        return 0, locale.sort_key(locale.label(one.kind) if key == "kind" else str(getattr(one, key)))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropHours:
        return DropHours(ids)

    def tools(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        self.year = Choice(theme, name="hours.year")
        self.year.setAccessibleName(desk.text("Year"))
        self.year.picked.connect(self.reload)
        self.total = Label(theme, "", "m", name="hours.total")
        sheet = link_button(
            theme, desk.text("Print the year"), self._print, icon="printer", name="hours.print"
        )
        confirm = link_button(
            theme, desk.text("Print confirmations"), self._confirm, icon="printer", name="hours.confirm"
        )
        self.total.setMinimumHeight(sheet.sizeHint().height())
        return self.year, sheet, confirm, self.total

    def _print(self) -> None:
        self.desk.go("print", paper="volunteer-hours", options={"year": self.year.code()})

    def _confirm(self) -> None:
        """For those whose entries are chosen, or for everybody who gave time in the year."""
        chosen = self.table.chosen_ids() or list(self._rows)
        people = list(dict.fromkeys(self._rows[one].person.hex for one in chosen if one in self._rows))
        self.desk.go(
            "print", paper="volunteer-confirmation", people=people, options={"year": self.year.code()}
        )

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**super().acts(), "print": self._print}

    def show_at(self, **where: object) -> None:
        visit = where.get("visit")
        self._for = UUID(hex=visit) if isinstance(visit, str) and visit else None
        year = where.get("year")
        if isinstance(year, int) and year:
            self.year.set_options([(str(year), str(year))], str(year))
        super().show_at(**where)

    def where(self) -> dict[str, object]:
        return {**super().where(), "year": int(self.year.code() or 0)}

    # -- the form ------------------------------------------------------------------------------------

    def build_form(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        self._gone = False
        self.people, self.occasion = PeoplePicks(desk), OccasionChoice(desk)
        kinds = [(one.value, desk.locale.label(one)) for one in HoursKind]
        people = self.put(
            "people", N_("Who"), self.people, hint=desk.text("The hours count for each of them.")
        )
        rest = (
            self.put(
                "minutes", N_("Hours"), TextField(theme, example="2:30"), width=NARROW_FIELD,
                check=self._understood,
            ),
            self.day_field("first", N_("Day, or the first of several"), width=NARROW_FIELD),
            self.day_field("last", N_("Last day"), width=NARROW_FIELD),
            self.put("kind", N_("What for"), Choice(theme, kinds), width=WIDE_FIELD),
            self.put("occasion", N_("Visit or event"), self.occasion, width=WIDE_FIELD),
            self.put("note", N_("Note"), TextField(theme), width=WIDE_FIELD),
        )  # fmt: skip
        return people, holder(FlowLayout(theme, *rest, gap=14))

    def first_field(self) -> QWidget:
        return self.people.line

    def _understood(self, typed: str) -> Verdict:
        """The hours as they were read, or how to write them."""
        if not typed.strip():
            return Verdict("fine")
        try:
            return Verdict("fine", say_minutes(read_minutes(typed), self.desk.locale))
        except UserError as problem:
            return Verdict("bad", self.desk.words(problem))

    def fill(self, one: HoursRow | None) -> None:
        desk, fields = self.desk, self.fields
        self.people.read((one.person,) if one is not None else ())
        # Whoever was erased or lies in the bin can no longer be chosen; the hours stay theirs.
        self._gone = one is not None and not self.people.ids()
        first, last = (one.first, one.last) if one is not None else self._days_of_visit()
        self.occasion.read(one.visit_id if one else self._for, one.event_id if one else None)
        fields["minutes"].set_value(say_minutes(one.minutes, desk.locale) if one is not None else "")
        fields["first"].set_value(self.day_words(first))
        fields["last"].set_value(self.day_words(last) if last is not None else "")
        fields["kind"].set_value((one.kind if one is not None else HoursKind.VISIT).value)
        fields["note"].set_value(one.note if one is not None else "")

    def _days_of_visit(self) -> tuple[date, date | None]:
        """The days of the visit whose page asked for new hours, else today."""
        desk, today = self.desk, self.desk.file.today
        if self._for is None:
            return today, None
        visit = desk.read(visit_row, self._for, desk.locale.language, today)
        first = visit.first or today
        return first, visit.last if visit.last != first else None

    def act(self, one: UUID | None) -> KeepHours:
        try:
            minutes = read_minutes(self.fields["minutes"].value())
        except UserError as problem:
            raise FieldProblem("minutes", problem.msgid) from problem
        values = {
            "minutes": minutes,
            "first": self.day("first"),
            "last": self.day("last"),
            "kind": HoursKind(self.fields["kind"].value()),
            "visit_id": self.occasion.visit,
            "event_id": self.occasion.event_,
            "note": self.fields["note"].value(),
        }
        people = self.people.ids()
        return KeepHours(values, None if self._gone and not people else people, one)
