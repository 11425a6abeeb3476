# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paper is: one class that says its name, its options, its data, and how it is drawn.

Data, drawing and table are three steps so that each can be tested alone, the preview can draw again without
asking the file again, and spreadsheets come out of the very rows that are printed.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar
from uuid import UUID

from hospes.domain.codes import Code
from hospes.domain.errors import Message
from hospes.i18n.marks import N_
from hospes.papers.options import Options

if TYPE_CHECKING:
    from hospes.actions import Action
    from hospes.i18n.locale import Locale
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection

OptionsT = TypeVar("OptionsT", bound=Options)
DataT = TypeVar("DataT")


class PaperGroup(Code):
    """Where a paper is found in the print centre (design 5.11)."""

    MEMBERS = "members", N_("Members")
    CONTACTS = "contacts", N_("Contacts")
    TWINNING = "twinning", N_("Twinnings")
    VISIT = "visit", N_("Visits")
    MEETING = "meeting", N_("Meetings")
    MONEY = "money", N_("Money")
    LETTERS = "letters", N_("Letters")


class Needs(Code):
    """What must be chosen before a paper can be made."""

    NOTHING = "nothing", N_("Nothing")
    VISIT = "visit", N_("A visit")
    PERSON = "person", N_("A person")
    TWINNING = "twinning", N_("A twinning")
    EVENT = "event", N_("An event")
    PROJECT = "project", N_("A project")
    PEOPLE = "people", N_("People")  # from a filter or a selection; all if none is given
    PAYERS = "payers", N_("Payers")  # chosen in the list of dues; all whom it concerns if none are
    PAYMENTS = "payments", N_("Payments")  # chosen in their list
    ENTRIES = "entries", N_("Entries of the protocol book")  # chosen there; what is still to do if none are


@dataclass(frozen=True, slots=True)
class Scope:
    """What a paper is about, beside its options.

    `people` is a selection made in a list, in its order; otherwise `filter` in the grammar of kept filters
    (decision 38) says who.
    """

    today: date
    filter: str = ""
    people: tuple[UUID, ...] | None = None
    person: UUID | None = None
    visit: UUID | None = None
    draw: UUID | None = None
    """A draw of places of the visit; None where a paper takes the newest."""
    rows: tuple[UUID, ...] | None = None
    """Rows chosen in a list that is not one of people: payers, payments."""
    twinning: UUID | None = None
    event: UUID | None = None
    project: UUID | None = None


Value = str | date | Decimal | int | None
"""What a cell of a table can be; amounts are decimals, so that a spreadsheet can add them."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a list as plain values, for spreadsheets and text."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a paper says, so that a later one can tell what has changed."""

    visit_id: UUID
    number: int
    lines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sent:
    """What is kept when a paper went out, printed, as a file or by e-mail, and the sentence that says so."""

    action: "Action"
    said: Message


@dataclass(frozen=True, slots=True)
class Mailing:
    """Those of a paper who are written to by e-mail instead."""

    addresses: tuple[str, ...]
    without: tuple[str, ...] = ()
    """Names of those who want e-mail and have no address."""
    sent: Sent | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document of the file that goes with a paper."""

    document: UUID
    name: str
    folder: str
    before: str = ""
    """What stands before its name, so that it is found by the paper."""


class Paper(ABC, Generic[OptionsT, DataT]):
    """One paper. Subclasses stand one a file and in `PAPERS`."""

    code: ClassVar[str]
    """Kebab-case, frozen as a contract (decision 38)."""
    title: ClassVar[str]
    about: ClassVar[str]
    """What it is good for, in one sentence."""
    group: ClassVar[PaperGroup]
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]]
    for_readers: ClassVar[bool] = False
    """Whether each part is in its own reader's language unless one is asked for."""
    of_a_draw: ClassVar[bool] = False
    """Whether it is about one draw of the visit."""
    editable: ClassVar[bool] = False
    """Whether it can also be a document to go on writing in."""
    attaches: ClassVar[bool] = False
    """Whether documents of the file belong to it, which are saved with it."""
    is_list: ClassVar[bool] = False
    """Whether it can also be a spreadsheet or text."""
    hands_out: ClassVar[bool] = False
    """Whether the command line keeps that it went out as well: receipts are printed once."""

    asks_whether_sent: ClassVar[bool] = False
    """Whether somebody says that it went out, days after it was printed; else printing it counts as that."""

    @abstractmethod
    def data(self, connection: "Connection", options: OptionsT, scope: Scope, locale: "Locale") -> DataT:
        """Read what the paper shows, once, as frozen rows; classes and towns in the paper's language.

        Queries are imported here and not above, so that naming the papers costs nothing.
        """

    def reader_language(self, connection: "Connection", scope: Scope) -> str:
        """The language of whoever gets the paper, if it is for one person; empty: the association's."""
        return ""

    @abstractmethod
    def build(self, data: DataT, options: OptionsT, kit: "Kit") -> "Document":
        """Draw it."""

    def sent(self, data: DataT) -> Sent | None:
        """What is kept once it was printed or saved, such as that somebody was reminded."""
        return None

    def mailing(self, data: DataT) -> Mailing | None:
        """Who gets an e-mail instead; None of papers that have no such thing."""
        return None

    def printed(self, data: DataT) -> Printed | None:
        """What is remembered when it is printed, so that a later paper can tell what has changed."""
        return None

    def attachments(self, data: DataT) -> tuple[Attachment, ...]:
        """The documents of the file that go with it."""
        return ()

    def document(self, data: DataT, options: OptionsT, tongues: "Tongues") -> bytes:
        """The paper as a document for a word processor (DOCX); only of papers that are editable."""
        raise NotImplementedError(self.code)

    def table(self, data: DataT, options: OptionsT, locale: "Locale") -> Table:
        """The rows as a table in one language; only of papers that are lists."""
        raise NotImplementedError(self.code)
