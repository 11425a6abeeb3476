# SPDX-License-Identifier: GPL-3.0-or-later
"""Handing over to a new committee: choose the parts, perhaps a password, and save one package (REQ-1-22)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.handover import LEFT_OUT, Part
from hospes.i18n.catalog import languages
from hospes.papers.handover_package import Wish, make_package
from hospes.store import backup_places, driver, files
from hospes.transfer.writers.whole import whole_file
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.saving import ask_path
from hospes.ui.tasks import Stoppable
from hospes.ui.widgets.boxes import card, column, holder, row, scrolled
from hospes.ui.widgets.buttons import main_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner
from hospes.ui.widgets.secret import SecretField, show_or_hide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from hospes.domain.errors import UserError
    from hospes.papers.handover_package import Packed
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

WIDTH = 660


class HandoverPage(Page):
    """Parts, language, password, and one button."""

    watches: ClassVar[frozenset[str]] = frozenset()
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"protected": True})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._said_language = False
        self._before: dict[Part, bool] = {}
        """What was ticked before a password left only the copy of the file."""
        self.parts: dict[Part, Tick] = {}
        chosen = column(theme, Label(theme, desk.text("What goes in"), "section"), gap=2)
        for part in Part:
            tick = Tick(theme, desk.locale.label(part), name=f"handover.{part.value}")
            tick.setChecked(True)
            tick.toggled.connect(self._changed)
            self.parts[part] = tick
            chosen.addWidget(tick)
        chosen.addWidget(Label(theme, desk.text("An index of everything is always in it."), "m", wrap=True))
        names = sorted(
            ((code, desk.locale.language_name(code)) for code in languages()),
            key=lambda pair: desk.locale.sort_key(pair[1]),
        )
        self.language = Choice(theme, names, name="handover.language")
        language = Field(theme, desk.text("Language of the papers"), self.language)
        self.protect = Tick(theme, desk.text("Protect it by a password"), name="handover.protect")
        self.protect.toggled.connect(self._protected)
        self.secret = Field(theme, desk.text("New password"), SecretField(theme), name="handover.password")
        self.again = Field(theme, desk.text("Once more"), SecretField(theme), name="handover.again")
        self.show_it = Tick(theme, desk.text("Show the letters"), name="handover.show")
        self.show_it.toggled.connect(self._show_letters)
        self.only_file = Label(
            theme,
            desk.text(
                "Then only the copy of the file goes in, protected like any file of Hospes, and the index "
                "without names. All papers can be printed from the copy. Whoever forgets the password cannot "
                "open it any more."
            ),
            "m", wrap=True, name="handover.onlyFile",
        )  # fmt: skip
        self._typed = holder(column(theme, self.only_file, self.secret, self.again, self.show_it, gap=8))
        self.plain = Banner(
            theme,
            desk.text("This file has a password, the papers of the package will have none."),
            "warn", name="handover.plain",
        )  # fmt: skip
        left = column(theme, Label(theme, desk.text("Left out on purpose"), "section"), gap=4)
        for words in LEFT_OUT:
            left.addWidget(Label(theme, desk.text(words), "m", wrap=True))
        self.save = main_button(
            theme, desk.text("Save the package…"), self._save, icon="file-down", name="handover.save"
        )
        self._body = column(
            theme,
            Label(
                theme,
                desk.text(
                    "One file with everything a new committee needs. It is read again after it was "
                    "written, so that it can be relied on."
                ),
                wrap=True,
            ),
            card(theme, holder(chosen), language, gap=12),
            card(theme, self.protect, self._typed, gap=8),
            card(theme, holder(left)),
            self.plain,
            row(theme, self.save, None),
            None,
            gap=14,
        )  # fmt: skip
        inner = holder(self._body)
        inner.setMaximumWidth(theme.u(WIDTH))
        self.setLayout(column(theme, scrolled(inner, "handover.scroll")))
        self._changed()

    def reload(self) -> None:
        from hospes.queries.association import association

        own = self.desk.read(association).language or self.desk.locale.language
        if not self._said_language:
            self.language.choose(own)
        self._said_language = True
        self._changed()

    def _protected(self, on: bool) -> None:
        if on:
            self._before = {part: tick.isChecked() for part, tick in self.parts.items()}
        for part, tick in self.parts.items():
            tick.setChecked(part is Part.FILE if on else self._before.get(part, True))
        self._changed()

    def _changed(self, _on: object = None) -> None:
        protected = self.protect.isChecked()
        self._typed.setVisible(protected)
        for tick in self.parts.values():
            tick.setEnabled(not protected)
        file_is_protected = self.desk.app is not None and driver.is_protected(self.desk.file.path)
        self.plain.setVisible(file_is_protected and not protected)
        self.save.setEnabled(protected or any(tick.isChecked() for tick in self.parts.values()))

    def _show_letters(self, on: bool) -> None:
        show_or_hide(on, self.secret, self.again)

    def _save(self) -> None:
        desk = self.desk
        protected = self.protect.isChecked()
        secret = self.secret.value() if protected else ""
        if protected and not secret:
            desk.say(desk.text("Type the new password."), kind="err")
            self.secret.setFocus()
            return
        if protected and secret != self.again.value():
            desk.say(desk.text("The two passwords are not the same."), kind="err")
            self.again.setFocus()
            return
        app = desk.file
        day = desk.locale.date(app.today, "list").replace("/", "-")
        name = desk.text("Hand-over {day}", day=day)
        path = ask_path(desk, self, name, "zip", "ZIP")
        if path is None:
            return
        wish = Wish(
            frozenset(part for part, tick in self.parts.items() if tick.isChecked()),
            secret,
            self.language.code(),
        )

        def job(work: Work) -> Packed:
            read = Stoppable(app, work).read
            with whole_file(path) as part:
                return make_package(
                    part, read, partial(files.save_copy, app.file), wish, today=app.today,
                    now=backup_places.moment()[0], stem=app.path.stem, tell=work.tell,
                )  # fmt: skip

        desk.tasks.run(
            job,
            title=desk.text("Putting the package together"),
            done=lambda packed: self._saved(packed, path.name),
            failed=self._failed,
        )

    def _saved(self, packed: Packed, name: str) -> None:
        desk = self.desk
        words = desk.ntext(
            "{file}: {n} file, read again", "{file}: {n} files, read again", len(packed.files), file=name
        )
        self.secret.set_value("")
        self.again.set_value("")
        if packed.missing:
            missing = desk.ntext(
                "{n} scan is not in this file and is missing: {names}",
                "{n} scans are not in this file and are missing: {names}",
                len(packed.missing),
                names=", ".join(packed.missing[:3]),
            )
            desk.say(f"{words}. {missing}", kind="warn")
            return
        desk.say(words)

    def _failed(self, error: UserError) -> None:
        self.desk.say(error, kind="err")

    def heading(self) -> Heading:
        desk = self.desk
        return Heading(desk.text("Hand over"), desk.text("Everything a new committee needs, in one package"))

    def help_page(self) -> str:
        return "hand-over"

    def show_at(self, **where: object) -> None:
        if where.get("protected"):
            self.protect.setChecked(True)

    def where(self) -> dict[str, object]:
        return {"protected": True} if self.protect.isChecked() else {}

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self._body.setContentsMargins(*side_margins(self.desk.theme, fit))

    def first_focus(self) -> QWidget | None:
        return self.parts[Part.SUMMARY]
