# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with one person: card, e-mail, data sheet; left, died, moved out, double, bin."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from hospes.actions.bin import PutInBin
from hospes.actions.households import MoveOut
from hospes.actions.members import BecomeMembers, HasLeft
from hospes.actions.people import HasDied
from hospes.domain.codes import LeavingReason
from hospes.domain.values import RoughDate
from hospes.queries.members import member_rows
from hospes.queries.people import email_addresses, person_names
from hospes.ui.desk import Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol
    from uuid import UUID

    from hospes.ui.desk import Desk

    class Shower(Protocol):
        """Shows a person."""

        def person_id(self) -> UUID | None: ...


class PersonActs:
    """The acts of whoever is shown; each asks inline where something has to be said."""

    def __init__(self, desk: Desk, shower: Shower) -> None:
        self.desk = desk
        self._shower = shower

    def ways(self) -> list[tuple[str, Callable[[], object]]]:
        """Words and act, for menus; only what fits the person."""
        desk = self.desk
        person_id = self._shower.person_id()
        if person_id is None:
            return []
        rows = desk.read(member_rows, [person_id], locale=desk.locale, today=desk.file.today, only=())
        member = bool(rows) and rows[0].is_member
        dead = bool(rows) and rows[0].deceased
        ways: list[tuple[str, Callable[[], object]]] = [
            (desk.text("Write an e-mail"), self.email),
            (desk.text("Print everything we hold about this person"), self.sheet),
            (desk.text("Same person as…"), self.double),
        ]
        if member:
            ways.insert(1, (desk.text("Print the membership card"), self.card))
            ways.append((desk.text("Has left"), self.left))
        elif not dead:
            ways.append((desk.text("Becomes a member"), self.join))
        if not dead:
            ways += [(desk.text("Moves out"), self.move_out), (desk.text("Has died"), self.died)]
        ways.append((desk.text("Put in the bin"), self.bin))
        return ways

    def _who(self) -> tuple[UUID, str] | None:
        person_id = self._shower.person_id()
        if person_id is None:
            return None
        return person_id, self.desk.read(person_names, [person_id]).get(person_id, "")

    # -- paper and post ------------------------------------------------------------------------------

    def card(self) -> None:
        """Set up the membership card of this person in the print centre."""
        who = self._who()
        if who is not None:
            self.desk.go("print", paper="membership-cards", people=[who[0].hex])

    def sheet(self) -> None:
        """Set up the data sheet of this person."""
        who = self._who()
        if who is not None:
            self.desk.go("print", paper="person-sheet", person=who[0].hex)

    def email(self) -> None:
        """Open the computer's mail program; the address is on the clipboard too."""
        who = self._who()
        if who is None:
            return
        found = self.desk.read(email_addresses, "", [who[0]], today=self.desk.file.today)
        if not found:
            self.desk.say(self.desk.text("{person} has no e-mail address.", person=who[1]), kind="info")
            return
        QGuiApplication.clipboard().setText(found[0])
        QDesktopServices.openUrl(QUrl(f"mailto:{quote(found[0], safe='@')}"))
        self.desk.say(self.desk.text("{address} is on the clipboard.", address=found[0]))

    # -- facts of life -------------------------------------------------------------------------------

    def left(self) -> None:
        """Ask why, then end the membership today; the day can be changed on the page."""
        who = self._who()
        if who is None:
            return
        desk = self.desk

        def ending(reason: LeavingReason) -> Callable[[], object]:
            def act() -> None:
                said = desk.text("{person} has left. Everything about the membership stays.", person=who[1])
                desk.run(HasLeft((who[0],), reason=reason), said=said)

            return act

        answers = [
            Answer(desk.locale.label(reason), ending(reason), name=f"person.left.{reason.value}")
            for reason in (LeavingReason.RESIGNED, LeavingReason.MOVED, LeavingReason.OTHER)
        ]
        desk.ask(desk.text("{person} leaves today. Why?", person=who[1]), answers)

    def join(self) -> None:
        """Make a contact a member from today."""
        who = self._who()
        if who is not None:
            said = self.desk.text("{person} is a member now.", person=who[1])
            self.desk.run(BecomeMembers((who[0],)), said=said)

    def died(self) -> None:
        """All post stops at once; the day can be written later."""
        who = self._who()
        if who is None:
            return
        desk = self.desk

        def today() -> None:
            self._died(who, RoughDate.of(desk.file.today))

        def unknown() -> None:
            self._died(who, None)

        answers = [
            Answer(desk.text("Died today"), today, name="person.died.today"),
            Answer(desk.text("The day is not known yet"), unknown, name="person.died.unknown"),
        ]
        desk.ask(desk.text("{person} has died? All post stops at once.", person=who[1]), answers)

    def _died(self, who: tuple[UUID, str], on: RoughDate | None) -> None:
        said = self.desk.text(
            "{person} has died. No post goes out any more; everything else is kept.", person=who[1]
        )
        self.desk.run(HasDied(who[0], on), said=said)

    def move_out(self) -> None:
        """A household of one's own; the address is asked for on the page."""
        who = self._who()
        if who is not None:
            said = self.desk.text(
                "{person} has a household of their own now. Write the new address.", person=who[1]
            )
            if self.desk.run(MoveOut(who[0]), said=said) is not None:
                self.desk.go("person", id=who[0].hex)

    def double(self) -> None:
        """Choose who is the same person."""
        who = self._who()
        if who is not None:
            self.desk.go("doubles", id=who[0].hex)

    def bin(self) -> None:
        """Put the entry in the bin."""
        who = self._who()
        if who is not None:
            said = self.desk.text("{person} is in the bin.", person=who[1])
            self.desk.run(PutInBin("person", (who[0],)), said=said)
