# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinnings of the example as data: the three towns, schools and clubs, their phases, motives, themes and
papers.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bond:
    """A twinning between parties; a party is a town's or an organisation's key."""

    key: str
    parties: tuple[str, ...]
    since: str
    type: str = "twinning"
    level: str = "town"
    status: str = "active"
    parent: str = ""
    titles: tuple[str, str, str, str] = ("", "", "", "")


BONDS = (
    Bond(
        "montclair", ("rosenau", "montclair"), "1974-06-08",
        titles=(
            "Rosenau and Montclair-sur-Loire", "Rosenau und Montclair an der Loire",
            "Rosenau et Montclair-sur-Loire", "Rosenau i Montclair nad Loarą",
        ),
    ),
    Bond(
        "lipowiec", ("rosenau", "lipowiec"), "1994-09-17",
        titles=(
            "Rosenau and Lipowiec", "Rosenau und Lipowitz", "Rosenau et Lipowiec", "Rosenau i Lipowiec",
        ),
    ),
    Bond("montclair_lipowiec", ("montclair", "lipowiec"), "2003-05-31"),
    Bond(
        "triangle", ("rosenau", "montclair", "lipowiec"), "2014-09-13", type="triangle",
        titles=(
            "Triangle of the three towns", "Dreieck der drei Städte", "Triangle des trois villes",
            "Trójkąt trzech miast",
        ),
    ),
    Bond("schools", ("schule", "college"), "1982-10", "institution", "school", parent="montclair"),
    Bond(
        "music", ("musikschule", "ecole_musique"), "1998-05-23", "institution", "school", parent="montclair"
    ),
    Bond("choirs", ("liederkranz", "chorale"), "1979", "institution", "club", parent="montclair"),
    Bond(
        "boules", ("boulefreunde", "petanque"), "1996~", "institution", "club", "dormant", parent="montclair"
    ),
    Bond("schools_pl", ("schule", "szkola"), "2006", "institution", "school", parent="lipowiec"),
)  # fmt: skip

OURS = {"rosenau", "schule", "musikschule", "liederkranz", "boulefreunde"}

GROUP = (
    "Dreieck Rosenau – Montclair – Lipowiec",
    ("montclair", "lipowiec", "montclair_lipowiec", "triangle"),
)

PHASES = (
    (
        "1974", "1989",
        ("Getting to know each other", "Sich kennenlernen", "Se connaître", "Poznawanie się"),
    ),
    (
        "1990", "2013",
        ("Towards the east: three towns", "Nach Osten: drei Städte", "Vers l'est : trois villes",
         "Ku wschodowi: trzy miasta"),
    ),
    (
        "2014", "",
        ("Themes and young people", "Themen und junge Leute", "Thèmes et jeunesse", "Tematy i młodzież"),
    ),
)  # fmt: skip

MOTIVES = (
    ("CLA-REC", "1974", "1994"), ("CLA-UND", "1974", ""), ("CLA-PEA", "1974", ""), ("CLA-EUR", "1989", ""),
    ("STR-DEM", "2014", ""), ("GLO-CLI", "2019", ""), ("GLO-DEM", "2022", ""),
)  # fmt: skip

AIMS = (
    "Families know each other, and young people find their way to the other town.",
    "Familien kennen einander, und junge Leute finden den Weg in die andere Stadt.",
    "Les familles se connaissent et les jeunes trouvent le chemin de l'autre ville.",
    "Rodziny się znają, a młodzi znajdują drogę do drugiego miasta.",
)

THEMES = (
    ("europe", "", ("Europe", "Europa", "Europe", "Europa")),
    ("democracy", "europe", ("Democracy and memory", "Demokratie und Erinnerung", "Démocratie et mémoire",
                             "Demokracja i pamięć")),
    ("culture", "", ("Culture", "Kultur", "Culture", "Kultura")),
    ("music", "culture", ("Music", "Musik", "Musique", "Muzyka")),
    ("climate", "", ("Climate", "Klima", "Climat", "Klimat")),
    ("energy", "climate", ("Renewable energy", "Erneuerbare Energie", "Énergies renouvelables",
                           "Energia odnawialna")),
    ("youth", "", ("Youth", "Jugend", "Jeunesse", "Młodzież")),
    ("mobility", "youth", ("Young people on the move", "Jugendbegegnung", "Mobilité des jeunes",
                           "Mobilność młodzieży")),
)  # fmt: skip

THEMES_OF = {
    "montclair": ("democracy", "music", "mobility"),
    "lipowiec": ("democracy",),
    "triangle": ("energy",),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A charter, declaration or renewal with its signings: day, town, place, who signed (name, office)."""

    key: str
    bond: str
    type: str
    titles: tuple[str, str, str, str]
    signings: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]
    before: str = ""
    languages: str = "de;fr"
    renew_by: str = ""


_FIRST = (("Karl Osswald", "Bürgermeister"), ("Marcel Guillemin", "maire"))

AGREEMENTS = (
    Paper(
        "charter", "montclair", "charter",
        ("Twinning charter", "Partnerschaftsurkunde", "Charte de jumelage", "Akt partnerstwa"),
        (
            ("1974-06-08", "montclair", "Mairie de Montclair-sur-Loire", _FIRST),
            ("1974-10-12", "rosenau", "Rathaus Rosenau", _FIRST),
        ),
    ),
    Paper(
        "renewal_25", "montclair", "renewal",
        ("Renewal after 25 years", "Erneuerung nach 25 Jahren", "Renouvellement après 25 ans",
         "Odnowienie po 25 latach"),
        (("1999-06-05", "montclair", "Salle des fêtes",
          (("Ingeborg Falk", "Bürgermeisterin"), ("Marcel Guillemin", "maire"))),),
        before="charter",
    ),
    Paper(
        "renewal_50", "montclair", "renewal",
        ("Renewal after 50 years", "Erneuerung nach 50 Jahren", "Renouvellement après 50 ans",
         "Odnowienie po 50 latach"),
        (("2024-06-08", "montclair", "Place de la Mairie",
          (("Henning Krüger", "Bürgermeister"), ("Élisabeth de La Roche", "maire"))),),
        before="renewal_25", renew_by="2034-06-08",
    ),
    Paper(
        "lipowiec", "lipowiec", "charter",
        ("Twinning charter", "Partnerschaftsurkunde", "Charte de jumelage", "Akt partnerstwa"),
        (("1994-09-17", "lipowiec", "Urząd Miejski", (("Ingeborg Falk", "Bürgermeisterin"),
                                                     ("Zbigniew Maj", "burmistrz"))),),
        languages="de;pl",
    ),
    Paper(
        "declaration", "triangle", "declaration",
        ("Joint declaration of the three towns", "Gemeinsame Erklärung der drei Städte",
         "Déclaration commune des trois villes", "Wspólna deklaracja trzech miast"),
        (("2014-09-13", "lipowiec", "Rynek",
          (("Ingeborg Falk", "Bürgermeisterin"), ("Marcel Guillemin", "maire"),
           ("Zbigniew Maj", "burmistrz"))),),
        languages="de;fr;pl",
    ),
)  # fmt: skip
