# SPDX-License-Identifier: GPL-3.0-or-later
"""Two projects of the example: help with rebuilding, which is over, and one that goes on. Invented.

No years stand in the texts: the example moves with its calendar, and a text cannot.
"""

from dataclasses import dataclass
from datetime import date

from hospes.example.phrases import LANGUAGES
from hospes.example.rows import Key, Rows
from hospes.store.tables.events import Task
from hospes.store.tables.projects import (
    Project,
    ProjectFunder,
    ProjectPart,
    ProjectPartner,
    ProjectText,
    ProjectTheme,
)
from hospes.store.tables.towns import Territory, TerritoryName

Four = tuple[str, str, str, str]
"""The same in English, German, French and Polish."""


@dataclass(frozen=True, slots=True)
class Told:
    """A project as it is written down."""

    status: str
    first: str
    last: str
    texts: dict[str, Four]
    partners: tuple[tuple[str, str, str], ...]
    """Table, key and role."""
    funders: tuple[tuple[str, str, int], ...]
    """Key of an organisation or nothing, name, cents."""
    themes: tuple[str, ...]
    visits: tuple[str, ...]
    tasks: tuple[tuple[Four, str, str, str], ...]
    """Words, whose matter, by when, done on."""


PLACE = ("Vyshnesad", {"de": "Wyschnessad", "fr": "Vychnessad", "pl": "Wysznesad", "uk": "Вишнесад"})
"""The town that is helped, with its names."""

PROJECTS = (
    Told(
        "ended", "2023-01", "2024-06",
        {
            "title": (
                "Workshop of the towns for rebuilding", "Werkstatt der Städte für den Wiederaufbau",
                "Atelier des villes pour la reconstruction", "Warsztat miast na rzecz odbudowy",
            ),
            "aims": (
                ("Three twinned towns and Vyshnesad learn from each other how a small town rebuilds its "
                "school, heating and water, and who can help with what."),
                ("Drei Partnerstädte und Wyschnessad lernen voneinander, wie eine kleine Stadt Schule, "
                "Heizung und Wasser wieder aufbaut und wer womit helfen kann."),
                ("Trois villes jumelées et Vychnessad apprennent ensemble comment une petite ville "
                "reconstruit son école, son chauffage et son eau, et qui peut aider à quoi."),
                ("Trzy miasta partnerskie i Wysznesad uczą się od siebie, jak małe miasto odbudowuje szkołę, "
                "ogrzewanie i wodociąg oraz kto w czym może pomóc."),
            ),
            "results": (
                ("Five trainings for volunteers, two work meetings during the visits, a lorry with school "
                "furniture and a guide of twelve pages in four languages."),
                ("Fünf Schulungen für Ehrenamtliche, zwei Arbeitstreffen während der Besuche, ein Lastwagen "
                "mit Schulmöbeln und ein Leitfaden von zwölf Seiten in vier Sprachen."),
                ("Cinq formations pour les bénévoles, deux réunions de travail pendant les visites, un "
                "camion de mobilier scolaire et un guide de douze pages en quatre langues."),
                ("Pięć szkoleń dla wolontariuszy, dwa spotkania robocze podczas wizyt, ciężarówka mebli "
                "szkolnych i dwunastostronicowy poradnik w czterech językach."),
            ),
            "local_effect": (
                ("Forty people of Rosenau gave time or furniture, and the town works has a plan of its own "
                "for a day without power."),
                ("Vierzig Menschen aus Rosenau gaben Zeit oder Möbel, und die Stadtwerke haben nun selbst "
                "einen Plan für einen Tag ohne Strom."),
                ("Quarante habitants de Rosenau ont donné du temps ou du mobilier, et la régie municipale a "
                "désormais son propre plan pour un jour sans courant."),
                ("Czterdziestu mieszkańców Rosenau dało czas lub meble, a zakłady miejskie mają własny plan "
                "na dzień bez prądu."),
            ),
            "wider_effect": (
                "The guide is used by eleven other towns, and Vyshnesad has partners it can telephone.",
                ("Elf weitere Städte benutzen den Leitfaden, und Wyschnessad hat Partner, die es anrufen "
                "kann."),
                "Onze autres villes utilisent le guide, et Vychnessad a des partenaires à qui téléphoner.",
                ("Z poradnika korzysta jedenaście innych miast, a Wysznesad ma partnerów, do których może "
                "zadzwonić."),
            ),
        },
        (
            ("organisation", "own", "lead"), ("territory", "montclair", "partner"),
            ("territory", "lipowiec", "partner"), ("territory", "vyshnesad", "partner"),
            ("organisation", "feuerwehr", "advice"),
        ),
        (("", "Stiftung Nachbarn in Europa (Beispiel)", 24_000_00), ("stadt", "", 3_500_00)),
        ("democracy", "energy"),
        ("2023", "2024"),
        (
            (("Invite the volunteers to the first training", "Ehrenamtliche zur ersten Schulung einladen",
              "Inviter les bénévoles à la première formation",
              "Zaprosić wolontariuszy na pierwsze szkolenie"),
             "Gisela Hoffmann", "2023-02-15", "2023-02-10"),
            (("Find a lorry for the school furniture", "Lastwagen für die Schulmöbel finden",
              "Trouver un camion pour le mobilier scolaire", "Znaleźć ciężarówkę na meble szkolne"),
             "Thomas Weber", "2023-09-01", "2023-08-21"),
            (("Have the guide translated", "Leitfaden übersetzen lassen", "Faire traduire le guide",
              "Oddać poradnik do tłumaczenia"),
             "Aylin Yıldız", "2024-04-30", "2024-05-06"),
            (("Send the foundation the report", "Der Stiftung den Bericht schicken",
              "Envoyer le rapport à la fondation", "Wysłać sprawozdanie fundacji"),
             "Petra Krause", "2024-06-30", "2024-06-28"),
        ),
    ),
    Told(
        "running", "2025-09", "2026-12",
        {
            "title": (
                "Sun on our roofs", "Sonne auf unseren Dächern", "Du soleil sur nos toits",
                "Słońce na naszych dachach",
            ),
            "aims": (
                "Pupils of the three towns count what their school roofs could give, and tell the councils.",
                ("Schülerinnen und Schüler der drei Städte rechnen aus, was die Schuldächer hergeben, und "
                "sagen es den Räten."),
                ("Les élèves des trois villes calculent ce que donneraient les toits des écoles et le disent "
                "aux conseils municipaux."),
                "Uczniowie trzech miast liczą, ile energii dałyby dachy szkół, i mówią o tym radom.",
            ),
            "results": ("", "", "", ""),
            "local_effect": (
                "The council has asked for an estimate for the roof of the Lindenschule.",
                "Der Rat hat ein Angebot für das Dach der Lindenschule eingeholt.",
                "Le conseil a demandé un devis pour le toit de la Lindenschule.",
                "Rada poprosiła o wycenę dla dachu Lindenschule.",
            ),
            "wider_effect": (
                "Three schools compare their figures each month in one table.",
                "Drei Schulen vergleichen jeden Monat ihre Zahlen in einer Tabelle.",
                "Trois écoles comparent chaque mois leurs chiffres dans un tableau commun.",
                "Trzy szkoły co miesiąc porównują swoje liczby w jednej tabeli.",
            ),
        },
        (("partnership", "triangle", "lead"), ("organisation", "schule", "partner"),
         ("organisation", "college", "partner"), ("organisation", "szkola", "partner")),
        (("buergerfonds", "", 4_200_00),),
        ("energy", "mobility"),
        ("2025",),
        (
            (("Borrow the measuring box", "Messkoffer ausleihen", "Emprunter la mallette de mesure",
              "Wypożyczyć walizkę pomiarową"),
             "Lena Hartwig", "2025-10-06", "2025-10-02"),
        ),
    ),
)  # fmt: skip


def write(rows: Rows, owner: Key) -> None:
    """Both, with the town that is helped."""
    name, names = PLACE
    place = rows.add(Territory, name=name, kind="town", country="UA", zone="Europe/Kyiv")
    rows.name("territory", "vyshnesad", place)
    for language, called in names.items():
        rows.add(TerritoryName, territory_id=place, language=language, name=called)
    for told in PROJECTS:
        _write(rows, owner, told)


def _write(rows: Rows, owner: Key, told: Told) -> None:
    rough = rows.almanac.rough
    project = rows.add(
        Project, owner_id=owner, status=told.status, first=rough(told.first), last=rough(told.last)
    )
    rows.name("project", told.texts["title"][0], project)
    for at, language in enumerate(LANGUAGES):
        texts = {field: four[at] for field, four in told.texts.items()}
        rows.add(ProjectText, project_id=project, language=language, **texts)
    for position, (kind, key, role) in enumerate(told.partners):
        who: dict[str, object] = dict.fromkeys(("territory_id", "organisation_id", "partnership_id"))
        who[f"{kind}_id"] = rows.of(kind, key)
        rows.add(ProjectPartner, project_id=project, role=role, position=position, **who)
    for position, (key, name, minor) in enumerate(told.funders):
        funder = rows.of("organisation", key) if key else None
        rows.add(
            ProjectFunder, project_id=project, organisation_id=funder, name=name, amount_minor=minor,
            currency="EUR", position=position, **_money(rows, told, minor),
        )  # fmt: skip
    for theme in told.themes:
        rows.add(ProjectTheme, project_id=project, theme_id=rows.of("theme", theme))
    for visit in told.visits:
        if ("visit", visit) in rows.known:
            rows.add(ProjectPart, project_id=project, visit_id=rows.of("visit", visit), event_id=None)
    _tasks(rows, owner, project, told)


def _money(rows: Rows, told: Told, minor: int) -> dict[str, object]:
    """How far the money is: of what is over all was reported, of what goes on half is paid."""
    if told.status == "ended":
        return {"state": "reported", "granted_minor": minor, "paid_minor": minor}
    by = rows.almanac.day(date(2026, 9, 30))
    return {"state": "paid", "granted_minor": minor, "paid_minor": minor // 2, "report_by": by}


def _tasks(rows: Rows, owner: Key, project: Key, told: Told) -> None:
    language = LANGUAGES.index(rows.say.language) if rows.say.language in LANGUAGES else 0
    for position, (words, whose, due, done) in enumerate(told.tasks):
        rows.add(
            Task,
            owner_id=owner,
            title=words[language],
            due_on=rows.almanac.day(date.fromisoformat(due)),
            done_on=rows.almanac.day(date.fromisoformat(done)),
            assignee_id=rows.known.get(("person", whose)),
            project_id=project,
            position=position,
        )
