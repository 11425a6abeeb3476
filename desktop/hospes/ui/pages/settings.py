# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: one page, sections on the left, every change at once (design 5.15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from hospes.i18n.marks import N_
from hospes.ui.page import Fit, Heading, Page
from hospes.ui.pages.settings_about import about_section
from hospes.ui.pages.settings_association import AssociationSection
from hospes.ui.pages.settings_associations import AssociationsSection
from hospes.ui.pages.settings_backup import BackupSection
from hospes.ui.pages.settings_borders import BordersSection
from hospes.ui.pages.settings_dues import DuesSection
from hospes.ui.pages.settings_fields import FieldsSection
from hospes.ui.pages.settings_hosting import HostingSection
from hospes.ui.pages.settings_keys import keys_section
from hospes.ui.pages.settings_look import LookSection
from hospes.ui.pages.settings_mandate import MandateSection
from hospes.ui.pages.settings_papers import PapersSection
from hospes.ui.pages.settings_password import PasswordSection
from hospes.ui.pages.settings_privacy import PrivacySection
from hospes.ui.pages.settings_protocol import ProtocolSection
from hospes.ui.pages.settings_you import YouSection
from hospes.ui.widgets.boxes import Box, column, holder, row, scrolled
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hospes.ui.desk import Desk

Section = tuple[str, str, str]

SECTIONS: tuple[Section, ...] = (
    ("you", N_("You"), "users"),
    ("look", N_("Look"), "sun"),
    ("association", N_("Association"), "house"),
    ("associations", N_("Associations"), "building-2"),
    ("dues", N_("Dues"), "wallet"),
    ("mandate", N_("Direct debit"), "landmark"),
    ("hosting", N_("Hosting"), "bed"),
    ("borders", N_("Borders"), "map-pin"),
    ("protocol", N_("Protocol"), "landmark"),
    ("fields", N_("Fields and tags"), "tag"),
    ("papers", N_("Papers"), "printer"),
    ("backup", N_("Backup"), "shield-check"),
    ("password", N_("Password"), "lock"),
    ("privacy", N_("People's data"), "id-card"),
    ("keys", N_("Keys"), "keyboard"),
    ("about", N_("About"), "circle-help"),
)
"""Code, words and icon of each section, in order. Those about the file are absent while none is open."""

OWN_HELP = frozenset({"associations", "backup", "keys", "password", "privacy"})
"""Sections that have a page of the handbook to themselves."""

NEEDS_FILE = frozenset(
    {
        "association",
        "associations",
        "dues",
        "mandate",
        "hosting",
        "borders",
        "protocol",
        "fields",
        "password",
        "privacy",
    }
)


class SettingsPage(Page):
    """Sections on the left, the chosen one on the right."""

    needs_file: ClassVar[bool] = False
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "organisation", "organisation_text", "setting", "membership_class", "membership_class_text",
            "class_amount", "consent", "consent_text", "signature_picture", "office", "person",
            "own_field", "own_field_text", "own_field_value", "tag", "tag_link",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = tuple({"section": code} for code, _, _ in SECTIONS)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._section = SECTIONS[0][0]
        self._buttons: dict[str, Button] = {}
        self._shown: dict[str, QWidget] = {}
        self.stack = QStackedWidget()
        buttons = column(theme, gap=2)
        pairs = []
        for code, words, icon in SECTIONS:
            if code in NEEDS_FILE and desk.app is None:
                continue
            button = Button(theme, desk.text(words), "item", icon=icon, name=f"settings.{code}")
            button.setCheckable(True)
            button.setProperty("section", code)
            button.clicked.connect(self._pressed)
            buttons.addWidget(button)
            self._buttons[code] = button
            pairs.append((code, desk.text(words)))
        buttons.addStretch(1)
        self.side = Box(theme, "sunk", buttons, gap=0, margins=(10, 12, 10, 12))
        self.side.setFixedWidth(theme.u(232))
        self.box = Choice(theme, pairs, self._section, name="settings.section")
        self.box.setAccessibleName(desk.text("Section"))
        self.box.picked.connect(self._show)
        right = holder(column(theme, self.box, self.stack, gap=10))
        self.setLayout(row(theme, self.side, right, gap=16, margins=(22, 0, 18, 14)))

    def _make(self, code: str) -> QWidget:
        makers: dict[str, Callable[[Desk], QWidget]] = {
            "you": YouSection,
            "look": LookSection,
            "association": AssociationSection,
            "associations": AssociationsSection,
            "dues": DuesSection,
            "mandate": MandateSection,
            "hosting": HostingSection,
            "borders": BordersSection,
            "protocol": ProtocolSection,
            "fields": FieldsSection,
            "papers": PapersSection,
            "backup": BackupSection,
            "password": PasswordSection,
            "privacy": PrivacySection,
            "keys": keys_section,
            "about": about_section,
        }
        section = makers[code](self.desk)
        section.setMaximumWidth(self.desk.theme.u(860))
        across = row(self.desk.theme, section, gap=0)
        across.setStretchFactor(section, 100)
        across.addStretch(1)
        fills = section.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
        area = scrolled(holder(column(self.desk.theme, across, *(() if fills else (None,)), gap=0)))
        self.stack.addWidget(area)
        return area

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._show(str(sender.property("section")))
            self.moved.emit()

    def _show(self, code: str) -> None:
        if code not in self._buttons:
            code = SECTIONS[0][0]
        self._section = code
        if code not in self._shown:
            self._shown[code] = self._make(code)
        self.stack.setCurrentWidget(self._shown[code])
        self.box.choose(code)
        for name, button in self._buttons.items():
            button.setChecked(name == code)

    def reload(self) -> None:
        for area in self._shown.values():
            for names in area.findChildren(AssociationSection):
                names.reload()
            for several in area.findChildren(AssociationsSection):
                several.reload()
            for dues in area.findChildren(DuesSection):
                dues.reload()
            for mandate in area.findChildren(MandateSection):
                mandate.reload()
            for rules in area.findChildren(HostingSection):
                rules.reload()
            for borders in area.findChildren(BordersSection):
                borders.reload()
            for protocol in area.findChildren(ProtocolSection):
                protocol.reload()
            for words in area.findChildren(FieldsSection):
                words.reload()
            for spans in area.findChildren(PrivacySection):
                spans.reload()
            for nudges in area.findChildren(PapersSection):
                nudges.reload()

    def heading(self) -> Heading:
        return Heading(self.desk.text("Settings"), self.desk.text("Every change counts at once"))

    def show_at(self, **where: object) -> None:
        section = where.get("section")
        self._show(section if isinstance(section, str) else self._section)

    def help_page(self) -> str:
        return self._section if self._section in OWN_HELP else ""

    def where(self) -> dict[str, object]:
        return {"section": self._section}

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self.side.setVisible(fit > Fit.COMPACT)
        self.box.setVisible(fit <= Fit.COMPACT)
