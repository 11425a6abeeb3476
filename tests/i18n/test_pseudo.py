# SPDX-License-Identifier: GPL-3.0-or-later
"""The language that shows what was forgotten."""

from hospes.domain.codes import Function, Gender
from hospes.i18n import catalog
from hospes.i18n.locale import Locale


def test_marked_texts_stand_in_brackets_and_are_longer():
    locale = Locale.of("en-XA")
    shown = locale.text("{name} is here", name="Anna")
    assert shown.startswith("⟦Anna ")
    assert shown.endswith("~⟧")
    assert len(locale.text("All changes saved")) >= 1.4 * len("All changes saved")
    assert locale.ntext("{n} bed", "{n} beds", 2).startswith("⟦2 bëdš")
    assert locale.role(Function.CHAIR, Gender.FEMALE).startswith("⟦")


def test_it_is_nobodys_choice():
    assert "en-XA" not in catalog.languages()
