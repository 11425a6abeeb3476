# SPDX-License-Identifier: GPL-3.0-or-later
"""A partner's visit file before it comes in: every difference with a tick, nothing written yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.i18n.marks import N_
from hospes.transfer.plan import Decision, Fate
from hospes.ui.pages.bring_in_words import field_words, told
from hospes.ui.widgets.boxes import card, clear, column, holder, scrolled
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.transfer.bringing_visit import CheckedForVisit
    from hospes.transfer.partner_check import CheckedPartnerFile, GoneStay, ItemDifference, StayDifference
    from hospes.transfer.plan import Planned
    from hospes.ui.desk import Desk

JOINING = frozenset(("takes_part", "offers"))
ITEM_FIELDS = {
    "on": N_("Day"), "starts": N_("From"), "ends": N_("Until"), "time_words": N_("Time in words"),
    "meal": N_("Meal"), "title": N_("What"), "details": N_("Details"), "place": N_("Where"),
    "meeting_point": N_("Meeting point"),
}  # fmt: skip


class PartnerStep(QWidget):
    """The differences, by what they are about."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._calls: list[Callable[[bool], object]] = []
        self._box = column(desk.theme, gap=12)
        inner = holder(column(desk.theme, self._box, None))
        self.setLayout(column(desk.theme, scrolled(inner, "partner.differences")))

    def show_checked(self, checked: CheckedPartnerFile, visit: str) -> None:
        """Show what would change at a visit of ours."""
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        self._calls = []
        title = checked.titles.get(desk.locale.language) or next(iter(checked.titles.values()), "")
        head = desk.text("From {sender}: {title}", sender=checked.sender, title=title)
        about = desk.text(
            "It belongs to “{visit}”. Take the tick away from what shall stay as it is.", visit=visit
        )
        self._box.addWidget(Label(theme, head, "section", wrap=True, name="partner.from"))
        self._box.addWidget(Label(theme, about, "m", wrap=True))
        if not checked.same_days:
            words = desk.text("The visit begins on another day there: {day}", day=checked.first)
            self._box.addWidget(Banner(theme, words, "warn", name="partner.days"))
        for part, words in ((checked.guests, desk.text("Guests")), (checked.hosts, desk.text("Hosts"))):
            if part is not None:
                self._people(part, words)
        self._stays(checked)
        self._programme(checked)
        if not checked.count() and not self._calls:
            self._box.addWidget(Label(theme, desk.text("Nothing is different."), name="partner.same"))

    # -- people --------------------------------------------------------------------------------------

    def _people(self, part: CheckedForVisit, title: str) -> None:
        rows: list[QWidget] = []
        new = [row for row in part.plan.rows if row.fate is Fate.NEW or row.fills & JOINING]
        if new:
            names = ", ".join(row.who.shown for row in new)
            words = self.desk.ntext("{n} is new: {names}", "{n} are new: {names}", len(new), names=names)
            rows.append(Label(self.desk.theme, words, wrap=True))
        for row in part.plan.rows:
            if row.fate is Fate.DOUBTFUL:
                rows.append(self._person(part, row))
            elif row.fate is Fate.UPDATED and not row.fills & JOINING:
                words = self.desk.text("{name}: completed", name=row.who.shown)
                rows.append(Label(self.desk.theme, words, wrap=True))
        for gone in part.missing:

            def cancel(on: bool, one: object = gone.participation) -> None:
                (part.cancel.add if on else part.cancel.discard)(one)  # type: ignore[arg-type]  # an id

            words = self.desk.text("{name} is no longer in the file: cancel", name=gone.name)
            rows.append(self._tick(words, cancel, on=gone.participation in part.cancel))
        rows += [
            Label(self.desk.theme, self.desk.locale.message(each.reason), wrap=True)
            for each in part.understood.rejected
        ]
        self._card(title, rows)

    def _person(self, part: CheckedForVisit, row: Planned) -> QWidget:
        number = row.who.row
        if row.decision is Decision.SKIP:
            reason = self.desk.locale.message(row.reason) if row.reason is not None else ""
            words = self.desk.text("{name}: {reason} Bring in as new", name=row.who.shown, reason=reason)
            return self._tick(
                words,
                lambda on: part.plan.decide(number, Decision.ADD if on else Decision.SKIP),
                on=False,
            )
        changes = [
            self.desk.text(
                "{field}: ours “{ours}”, theirs “{theirs}”",
                field=field_words(self.desk, each.field, at_visit=True),
                ours=told(self.desk, each.ours, each.field),
                theirs=told(self.desk, each.theirs, each.field),
            )
            for each in row.differences
        ]
        words = self.desk.text("{name}, {changes}", name=row.who.shown, changes="; ".join(changes))
        return self._tick(
            words, lambda on: part.plan.decide(number, Decision.TAKE if on else Decision.FILL), on=True
        )

    # -- beds and programme --------------------------------------------------------------------------

    def _stays(self, checked: CheckedPartnerFile) -> None:
        text = self.desk.text
        rows: list[QWidget] = []
        for stay in checked.stays:
            if stay.fate is Fate.KNOWN:
                continue
            if stay.before:
                words = text(
                    "{guest} sleeps at {host} and no longer at {before}",
                    guest=stay.name, host=stay.host, before=stay.before,
                )  # fmt: skip
            else:
                words = text("{guest} sleeps at {host}", guest=stay.name, host=stay.host)
            rows.append(self._tick(words, partial(_take, stay), on=stay.take))
        for gone in checked.gone:
            words = text("{guest} no longer sleeps at {host}", guest=gone.name, host=gone.host)
            rows.append(self._tick(words, partial(_take, gone), on=gone.take))
        rows += [
            Label(
                self.desk.theme,
                text("{name} has a bed by the file and is not at this visit.", name=name),
                wrap=True,
            )
            for name in checked.unfound
        ]
        self._card(text("Who sleeps where"), rows)

    def _programme(self, checked: CheckedPartnerFile) -> None:
        text = self.desk.text
        rows: list[QWidget] = []
        for item in checked.items:
            day = self.desk.locale.date(item.on)
            if item.fate is Fate.NEW:
                words = text("New in the programme: {day}, {title}", day=day, title=item.title)
            else:
                changes = "; ".join(self._change(*each) for each in item.changes)
                words = text("{day}, {title}: {changes}", day=day, title=item.title, changes=changes)
            rows.append(self._tick(words, partial(_take, item), on=item.take))
        self._card(text("Programme"), rows)

    def _change(self, name: str, ours: str, theirs: str) -> str:
        field, _, language = name.partition(".")
        words = self.desk.text(ITEM_FIELDS.get(field, N_("Another value")))
        if language:
            said = self.desk.locale.language_name(language)
            words = self.desk.text("{field} ({language})", field=words, language=said)
        return self.desk.text(
            "{field}: ours “{ours}”, theirs “{theirs}”",
            field=words,
            ours=told(self.desk, ours, field),
            theirs=told(self.desk, theirs, field),
        )

    # -- parts ---------------------------------------------------------------------------------------

    def _card(self, title: str, rows: list[QWidget]) -> None:
        if rows:
            self._box.addWidget(card(self.desk.theme, Label(self.desk.theme, title, "section"), *rows, gap=6))

    def _tick(self, words: str, call: Callable[[bool], object], *, on: bool) -> Tick:
        tick = Tick(self.desk.theme, words, name=f"partner.tick.{len(self._calls)}")
        tick.setProperty("at", len(self._calls))
        self._calls.append(call)
        tick.setChecked(on)
        tick.toggled.connect(self._toggled)
        return tick

    def _toggled(self, on: bool) -> None:
        self._calls[int(self.sender().property("at"))](on)
        self.changed.emit()


def _take(difference: StayDifference | GoneStay | ItemDifference, on: bool) -> None:
    difference.take = on
