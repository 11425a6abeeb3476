# SPDX-License-Identifier: GPL-3.0-or-later
"""Birthdays and jubilees of membership in a stretch of time: whom to visit, whom to write, whom to thank."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.ages import anniversaries, is_round_birthday, is_round_membership
from hospes.domain.codes import Code, ContactKind
from hospes.domain.errors import UserError
from hospes.domain.values import DateSpan, RoughDate
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.options import Options, SheetOptions, choice, day, several, tick
from hospes.papers.people import (
    PeopleOnPaper,
    address_cell,
    listed_name,
    phone,
    phones,
    read_people,
    text_of,
)

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.paper_people import PaperPerson


class Period(Code):
    """Which days the list is about."""

    QUARTER = "quarter", N_("The next three months")
    MONTH = "month", N_("This month")
    NEXT_MONTH = "next-month", N_("Next month")
    YEAR = "year", N_("This year")
    DAYS = "days", N_("From a day to a day")


class What(Code):
    """What is celebrated."""

    BIRTHDAYS = "birthdays", N_("Birthdays")
    JUBILEES = "jubilees", N_("Jubilees of membership")


class Detail(Code):
    """What stands beside a name."""

    YEARS = "years", N_("How old or how long")
    PHONES = "phones", N_("Telephone")
    ADDRESS = "address", N_("Address")


@dataclass(frozen=True, kw_only=True)
class BirthdayListOptions(SheetOptions):
    """How the list is made."""

    period: Period = choice(N_("Which days"), Period.QUARTER)
    first: date | None = day(N_("From"), hint=N_("For “From a day to a day”."))
    last: date | None = day(N_("To"))
    what: tuple[What, ...] = several(N_("What"), (What.BIRTHDAYS, What.JUBILEES), What)
    round_only: bool = tick(N_("Only round ones"))
    show: tuple[Detail, ...] = several(N_("Show"), (Detail.YEARS, Detail.PHONES, Detail.ADDRESS), Detail)


@dataclass(frozen=True, slots=True)
class Feast:
    """Somebody's birthday or jubilee; `on` is the first of January where only the year is known."""

    person: "PaperPerson"
    what: What
    on: date
    years: int
    exact: bool
    round: bool


@dataclass(frozen=True, slots=True)
class Feasts:
    """All of a stretch of time, by day."""

    listed: PeopleOnPaper
    span: DateSpan
    feasts: tuple[Feast, ...]
    without_day: int
    """People whose birthday is not known by its day."""


class BirthdayList(Paper[BirthdayListOptions, Feasts]):
    """Birthdays and jubilees."""

    code: ClassVar[str] = "birthday-list"
    title: ClassVar[str] = N_("Birthdays and jubilees")
    about: ClassVar[str] = N_("Whom to visit, write to or thank in the next months")
    group: ClassVar[PaperGroup] = PaperGroup.MEMBERS
    needs: ClassVar[Needs] = Needs.PEOPLE
    options: ClassVar[type[Options]] = BirthdayListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: BirthdayListOptions, scope: Scope, locale: Locale
    ) -> Feasts:
        """Birthdays and jubilees of the people of the scope; nobody who has died."""
        first, last = _span(options, scope.today)
        listed = read_people(connection, scope, locale)
        living = [person for person in listed.people if not person.deceased]
        found: list[Feast] = []
        if What.BIRTHDAYS in options.what:
            for person in living:
                found += _birthdays(person, first, last)
        if What.JUBILEES in options.what:
            for person in living:
                found += _jubilees(person, first, last)
        if options.round_only:
            found = [feast for feast in found if feast.round]
        # Birthdays by day, jubilees by years; sorting is stable, so equal ones stay in the order of names.
        found.sort(
            key=lambda feast: (-feast.years, feast.on) if feast.what is What.JUBILEES else (0, feast.on)
        )
        unknown = sum(1 for person in living if person.birth is None or person.birth.exact is None)
        return Feasts(listed, DateSpan(first, last), tuple(found), unknown)

    def build(self, data: Feasts, options: BirthdayListOptions, kit: "Kit") -> "Document":
        """Draw the months with their birthdays, then the jubilees."""
        tongues = kit.tongues
        first, last = data.span.first, data.span.last
        flow = kit.flow(
            tongues.text(self.title),
            lead=tongues.each(lambda locale: locale.span(first, last)).joined(),
            grey=_unknown(data, options, tongues),
            about=_about(data, kit),
            confidential=tongues.text("Confidential: only for the committee"),
        )
        drawer = _Drawer(data, options, kit)
        drawer.birthdays(flow)
        drawer.jubilees(flow)
        return kit.finish()

    def table(self, data: Feasts, options: BirthdayListOptions, locale: Locale) -> Table:
        """A row for each birthday or jubilee."""
        readers, home = data.listed.readers, data.listed.home
        headings = [
            N_("Date"),
            N_("Occasion"),
            N_("Full name"),
            N_("Years"),
            N_("Telephone"),
            N_("Mobile"),
            N_("Address"),
        ]
        rows: list[list[Value]] = [
            [
                feast.on if feast.exact else str(feast.on.year),
                locale.label(feast.what),
                listed_name(feast.person, home, locale),
                feast.years,
                phone(feast.person.reach(ContactKind.PHONE), locale, readers),
                phone(feast.person.reach(ContactKind.MOBILE), locale, readers),
                text_of(address_cell(feast.person.address, home, locale)),
            ]
            for feast in data.feasts
        ]
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _span(options: BirthdayListOptions, today: date) -> tuple[date, date]:
    """First and last day. Raises UserError where the end comes before the beginning or a year is too long."""
    month = today.replace(day=1)
    after = _next_month(month)
    if options.period is Period.MONTH:
        return month, after - timedelta(days=1)
    if options.period is Period.NEXT_MONTH:
        return after, _next_month(after) - timedelta(days=1)
    if options.period is Period.YEAR:
        return date(today.year, 1, 1), date(today.year, 12, 31)
    if options.period is Period.QUARTER:
        return today, _next_month(_next_month(_next_month(month))) - timedelta(days=1)
    first, last = options.first or today, options.last or (options.first or today) + timedelta(days=91)
    if last < first or (last - first).days > 731:
        raise UserError("The list goes from a day to a later one, two years at most.", code="birthday-days")
    return first, last


def _next_month(day_: date) -> date:
    return (day_.replace(day=28) + timedelta(days=4)).replace(day=1)


def _birthdays(person: "PaperPerson", first: date, last: date) -> list[Feast]:
    return [
        Feast(person, What.BIRTHDAYS, one.on, one.years, True, is_round_birthday(one.years))
        for one in anniversaries(person.birth, first, last)
    ]


def _jubilees(person: "PaperPerson", first: date, last: date) -> list[Feast]:
    """Only round years of membership are jubilees; of a year alone the whole year is one."""
    membership = person.membership
    joined: RoughDate | None = membership.joined if membership and membership.current else None
    if joined is None or joined.about:
        return []
    if joined.exact:
        found = [(one.on, one.years, True) for one in anniversaries(joined, first, last)]
    else:
        found = [(date(year, 1, 1), year - joined.year, False) for year in range(first.year, last.year + 1)]
    return [
        Feast(person, What.JUBILEES, on, years, exact, True)
        for on, years, exact in found
        if is_round_membership(years)
    ]


def _unknown(data: Feasts, options: BirthdayListOptions, tongues: "Tongues") -> str:
    if not data.without_day or What.BIRTHDAYS not in options.what:
        return ""
    return tongues.ntext(
        "The birthday of one person is not known.",
        "The birthdays of {n} people are not known.",
        data.without_day,
    ).joined()


def _about(data: Feasts, kit: "Kit") -> Pair:
    def say(locale: Locale) -> str:
        return locale.ntext(
            "One person looked through, {date}",
            "{n} people looked through, {date}",
            len(data.listed.people),
            date=locale.date(kit.today, "long"),
        )

    return kit.tongues.each(say)


class _Drawer:
    """Draws the lists of one paper."""

    def __init__(self, data: Feasts, options: BirthdayListOptions, kit: "Kit") -> None:
        self.data, self.options, self.kit = data, options, kit
        self.tongues, self.locale = kit.tongues, kit.locale

    def birthdays(self, flow: "Flow") -> None:
        if What.BIRTHDAYS not in self.options.what:
            return
        feasts = [feast for feast in self.data.feasts if feast.what is What.BIRTHDAYS]
        months = groupby(feasts, key=lambda feast: feast.on.replace(day=1))
        sections = [
            Section([self._row(feast) for feast in group], self._month(month)) for month, group in months
        ]
        total = self.tongues.ntext("One birthday", "{n} birthdays", len(feasts)).joined()
        columns = self._columns(self.tongues.text("Day"), self.tongues.text("Turns"))
        empty = self.tongues.text("Nobody has a birthday on these days.").joined()
        flow.list(Listing(columns, sections, total, empty))

    def jubilees(self, flow: "Flow") -> None:
        if What.JUBILEES not in self.options.what:
            return
        feasts = [feast for feast in self.data.feasts if feast.what is What.JUBILEES]
        flow.section(self.tongues.label(What.JUBILEES))
        total = self.tongues.ntext("One jubilee", "{n} jubilees", len(feasts)).joined()
        columns = self._columns(self.tongues.text("Day"), self.tongues.text("Years"))
        empty = self.tongues.text("Nobody has a jubilee on these days.").joined()
        flow.list(
            Listing(
                columns, [Section([self._row(feast) for feast in feasts])] if feasts else [], total, empty
            )
        )

    def _month(self, month: date) -> Pair:
        return self.tongues.each(lambda locale: locale.date(month, "month_year"))

    def _columns(self, day_head: Pair, years_head: Pair) -> list[Column]:
        columns = [
            Column(day_head, grow=0, whole=True),
            Column(self.tongues.ptext("person", "Name"), strong=True),
        ]
        if Detail.YEARS in self.options.show:
            columns.append(Column(years_head, align=Align.RIGHT, grow=0, least=16))
        if Detail.PHONES in self.options.show:
            columns.append(Column(self.tongues.text("Telephone"), grow=0.6, whole=True))
        if Detail.ADDRESS in self.options.show:
            columns.append(Column(self.tongues.text("Address")))
        return columns

    def _row(self, feast: Feast) -> list[Cell]:
        data, locale = self.data.listed, self.locale
        when = locale.date(feast.on, "weekday_short") if feast.exact else str(feast.on.year)
        row: list[Cell] = [when, listed_name(feast.person, data.home, locale)]
        if Detail.YEARS in self.options.show:
            row.append(self._years(feast))
        if Detail.PHONES in self.options.show:
            row.append(phones(feast.person, locale, data.readers))
        if Detail.ADDRESS in self.options.show:
            row.append(address_cell(feast.person.address, data.home, locale))
        return row

    def _years(self, feast: Feast) -> Cell:
        marked = feast.round and feast.what is What.BIRTHDAYS
        return (str(feast.years), self.locale.text("round")) if marked else str(feast.years)
