# SPDX-License-Identifier: GPL-3.0-or-later
"""The ledger of hospitality: nights each household gave and received over the years, and whose turn it is."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, choice, tick

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.reciprocity import HomeLine, Ledger, PairLine


class LedgerOf(Code):
    """What a line of the ledger is about."""

    HOMES = "homes", N_("Households")
    PAIRS = "pairs", N_("Who hosted whom")


@dataclass(frozen=True, kw_only=True)
class HospitalityLedgerOptions(SheetOptions):
    """How the ledger is made."""

    of: LedgerOf = choice(N_("Each line is about"), LedgerOf.HOMES)
    only_both: bool = tick(N_("Only those who hosted and were hosted"))


@dataclass(frozen=True, slots=True)
class Accounts:
    """The ledger as it is on a day."""

    ledger: "Ledger"
    homes: tuple["HomeLine", ...]
    pairs: tuple["PairLine", ...]
    today: "date"


HOME_HEADS: tuple[str, ...] = (
    N_("Household"), N_("Nights given"), N_("Guests"), N_("Visits hosted"), N_("Nights received"),
    N_("Balance"), N_("Hosted last"), N_("Hosted by others last"),
)  # fmt: skip
PAIR_HEADS: tuple[str, ...] = (
    N_("Household"), N_("Other household"), N_("Nights given"), N_("Hosted in"), N_("Nights received"),
    N_("Guest in"),
    N_("Whose turn"),
)  # fmt: skip


class HospitalityLedger(Paper[HospitalityLedgerOptions, Accounts]):
    """Who hosted whom over the years."""

    code: ClassVar[str] = "hospitality-ledger"
    title: ClassVar[str] = N_("Ledger of hospitality")
    about: ClassVar[str] = N_("Nights each household gave and received over the years, and whose turn it is")
    group: ClassVar[PaperGroup] = PaperGroup.VISIT
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = HospitalityLedgerOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: HospitalityLedgerOptions, scope: Scope, locale: Locale
    ) -> Accounts:
        """All stays until today."""
        from hospes.queries.reciprocity import ledger

        found = ledger(connection, locale, until=scope.today)
        homes = [one for one in found.homes if not options.only_both or (one.given and one.received)]
        pairs = [one for one in found.pairs if not options.only_both or (one.one_gave and one.other_gave)]
        return Accounts(found, tuple(homes), tuple(pairs), scope.today)

    def build(self, data: Accounts, options: HospitalityLedgerOptions, kit: "Kit") -> "Document":
        """Draw the list."""
        tongues = kit.tongues
        nights = sum(line.given for line in data.ledger.homes)
        rows: list[list[Value]]
        if options.of is LedgerOf.HOMES:
            heads, rows = HOME_HEADS, [_home(line) for line in data.homes]
            total = tongues.ntext("one household", "{n} households", len(rows)).joined()
        else:
            heads, rows = PAIR_HEADS, [_pair(line) for line in data.pairs]
            total = tongues.ntext("one pair of households", "{n} pairs of households", len(rows)).joined()
        flow = kit.flow(
            tongues.text(self.title),
            grey=total,
            about=tongues.ntext("one night given in all", "{n} nights given in all", nights),
            confidential=tongues.text("Confidential: only for the committee"),
        )
        columns = [
            Column(
                tongues.text(head), align=_align(head), strong=not at, grow=0.3 if at else 1.0, whole=at > 5
            )
            for at, head in enumerate(heads)
        ]
        cells: list[list[Cell]] = [[_shown(value, kit.locale) for value in row] for row in rows]
        empty = tongues.text("Nobody has hosted anybody yet.").joined()
        flow.list(Listing(columns, [Section(cells)] if cells else [], total, empty))
        return kit.finish()

    def table(self, data: Accounts, options: HospitalityLedgerOptions, locale: Locale) -> Table:
        """A row for each household, or for each pair."""
        of_homes = options.of is LedgerOf.HOMES
        heads = HOME_HEADS if of_homes else PAIR_HEADS
        rows = [_home(line) for line in data.homes] if of_homes else [_pair(line) for line in data.pairs]
        return Table(locale.text(self.title), [locale.text(head) for head in heads], rows)


def _home(line: "HomeLine") -> list[Value]:
    return [
        line.name, line.given, line.guests, line.visits_hosted, line.received, line.balance, line.last_given,
        line.last_received,
    ]  # fmt: skip


def _pair(line: "PairLine") -> list[Value]:
    return [
        line.one, line.other, line.one_gave, _years(line.one_years), line.other_gave,
        _years(line.other_years), _turn(line, line.turn),
    ]  # fmt: skip


def _years(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years))


def _turn(line: "PairLine", turn: "UUID | None") -> str:
    return "" if turn is None else line.one if turn == line.one_id else line.other


def _align(head: str) -> Align:
    numbers = {"Nights given", "Guests", "Visits hosted", "Nights received", "Balance"}
    return Align.RIGHT if head in numbers else Align.LEFT


def _shown(value: Value, locale: Locale) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return locale.number(value) if isinstance(value, int) else str(getattr(value, "year", value))
