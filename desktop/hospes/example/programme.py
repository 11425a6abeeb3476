# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme of the Ascension visit of 2026, day by day in German and French.

Three items have no French text yet: the counter of missing texts must say 3. An entry is day, from, to,
words instead of a time, who takes part, meal, seats, then title, place and details in German and in
French.
"""

from dataclasses import dataclass

RECEPTION = "Empfang im Rathaus"
"""The item the two laptops do not agree about."""


@dataclass(frozen=True, slots=True)
class Item:
    """One programme item; an empty French title is a text still missing."""

    day: int
    starts: str
    ends: str
    de: tuple[str, str, str]
    fr: tuple[str, str, str] = ("", "", "")
    words: str = ""
    audience: str = "all"
    meal: str = "none"
    seats: int | None = None
    speaker: str = ""


ITEMS = (
    Item(
        13,
        "17:00",
        "18:00",
        ("Ankunft am Bürgerhaus", "Bürgerhaus, Parkplatz", "Die Gastgeber holen ihre Gäste ab."),
        (
            "Arrivée à la maison des associations",
            "Bürgerhaus, parking",
            "Les familles viennent chercher leurs hôtes.",
        ),
    ),
    Item(
        13,
        "",
        "",
        ("Abend in den Familien", "zu Hause", ""),
        ("Soirée dans les familles", "à la maison", ""),
        words="evening",
        meal="dinner",
    ),
    Item(
        14,
        "09:30",
        "10:15",
        ("Frühstück mit den Gastgebern", "zu Hause", ""),
        ("Petit-déjeuner avec les familles", "à la maison", ""),
        meal="breakfast",
    ),
    Item(
        14,
        "10:30",
        "11:45",
        (RECEPTION, "Rathaus, 1. Stock (Aufzug)", "Begrüßung durch Bürgermeister Krüger"),
        (
            "Réception à l'hôtel de ville",
            "Hôtel de ville, 1er étage (ascenseur)",
            "Accueil par le maire, M. Krüger",
        ),
        seats=120,
        speaker="Henning Krüger",
    ),
    Item(
        14,
        "12:30",
        "13:45",
        ("Mittagessen", "Gasthof Linde", "34 Gäste und 21 Gastgeber, 3 vegetarisch"),
        ("Déjeuner", "Gasthof Linde", "34 invités et 21 hôtes, 3 végétariens"),
        meal="lunch",
        seats=60,
    ),
    Item(
        14,
        "14:00",
        "15:30",
        (
            "Führung durch das Heimatmuseum",
            "Heimatmuseum, Burgweg 1",
            "Treppen; für Stufenfreie Bilderschau unten",
        ),
        ("Visite du musée local", "Heimatmuseum, Burgweg 1", "Escaliers ; diaporama au rez-de-chaussée"),
        seats=40,
    ),
    Item(
        14,
        "16:00",
        "17:30",
        ("Offene Chorprobe", "Musikschule, Saal", "Singt mit, wer mag."),
        ("Répétition ouverte de la chorale", "École de musique, salle", "Chante qui veut."),
    ),
    Item(
        15,
        "09:00",
        "12:15",
        ("Ausflug mit dem Bus in die Weinberge", "Abfahrt Bürgerhaus", "50 Plätze im Bus"),
        ("Excursion en car dans le vignoble", "Départ Bürgerhaus", "50 places dans le car"),
        seats=50,
    ),
    Item(
        15,
        "12:30",
        "14:00",
        ("Picknick am Fluss", "Mainwiese", "Bei Regen in der Kelterhalle"),
        ("Pique-nique au bord de la rivière", "Prairie du Main", "Sous la halle en cas de pluie"),
        meal="lunch",
    ),
    Item(
        15,
        "14:30",
        "17:30",
        ("Kellerführung und Rückfahrt", "Weingut Keller", "Mit Probe; für die Fahrer Traubensaft"),
        (
            "Visite de la cave et retour",
            "Domaine Keller",
            "Avec dégustation ; jus de raisin pour qui conduit",
        ),
        seats=50,
    ),
    Item(
        15,
        "",
        "",
        ("Freier Abend in den Familien", "zu Hause", ""),
        ("Soirée libre dans les familles", "à la maison", ""),
        words="evening",
        meal="dinner",
    ),
    Item(
        16,
        "10:00",
        "12:00",
        ("Boule-Turnier Rosenau gegen Montclair", "Schlosspark", "Kugeln sind da."),
        ("Tournoi de pétanque Rosenau contre Montclair", "Parc du château", "Les boules sont fournies."),
    ),
    Item(
        16,
        "13:30",
        "15:00",
        ("Runder Tisch der Vereine", "Lindenschule, Aula", "Was machen wir nächstes Jahr zusammen?"),
        audience="chosen",
    ),
    Item(
        16,
        "15:15",
        "17:00",
        ("Stadtrallye für junge Leute", "Marktplatz", "Für alle unter 25"),
        audience="chosen",
    ),
    Item(
        16,
        "19:00",
        "23:00",
        ("Freundschaftsabend mit Musik", "Bürgerhaus, großer Saal", "Reden kurz, Tanz lang"),
        ("Soirée de l'amitié en musique", "Bürgerhaus, grande salle", "Discours courts, danse longue"),
        meal="dinner",
        seats=160,
    ),
    Item(
        17,
        "09:30",
        "10:15",
        ("Andacht für alle", "St. Laurentius", "Zweisprachig, mit Orgel"),
    ),
    Item(
        17,
        "10:30",
        "11:00",
        ("Abschied am Bürgerhaus", "Bürgerhaus, Parkplatz", "Der Bus fährt pünktlich um 11 Uhr."),
        ("Départ de la maison des associations", "Bürgerhaus, parking", "Le car part à 11 heures précises."),
    ),
)
