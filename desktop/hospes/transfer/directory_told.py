# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of a list of links when it was compared or brought in: in words, and as data."""

from collections import Counter
from typing import TYPE_CHECKING

from hospes.transfer.directory_list import CheckedDirectory, told_twice

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.transfer.bringing import Checked


def notes(checked: "Checked", locale: "Locale") -> list[str]:
    """How many rows said a link again and why, and how many towns the file knew."""
    if not isinstance(checked, CheckedDirectory):
        return []
    found, names = told_twice(checked), _told_names(checked)
    lines = [
        (found["twice-other-side"], locale.ntext(
            "{n} row has a link again, seen from the other town; it is counted once.",
            "{n} rows have a link again, seen from the other town; each is counted once.",
            found["twice-other-side"],
        )),
        (found["twice"], locale.ntext(
            "{n} row has a link again; it is counted once.",
            "{n} rows have a link again; each is counted once.",
            found["twice"],
        )),
        (found["twice-other-year"], locale.ntext(
            "{n} row has a link again with another year; the first counts.",
            "{n} rows have a link again with another year; the first counts.",
            found["twice-other-year"],
        )),
        (names["same-name"], locale.ntext(
            "{n} row names two towns of the same name.",
            "{n} rows name two towns of the same name.",
            names["same-name"],
        )),
        (names["two-languages"], locale.ntext(
            "{n} row names a town in two languages; it was taken for one town.",
            "{n} rows name a town in two languages; each was taken for one town.",
            names["two-languages"],
        )),
        (checked.places, locale.ntext(
            "{n} town of the list is one of your towns and regions.",
            "{n} towns of the list are among your towns and regions.",
            checked.places,
        )),
    ]  # fmt: skip
    return [line for n, line in lines if n]


def _told_names(checked: CheckedDirectory) -> Counter[str]:
    """How many rows name towns in a way that was decided about."""
    codes = ("same-name", "two-languages")
    return Counter(each.code for each in checked.understood.remarks if each.code in codes)


def report(checked: "Checked") -> dict[str, object]:
    """What the JSON of an import says of a list of links beside the contract."""
    if not isinstance(checked, CheckedDirectory):
        return {}
    found, names = told_twice(checked), _told_names(checked)
    return {
        "links": len(checked.links),
        "from_both_sides": checked.from_both_sides,
        "rows_again": {
            "other_side": found["twice-other-side"],
            "same": found["twice"],
            "other_year": found["twice-other-year"],
        },
        "same_name": names["same-name"],
        "two_languages": names["two-languages"],
        "known_places": checked.places,
    }
