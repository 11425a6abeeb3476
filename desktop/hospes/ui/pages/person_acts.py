# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with one person: card, e-mail, data sheet; left, died, moved out, double, bin."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from hospes.actions.bin import PutBack, PutInBin
from hospes.actions.members import BecomeMembers
from hospes.queries.members import member_rows
from hospes.queries.people import email_addresses, person_names

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol
    from uuid import UUID

    from hospes.ui.desk import Desk

    class Shower(Protocol):
        """Shows a person."""

        def person_id(self) -> UUID | None: ...

        def ask(self, what: str) -> bool: ...


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
            (desk.text("Print a certificate"), self.certificate),
            (desk.text("Save everything we keep about this person…"), self.hand_over),
            (desk.text("Same person as…"), self.double),
        ]
        if member:
            ways.insert(0, (desk.text("Record a payment"), self.payment))
            ways.insert(2, (desk.text("Print the membership card"), self.card))
            ways.append((desk.text("Has left…"), self.left))
        elif not dead:
            ways.append((desk.text("Becomes a member"), self.join))
        if not dead:
            ways += [(desk.text("Moves out…"), self.move_out), (desk.text("Has died…"), self.died)]
        ways.append((desk.text("Put in the bin"), self.bin))
        ways.append((desk.text("Erase this person for good…"), self.erase))
        return ways

    def _who(self) -> tuple[UUID, str] | None:
        person_id = self._shower.person_id()
        if person_id is None:
            return None
        return person_id, self.desk.read(person_names, [person_id]).get(person_id, "")

    # -- paper and post ------------------------------------------------------------------------------

    def payment(self) -> None:
        """Record a payment of this person."""
        who = self._who()
        if who is not None:
            self.desk.go("money", pay=who[0].hex)

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

    def certificate(self) -> None:
        """Set up a certificate of thanks for this person."""
        who = self._who()
        if who is not None:
            self.desk.go("print", paper="certificate", person=who[0].hex)

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

    def hand_over(self) -> None:
        """Save all data of this person, and of nobody else, as a file."""
        from hospes.ui.pages.person_erase import hand_over

        who = self._who()
        if who is not None:
            hand_over(self.desk, *who)

    def erase(self) -> None:
        """Ask for the last time; where others wrote about the person, that is read first."""
        from hospes.ui.pages.person_erase import ask_last, preview

        who = self._who()
        if who is None:
            return
        found = preview(self.desk, who[0])
        if found.texts:
            self._ask("erase")
        else:
            ask_last(self.desk, found, texts=False)

    # -- facts of life -------------------------------------------------------------------------------

    def left(self) -> None:
        """Ask from when on and why, then end the membership."""
        self._ask("left")

    def join(self) -> None:
        """Make a contact a member from today."""
        who = self._who()
        if who is not None:
            said = self.desk.text("{person} is a member now.", person=who[1])
            self.desk.run(BecomeMembers((who[0],)), said=said)

    def died(self) -> None:
        """Ask for the day; all post stops at once."""
        self._ask("died")

    def move_out(self) -> None:
        """Ask where to, and who goes along."""
        self._ask("move_out")

    def _ask(self, what: str) -> None:
        who = self._who()
        if who is not None and not self._shower.ask(what):
            self.desk.go("person", id=who[0].hex, ask=what)

    def double(self) -> None:
        """Choose who is the same person."""
        who = self._who()
        if who is not None:
            self.desk.go("doubles", id=who[0].hex)

    def put_back(self) -> None:
        """Take the entry out of the bin."""
        who = self._who()
        if who is not None:
            said = self.desk.text("{name} is back.", name=who[1])
            self.desk.run(PutBack("person", (who[0],)), said=said)

    def bin(self) -> None:
        """Put the entry in the bin."""
        who = self._who()
        if who is not None:
            said = self.desk.text("{person} is in the bin.", person=who[1])
            self.desk.run(PutInBin("person", (who[0],)), said=said)
