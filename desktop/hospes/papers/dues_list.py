# SPDX-License-Identifier: GPL-3.0-or-later
"""Who owes what: the list of a year's dues as it stands on a day, for the treasurer and the auditors."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code, DuesState
from hospes.domain.dues import year_name
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.dues_letters import payers_of_scope, year_of
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, choice, day, number

if TYPE_CHECKING:
    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.association import Association
    from hospes.queries.dues import PayerRow, YearSum


class Which(Code):
    """Which payers."""

    ALL = "all", N_("Everybody")
    OPEN = "open", N_("Those who owe something")
    PAID = "paid", N_("Those who have paid")
    FREE = "free", N_("Those who are exempt")


@dataclass(frozen=True, kw_only=True)
class DuesListOptions(SheetOptions):
    """Which payers, on which day."""

    which: Which = choice(N_("Who is on it"), Which.ALL)
    year: int = number(N_("Dues of the year"), 0, 0, 2200, hint=N_("This year if it is 0."), machine=True)
    as_of: date | None = day(N_("As of"), hint=N_("Today if nothing is given."), machine=True)


@dataclass(frozen=True, slots=True)
class DuesOfYear:
    """The rows, and what they come to."""

    own: "Association"
    rows: tuple["PayerRow", ...]
    sum: "YearSum"
    as_of: date


STATES = {
    Which.OPEN: {DuesState.OPEN, DuesState.PART},
    Which.PAID: {DuesState.PAID},
    Which.FREE: {DuesState.FREE},
}


class DuesList(Paper[DuesListOptions, DuesOfYear]):
    """The list of dues."""

    code: ClassVar[str] = "dues-list"
    title: ClassVar[str] = N_("List of dues")
    about: ClassVar[str] = N_("Who owes what for a year and who has paid, on any day")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.PAYERS
    options: ClassVar[type[Options]] = DuesListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: DuesListOptions, scope: Scope, locale: Locale
    ) -> DuesOfYear:
        """The payers of the year, by name."""
        from hospes.queries.association import association
        from hospes.queries.dues import payer_rows, year_sum

        own = association(connection)
        as_of = options.as_of or scope.today
        year = year_of(own, options.year, as_of)
        payers = payers_of_scope(connection, scope, year, locale)
        wanted = set(payers) if payers is not None else None
        states = STATES.get(options.which)
        rows = [
            row
            for row in payer_rows(connection, year, as_of, locale)
            if (wanted is None or row.payer in wanted) and (states is None or row.state in states)
        ]
        return DuesOfYear(own, tuple(rows), year_sum(rows, year, own.currency), as_of)

    def build(self, data: DuesOfYear, options: DuesListOptions, kit: "Kit") -> "Document":
        """Draw the list."""
        tongues, locale = kit.tongues, kit.locale
        year = year_name(data.sum.year, data.own.year_start)
        flow = kit.flow(
            tongues.text(self.title),
            lead=tongues.text("Dues {year}", year=year).joined(),
            grey=tongues.each(lambda reader: _lead(data, options, reader)).joined(),
            about=tongues.each(lambda reader: _about(data, reader)),
            confidential=tongues.text("Confidential: only for the committee"),
        )
        columns = [
            Column(tongues.ptext("person", "Name"), strong=True, least=40),
            Column(tongues.text("Class"), grow=0.5),
            Column(tongues.text("Owed"), Align.RIGHT, grow=0, whole=True),
            Column(tongues.text("Paid"), Align.RIGHT, grow=0, whole=True),
            Column(tongues.text("Still open"), Align.RIGHT, grow=0, whole=True),
            Column(tongues.text("State"), grow=0.5),
        ]
        rows = [_row(row, locale) for row in kit.enough(data.rows)]
        total = tongues.each(lambda reader: _total(data, reader)).joined()
        empty = tongues.text("Nobody is on this list.").joined()
        flow.list(Listing(columns, [Section(rows)], total, empty))
        return kit.finish()

    def table(self, data: DuesOfYear, options: DuesListOptions, locale: Locale) -> Table:
        """A row for each payer, amounts as numbers."""
        heads = [
            locale.ptext("person", "Name"), locale.text("Class"), locale.text("Owed"), locale.text("Paid"),
            locale.text("Still open"), locale.text("From earlier years"), locale.text("To their credit"),
            locale.text("Currency"), locale.text("State"), locale.text("Due on"), locale.text("Reminded"),
        ]  # fmt: skip
        return Table(locale.text(self.title), heads, [_plain(row, locale) for row in data.rows])


def _lead(data: DuesOfYear, options: DuesListOptions, locale: Locale) -> str:
    which = locale.label(options.which)
    return locale.text("{who}, as of {day}", who=which, day=locale.date(data.as_of, "long"))


def _about(data: DuesOfYear, locale: Locale) -> str:
    return locale.ntext(
        "One payer, {date}", "{n} payers, {date}", len(data.rows), date=locale.date(data.as_of, "long")
    )


def _total(data: DuesOfYear, locale: Locale) -> str:
    found = data.sum
    return locale.text(
        "Owed {owed}, paid {paid}, still open {open}",
        owed=locale.money(found.money(found.owed)),
        paid=locale.money(found.money(found.paid)),
        open=locale.money(found.money(found.open)),
    )


def _row(row: "PayerRow", locale: Locale) -> list[Cell]:
    total = row.total
    told = row.last_reminder
    state: Cell = locale.label(row.state)
    if row.open and told is not None:
        state = (locale.label(row.state), locale.text("reminded {day}", day=locale.date(told.on)))
    elif row.waived_reason:
        state = (locale.label(row.state), row.waived_reason)
    return [
        row.name,
        locale.listing(row.class_names),
        locale.money(row.money(total.owed)),
        locale.money(row.money(total.paid)) if total.paid else "",
        locale.money(row.money(row.open)) if row.open else "",
        state,
    ]


def _plain(row: "PayerRow", locale: Locale) -> "list[Value]":
    total, told = row.total, row.last_reminder
    due = max((line.due_on for line in row.lines if line.due_on), default=None)
    return [
        row.name,
        ", ".join(row.class_names),
        *(Decimal(minor) / 100 for minor in (total.owed, total.paid, row.open, row.earlier, row.credit)),
        row.currency,
        locale.label(row.state),
        due,
        told.on if told is not None else None,
    ]
