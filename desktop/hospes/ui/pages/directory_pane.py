# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen link with where it is from, or the chosen number that others state, to be put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.directory import ChangeDirectoryLink, DeleteDirectoryLinks, DropStatistic, KeepStatistic
from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.errors import UserError
from hospes.papers.directory_words import between_words, stated_words, why_words
from hospes.ui.pages.person_dates import read_day
from hospes.ui.pages.place_pane import COUNTRIES
from hospes.ui.pages.twinning_fields import choice_field, leads_on, rough_field, write
from hospes.ui.widgets.boxes import clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText, TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.domain.directory_counts import Compared
    from hospes.domain.values import RoughDate
    from hospes.queries.directory import LinkRow, LinkSide
    from hospes.ui.desk import Desk

TRIPLE = 3


class DirectoryPane(QWidget):
    """One link, or one stated number."""

    done = Signal()
    """The form of a number was left without one being chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._link: LinkRow | None = None
        self._code = ""
        self._shipped = False
        self._form: dict[str, QWidget] = {}
        self._box = column(theme, gap=8, margins=(22, 14, 22, 14))
        self.area = scrolled(holder(column(theme, self._box, None)), "directory.area")
        self.setLayout(column(theme, self.area, gap=0))
        self.has_something = False

    # -- a link --------------------------------------------------------------------------------------

    def show_link(self, link: LinkRow | None, count: int) -> None:
        """Show a link, or say how many are chosen."""
        if link == self._link and not self._form and link is not None and count == 1:
            return
        self._begin()
        self._link = link
        self.has_something = link is not None
        desk, theme = self.desk, self.desk.theme
        if link is None:
            return
        if count > 1:
            words = desk.ntext("{n} link is chosen.", "{n} links are chosen.", count)
            self._box.addWidget(EmptyState(theme, words, icon="link"))
            return
        title = f"{link.a.shown} – {link.b.shown}"
        self._box.addWidget(Label(theme, title, "name", wrap=True, name="directory.title"))
        for one in (link.a, link.b):
            self._box.addWidget(self._side(one))
        self._box.addWidget(
            choice_field(
                desk, desk.text("State"), [(s.value, desk.locale.label(s)) for s in PartnershipStatus],
                link.status.value, self._set_status, "directory.link.status",
            )
        )  # fmt: skip
        self._box.addWidget(
            rough_field(desk, desk.text("Since"), link.since, self._set_since, "directory.link.since")
        )
        self._box.addWidget(
            rough_field(desk, desk.text("Ended"), link.until, self._set_until, "directory.link.until")
        )
        self._box.addWidget(Label(theme, desk.text("Where it is from"), "label"))
        day = desk.locale.date(link.as_of, "long") if link.as_of else desk.text("no date")
        source = desk.text("{source} ({day})", source=link.source, day=day)
        self._box.addWidget(Label(theme, source, wrap=True, name="directory.link.source"))
        if link.both_sides:
            self._box.addWidget(
                Label(theme, desk.text("Both towns list it; it is counted once."), "m", wrap=True)
            )
        self._box.addWidget(
            holder(
                row(
                    theme,
                    link_button(
                        theme, desk.text("Delete this link"), self._delete, icon="trash-2",
                        name="directory.link.delete",
                    ),
                    None,
                )
            )
        )  # fmt: skip

    def _side(self, side: LinkSide) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        country = desk.locale.country(side.country) if side.country else ""
        where = ", ".join(part for part in (side.region, country) if part)
        parts: list[QWidget] = []
        if side.territory is not None:
            ref = side.territory

            def go() -> None:
                desk.go("places", id=ref.hex)

            parts.append(leads_on(desk, side.shown, go, f"directory.place.{ref.hex}", where))
        else:
            parts.append(Label(theme, side.shown, wrap=True))
            if where:
                parts.append(Label(theme, where, "m", wrap=True))
        if side.written and side.written != side.shown:
            parts.append(Label(theme, desk.text("In the list: {words}", words=side.written), "m", wrap=True))
        return holder(column(theme, *parts, gap=0))

    def _set_status(self, code: str) -> None:
        if self._link is not None:
            write(self.desk, ChangeDirectoryLink(self._link.id, status=PartnershipStatus(code)))

    def _set_since(self, day: RoughDate | None, field: Field) -> None:
        if self._link is not None and day is not None:
            write(self.desk, ChangeDirectoryLink(self._link.id, since=day), field)

    def _set_until(self, day: RoughDate | None, field: Field) -> None:
        if self._link is not None and day is not None:
            write(self.desk, ChangeDirectoryLink(self._link.id, until=day), field)

    def _delete(self) -> None:
        if self._link is not None:
            words = self.desk.ntext("{n} link is deleted.", "{n} links are deleted.", 1)
            self.desk.run(DeleteDirectoryLinks((self._link.id,)), said=words)

    # -- a stated number -----------------------------------------------------------------------------

    def show_stated(self, one: Compared | None) -> None:
        """Show a number others state, ready to be changed."""
        if one is not None and self._form and one.stated.code == self._code:
            return
        if one is None and self._form and not self._code:
            return  # a new one is being typed
        self._begin()
        self.has_something = one is not None
        if one is None:
            return
        desk, theme, said = self.desk, self.desk.theme, one.stated
        self._code, self._shipped = said.code, said.shipped
        self._box.addWidget(Label(theme, between_words(one, desk.locale), "name", wrap=True))
        self._box.addWidget(
            Label(theme, stated_words(one, desk.locale), wrap=True, name="directory.stated.words")
        )
        why = why_words(one, desk.locale)
        if why:
            self._box.addWidget(Label(theme, why, "m", wrap=True, name="directory.stated.why"))
        if one.here is not None and one.here.count:
            self._box.addWidget(Label(theme, self._made_of(one), "m", wrap=True))
        self._fill_form(
            str(said.count), said.source, desk.locale.rough(said.as_of) if said.as_of else "", said.note,
            (said.a.country, said.a.region, said.b.country, said.b.region),
        )  # fmt: skip

    def _made_of(self, one: Compared) -> str:
        """What our number is made of."""
        desk, here = self.desk, one.here
        assert here is not None
        kinds = [
            desk.text("{kind}: {n}", kind=desk.locale.label(kind), n=desk.locale.number(n))
            for kind, n in sorted(here.kinds.items(), key=lambda pair: -pair[1])
        ]
        if here.ended:
            kinds.append(
                desk.ntext(
                    "{n} that has ended is not counted", "{n} that have ended are not counted", here.ended
                )
            )
        return " · ".join(kinds)

    def new_stated(self) -> None:
        """An empty form."""
        self._begin()
        self.has_something = True
        self._code, self._shipped = "", False
        self._box.addWidget(Label(self.desk.theme, self.desk.text("New number"), "name"))
        self._fill_form("", "", "", "", ("", "", "", ""))
        self._form["count"].setFocus()

    def _fill_form(
        self, count: str, source: str, day: str, note: str, areas: tuple[str, str, str, str]
    ) -> None:
        desk, theme = self.desk, self.desk.theme
        codes = sorted(
            {*COUNTRIES, *(one for one in (areas[0], areas[2]) if one)},
            key=lambda code: desk.locale.sort_key(desk.locale.country(code)),
        )
        options = [("", desk.text("the whole world")), *((one, desk.locale.country(one)) for one in codes)]
        fields: list[tuple[str, str, QWidget]] = [
            ("count", desk.text("Number of links"), TextField(theme, count)),
            ("source", desk.text("Who says so"), TextField(theme, source)),
            ("day", desk.text("Of when it is"), TextField(theme, day, example="2024")),
            ("a_country", desk.text("Country"), Choice(theme, options, areas[0])),
            ("a_region", desk.text("Region in it"), TextField(theme, areas[1])),
            ("b_country", desk.text("and country"), Choice(theme, options, areas[2])),
            ("b_region", desk.text("Region in it"), TextField(theme, areas[3])),
            ("note", desk.text("Note"), LongText(theme, note, lines=TRIPLE)),
        ]
        for code, words, editor in fields:
            self._form[code] = editor
            self._box.addWidget(Field(theme, words, editor, name=f"directory.stated.{code}"))
        save = main_button(theme, desk.text("Save"), self._save, name="directory.stated.save")
        parts: list[QWidget] = [save]
        if self._code:
            words = desk.text("Do not show it") if self._shipped else desk.text("Delete")
            parts.append(plain_button(theme, words, self._drop, name="directory.stated.drop"))
        else:
            parts.append(
                plain_button(theme, desk.text("Cancel"), self._cancel, name="directory.stated.cancel")
            )
        self._box.addWidget(holder(row(theme, *parts, None)))

    def _text(self, code: str) -> str:
        editor = self._form[code]
        if isinstance(editor, Choice):
            return editor.code()
        if isinstance(editor, LongText):
            return editor.text()
        return editor.text() if isinstance(editor, TextField) else ""

    def _save(self) -> None:
        desk = self.desk
        digits = "".join(self._text("count").split()).replace(".", "").replace(",", "")
        if not digits.isdecimal():
            desk.say(desk.text("The number of links has to be a whole number."), kind="err")
            self._form["count"].setFocus()
            return
        try:
            day = read_day(desk, self._text("day"))
        except UserError as error:
            desk.say(error, kind="err")
            self._form["day"].setFocus()
            return
        action = KeepStatistic(
            int(digits), self._text("source"), day, self._text("a_country"), self._text("a_region"),
            self._text("b_country"), self._text("b_region"), self._text("note"), self._code,
        )  # fmt: skip

        def failed(error: UserError) -> None:
            desk.say(error, kind="err")

        outcome = desk.run(action, said=desk.text("The number is noted."), failed=failed)
        if outcome is not None:
            self._begin()
            self.done.emit()

    def _drop(self) -> None:
        words = self.desk.text("The number is no longer shown.")
        code, shipped = self._code, self._shipped
        self._begin()
        self.desk.run(DropStatistic(code, shipped), said=words)
        self.done.emit()

    def _cancel(self) -> None:
        self._begin()
        self.done.emit()

    # -- both ----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        clear(self._box)
        self._form = {}
        self._code = ""
        self._link = None
        self.has_something = False

    def leave(self) -> None:
        """Write what is open in the fields of a link."""
        if self._link is not None:
            for field in self.findChildren(Field):
                field.leave()

    def chosen(self) -> UUID | None:
        """The link in view."""
        return self._link.id if self._link is not None else None
