# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Password: give the file one, another one or none; lock after some minutes."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import FINE, Field, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner
from hospes.ui.widgets.secret import SecretField, show_or_hide

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

MINUTES = (0, 5, 15, 30, 60)

WARNING = N_(
    "Write the password down and keep it in a safe place. Whoever forgets it cannot open the file any more. "
    "Nobody can, not even we."
)


class PasswordSection(Box):
    """State, warning, the fields, and the minutes."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        self.desk = desk
        self._state = Label(theme, "", "label", name="settings.passwordState")
        self.present = self._field("Present password", "settings.passwordPresent")
        self.new = self._field("New password", "settings.passwordNew")
        self.again = self._field("Once more", "settings.passwordAgain")
        shown = Tick(theme, desk.text("Show the password"), name="settings.passwordShow")
        shown.toggled.connect(self._show)
        self.set_button = main_button(
            theme, desk.text("Protect the file"), self._set, icon="lock", name="settings.passwordSet"
        )
        self.remove_button = plain_button(
            theme, desk.text("Take the password away"), self._remove, name="settings.passwordRemove"
        )
        buttons = FlowLayout(theme)
        buttons.addWidget(self.set_button)
        buttons.addWidget(self.remove_button)
        minutes = [(str(n), self._minutes(n)) for n in MINUTES]
        self.lock = Choice(theme, minutes, str(desk.settings.lock_minutes), name="settings.passwordLock")
        self.lock.setAccessibleName(desk.text("Lock when nobody has touched Hospes for"))
        self.lock.picked.connect(self._lock_after)
        self._locking = holder(
            column(
                theme,
                Label(theme, desk.text("Lock when nobody has touched Hospes for"), "label"),
                row(theme, self.lock, None),
                gap=6,
            )
        )
        plain = desk.text(
            "The backups are protected by the same password. Printed papers and what is taken out into "
            "other files are not."
        )
        super().__init__(
            theme,
            "card",
            Label(theme, desk.text("Password"), "section"),
            self._state,
            Banner(theme, desk.text(WARNING), name="settings.passwordWarning"),
            self.present,
            self.new,
            self.again,
            shown,
            holder(buttons),
            Label(theme, plain, "m", wrap=True),
            self._locking,
            gap=12,
        )
        self.reload()

    def _field(self, label: str, name: str) -> Field:
        words = {
            "Present password": N_("Present password"),
            "New password": N_("New password"),
            "Once more": N_("Once more"),
        }[label]
        return Field(self.desk.theme, self.desk.text(words), SecretField(self.desk.theme), name=name)

    def _minutes(self, n: int) -> str:
        return self.desk.ntext("{n} minute", "{n} minutes", n) if n else self.desk.text("Never")

    @property
    def _protected(self) -> bool:
        from hospes.store import driver

        return self.desk.app is not None and driver.is_protected(self.desk.app.path)

    def reload(self) -> None:
        """Say whether the file has a password, and offer what can be done then."""
        desk, protected = self.desk, self._protected
        self._state.setText(
            desk.text("This file is protected by a password.")
            if protected
            else desk.text("This file has no password.")
        )
        self.present.setVisible(protected)
        self.remove_button.setVisible(protected)
        self._locking.setVisible(protected)
        self.set_button.setText(
            desk.text("Change the password") if protected else desk.text("Protect the file")
        )

    def _show(self, on: bool) -> None:
        show_or_hide(on, self.present, self.new, self.again)

    def _lock_after(self, code: str) -> None:
        self.desk.prefer(lock_minutes=int(code))
        self.desk.bus.fileChanged.emit()

    def _right(self) -> bool:
        """Whether the present password was typed; else it is said."""
        from hospes.store import driver, keyring

        self.present.say(FINE)
        if not self._protected:
            return True
        path = self.desk.file.path
        key = driver.find_key(path)
        typed = keyring.derive(self.present.value(), key.salt) if key is not None else None
        if key is None or typed is None or not hmac.compare_digest(typed.secret, key.secret):
            words = self.desk.text("This is not the password of “{name}”.", name=path.name)
            self._bad(self.present, words)
            return False
        return True

    def _bad(self, field: Field, words: str) -> None:
        field.say(Verdict("bad", words))
        field.editor.setFocus()

    def _set(self) -> None:
        from hospes.store import keyring

        for field in (self.new, self.again):
            field.say(FINE)
        if not self._right():
            return
        try:
            keyring.long_enough(self.new.value())
        except UserError as error:
            self._bad(self.new, self.desk.words(error))
            return
        if self.new.value() != self.again.value():
            self._bad(self.again, self.desk.text("The two passwords are not the same."))
            return
        self._carry_out(self.new.value())

    def _remove(self) -> None:
        if self._right():
            self._carry_out("")

    def _carry_out(self, password: str) -> None:
        if self.desk.opening is not None:
            self.desk.opening.change_password(password)
