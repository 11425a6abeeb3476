# SPDX-License-Identifier: GPL-3.0-or-later
"""Who pays somebody's dues: they themselves, their household, or another, as a mother for her children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.members import EditMembership
from hospes.domain.payers import Payer, PayerKind
from hospes.queries.donations import donor_options
from hospes.queries.people import household_of
from hospes.ui.widgets.choices import Combo
from hospes.ui.widgets.fields import Field, Verdict

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent

    from hospes.queries.member_history import MembershipRow
    from hospes.ui.desk import Desk

_NOBODY = ("person_id", "household_id", "organisation_id")


class _Names(Combo):
    """Everybody in the file; read when the keyboard comes in, for this is seldom used."""

    def __init__(self, desk: Desk, now: Payer | None, home: tuple[str, str] | None) -> None:
        super().__init__(desk.theme, [home] if home is not None else [])
        self._desk = desk
        self._home = home
        self._all: list[tuple[str, str]] = []
        if now is not None:
            self.fill()
            self.choose(str(now))
            self.setCursorPosition(0)
        self.setPlaceholderText(desk.text("the member"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.fill()
        super().focusInEvent(event)

    def fill(self) -> None:
        """Offer the household, and everybody."""
        if not self._all and self._desk.app is not None:
            self._all = self._desk.read(donor_options, self._desk.locale)
            self.set_options([self._home, *self._all] if self._home is not None else self._all)


class PayerField(Field):
    """Names who pays from now on; empty: the member, or where the class counts households, theirs."""

    def __init__(self, desk: Desk, one: MembershipRow, person_id: UUID, *, by_household: bool) -> None:
        self._desk = desk
        self._one = one
        home = desk.read(household_of, person_id, desk.file.today)
        self._home = Payer(PayerKind.HOUSEHOLD, home.id) if home is not None else None
        shown = (str(self._home), desk.text("Household {name}", name=home.name)) if home is not None else None
        self._else = self._home if by_household else None
        now = Payer.of(one.payer_person_id, one.payer_household_id, one.payer_organisation_id)
        self._names = _Names(desk, now or self._else, shown)
        words = desk.text("Dues paid by")
        super().__init__(desk.theme, words, self._names, check=self._known, beside=True, name="person.payer")
        self._names.picked.connect(lambda _code: self.leave())
        self.saved.connect(self._keep)

    def _known(self, typed: str) -> Verdict:
        self._names.fill()
        if typed.strip() and Payer.read(self._names.code()) is None:
            return Verdict("bad", self._desk.text("Nobody is called that."))
        return Verdict()

    def _keep(self, typed: str) -> None:
        payer = Payer.read(self._names.code()) if typed.strip() else self._else
        found = payer.columns() if payer is not None else dict.fromkeys(_NOBODY)
        self._desk.run(
            EditMembership(self._one.id, {f"payer_{column}": value for column, value in found.items()}),
            failed=lambda error: self.say(Verdict("bad", self._desk.words(error))),
        )
