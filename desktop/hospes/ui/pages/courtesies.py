# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol book: gifts, honours, thanks and speeches, so that none is forgotten or repeated (S14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer

from hospes.actions.courtesies import DropCourtesy, KeepCourtesy
from hospes.domain.courtesies import GIFTS, CourtesyKind, Reason
from hospes.i18n.marks import N_, NN_
from hospes.queries.courtesies import CourtesyRow, courtesy_rows, given_before, names_of_due
from hospes.queries.honours import jubilees_due
from hospes.queries.organisations import organisation_ids, organisation_rows
from hospes.queries.paper_visit import visit_choices
from hospes.queries.visit_thanks import not_thanked, visits_to_thank
from hospes.ui.page import Fit
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.print_words import visit_words
from hospes.ui.pages.visit_fields import people_options
from hospes.ui.pages.visit_thanks import plan_thanks
from hospes.ui.rows import Cell, Column
from hospes.ui.tab_order import tab_as_read
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import LongText, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale

DUE_SHOWN = 3

DUE_WORDS = {
    Reason.MEMBERSHIP: NN_(
        "{name} has been a member for {n} year.", "{name} has been a member for {n} years."
    ),
    Reason.HOSTING: NN_("{name} has had guests in {n} year.", "{name} has had guests in {n} years."),
    Reason.GUESTS: NN_("{name} has had {n} guest.", "{name} has had {n} guests."),
    Reason.OFFICE: NN_("{name} has been in office for {n} year.", "{name} has been in office for {n} years."),
}
CERTIFICATES = {
    Reason.MEMBERSHIP: N_("Certificate of membership"),
    Reason.HOSTING: N_("Certificate of hosting"),
    Reason.GUESTS: N_("Certificate of hosting"),
    Reason.OFFICE: N_("Certificate of thanks"),
}


def _when(one: CourtesyRow, locale: Locale) -> Cell:
    return Cell(locale.date(one.on, "list") if one.on is not None else locale.text("Still to do"))


def _columns() -> tuple[Column[CourtesyRow], ...]:
    return (
        Column("what", N_("What"), 240, lambda one, _: one.what, "what", least=160),
        Column("kind", N_("Kind"), 160, lambda one, locale: locale.label(one.kind), "kind"),
        Column("whom", N_("For or from whom"), 220, lambda one, _: one.whom, "whom"),
        Column("on", N_("Day"), 130, _when, "on"),
        Column("occasion", N_("Occasion"), 200, lambda one, _: one.occasion, "occasion", goes=1),
    )


class CourtesiesPage(BookPage[CourtesyRow]):
    """The protocol book, with whose jubilee is due."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "courtesy", "person", "organisation", "membership", "office", "visit", "host_offer", "placement",
            "participation", "visit_grant", "visit_duty",
        }
    )  # fmt: skip

    NAME = "courtesies"
    ICON = "heart-handshake"
    WORDS = BookWords(
        N_("Gifts and honours"),
        N_("Gifts, honours, thanks and speeches, so that none is forgotten or repeated"),
        N_("Gifts, honours and thanks: written down here, none is forgotten or repeated."),
        N_("It stands in the protocol book."),
    )
    IMPORT = "courtesies"
    SHOWN = ("what", "kind", "whom", "on", "occasion")
    COMPACT = ("what", "whom", "on")
    NARROW = ("what", "on")

    # -- the list ------------------------------------------------------------------------------------

    def columns(self) -> Sequence[Column[CourtesyRow]]:
        return _columns()

    def views(self) -> Sequence[View[CourtesyRow]]:
        return (
            View("all", N_("All"), lambda _: True),
            View("gifts", N_("Gifts"), lambda one: one.kind in GIFTS),
            View("honours", N_("Honours and thanks"), lambda one: one.kind not in GIFTS),
            View("todo", N_("Still to do"), lambda one: one.planned),
        )

    def read(self) -> Sequence[CourtesyRow]:
        return self.desk.read(courtesy_rows, self.desk.locale)

    def text_of(self, one: CourtesyRow) -> str:
        return " ".join((one.what, one.whom, one.occasion, one.note, self.desk.locale.label(one.kind)))

    def order(self, one: CourtesyRow, key: str) -> Order:
        locale = self.desk.locale
        if key == "on":
            return one.on.toordinal() if one.on is not None else 0, locale.sort_key("")
        if key == "kind":
            return 0, locale.sort_key(locale.label(one.kind))
        return 0, locale.sort_key(str(getattr(one, key)))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropCourtesy:
        return DropCourtesy(ids)

    def tools(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        return (
            link_button(
                theme, desk.text("Print the gifts"), self._print_gifts, icon="printer",
                name="courtesies.gifts",
            ),
            link_button(
                theme, desk.text("Print the honours"), self._print_honours, icon="printer",
                name="courtesies.honours",
            ),
            link_button(
                theme, desk.text("Print certificates"), self._print_certificates, icon="printer",
                name="courtesies.certificates",
            ),
        )  # fmt: skip

    def _print_gifts(self) -> None:
        self.desk.go("print", paper="gift-register")

    def _print_honours(self) -> None:
        self.desk.go("print", paper="honours-list")

    def _print_certificates(self) -> None:
        """Of the chosen entries, or of all honours that are still to do."""
        chosen = [one.hex for one in self.table.chosen_ids()]
        self.desk.go("print", paper="certificate", **({"rows": chosen} if chosen else {}))

    # -- the form ------------------------------------------------------------------------------------

    def build_form(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        self._was: CourtesyRow | None = None
        self._was_named = ""
        kinds = [(one.value, desk.locale.label(one)) for one in CourtesyKind]
        self.kind = self.put(
            "kind", N_("Kind"), Choice(theme, kinds, CourtesyKind.GIFT_GIVEN.value), width=NARROW_FIELD
        )
        self.what = self.put("what", N_("What is it?"), TextField(theme), width=WIDE_FIELD)
        self.combo = Combo(theme)
        self.combo.setPlaceholderText(desk.text("Somebody in the file, or any name"))
        self.combo.textChanged.connect(self._tell_before)
        self.whom = self.put("whom", N_("For or from whom"), self.combo, width=WIDE_FIELD)
        self.on = self.day_field(
            "on", N_("Day"), hint=desk.text("Left empty: still to do."), width=NARROW_FIELD
        )
        self.occasion = self.put("occasion", N_("Occasion"), TextField(theme), width=WIDE_FIELD)
        self.visit = self.put("visit", N_("Visit"), Choice(theme, ()), width=WIDE_FIELD)
        self.note = self.put("note", N_("Note"), LongText(theme, "", lines=2))
        self.before = Label(theme, "", "warn", wrap=True, name="courtesies.before")
        self.before.hide()
        flow = FlowLayout(theme, self.kind, self.what, self.whom, self.on, self.occasion, self.visit, gap=14)
        return holder(flow), self.before, self.note

    def first_field(self) -> QWidget:
        return self.what.editor

    def _options(self) -> list[tuple[str, str]]:
        desk = self.desk
        people = [(f"p{code}", words) for code, words in people_options(desk)]
        today = desk.file.today
        ids = desk.read(organisation_ids, locale=desk.locale, today=today)
        rows = desk.read(organisation_rows, ids, locale=desk.locale, today=today)
        return people + [(f"o{one.id.hex}", one.name) for one in rows]

    def fill(self, one: CourtesyRow | None) -> None:
        self.combo.set_options(self._options())
        self._was = one
        self._offer_visits(one.visit_id if one is not None else None)
        self.kind.set_value(one.kind.value if one is not None else CourtesyKind.GIFT_GIVEN.value)
        self.what.set_value(one.what if one is not None else "")
        self.combo.choose(_code_of(one) if one is not None else "")
        if one is not None and not self.combo.text():
            self.combo.setText(one.whom)
        self._was_named = self.combo.text()
        self.on.set_value(self.day_words(one.on) if one is not None else "")
        self.occasion.set_value(one.occasion if one is not None else "")
        self.note.set_value(one.note if one is not None else "")
        self._tell_before()

    def _offer_visits(self, chosen: UUID | None) -> None:
        desk = self.desk
        found = desk.read(visit_choices, desk.locale.language)
        pairs = [("", "–"), *((one.id.hex, visit_words(desk.locale, one)) for one in found)]
        editor = self.visit.editor
        if isinstance(editor, Choice):
            editor.set_options(pairs, chosen.hex if chosen is not None else "")

    def _subject(self) -> tuple[UUID | None, UUID | None, str]:
        """Person, organisation, or whatever was typed.

        Whoever stood there stays while the name is not touched, also somebody who can no longer be chosen
        because they have died or lie in the bin.
        """
        if (one := self._was) is not None and self.combo.text() == self._was_named:
            linked = one.person_id is not None or one.organisation_id is not None
            return one.person_id, one.organisation_id, "" if linked else one.whom
        code = self.combo.code()
        if code.startswith("p"):
            return UUID(hex=code[1:]), None, ""
        if code.startswith("o"):
            return None, UUID(hex=code[1:]), ""
        return None, None, self.combo.text().strip()

    def _tell_before(self, *_: object) -> None:
        desk = self.desk
        person, organisation, other = self._subject()
        found = [
            one
            for one in desk.read(given_before, desk.locale, person, organisation, other)
            if one.id != self.editing
        ]
        words = [desk.text("{what}, {day}", what=one.what, day=one.on) for one in found[:4]]
        self.before.setText(desk.text("So far: {list}", list=desk.locale.listing(words)) if words else "")
        self.before.setVisible(bool(words))

    def act(self, one: UUID | None) -> KeepCourtesy:
        person, organisation, other = self._subject()
        return KeepCourtesy(
            {
                "kind": CourtesyKind(self.kind.value()),
                "what": self.what.value(),
                "on": self.day("on"),
                "person_id": person,
                "organisation_id": organisation,
                "other": other,
                "occasion": self.occasion.value(),
                "visit_id": UUID(hex=visit) if (visit := self.visit.value()) else None,
                "note": self.note.value().strip(),
            },
            one,
        )

    # -- whose jubilee is due ------------------------------------------------------------------------

    def above(self) -> QWidget:
        self._every = False  # whether all honours that are due stand there
        self._due = column(self.desk.theme, gap=4)
        self._due_card = Box(self.desk.theme, "sunk", self._due, name="courtesies.due")
        return self._due_card

    def read_above(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._due)
        today = desk.file.today
        for visit, title, n in desk.read(visits_to_thank, today, desk.locale):
            words = desk.ntext(
                "{visit}: {n} person or organisation is not thanked yet.",
                "{visit}: {n} people and organisations are not thanked yet.",
                n,
                visit=title,
            )
            thank = link_button(theme, desk.text("Plan thanks"), self._plan_thanks, name="courtesies.thank")
            show = link_button(theme, desk.text("Show the visit"), self._show_visit, name="courtesies.visit")
            for button in (thank, show):
                button.setProperty("visit", visit.hex)
            self._add_line(Label(theme, words, wrap=True), thank, show)
        due = desk.read(jubilees_due, today)
        shown = due if self._every else due[:DUE_SHOWN]
        named = desk.read(names_of_due, shown)
        for one in shown:
            words = desk.ntext(*DUE_WORDS[one.reason], one.number, name=named.get(one.person, ""))
            honour = link_button(theme, desk.text("Plan the honour"), self._plan, name="courtesies.plan")
            honour.setProperty("person", one.person.hex)
            honour.setProperty("reason", one.reason.value)
            self._add_line(Label(theme, words, wrap=True), honour)
        if more := len(due) - len(shown):
            words = desk.ntext("and {n} more", "and {n} more", more)
            self._due.addLayout(
                row(theme, link_button(theme, words, self._show_every, name="courtesies.more"), None)
            )
        self._due_card.setVisible(self._due.count() > 0 and self.form.isHidden())
        QTimer.singleShot(0, self, self._order_tabs)  # once the new lines are shown

    def _order_tabs(self) -> None:
        tab_as_read((self._due_card, self.table))

    def _show_every(self) -> None:
        self._every = True
        self.read_above()

    def _add_line(self, words: Label, *ways: QWidget) -> None:
        theme = self.desk.theme
        if self.fits is Fit.NARROW:
            self._due.addLayout(column(theme, words, holder(FlowLayout(theme, *ways)), gap=0))
            return
        made = row(theme, words, *ways)
        made.setStretch(0, 1)
        self._due.addLayout(made)

    def fit(self, fit: Fit) -> None:
        changed = (fit is Fit.NARROW) != (self.fits is Fit.NARROW)
        super().fit(fit)
        if changed:
            self.read_above()

    def _plan(self) -> None:
        desk = self.desk
        reason = Reason(str(self.sender().property("reason")))
        values = {
            "kind": CourtesyKind.CERTIFICATE,
            "what": desk.text(CERTIFICATES[reason]),
            "person_id": UUID(hex=str(self.sender().property("person"))),
            "occasion": desk.locale.label(reason),
            "reason": reason,
        }
        desk.run(KeepCourtesy(values), said=desk.text("It stands in the protocol book."))

    def _plan_thanks(self) -> None:
        desk, visit = self.desk, UUID(hex=str(self.sender().property("visit")))
        plan_thanks(desk, visit, desk.read(not_thanked, visit, desk.file.today, desk.locale))

    def _show_visit(self) -> None:
        self.desk.go("visit", id=str(self.sender().property("visit")), tab="overview")


def _code_of(one: CourtesyRow) -> str:
    if one.person_id is not None:
        return f"p{one.person_id.hex}"
    return f"o{one.organisation_id.hex}" if one.organisation_id is not None else ""
