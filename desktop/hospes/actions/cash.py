# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal's accounts and categories: beginning it, and changing what it is sorted by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.own import own_association
from hospes.domain.cash_starter import STARTER_CATEGORIES
from hospes.domain.codes_cash import CashKind, CashSide, Sphere
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.money import LARGEST
from hospes.i18n.marks import N_
from hospes.store.base import Row, natural_key
from hospes.store.tables.cash import (
    CashAccount,
    CashBalance,
    CashCategory,
    CashCategoryText,
    CashEntry,
    CashFiling,
    CashPlan,
    CashSplit,
    CashYear,
)
from hospes.store.writer import Writer


@dataclass(frozen=True, slots=True)
class NewAccount:
    """A place for money, with what was there in the morning of its first day."""

    name: str
    kind: CashKind
    opening_minor: int = 0
    currency: str = ""
    iban: str = ""


@dataclass(frozen=True)
class BeginJournal(Action):
    """Begin the journal: accounts with what is in them, and the usual categories. Gives the accounts."""

    code: ClassVar[str] = "cash-begin"
    label: ClassVar[str] = N_("Begin the cash and bank journal")

    on: date
    accounts: tuple[NewAccount, ...]
    spheres: bool = False

    def apply(self, w: Writer) -> tuple[UUID, ...]:
        """Write accounts and categories."""
        own = own_association(w)
        if not self.accounts:
            raise FieldProblem("accounts", "The journal needs a cash box or a bank account.")
        made = tuple(
            _account(w, own.id, one, self.on, own.currency, at).id for at, one in enumerate(self.accounts)
        )
        for position, starter in enumerate(STARTER_CATEGORIES):
            key = natural_key("cash_category", own.id, starter.code)
            if w.get(CashCategory, key) is not None:
                continue
            language = own.preferred_language.split("-")[0]
            row = w.create(
                CashCategory,
                owner_id=own.id,
                code=starter.code,
                name=starter.names.get(language, starter.names["en"]),
                side=starter.side,
                sphere=starter.sphere if self.spheres else None,
                position=position,
            )
            for one, name in starter.names.items():
                w.create(CashCategoryText, category_id=row.id, language=one, name=name)
        return made


def _account(w: Writer, owner: UUID, new: NewAccount, on: date, currency: str, at: int) -> CashAccount:
    name = " ".join(new.name.split())
    if not name:
        raise FieldProblem("name", "The account needs a name.")
    if abs(new.opening_minor) >= LARGEST:
        raise FieldProblem("opening", "That is more money than Hospes can write down.")
    return w.create(
        CashAccount,
        owner_id=owner,
        name=name,
        kind=new.kind,
        currency=new.currency or currency,
        iban="".join(new.iban.split()).upper(),
        opened_on=on,
        opening_minor=new.opening_minor,
        position=at,
    )


@dataclass(frozen=True)
class AddAccount(Action):
    """Add a cash box or an account. Gives its id."""

    code: ClassVar[str] = "cash-account-add"
    label: ClassVar[str] = N_("Add an account to the journal")

    account: NewAccount
    on: date

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others."""
        own = own_association(w)
        last = w.execute(
            select(func.max(CashAccount.position)).where(CashAccount.owner_id == own.id)
        ).scalar()
        at = 0 if last is None else last + 1
        return _account(w, own.id, self.account, self.on, own.currency, at).id


@dataclass(frozen=True)
class EditAccount(Edit):
    """Change an account's name, number, first day, or what was in it then."""

    code: ClassVar[str] = "cash-account-edit"
    label: ClassVar[str] = N_("Change an account of the journal")
    table: ClassVar[type[Row]] = CashAccount
    fields: ClassVar[frozenset[str]] = frozenset(
        {"name", "iban", "opened_on", "opening_minor", "closed_on", "position"}
    )
    ref: ClassVar[str] = "account"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """An account has a name; an amount that can be."""
        if "name" in self.values and not str(self.values["name"]).strip():
            raise FieldProblem("name", "The account needs a name.")
        minor = self.values.get("opening_minor")
        if isinstance(minor, int) and abs(minor) >= LARGEST:
            raise FieldProblem("opening", "That is more money than Hospes can write down.")
        if self.values.get("opened_on", row) is None:
            raise FieldProblem("opened_on", "The journal of an account begins on a day.")
        return self.values


@dataclass(frozen=True)
class DeleteAccount(Action):
    """Take out an account in which nothing was written."""

    code: ClassVar[str] = "cash-account-delete"
    label: ClassVar[str] = N_("Delete an account of the journal")

    id: UUID

    def apply(self, w: Writer) -> None:
        """Delete it."""
        row = w.must(CashAccount, self.id)
        used = select(CashEntry.id).where(
            (CashEntry.account_id == row.id) | (CashEntry.to_account_id == row.id)
        )
        filed = select(CashFiling.id).where(
            (CashFiling.account_id == row.id) | (CashFiling.numbered_account_id == row.id)
        )
        for query in (used, filed):
            if w.scalars(query.limit(1)).first() is not None:
                raise UserError(
                    "There are entries in this account, so it stays. Give it a last day instead.",
                    code="account-in-use",
                )
        for one in w.scalars(select(CashBalance).where(CashBalance.account_id == row.id)).all():
            w.delete(one)
        w.delete(row)


@dataclass(frozen=True)
class AddCategory(Action):
    """Add a category. Gives its id."""

    code: ClassVar[str] = "cash-category-add"
    label: ClassVar[str] = N_("Add a category to the journal")

    name: str
    side: CashSide
    sphere: Sphere | None = None
    number: str = ""

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others of its side."""
        own = own_association(w)
        name = " ".join(self.name.split())
        if not name:
            raise FieldProblem("name", "The category needs a name.")
        c = CashCategory
        same = select(c.id).where(
            c.owner_id == own.id, c.side == self.side, c.name == name, c.ended.is_(False)
        )
        if w.scalars(same.limit(1)).first() is not None:
            raise FieldProblem("name", "There is such a category already.")
        last = w.execute(select(func.max(c.position)).where(c.owner_id == own.id)).scalar()
        row = w.create(
            CashCategory,
            owner_id=own.id,
            code=f"own-{w.new_id().hex[-10:]}",
            name=name,
            side=self.side,
            sphere=self.sphere,
            number=self.number.strip(),
            position=0 if last is None else last + 1,
        )
        return row.id


@dataclass(frozen=True)
class EditCategory(Edit):
    """Change a category's name, sphere or number, or no longer offer it."""

    code: ClassVar[str] = "cash-category-edit"
    label: ClassVar[str] = N_("Change a category of the journal")
    table: ClassVar[type[Row]] = CashCategory
    fields: ClassVar[frozenset[str]] = frozenset({"name", "sphere", "number", "ended", "position"})
    ref: ClassVar[str] = "category"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A name; and a sphere that no closed year was reckoned with."""
        assert isinstance(row, CashCategory)
        if "name" in self.values and not str(self.values["name"]).strip():
            raise FieldProblem("name", "The category needs a name.")
        if "sphere" in self.values and self.values["sphere"] != row.sphere:
            closed = select(CashYear.id).where(
                CashYear.owner_id == row.owner_id, CashYear.closed_on.is_not(None)
            )
            if row.sphere is not None and w.scalars(closed.limit(1)).first() is not None:
                raise FieldProblem(
                    "sphere",
                    "A closed year was reckoned with this sphere. Add a new category with the other sphere.",
                )
        return self.values


@dataclass(frozen=True)
class SetCategoryName(Action):
    """What a category is called in a language; empty takes the word away."""

    code: ClassVar[str] = "cash-category-name"
    label: ClassVar[str] = N_("Name a category of the journal")

    id: UUID
    language: str
    name: str

    def apply(self, w: Writer) -> None:
        """Keep it."""
        row = w.must(CashCategory, self.id)
        name = " ".join(self.name.split())
        keys = {"category_id": row.id, "language": self.language}
        if name:
            w.put(CashCategoryText, keys, name=name)
            return
        there = w.get(CashCategoryText, natural_key("cash_category_text", row.id, self.language))
        if there is not None:
            w.delete(there)


@dataclass(frozen=True)
class DeleteCategory(Action):
    """Take out a category that no entry has; one with entries is only no longer offered."""

    code: ClassVar[str] = "cash-category-delete"
    label: ClassVar[str] = N_("Delete a category of the journal")

    id: UUID

    def apply(self, w: Writer) -> bool:
        """Delete it, or end it. Gives whether it is gone."""
        row = w.must(CashCategory, self.id)
        starter = any(one.code == row.code for one in STARTER_CATEGORIES)
        used = any(
            w.scalars(select(cls.id).where(cls.category_id == row.id).limit(1)).first() is not None
            for cls in (CashEntry, CashSplit, CashFiling)
        )
        if used or starter:
            # What payments are for is sorted by the starter's code; a deleted one would come back unsorted.
            row.ended = True
            return False
        for cls in (CashCategoryText, CashPlan):
            for one in w.scalars(select(cls).where(cls.category_id == row.id)).all():
                w.delete(one)
        w.delete(row)
        return True
