# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for counted links and for numbers that others state: the same in window, command line and paper."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hospes.domain.codes_twinning import PartnershipType
from hospes.domain.directory_counts import Area, By, Compared, Key, Why
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale

REASONS = {
    Why.NOTHING_HERE: N_("No list about these two was brought in here."),
    Why.SAME: N_("Both are the same."),
    Why.KINDS: N_("It comes nearer if only twinnings in the narrow sense are counted."),
    Why.ENDED: N_("It comes nearer if links that have ended are counted too."),
    Why.TWICE: N_("It comes nearer if links that both towns list are counted twice."),
}


def key_words(key: Key, by: By, names: Mapping[str, str], locale: "Locale") -> str:
    """What was counted, in words."""
    unknown = locale.text("not known")
    if by is By.KIND:
        return locale.label(PartnershipType(key[0]))
    if by is By.DECADE:
        return locale.text("{year} to {last}", year=key[0], last=int(key[0]) + 9) if key[0] else unknown
    if by is By.COUNTRY:
        return " – ".join(locale.country(code) if code else unknown for code in key)
    sides = ((key[0], key[1]), (key[2], key[3]))
    return " – ".join(area_words(country, names.get(region, region), locale) for country, region in sides)


def area_words(country: str, region: str, locale: "Locale") -> str:
    """A region, or the country where none is known."""
    if region:
        return region
    return locale.country(country) if country else locale.text("not known")


def place_words(area: Area, locale: "Locale") -> str:
    """An area by its name."""
    if area.region:
        return area.region
    return locale.country(area.country) if area.country else locale.text("the whole world")


def between_words(one: Compared, locale: "Locale") -> str:
    """Between whom a stated number is."""
    a, b = one.stated.a, one.stated.b
    if a.whole and b.whole:
        return locale.text("the whole world")
    return f"{place_words(a, locale)} – {place_words(b, locale)}"


def day_words(one: Compared, locale: "Locale") -> str:
    """Of when a stated number is."""
    return locale.rough(one.stated.as_of) if one.stated.as_of is not None else locale.text("no date")


def stated_words(one: Compared, locale: "Locale") -> str:
    """A stated number beside ours, with who and when."""
    values = {
        "what": between_words(one, locale),
        "stated": locale.number(one.stated.count),
        "source": one.stated.source,
        "day": day_words(one, locale),
    }
    if one.here is None:
        return locale.text("{what}: stated elsewhere {stated} ({source}, {day})", **values)
    return locale.text(
        "{what}: counted here {here} · stated elsewhere {stated} ({source}, {day})",
        here=locale.number(one.here.count),
        **values,
    )


def why_words(one: Compared, locale: "Locale") -> str:
    """Why the two numbers may differ, the nearest reason first; empty where nothing can be said."""
    if one.here is None or one.reasons == (Why.SAME,):
        return ""
    here = one.here
    numbers = {
        Why.KINDS: here.twinnings,
        Why.ENDED: here.count + here.ended,
        Why.TWICE: here.count + here.both_sides,
    }
    lines = []
    for why in one.reasons:
        words = locale.text(REASONS[why])
        lines.append(f"{words} ({locale.number(numbers[why])})" if why in numbers else words)
    return " ".join(lines)
