# SPDX-License-Identifier: GPL-3.0-or-later
"""A short directory of links between invented towns, as an umbrella of towns might publish it."""

from hospes.domain.values import RoughDate
from hospes.example.rows import Rows
from hospes.i18n.fold import fold
from hospes.store.tables.directory import DirectoryLink

SOURCE = "Verzeichnis kommunaler Partnerschaften (Beispiel)"
AS_OF = "2024-12-31"

LINKS = (
    ("Rosenau", "", "Hessen", "DE", "Montclair-sur-Loire", "", "", "FR", "1974-06-08", "twinning", "active"),
    ("Rosenau", "", "Hessen", "DE", "Lipowiec", "", "", "PL", "1994-09-17", "twinning", "active"),
    ("Ahlbach", "", "Hessen", "DE", "Beauvillers", "", "", "FR", "1963", "twinning", "active"),
    ("Birkenrode", "", "Thüringen", "DE", "Saint-Aubin", "Oise", "", "FR", "1966-05", "twinning", "active"),
    ("Dornfelde", "", "Niedersachsen", "DE", "Ashford Minor", "", "", "GB", "1959", "twinning", "ended"),
    ("Eichwalde", "Lohe", "Nordrhein-Westfalen", "DE", "Rochefontaine", "", "Hauts-de-France", "FR", "1965",
     "twinning", "active"),
    ("Falkenbrück", "", "Nordrhein-Westfalen", "DE", "Valmont-les-Bois", "", "Hauts-de-France", "FR", "1971",
     "twinning", "active"),
    ("Grasleben an der Aue", "", "Sachsen", "DE", "Dobrowice", "", "", "PL", "1972", "twinning", "active"),
    ("Hohenmoor", "", "Nordrhein-Westfalen", "DE", "Castelfiore", "", "", "IT", "1988", "twinning", "active"),
    ("Lindenhof", "", "Hessen", "DE", "Bellerive", "", "", "FR", "1964", "friendship", "dormant"),
    ("Lindenhof", "", "Hessen", "DE", "Zelenohirka", "", "", "UA", "2022", "solidarity", "active"),
    ("Mühlstetten", "", "Bayern", "DE", "Montverde", "", "", "IT", "1991", "friendship", "active"),
    ("Neustadt", "Glan", "Rheinland-Pfalz", "DE", "Clermont-le-Neuf", "", "", "FR", "1969", "twinning",
     "active"),
    ("Neustadt", "Fuhne", "Sachsen-Anhalt", "DE", "Kalinka", "", "", "PL", "1979", "twinning", "active"),
    ("Oberkirchen", "", "Bayern", "DE", "Kingsworth", "", "", "GB", "1984", "twinning", "active"),
    ("Weidenthal", "", "Hessen", "DE", "Weidental", "", "Thüringen", "DE", "1990", "twinning", "active"),
    ("Schönau am Berg", "", "Nordrhein-Westfalen", "DE", "Novoslav", "", "", "UA", "2023", "solidarity",
     "active"),
    ("Unterwald", "", "Niedersachsen", "DE", "Nowa Dąbrowa", "", "", "PL", "2001", "project", "active"),
    ("Waldhausen", "", "Nordrhein-Westfalen", "DE", "Champvert", "", "Hauts-de-France", "FR", "1968",
     "twinning", "active"),
    ("Königsrode", "", "Thüringen", "DE", "Fontaine-le-Haut", "", "", "FR", "1987", "twinning", "active"),
)  # fmt: skip
BOTH = frozenset({"Ahlbach", "Falkenbrück", "Neustadt"})
"""Towns whose links the list has from both sides."""


def write(rows: Rows) -> None:
    """The directory."""
    for a, a_more, a_region, a_country, b, b_more, b_region, b_country, since, type_, status in LINKS:
        sides = [
            (a_country, fold(a), fold(a_more), fold(a_region)),
            (b_country, fold(b), fold(b_more), fold(b_region)),
        ]
        rows.add(
            DirectoryLink,
            pair=" ~ ".join(sorted("|".join(side) for side in sides)),
            type=type_,
            status=status,
            a_name=a, a_key=fold(a), a_addition=a_more, a_region=a_region, a_country=a_country,
            a_territory_id=rows.known.get(("territory", a.casefold())),
            b_territory_id=rows.known.get(("territory", b.casefold().partition("-")[0])),
            a_written=f"{a} ({a_more})" if a_more else "",
            b_name=b, b_key=fold(b), b_addition=b_more, b_region=b_region, b_country=b_country,
            b_written=f"{b} [{b_more}]" if b_more else "",
            since=rows.almanac.rough(since),
            both_sides=a in BOTH,
            source=SOURCE,
            as_of=rows.almanac.day(RoughDate.parse(AS_OF).last),
        )  # fmt: skip
