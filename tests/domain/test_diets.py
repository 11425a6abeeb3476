# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of diets and animals as they stand in the file."""

from hospes.domain.diets import Animal, joined, labels, parts
from hospes.i18n.locale import Locale


def test_lists_keep_what_has_no_code():
    text = joined(["vegan", " nut ", "no celery; no mustard", "vegan", ""])
    assert text == "vegan;nut;no celery, no mustard"
    assert parts(text) == ("vegan", "nut", "no celery, no mustard")
    assert labels(Locale("en"), text) == ["Vegan", "No nuts", "no celery, no mustard"]
    assert labels(Locale("en"), "cat;ferret", Animal) == ["Cats", "ferret"]
