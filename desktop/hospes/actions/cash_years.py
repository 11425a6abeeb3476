# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of the journal: plan, balances that were told, voucher numbers, closing and opening again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.cash_entries import next_number
from hospes.actions.editing import known_fields
from hospes.actions.own import own_association
from hospes.domain.cash import believable
from hospes.domain.codes_cash import CashSource
from hospes.domain.dues import year_name, year_span
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_, NN_
from hospes.store.base import natural_key
from hospes.store.cash import Wanted, read_lines
from hospes.store.cash_sums import account_years
from hospes.store.tables.cash import (
    CashAccount,
    CashBalance,
    CashCategory,
    CashEntry,
    CashFiling,
    CashPlan,
    CashYear,
)
from hospes.store.tables.organisations import Organisation
from hospes.store.writer import Writer


@dataclass(frozen=True)
class SetPlan(Action):
    """What the year's plan says for categories; None takes it away."""

    code: ClassVar[str] = "cash-plan"
    label: ClassVar[str] = N_("Change the plan of the year {year}")

    year: int
    amounts: Mapping[UUID, int | None]

    def apply(self, w: Writer) -> None:
        """Keep it."""
        own = own_association(w)
        for category, minor in self.amounts.items():
            row = w.get(CashPlan, natural_key("cash_plan", category, self.year))
            if minor is None:
                if row is not None:
                    w.delete(row)
                continue
            if minor < 0 or (minor and not believable(minor)):
                raise FieldProblem(
                    "plan", "A plan is never less than zero. In and out stand on their own sides."
                )
            w.must(CashCategory, category)
            w.put(CashPlan, {"category_id": category, "year": self.year}, minor=minor, currency=own.currency)

    def refs(self, result: object) -> dict[str, object]:
        """The year."""
        return {"year": self.year}


@dataclass(frozen=True)
class SetStatement(Action):
    """What the bank says, or what was counted, at the end of a year; None forgets it."""

    code: ClassVar[str] = "cash-statement"
    label: ClassVar[str] = N_("Note the balance of an account for {year}")

    account_id: UUID
    year: int
    minor: int | None
    on: date | None = None

    def apply(self, w: Writer) -> None:
        """Keep it."""
        account = w.must(CashAccount, self.account_id)
        _refuse_closed(w, w.must(Organisation, account.owner_id), self.year)
        keys = {"account_id": account.id, "year": self.year}
        w.put(CashBalance, keys, statement_minor=self.minor, statement_on=self.on, currency=account.currency)

    def refs(self, result: object) -> dict[str, object]:
        """The year."""
        return {"year": self.year}


def _refuse_closed(w: Writer, own: Organisation, year: int) -> None:
    row = w.get(CashYear, natural_key("cash_year", own.id, year))
    if row is not None and row.closed_on is not None:
        raise UserError(
            "The year {year} is closed, so what was counted in it stays. "
            "Write a correcting entry in the open year, or open the year again under Money, Year.",
            code="year-closed",
            year=year_name(year, own.year_start),
        )


@dataclass(frozen=True)
class NumberVouchers(Action):
    """Give each line of a year without a voucher number the next of its account, by days. Gives how many."""

    code: ClassVar[str] = "cash-number"
    label: ClassVar[str | tuple[str, str]] = NN_("Give {n} voucher number", "Give {n} voucher numbers")

    year: int

    def apply(self, w: Writer) -> int:
        """Number them."""
        own = own_association(w)
        _refuse_closed(w, own, self.year)
        return number_all(w, own, self.year)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result}


def number_all(w: Writer, own: Organisation, year: int) -> int:
    """Number the lines of a year that have no number."""
    w.flush()
    span = year_span(year, own.year_start)
    lines = read_lines(w.connection(), own.id, Wanted(span.first, span.last)).bookings
    bare = [one for one in lines if one.number is None]
    filed = {row.row_id: row for row in w.scalars(select(CashFiling).where(CashFiling.owner_id == own.id))}
    following: dict[UUID, int] = {}
    fresh: list[dict[str, object]] = []
    for one in bare:
        number = following.get(one.account) or next_number(w, own, one.account, one.on)
        following[one.account] = number + 1
        if one.source is CashSource.ENTRY:
            row = w.must(CashEntry, one.row_id)
            if one.key == one.row_id:
                row.number = number
            else:
                row.to_number = number
            continue
        given = {"number": number, "numbered_account_id": one.account, "numbered_year": year}
        filing = filed.get(one.row_id)
        if filing is None:
            fresh.append({"owner_id": own.id, "row_id": one.row_id, "source": one.source, **given})
            continue
        for name, value in given.items():
            setattr(filing, name, value)
    w.flush()
    w.bulk_add(CashFiling, fresh)
    return len(bare)


@dataclass(frozen=True)
class CloseYear(Action):
    """Close a year: its lines are numbered, its balances kept, and nothing in it can be changed any more.

    `despite` says that open questions (no voucher, gaps, not sorted, cash below zero) are known and stay.
    """

    code: ClassVar[str] = "cash-year-close"
    label: ClassVar[str] = N_("Close the year {year}")

    year: int
    despite: bool = False

    def apply(self, w: Writer) -> int:
        """Check, number, keep. Gives how many lines were numbered."""
        own = own_association(w)
        span = year_span(self.year, own.year_start)
        _refuse_closed(w, own, self.year)
        if span.last is not None and span.last >= w.today:
            raise UserError("A year is closed when it is over.", code="year-not-over")
        numbered = number_all(w, own, self.year)
        lines = read_lines(w.connection(), own.id, Wanted(span.first, span.last)).bookings
        accounts = account_years(w.connection(), own.id, self.year, lines)
        if not accounts:
            raise UserError("The journal has not begun in this year.", code="no-journal")
        if any(one.checked.hard for one in accounts):
            raise UserError(
                "Some entries have no exchange rate, a number twice, or parts that are not the whole. "
                "Put them right first; the list shows which.",
                code="year-wrong",
            )
        if any(one.checked.soft for one in accounts) and not self.despite:
            raise UserError(
                "The auditors will ask about some entries of this year. Look at the list first.",
                code="year-questions",
            )
        for one in accounts:
            w.put(
                CashBalance,
                {"account_id": one.account.id, "year": self.year},
                closing_minor=one.closing,
                entries=one.entries,
                currency=one.account.currency,
            )
        w.put(CashYear, {"owner_id": own.id, "year": self.year}, closed_on=w.today, closed_by=w.editor)
        return numbered

    def refs(self, result: object) -> dict[str, object]:
        """The year."""
        return {"year": self.year}


@dataclass(frozen=True)
class ReopenYear(Action):
    """Open a closed year again, with the reason, which stays in the history."""

    code: ClassVar[str] = "cash-year-reopen"
    label: ClassVar[str] = N_("Open the year {year} again")

    year: int
    reason: str

    def apply(self, w: Writer) -> None:
        """Open it."""
        own = own_association(w)
        reason = " ".join(self.reason.split())
        if not reason:
            raise FieldProblem("reason", "Why is the year opened again? The auditors will ask.")
        row = w.get(CashYear, natural_key("cash_year", own.id, self.year))
        if row is None or row.closed_on is None:
            raise UserError("This year is open.", code="year-open")
        for year in range(self.year + 1, self.year + 60):
            after = w.get(CashYear, natural_key("cash_year", own.id, year))
            if after is not None and after.closed_on is not None:
                raise UserError(
                    "The year {year} after it is closed too. Open that one first.",
                    code="later-closed",
                    year=year_name(year, own.year_start),
                )
        row.closed_on = None
        row.reopened_on, row.reopened_by, row.reopened_because = w.today, w.editor, reason

    def refs(self, result: object) -> dict[str, object]:
        """The year."""
        return {"year": self.year}


@dataclass(frozen=True)
class DescribeYear(Action):
    """What is noted about a year: remarks for the annual accounts, the day it was approved."""

    code: ClassVar[str] = "cash-year-edit"
    label: ClassVar[str] = N_("Change the notes on the year {year}")

    year: int
    values: Mapping[str, object]

    def apply(self, w: Writer) -> None:
        """Keep it."""
        known_fields(self.values, {"remarks", "approved_on"})
        own = own_association(w)
        values = {k: v.strip() if isinstance(v, str) else v for k, v in self.values.items()}
        w.put(CashYear, {"owner_id": own.id, "year": self.year}, **values)

    def refs(self, result: object) -> dict[str, object]:
        """The year."""
        return {"year": self.year}
