# SPDX-License-Identifier: GPL-3.0-or-later
"""Gift register and honours list, from the protocol book (domain 6, paper 25)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.courtesies import GIFTS, CourtesyKind
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, number, tick

if TYPE_CHECKING:
    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.courtesies import CourtesyRow


@dataclass(frozen=True, kw_only=True)
class CourtesyOptions(SheetOptions):
    """Which years."""

    since: int = number(N_("Since the year"), 0, 0, 2200, hint=N_("All years if it is 0."), machine=True)
    planned: bool = tick(N_("Also what is still to do"), default=True)
    notes: bool = tick(N_("Notes"))


class _Book(Paper[CourtesyOptions, "tuple[CourtesyRow, ...]"]):
    """Entries of the protocol book of some kinds."""

    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = CourtesyOptions
    is_list: ClassVar[bool] = True
    kinds: ClassVar[frozenset[CourtesyKind]]
    empty: ClassVar[str]

    def data(
        self, connection: "Connection", options: CourtesyOptions, scope: Scope, locale: Locale
    ) -> "tuple[CourtesyRow, ...]":
        """The entries that are asked for, the latest first."""
        from hospes.queries.courtesies import courtesy_rows

        return tuple(
            one
            for one in courtesy_rows(connection, locale)
            if one.kind in self.kinds
            and (options.planned or not one.planned)
            and (one.on is None or one.on.year >= options.since)
            and (scope.person is None or one.person_id == scope.person)
        )

    def build(self, data: "tuple[CourtesyRow, ...]", options: CourtesyOptions, kit: "Kit") -> "Document":
        """Draw the list."""
        tongues, locale = kit.tongues, kit.locale
        flow = kit.flow(
            tongues.text(self.title), confidential=tongues.text("Confidential: only for the committee")
        )
        columns = [
            Column(tongues.text("Day"), grow=0, whole=True),
            Column(tongues.text("Kind"), grow=0.5, least=24),
            Column(tongues.text("What"), strong=True, least=40),
            Column(tongues.text("For or from whom"), least=34),
            Column(tongues.text("Occasion"), grow=0.8),
        ]
        rows = [self._row(one, options, kit, locale) for one in kit.enough(data)]
        flow.list(Listing(columns, [Section(rows)], "", tongues.text(self.empty).joined()))
        return kit.finish()

    def _row(self, one: "CourtesyRow", options: CourtesyOptions, kit: "Kit", locale: Locale) -> list[Cell]:
        day = locale.date(one.on) if one.on is not None else kit.tongues.text("Still to do").joined()
        what: Cell = (one.what, one.note) if options.notes and one.note else one.what
        return [day, kit.tongues.label(one.kind).joined(), what, one.whom, one.occasion]

    def table(self, data: "tuple[CourtesyRow, ...]", options: CourtesyOptions, locale: Locale) -> Table:
        """A row for each."""
        heads = [
            locale.text("Day"), locale.text("Kind"), locale.text("What"), locale.text("For or from whom"),
            locale.text("Occasion"), locale.text("Note"),
        ]  # fmt: skip
        notes = options.notes
        rows: list[list[Value]] = [
            [one.on, locale.label(one.kind), one.what, one.whom, one.occasion, one.note if notes else ""]
            for one in data
        ]
        return Table(locale.text(self.title), heads, rows)


class GiftRegister(_Book):
    """Gifts given and received."""

    code: ClassVar[str] = "gift-register"
    title: ClassVar[str] = N_("Gift register")
    about: ClassVar[str] = N_("Gifts given and received, so that none is given twice")
    kinds: ClassVar[frozenset[CourtesyKind]] = GIFTS
    empty: ClassVar[str] = N_("No gift is written down yet.")


class HonoursList(_Book):
    """Honours, thanks and speeches."""

    code: ClassVar[str] = "honours-list"
    title: ClassVar[str] = N_("Honours and thanks")
    about: ClassVar[str] = N_("Who was honoured or thanked, for what and when, and what is still to do")
    kinds: ClassVar[frozenset[CourtesyKind]] = frozenset(CourtesyKind) - GIFTS
    empty: ClassVar[str] = N_("No honour is written down yet.")
