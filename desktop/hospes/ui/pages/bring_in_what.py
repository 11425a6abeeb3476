# SPDX-License-Identifier: GPL-3.0-or-later
"""Step 1 of bringing in: what the list holds, and for guests and hosts at which visit."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.i18n.marks import N_
from hospes.queries.member_history import visit_titles
from hospes.queries.visits import VIEWS, VISITING, parties_of, visit_ids
from hospes.ui.pages.bring_in_directory import OriginFields
from hospes.ui.widgets.boxes import column
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

WHAT = (
    ("members", N_("Members or contacts")),
    ("guests", N_("Guests of a visit")),
    ("hosts", N_("Hosts of a visit")),
    ("visits", N_("A list of visits")),
    ("partnerships", N_("Twinnings of others (directory)")),
    ("hours", N_("Volunteer hours")),
    ("courtesies", N_("Gifts and honours")),
    ("publications", N_("Publications")),
    ("references", N_("Reference library")),
    ("goods", N_("Goods of an aid transport")),
    ("figures", N_("Yearly figures of associations")),
)
OF_VISIT = ("guests", "hosts", "goods")


class VisitChoice(Choice):
    """A drop-down of all visits, those that come first."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk.theme, name=name)
        self.desk = desk
        self.setAccessibleName(desk.text("The visit"))

    def refill(self) -> None:
        """Read the visits again and keep the choice."""
        desk, before = self.desk, self.code()
        ids: list[UUID] = []
        for view in VIEWS:
            ids += desk.read(visit_ids, view, locale=desk.locale, today=desk.file.today)
        titles = desk.read(visit_titles, ids, desk.locale.language)
        untitled = desk.text("Visit without a name")
        self.set_options([(one.hex, titles.get(one) or untitled) for one in ids], before)

    def visit(self) -> UUID | None:
        """The visit that is chosen; None while the file has none."""
        code = self.code()
        return UUID(hex=code) if code else None


class WhatChoice(QWidget):
    """What the list holds, and at which visit."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self.what = Choice(theme, [(code, desk.text(words)) for code, words in WHAT], name="import.what")
        self.what.setAccessibleName(desk.text("What the list holds"))
        self.what.picked.connect(self._picked)
        self.visit = VisitChoice(desk, "import.visit")
        self.visit.picked.connect(self._picked)
        self.party_label = Label(theme, desk.text("Delegation"), "label")
        self.party = Choice(theme, name="import.delegation")
        self.party.setAccessibleName(desk.text("Delegation"))
        self.party.picked.connect(lambda _code: self.changed.emit())
        self.visit_label = Label(theme, desk.text("The visit"), "label")
        self.none = Label(
            theme, desk.text("There is no visit yet. Make one first, under Visits."), "m", wrap=True
        )
        self.none.setObjectName("import.noVisit")
        self.origin = OriginFields(desk)
        self.setLayout(
            column(
                theme,
                Label(theme, desk.text("What the list holds"), "label"),
                self.what,
                self.visit_label,
                self.visit,
                self.party_label,
                self.party,
                self.none,
                self.origin,
                gap=6,
            )
        )
        self._show()

    def choose(self, kind: str, visit: UUID | None = None) -> None:
        """Choose what, and which visit."""
        self.what.choose("members" if kind == "contacts" else kind)
        if visit is not None:
            self.visit.choose(visit.hex)
        self._show()

    def kind(self) -> str:
        """Members, guests, hosts, visits or links."""
        return self.what.code()

    def delegation(self) -> UUID | None:
        """Whose guests they are where no column says it, of several who come."""
        code = "" if self.party.isHidden() else self.party.code()
        return UUID(hex=code) if code else None

    def _fill_parties(self) -> None:
        """The delegations among which somebody has to say whose list it is; nothing for the only one."""
        desk, visit = self.desk, self.visit.visit()
        found = desk.read(parties_of, [visit], desk.locale.language).get(visit, []) if visit else []
        theirs = [(one.id.hex, one.name) for one in found if one.role in VISITING and not one.ours]
        options = [("", desk.text("as a column says")), *theirs]
        self.party.set_options(options, self.party.code())
        several = self.kind() == "guests" and len(theirs) > 1
        self.party.setVisible(several)
        self.party_label.setVisible(several)

    def refill(self) -> None:
        """Read the visits again."""
        self.visit.refill()
        self._show()

    def _picked(self, _code: str) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        wanted = self.kind() in OF_VISIT
        there = self.visit.count() > 0
        self.visit.setVisible(wanted and there)
        self.visit_label.setVisible(wanted and there)
        self.none.setVisible(wanted and not there)
        self.origin.setVisible(self.kind() == "partnerships")
        self._fill_parties()
