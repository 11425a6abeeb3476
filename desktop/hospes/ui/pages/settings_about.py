# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ About: version, file, licence of Hospes and of every part it brings along."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hospes import __version__, paths
from hospes.ui.parts import PARTS
from hospes.ui.widgets.boxes import card, row
from hospes.ui.widgets.fields import LongText
from hospes.ui.widgets.labels import Label, picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk


def about_section(desk: Desk) -> QWidget:
    """Version, place of the file, licences."""
    theme = desk.theme
    where = str(desk.app.path) if desk.app is not None else desk.text("No file is open.")
    licences = LongText(theme, _licences(), lines=12, lines_most=18, name="settings.licences")
    licences.setReadOnly(True)
    licences.setAccessibleName(desk.text("Licences"))
    place = Label(theme, where, wrap=True, name="settings.filePlace")
    place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return card(
        theme,
        row(
            theme,
            picture(theme.tessera(48)),
            Label(theme, desk.text("Hospes {version}", version=__version__), "name"),
            None,
            gap=14,
        ),
        Label(
            theme,
            desk.text("The record book of your twinning association. It works without the internet."),
            wrap=True,
        ),
        Label(
            theme,
            desk.text("Hospes is free software under the GNU General Public License, version 3 or later."),
            wrap=True,
        ),
        Label(theme, desk.text("This file"), "label"),
        place,
        Label(theme, desk.text("Licences of the parts"), "label"),
        licences,
        gap=10,
    )


def _licences() -> str:
    lines = []
    for name in PARTS:
        try:
            info = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found = info.json
        licence = str(found.get("license_expression") or found.get("license") or _classified(info))
        lines.append(f"{info['Name']} {info['Version']}: {licence.splitlines()[0] if licence else '–'}")
    readme = paths.resources() / "README.md"
    return "\n".join(lines) + "\n\n" + readme.read_text("utf-8")


def _classified(info: metadata.PackageMetadata) -> str:
    found = [line for line in info.get_all("Classifier") or [] if line.startswith("License ::")]
    return "; ".join(line.rpartition("::")[2].strip() for line in found)
