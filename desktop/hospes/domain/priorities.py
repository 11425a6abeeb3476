# SPDX-License-Identifier: GPL-3.0-or-later
"""Countries and groups of countries that matter most in a year (S11)."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class CountryGroup(Code):
    """Countries that funders and ministries name together."""

    WESTERN_BALKANS = "western-balkans", N_("Western Balkans")
    VISEGRAD = "visegrad", N_("Visegrád countries")
    BALTIC = "baltic", N_("Baltic states")
    BENELUX = "benelux", N_("Benelux countries")
    NORDIC = "nordic", N_("Nordic countries")
    EASTERN_PARTNERSHIP = "eastern-partnership", N_("Eastern Partnership of the EU")


MEMBERS = {
    CountryGroup.WESTERN_BALKANS: ("AL", "BA", "ME", "MK", "RS", "XK"),
    CountryGroup.VISEGRAD: ("CZ", "HU", "PL", "SK"),
    CountryGroup.BALTIC: ("EE", "LT", "LV"),
    CountryGroup.BENELUX: ("BE", "LU", "NL"),
    CountryGroup.NORDIC: ("DK", "FI", "IS", "NO", "SE"),
    CountryGroup.EASTERN_PARTNERSHIP: ("AM", "AZ", "BY", "GE", "MD", "UA"),
}

USUAL = ("GB", "PL", "HU", "TR", "US", CountryGroup.WESTERN_BALKANS.value)
"""What a network office named first; offered while no year has any, and to be changed."""


def countries_of(place: str) -> tuple[str, ...]:
    """The countries of a group, or the one country."""
    if place in {one.value for one in CountryGroup}:
        return MEMBERS[CountryGroup(place)]
    return (place,)
