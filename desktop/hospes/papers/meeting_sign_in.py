# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet to sign in at a general meeting, with votes and proxies (domain 6, 13), and the board list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.names import display_name
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.meeting_paper import Meeting, MeetingPaper, meeting_lead, meeting_when, read_meeting
from hospes.papers.options import Options, SheetOptions, number, tick
from hospes.papers.people import name_in_list

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.meetings import Officer

TO_SIGN = 28 * MM
"""Room for the lines to sign on under the list."""

FEW_EMPTY = 10
"""So many empty rows or fewer begin no sheet of their own; whoever wants more gets all of them."""

ROW_HEIGHT = 9.0
"""Millimetres a signature needs (domain 6, paper 13)."""


@dataclass(frozen=True, kw_only=True)
class SignInOptions(SheetOptions):
    """Who stands on the sheet."""

    only_voters: bool = tick(N_("Only those who may vote"))
    reserve: int = number(N_("Empty rows"), 10, 0, 100)


class MeetingSignIn(MeetingPaper[SignInOptions, Meeting]):
    """Sign-in sheet with votes and proxies."""

    code: ClassVar[str] = "meeting-sign-in"
    title: ClassVar[str] = N_("Sign-in sheet of the general meeting")
    about: ClassVar[str] = N_("All members with their votes and proxies, to be signed at the door")
    options: ClassVar[type[Options]] = SignInOptions
    is_list: ClassVar[bool] = True

    def data(self, connection: "Connection", options: SignInOptions, scope: Scope, locale: Locale) -> Meeting:
        """The members of the day of the meeting."""
        return read_meeting(connection, scope, locale)

    def build(self, data: Meeting, options: SignInOptions, kit: "Kit") -> "Document":
        """Draw the sheet with rows high enough to sign in."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=meeting_lead(data.facts, tongues),
            grey=meeting_when(data.facts, tongues),
            about=tongues.ntext(
                "{n} member may vote, {votes} votes", "{n} members may vote, {votes} votes",
                data.told.members, votes=data.told.all_votes,
            ),
        )  # fmt: skip
        columns = [
            Column(tongues.text("No."), Align.RIGHT, fixed=12),
            Column(tongues.ptext("person", "Name"), strong=True, least=40),
            Column(tongues.text("Class"), least=30),
            Column(tongues.text("Votes"), Align.CENTRE, fixed=20),
            Column(tongues.text("Proxies for"), least=30),
            Column(tongues.text("Signature"), fixed=44),
        ]
        told = _rows(data, options, tongues.first)
        rows: list[list[Cell]] = [[*(str(cell) for cell in row), ""] for row in told]
        rows += [[str(len(told) + at + 1), "", "", "", "", ""] for at in range(options.reserve)]
        nobody = tongues.text("Nobody is on this list.").joined()
        flow.list(
            Listing(
                columns,
                [Section(rows)] if rows else [],
                "",
                nobody,
                row_least=ROW_HEIGHT,
                # The lines to sign on never stand on a sheet of their own.
                keep_after=TO_SIGN,
                spare=options.reserve if told and options.reserve <= FEW_EMPTY else 0,
            )
        )
        flow.signatures([tongues.text("Members present"), tongues.text("Votes"), tongues.text("Signature")])
        return kit.finish()

    def table(self, data: Meeting, options: SignInOptions, locale: Locale) -> Table:
        """The rows without the empty ones."""
        text = locale.text
        headings = [
            text("No."), locale.ptext("person", "Name"), text("Class"), text("Votes"), text("Proxies for"),
        ]  # fmt: skip
        return Table(text(self.title), headings, _rows(data, options, locale))


def _rows(data: Meeting, options: SignInOptions, locale: Locale) -> list[list[Value]]:
    called = {one.id: display_name(one.name) for one in data.facts.people}
    held: dict[object, list[str]] = {}
    for giver, holder in data.facts.proxies.items():
        held.setdefault(holder, []).append(called.get(giver, ""))
    shown = [one for one in data.everyone if one.votes or not options.only_voters]
    rows: list[list[Value]] = []
    for at, one in enumerate(shown, 1):
        name = name_in_list(one.name, data.home, locale)
        rows.append([at, name, one.class_name, one.votes, ", ".join(held.get(one.id, ()))])
    return rows


@dataclass(frozen=True, kw_only=True)
class BoardOptions(SheetOptions):
    """What stands on the board list."""

    birth: bool = tick(N_("Birth dates"), hint=N_("Registers ask for them."), personal=True)
    address: bool = tick(N_("Addresses"), True, personal=True)


@dataclass(frozen=True, slots=True)
class Board:
    """The committee with what a register asks for."""

    officers: tuple["Officer", ...]
    births: dict[object, str]
    towns: dict[object, str]


class BoardList(Paper[BoardOptions, Board]):
    """The committee, for the register of associations."""

    code: ClassVar[str] = "board-list"
    title: ClassVar[str] = N_("Committee, for the register")
    about: ClassVar[str] = N_("Who sits on the committee since when and until when, with addresses")
    group: ClassVar[PaperGroup] = PaperGroup.MEETING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = BoardOptions
    is_list: ClassVar[bool] = True

    def data(self, connection: "Connection", options: BoardOptions, scope: Scope, locale: Locale) -> Board:
        """The committee of today."""
        from hospes.queries.meetings import by_laws, officers
        from hospes.queries.paper_people import paper_people

        found = officers(connection, scope.today, by_laws(connection))
        ids = list(dict.fromkeys(one.person for one in found))
        people = paper_people(connection, ids, scope.today, locale.code)
        births: dict[object, str] = {one.id: locale.rough(one.birth) for one in people if one.birth}
        towns: dict[object, str] = {
            one.id: ", ".join(
                part for part in (one.address.street, f"{one.address.postcode} {one.address.town}".strip())
                if part
            )
            for one in people if one.address is not None
        }  # fmt: skip
        return Board(found, births, towns)

    def build(self, data: Board, options: BoardOptions, kit: "Kit") -> "Document":
        """Draw the list."""
        tongues = kit.tongues
        flow = kit.flow(tongues.text(self.title), lead=kit.sender.name)
        columns = [Column(tongues.ptext("person", "Name"), strong=True, least=26)]
        columns += [Column(tongues.text(heading), least=26) for heading in _headings(options)]
        rows: list[list[Cell]] = [
            [str(cell or "") for cell in row] for row in _board(data, options, tongues.first)
        ]
        nobody = tongues.text("Nobody sits on the committee.").joined()
        flow.list(Listing(columns, [Section(rows)] if rows else [], "", nobody))
        flow.signatures([tongues.text("Place and day"), tongues.text("Signature"), tongues.text("Signature")])
        return kit.finish()

    def table(self, data: Board, options: BoardOptions, locale: Locale) -> Table:
        """The rows as plain values."""
        headings = [locale.ptext("person", "Name"), *(locale.text(one) for one in _headings(options))]
        return Table(locale.text(self.title), headings, _board(data, options, locale))


def _headings(options: BoardOptions) -> list[str]:
    """What stands beside the name."""
    found = [N_("Function"), N_("Since"), N_("Until")]
    return [*found, *([N_("Born")] if options.birth else []), *([N_("Address")] if options.address else [])]


def _board(data: Board, options: BoardOptions, locale: Locale) -> list[list[Value]]:
    rows: list[list[Value]] = []
    for one in data.officers:
        function = one.title or locale.role(one.function, one.name.gender.value)
        until = locale.date(one.ends, "month_year") if one.ends is not None else ""
        row: list[Value] = [display_name(one.name), function, locale.rough(one.since), until]
        row += [data.births.get(one.person, "")] if options.birth else []
        row += [data.towns.get(one.person, "")] if options.address else []
        rows.append(row)
    return rows
