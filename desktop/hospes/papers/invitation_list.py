# SPDX-License-Identifier: GPL-3.0-or-later
"""The invitation list: guests of honour in order of protocol, with address and the right salutation."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code, Sector
from hospes.domain.names import display_name, for_reader
from hospes.domain.salutations import salutation
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, day, several, tick
from hospes.papers.people import address_cell, phone, readers, text_of

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.actors import Invitee


class InvitationShow(Code):
    """What stands beside a name."""

    ORGANISATION = "organisation", N_("Organisation")
    ADDRESS = "address", N_("Address")
    SALUTATION = "salutation", N_("Salutation")
    EMAIL = "email", N_("E-mail")
    PHONE = "phone", N_("Telephone")
    ANSWER = "answer", N_("A box for the answer")


@dataclass(frozen=True, kw_only=True)
class InvitationListOptions(SheetOptions):
    """How the list is made."""

    on: date | None = day(N_("Offices as of"), hint=N_("Empty: as of today."))
    sectors: tuple[Sector, ...] = several(N_("Kinds"), tuple(Sector), Sector)
    own: bool = tick(N_("Our committee too"))
    show: tuple[InvitationShow, ...] = several(
        N_("Show"),
        (
            InvitationShow.ORGANISATION,
            InvitationShow.ADDRESS,
            InvitationShow.SALUTATION,
            InvitationShow.ANSWER,
        ),
        InvitationShow,
    )


@dataclass(frozen=True, slots=True)
class Guests:
    """Everybody on the list, in order."""

    people: tuple["Invitee", ...]
    on: date
    home: str
    readers: str


class InvitationList(Paper[InvitationListOptions, Guests]):
    """Guests of honour in order of protocol."""

    code: ClassVar[str] = "invitation-list"
    title: ClassVar[str] = N_("Invitation list")
    about: ClassVar[str] = N_("Who is in office, in order of protocol, with address and salutation")
    group: ClassVar[PaperGroup] = PaperGroup.CONTACTS
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = InvitationListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: InvitationListOptions, scope: Scope, locale: Locale
    ) -> Guests:
        """People chosen in a list; else all in an office of the chosen kinds.

        The words of a filter must stand in name, function, organisation, its kind or its town.
        """
        from hospes.queries.actors import Wanted, invited, invitees
        from hospes.queries.association import association
        from hospes.queries.filters import read_filter

        own = association(connection)
        on = options.on or scope.today
        if scope.people is not None:
            found = invited(connection, scope.people, on, locale)
        else:
            wanted = Wanted(frozenset(options.sectors), own=options.own)
            words = fold(read_filter(scope.filter).words).split()
            found = [one for one in invitees(connection, wanted, on, locale) if _has(one, words, locale)]
        return Guests(tuple(found), on, own.country, readers(own, locale))

    def build(self, data: Guests, options: InvitationListOptions, kit: "Kit") -> "Document":
        """Draw the list, numbered: at the door one says "the first twelve"."""
        tongues, show = kit.tongues, options.show
        total = tongues.ntext("{n} person", "{n} people", len(data.people)).joined()
        flow = kit.flow(
            tongues.text(self.title),
            grey=total,
            about=tongues.each(
                lambda each: each.text(
                    "In order of protocol, offices as of {date}", date=each.date(data.on, "long")
                )
            ),
            confidential=tongues.text("Confidential: only for the committee"),
            landscape=True,
        )
        columns = [
            Column(tongues.text("No."), grow=0.0, whole=True),
            Column(tongues.ptext("person", "Name"), strong=True),
        ]
        heads = {
            InvitationShow.ORGANISATION: N_("Organisation"),
            InvitationShow.ADDRESS: N_("Address"),
            InvitationShow.SALUTATION: N_("Salutation"),
            InvitationShow.EMAIL: N_("E-mail"),
            InvitationShow.PHONE: N_("Telephone"),
        }
        columns += [Column(tongues.text(head), grow=0.6) for one, head in heads.items() if one in show]
        if InvitationShow.ANSWER in show:
            columns.append(Column(tongues.text("Comes"), grow=0.0, tick=True))
        rows: list[list[Cell]] = []
        for number, one in enumerate(data.people, start=1):
            cells = _cells(one, data, kit.locale)
            row: list[Cell] = [str(number), (_name(one, kit.locale), _roles(one, kit))]
            row += [cells[each] for each in heads if each in show]
            rows.append([*row, ""] if InvitationShow.ANSWER in show else row)
        empty = tongues.text("Nobody is in an office that was chosen.").joined()
        flow.list(Listing(columns, [Section(rows)] if rows else [], total, empty))
        return kit.finish()

    def table(self, data: Guests, options: InvitationListOptions, locale: Locale) -> Table:
        """A row for each person, ready for letters."""
        headings = [
            N_("No."), N_("Full name"), N_("Function"), N_("Organisation"), N_("Kind"),
            N_("Street"), N_("Postcode"), N_("Place"), N_("Country"), N_("Salutation"), N_("E-mail"),
            N_("Telephone"),
        ]  # fmt: skip
        rows: list[list[Value]] = []
        for number, one in enumerate(data.people, start=1):
            at, office = one.address, one.office
            rows.append([
                number, _name(one, locale), office.title or locale.role(office.function, office.name.gender),
                office.organisation, locale.label(office.sector), at.street if at else "",
                at.postcode if at else "", at.town if at else "", at.country if at else "",
                greeting(one, locale), one.email, phone(one.phone, locale, data.readers),
            ])  # fmt: skip
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def greeting(one: "Invitee", locale: Locale) -> str:
    """How a letter begins, in the language the person reads."""
    reader = Locale.of(one.language) if one.language else locale
    return salutation(
        one.office.name, reader, formality=one.formality, function=one.office.function, override=one.greeting
    ).opening  # fmt: skip


def _has(one: "Invitee", words: list[str], locale: Locale) -> bool:
    office = one.office
    role = locale.role(office.function, office.name.gender)
    kind = locale.label(office.kind)
    text = fold(
        " ".join((display_name(office.name), office.title, role, office.organisation, office.town, kind))
    )
    return all(word in text for word in words)


def _name(one: "Invitee", locale: Locale) -> str:
    return display_name(for_reader(one.office.name, locale.code))


def _roles(one: "Invitee", kit: "Kit") -> str:
    office = one.office
    if office.title or not office.organisation:
        return office.title
    return kit.tongues.each(lambda each: each.role(office.function, office.name.gender)).joined()


def _cells(one: "Invitee", data: Guests, locale: Locale) -> dict[InvitationShow, Cell]:
    office = one.office
    return {
        InvitationShow.ORGANISATION: (office.organisation, office.town),
        InvitationShow.ADDRESS: text_of(address_cell(one.address, data.home, locale)),
        InvitationShow.SALUTATION: greeting(one, locale),
        InvitationShow.EMAIL: one.email,
        InvitationShow.PHONE: phone(one.phone, locale, data.readers),
    }
