# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is who for a partner country: whom to turn to, by sector, with figures and where they come from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import ContactKind, OrganisationKind, Sector
from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.kit.tongues import DOT
from hospes.papers.options import Options, SheetOptions, several, tick
from hospes.papers.people import address_cell, phone, readers, text_of

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.actors_who import FactLine
    from hospes.queries.actors_who import WhoIsWho as Known
    from hospes.queries.paper_contacts import PaperOfficer, PaperOrganisation
    from hospes.queries.person_facts import Reach


@dataclass(frozen=True, kw_only=True)
class WhoIsWhoOptions(SheetOptions):
    """How the paper is made."""

    sectors: tuple[Sector, ...] = several(N_("Kinds"), tuple(Sector), Sector)
    people: bool = tick(N_("Names of people in office"), True)
    figures: bool = tick(N_("Figures with their source"), True)


@dataclass(frozen=True, slots=True)
class Who:
    """What is known, and for whom telephones are written."""

    known: "Known | None"
    home: str
    readers: str

    def bodies(self, sector: Sector, locale: Locale) -> "list[PaperOrganisation]":
        """Organisations of a sector by kind and name."""
        if self.known is None:
            return []
        kinds = list(OrganisationKind)
        found = self.known.of_sector(sector)
        return sorted(found, key=lambda one: (kinds.index(one.kind), locale.sort_key(one.name), one.id.hex))


class WhoIsWho(Paper[WhoIsWhoOptions, Who]):
    """The actors of a partner country."""

    code: ClassVar[str] = "who-is-who"
    title: ClassVar[str] = N_("Who is who")
    about: ClassVar[str] = N_(
        "Consulates, institutes, chambers, media and other contacts for a partner country"
    )
    group: ClassVar[PaperGroup] = PaperGroup.CONTACTS
    needs: ClassVar[Needs] = Needs.TWINNING
    options: ClassVar[type[Options]] = WhoIsWhoOptions
    is_list: ClassVar[bool] = True

    def data(self, connection: "Connection", options: WhoIsWhoOptions, scope: Scope, locale: Locale) -> Who:
        """Organisations over there, and those that stand for that country here."""
        from hospes.queries.actors_who import who_is_who
        from hospes.queries.association import association

        own = association(connection)
        known = who_is_who(connection, scope.twinning, scope.today, locale.code)
        return Who(known, own.country, readers(own, locale))

    def build(self, data: Who, options: WhoIsWhoOptions, kit: "Kit") -> "Document":
        """A list by sector, then the figures of the country."""
        tongues, locale = kit.tongues, kit.locale
        countries = data.known.places.countries if data.known else ()
        sections = []
        count = 0
        for sector in options.sectors:
            rows = [self._row(one, data, options, kit) for one in data.bodies(sector, locale)]
            count += len(rows)
            if rows:
                sections.append(Section(rows, tongues.label(sector)))
        total = tongues.ntext("One organisation", "{n} organisations", count).joined()
        flow = kit.flow(
            tongues.text(self.title),
            lead=tongues.each(lambda each: ", ".join(each.country(one) for one in countries)).joined(),
            grey=total,
            about=tongues.each(
                lambda each: each.text("Organisations and offices, {date}", date=each.date(kit.today, "long"))
            ),
            landscape=True,
        )
        columns = [Column(tongues.text("Organisation"), strong=True, grow=0.7)]
        if options.people:
            columns.append(Column(tongues.text("In office"), grow=0.6))
        columns += [Column(tongues.text("Address"), grow=0.5), Column(tongues.text("Contact"), grow=0.5)]
        flow.list(Listing(columns, sections, total, tongues.text("There are no organisations.").joined()))
        if options.figures and data.known is not None and data.known.figures:
            flow.list(_figures(data.known.figures, tongues))
        return kit.finish()

    def _row(self, one: "PaperOrganisation", data: Who, options: WhoIsWhoOptions, kit: "Kit") -> list[Cell]:
        tongues, locale = kit.tongues, kit.locale
        below = [tongues.label(one.kind).joined()]
        if one.town is not None:
            below.append(one.town.name)
        facts = data.known.figures_of.get(one.id, ()) if data.known and options.figures else ()
        lines = [DOT.join(below), *(_fact(fact, tongues.first) for fact in facts)]
        row: list[Cell] = [(one.name, "\n".join(lines))]
        if options.people:
            names = "\n".join(_officer(each, locale) for each in one.officers)
            row.append(names)
        row.append(text_of(address_cell(one.address, data.home, locale)))
        ways = [phone(_first(one.reaches, ContactKind.PHONE, ContactKind.MOBILE), locale, data.readers)]
        ways += [_value(one.reaches, kind) for kind in (ContactKind.EMAIL, ContactKind.WEB)]
        row.append("\n".join(way for way in ways if way))
        return row

    def table(self, data: Who, options: WhoIsWhoOptions, locale: Locale) -> Table:
        """A row for each organisation; its figures in one cell, each with day and source."""
        headings = [
            N_("Kind"), N_("Kind of organisation"), N_("Organisation"), N_("Town"), N_("In office"),
            N_("Address"), N_("Telephone"), N_("E-mail"), N_("Website"), N_("Figures"),
        ]  # fmt: skip
        rows = []
        for sector in options.sectors:
            for one in data.bodies(sector, locale):
                facts = data.known.figures_of.get(one.id, ()) if data.known and options.figures else ()
                rows.append([
                    locale.label(sector), locale.label(one.kind), one.name,
                    one.town.name if one.town else "",
                    ", ".join(_officer(each, locale) for each in one.officers) if options.people else "",
                    text_of(address_cell(one.address, data.home, locale)),
                    phone(_first(one.reaches, ContactKind.PHONE, ContactKind.MOBILE), locale, data.readers),
                    _value(one.reaches, ContactKind.EMAIL), _value(one.reaches, ContactKind.WEB),
                    "; ".join(_fact(fact, locale) for fact in facts),
                ])  # fmt: skip
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _figures(facts: "tuple[FactLine, ...]", tongues: "Tongues") -> Listing:
    columns = [
        Column(tongues.text("Figure")), Column(tongues.text("Number"), whole=True, strong=True),
        Column(tongues.text("As of"), whole=True), Column(tongues.text("Source")),
    ]  # fmt: skip
    locale = tongues.first
    rows: list[list[Cell]] = [
        [one.what, one.value, locale.rough(one.as_of) if one.as_of else "", one.source] for one in facts
    ]
    return Listing(columns, [Section(rows, tongues.text("Figures"))])


def _fact(one: "FactLine", locale: Locale) -> str:
    return locale.text(
        "{what}: {value} ({source}, {day})", what=one.what, value=one.value, source=one.source,
        day=locale.rough(one.as_of) if one.as_of else "",
    )  # fmt: skip


def _officer(one: "PaperOfficer", locale: Locale) -> str:
    role = one.title or locale.role(one.function, one.name.gender.value)
    return locale.text("{name}, {role}", name=display_name(for_reader(one.name, locale.code)), role=role)


def _first(points: "tuple[Reach, ...]", *kinds: ContactKind) -> "Reach | None":
    return next((point for kind in kinds for point in points if point.kind is kind), None)


def _value(points: "tuple[Reach, ...]", kind: ContactKind) -> str:
    return next((point.value for point in points if point.kind is kind), "")
