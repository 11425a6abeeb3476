# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of the three towns in four languages: what was written about them, their aims, recent contacts.

No years stand in the texts: the example moves with its calendar, and a text cannot.
"""

from datetime import date

from hospes.domain.codes import NoteKind
from hospes.domain.codes_visit import TargetGroup
from hospes.example import bonds
from hospes.example.phrases import LANGUAGES
from hospes.example.rows import Rows
from hospes.store.tables.notes import Note
from hospes.store.tables.partnerships import (
    AgreementText,
    PartnershipAim,
    PartnershipAimText,
    PartnershipPhase,
    PartnershipPhaseText,
    PartnershipTargetGroup,
    PartnershipText,
)

Four = tuple[str, str, str, str]
"""The same in English, German, French and Polish."""

STORIES: dict[str, Four] = {
    "montclair": (
        (
            "It began with a choir that had lost its way. The Liederkranz of Rosenau was "
            "travelling along the Loire when its bus broke down, and the wine growers of "
            "Montclair took the singers in for the night. In the following summer both mayors "
            "signed the charter on the banks of the Loire, and in autumn once more in Rosenau.\n"
            "In many homes it was the first time that somebody from the other country sat at the "
            "table; some hosts had been prisoners of war. Out of the visits at Ascension grew the "
            "exchange of the schools, the friendship of the choirs and of the music schools, and "
            "more than one marriage."
        ),
        (
            "Es begann mit einem Chor, der nicht weiterkam. Der Liederkranz Rosenau fuhr die "
            "Loire entlang, als sein Bus liegen blieb, und die Winzer von Montclair nahmen die "
            "Sänger für die Nacht auf. Im Sommer darauf unterschrieben beide Bürgermeister am "
            "Ufer der Loire die Urkunde, im Herbst noch einmal in Rosenau.\n"
            "In vielen Häusern saß zum ersten Mal jemand aus dem anderen Land am Tisch; manche "
            "Gastgeber waren in Kriegsgefangenschaft gewesen. Aus den Besuchen zu Himmelfahrt "
            "wuchsen der Schüleraustausch, die Freundschaft der Chöre und der Musikschulen und "
            "mehr als eine Ehe."
        ),
        (
            "Tout a commencé par une chorale en panne. Le Liederkranz de Rosenau longeait la "
            "Loire quand son car s'est arrêté, et les vignerons de Montclair ont logé les "
            "chanteurs pour la nuit. L'été suivant, les deux maires signaient la charte au bord "
            "de la Loire, puis une seconde fois à Rosenau, à l'automne.\n"
            "Dans bien des maisons, quelqu'un de l'autre pays s'asseyait pour la première fois à "
            "table ; certains hôtes avaient été prisonniers de guerre. Des visites de l'Ascension "
            "sont nés l'échange des écoles, l'amitié des chorales et des écoles de musique, et "
            "plus d'un mariage."
        ),
        (
            "Zaczęło się od chóru, który utknął w drodze. Liederkranz z Rosenau jechał wzdłuż "
            "Loary, gdy zepsuł się autobus, i winiarze z Montclair przyjęli śpiewaków na noc. "
            "Następnego lata obaj burmistrzowie podpisali akt nad Loarą, a jesienią jeszcze raz w "
            "Rosenau.\n"
            "W wielu domach po raz pierwszy ktoś z drugiego kraju usiadł przy stole; niektórzy "
            "gospodarze byli jeńcami wojennymi. Z wizyt na Wniebowstąpienie wyrosły wymiana "
            "szkół, przyjaźń chórów i szkół muzycznych oraz niejedno małżeństwo."
        ),
    ),
    "lipowiec": (
        (
            "When the border had opened, the school of Lipowiec asked for German books. Two cars "
            "full of books became a lorry, the lorry a visit, and the visit a charter. Lipowiec "
            "showed how a town builds its council anew from nothing; Rosenau learned what it "
            "means to have waited for Europe half a century."
        ),
        (
            "Als die Grenze offen war, bat die Schule von Lipowiec um deutsche Bücher. Aus zwei "
            "Autos voller Bücher wurde ein Lastwagen, aus dem Lastwagen ein Besuch und aus dem "
            "Besuch eine Urkunde. Lipowiec zeigte, wie eine Stadt ihren Rat aus dem Nichts neu "
            "aufbaut; Rosenau lernte, was es heißt, ein halbes Jahrhundert auf Europa gewartet zu "
            "haben."
        ),
        (
            "Une fois la frontière ouverte, l'école de Lipowiec a demandé des livres allemands. "
            "Deux voitures de livres sont devenues un camion, le camion une visite et la visite "
            "une charte. Lipowiec a montré comment une ville refait son conseil à partir de rien "
            "; Rosenau a compris ce que c'est d'avoir attendu l'Europe un demi-siècle."
        ),
        (
            "Gdy otworzyła się granica, szkoła w Lipowcu poprosiła o niemieckie książki. Z dwóch "
            "samochodów książek zrobiła się ciężarówka, z ciężarówki wizyta, a z wizyty akt "
            "partnerstwa. Lipowiec pokazał, jak miasto od zera odbudowuje swoją radę; Rosenau "
            "zrozumiało, co znaczy czekać na Europę pół wieku."
        ),
    ),
    "montclair_lipowiec": (
        (
            "Montclair and Lipowiec met as guests in Rosenau. Soon they did not need Rosenau for "
            "it any more, and signed a charter of their own."
        ),
        (
            "Montclair und Lipowiec begegneten sich als Gäste in Rosenau. Bald brauchten sie "
            "Rosenau dazu nicht mehr und unterschrieben eine eigene Urkunde."
        ),
        (
            "Montclair et Lipowiec se sont rencontrées comme invitées à Rosenau. Bientôt elles "
            "n'avaient plus besoin de Rosenau pour cela et signaient leur propre charte."
        ),
        (
            "Montclair i Lipowiec poznały się jako goście w Rosenau. Wkrótce Rosenau nie było im "
            "już do tego potrzebne i podpisały własny akt."
        ),
    ),
    "triangle": (
        (
            "On the market square of Lipowiec the three mayors declared that they would go on "
            "together: with young people, and with matters that no town solves alone, energy, "
            "water, and how a small town stays alive. Whoever celebrates invites the other two, "
            "and every second meeting is one of three."
        ),
        (
            "Auf dem Marktplatz von Lipowiec erklärten die drei Bürgermeister, gemeinsam "
            "weiterzugehen: mit jungen Leuten und mit Fragen, die keine Stadt allein löst, "
            "Energie, Wasser und wie eine kleine Stadt lebendig bleibt. Wer feiert, lädt die "
            "beiden anderen ein, und jedes zweite Treffen ist eines zu dritt."
        ),
        (
            "Sur la place de Lipowiec, les trois maires ont déclaré vouloir avancer ensemble : "
            "avec les jeunes et sur des sujets qu'aucune ville ne règle seule, l'énergie, l'eau "
            "et la vie d'une petite ville. Celle qui fête invite les deux autres, et une "
            "rencontre sur deux se fait à trois."
        ),
        (
            "Na rynku w Lipowcu trzej burmistrzowie oświadczyli, że pójdą dalej razem: z "
            "młodzieżą i ze sprawami, których żadne miasto nie rozwiąże samo, jak energia, woda i "
            "to, jak małe miasto pozostaje żywe. Kto świętuje, zaprasza dwa pozostałe, a co "
            "drugie spotkanie jest spotkaniem trzech."
        ),
    ),
}

HERITAGE: dict[str, Four] = {
    "montclair": (
        (
            "Two towns on a river with an old bridge and vines on the slopes; both live from "
            "crafts, from a large school, and from people who come home in the evening."
        ),
        (
            "Zwei Städte am Fluss mit einer alten Brücke und Reben an den Hängen; beide leben vom "
            "Handwerk, von einer großen Schule und von Menschen, die abends nach Hause kommen."
        ),
        (
            "Deux villes au bord d'une rivière, avec un vieux pont et des vignes sur les coteaux "
            "; toutes deux vivent de l'artisanat, d'un grand établissement scolaire et de gens "
            "qui rentrent le soir."
        ),
        (
            "Dwa miasta nad rzeką, ze starym mostem i winnicami na zboczach; oba żyją z "
            "rzemiosła, z dużej szkoły i z ludzi, którzy wracają do domu wieczorem."
        ),
    ),
    "triangle": (
        "All three towns had a weaving mill, and all three had to find something else when it closed.",
        "Alle drei Städte hatten eine Weberei, und alle drei mussten etwas Neues finden, als sie schloss.",
        (
            "Les trois villes avaient un tissage, et toutes les trois ont dû trouver autre chose "
            "à sa fermeture."
        ),
        "Wszystkie trzy miasta miały tkalnię i wszystkie musiały znaleźć coś nowego, gdy ją zamknięto.",
    ),
}

ABOUT: dict[str, Four] = {
    "lipowiec": (
        "Pupils write to each other and meet, and both towns help each other where one knows how.",
        (
            "Schüler schreiben einander und treffen sich, und beide Städte helfen einander, wo "
            "die eine weiß, wie."
        ),
        "Les élèves s'écrivent et se rencontrent, et chaque ville aide l'autre là où elle sait faire.",
        "Uczniowie piszą do siebie i spotykają się, a miasta pomagają sobie tam, gdzie jedno wie, jak.",
    ),
    "triangle": (
        "Three towns work on what none of them solves alone.",
        "Drei Städte arbeiten an dem, was keine allein löst.",
        "Trois villes travaillent à ce qu'aucune ne règle seule.",
        "Trzy miasta pracują nad tym, czego żadne nie rozwiąże samo.",
    ),
}

PHASES: tuple[Four, ...] = (
    (
        (
            "Families host families at Ascension, the clubs follow, and the pupils after them. "
            "Who had been an enemy is asked to be a godfather."
        ),
        (
            "Familien nehmen zu Himmelfahrt Familien auf, die Vereine folgen und nach ihnen die "
            "Schüler. Wer Feind war, wird gebeten, Pate zu sein."
        ),
        (
            "Les familles reçoivent les familles à l'Ascension, les associations suivent, puis "
            "les élèves. À l'ancien ennemi, on demande d'être parrain."
        ),
        (
            "Rodziny goszczą rodziny na Wniebowstąpienie, za nimi idą stowarzyszenia, a potem "
            "uczniowie. Dawnego wroga prosi się, by został ojcem chrzestnym."
        ),
    ),
    (
        (
            "Lipowiec joins: first with requests, soon with ideas. Two languages become three, "
            "and at jubilees there are always two delegations at table."
        ),
        (
            "Lipowiec kommt hinzu: zuerst mit Bitten, bald mit Ideen. Aus zwei Sprachen werden "
            "drei, und bei Jubiläen sitzen immer zwei Delegationen am Tisch."
        ),
        (
            "Lipowiec arrive : d'abord avec des demandes, bientôt avec des idées. Deux langues "
            "deviennent trois, et aux jubilés il y a toujours deux délégations à table."
        ),
        (
            "Dołącza Lipowiec: najpierw z prośbami, wkrótce z pomysłami. Z dwóch języków robią "
            "się trzy, a na jubileuszach przy stole siedzą zawsze dwie delegacje."
        ),
    ),
    (
        (
            "The visits get a theme, and young people plan their own part. A year without "
            "travelling taught all three towns to meet on screens; nobody wants to do without the "
            "kitchens."
        ),
        (
            "Die Besuche bekommen ein Thema, und junge Leute planen ihren Teil selbst. Ein Jahr "
            "ohne Reisen lehrte alle drei Städte, sich am Bildschirm zu treffen; auf die Küchen "
            "will niemand verzichten."
        ),
        (
            "Les visites ont un thème, et les jeunes préparent leur part eux-mêmes. Une année "
            "sans voyages a appris aux trois villes à se voir à l'écran ; personne ne veut "
            "renoncer aux cuisines."
        ),
        (
            "Wizyty mają temat, a młodzi sami planują swoją część. Rok bez podróży nauczył "
            "wszystkie trzy miasta spotykać się na ekranie; z kuchni nikt nie chce zrezygnować."
        ),
    ),
)

GIST: dict[str, Four] = {
    "charter": (
        "Both towns promise to bring their people together, without distinction of age, work or belief.",
        (
            "Beide Städte versprechen, ihre Menschen zusammenzubringen, gleich welchen Alters, "
            "Berufs oder Glaubens."
        ),
        (
            "Les deux villes promettent de rapprocher leurs habitants, sans distinction d'âge, de "
            "métier ou de croyance."
        ),
        "Oba miasta przyrzekają zbliżać swoich mieszkańców bez względu na wiek, zawód i wyznanie.",
    ),
    "renewal_50": (
        "The towns renew their promise and put young people and the climate first for ten years.",
        "Die Städte erneuern ihr Versprechen und stellen für zehn Jahre junge Leute und das Klima voran.",
        (
            "Les villes renouvellent leur promesse et placent la jeunesse et le climat au premier "
            "rang pour dix ans."
        ),
        "Miasta odnawiają przyrzeczenie i na dziesięć lat stawiają na pierwszym miejscu młodzież i klimat.",
    ),
    "declaration": (
        "Three towns agree to meet every second year and to invite each other to their jubilees.",
        "Drei Städte vereinbaren, sich jedes zweite Jahr zu treffen und einander zu Jubiläen einzuladen.",
        "Trois villes conviennent de se rencontrer tous les deux ans et de s'inviter à leurs jubilés.",
        "Trzy miasta postanawiają spotykać się co dwa lata i zapraszać się na jubileusze.",
    ),
}

AIMS: tuple[tuple[str, str, str, str, str, Four], ...] = (
    # twinning, theme, whose matter, until, reached on, the sentence
    (
        "montclair", "mobility", "Hannelore Fischer", "2028", "",
        (
            "Every pupil of both schools can spend a week in the other town once.",
            "Jeder Schüler beider Schulen kann einmal eine Woche in der anderen Stadt verbringen.",
            "Chaque élève des deux écoles peut passer une fois une semaine dans l'autre ville.",
            "Każdy uczeń obu szkół może raz spędzić tydzień w drugim mieście.",
        ),
    ),
    (
        "montclair", "", "", "2029", "",
        (
            "Apprentices of both towns work for two weeks in a workshop of the other.",
            "Auszubildende beider Städte arbeiten zwei Wochen in einem Betrieb der anderen.",
            "Les apprentis des deux villes travaillent deux semaines dans une entreprise de l'autre.",
            "Uczniowie zawodu z obu miast pracują dwa tygodnie w zakładzie drugiego.",
        ),
    ),
    (
        "montclair", "music", "", "2024", "2024-06-08",
        (
            "The music schools give a concert together at the jubilee.",
            "Die Musikschulen geben zum Jubiläum ein gemeinsames Konzert.",
            "Les écoles de musique donnent ensemble un concert pour le jubilé.",
            "Szkoły muzyczne dają wspólny koncert na jubileusz.",
        ),
    ),
    (
        "triangle", "energy", "", "2027", "",
        (
            "The three towns compare what they do for the climate, and publish it.",
            "Die drei Städte vergleichen, was sie für das Klima tun, und veröffentlichen es.",
            "Les trois villes comparent ce qu'elles font pour le climat et le publient.",
            "Trzy miasta porównują, co robią dla klimatu, i ogłaszają wyniki.",
        ),
    ),
)  # fmt: skip

FOR_WHOM = {
    "montclair": (TargetGroup.FAMILIES, TargetGroup.PUPILS, TargetGroup.CHOIRS, TargetGroup.APPRENTICES),
    "lipowiec": (TargetGroup.FAMILIES, TargetGroup.PUPILS),
    "triangle": (TargetGroup.YOUTH, TargetGroup.OFFICIALS),
}

HEARD: tuple[tuple[str, NoteKind, date, Four], ...] = (
    # organisation over there, how, when, what about
    ("college", NoteKind.CALL, date(2026, 3, 11), (
        "The exchange in autumn has 24 pupils.", "Der Austausch im Herbst hat 24 Schüler.",
        "L'échange d'automne compte 24 élèves.", "Jesienna wymiana ma 24 uczniów.",
    )),
    ("ecole_musique", NoteKind.LETTER, date(2025, 11, 20), (
        "Thanks for the concert; they would like to come again.",
        "Dank für das Konzert; sie kämen gern wieder.",
        "Merci pour le concert ; ils aimeraient revenir.",
        "Podziękowanie za koncert; chętnie przyjadą znowu.",
    )),
    ("chorale", NoteKind.MEETING, date(2025, 5, 30), (
        "Both choirs want to sing together at Advent.", "Beide Chöre wollen im Advent gemeinsam singen.",
        "Les deux chorales veulent chanter ensemble à l'Avent.", "Oba chóry chcą śpiewać razem w adwencie.",
    )),
    ("szkola", NoteKind.LETTER, date(2026, 2, 3), (
        "The new head teacher introduces herself.", "Die neue Schulleiterin stellt sich vor.",
        "La nouvelle directrice se présente.", "Nowa dyrektorka się przedstawia.",
    )),
)  # fmt: skip


def write(rows: Rows) -> None:
    """Everything of this file, behind all other rows, so that their keys stay what they are."""
    _texts(rows)
    _phases(rows)
    _gist(rows)
    _aims(rows)
    for bond, groups in FOR_WHOM.items():
        for group in groups:
            rows.add(PartnershipTargetGroup, partnership_id=rows.of("partnership", bond), target_group=group)
    for organisation, kind, on, texts in HEARD:
        rows.add(
            Note,
            organisation_id=rows.of("organisation", organisation),
            kind=kind,
            on=rows.almanac.day(on),
            text=texts[LANGUAGES.index(rows.say.language)],
        )


def _texts(rows: Rows) -> None:
    known = {(row["partnership_id"], row["language"]): row for row in rows.all(PartnershipText)}
    for name, texts in (("story", STORIES), ("shared_heritage", HERITAGE), ("aims", ABOUT)):
        for bond, four in texts.items():
            key = rows.of("partnership", bond)
            for language, text in zip(LANGUAGES, four, strict=True):
                if (key, language) not in known:
                    rows.add(PartnershipText, partnership_id=key, language=language)
                    known[key, language] = rows.all(PartnershipText)[-1]
                known[key, language][name] = text


def _phases(rows: Rows) -> None:
    phases = [row["id"] for row in rows.all(PartnershipPhase)]
    for row in rows.all(PartnershipPhaseText):
        four = PHASES[phases.index(row["phase_id"])]
        row["text"] = four[LANGUAGES.index(str(row["language"]))]


def _gist(rows: Rows) -> None:
    by_key = {rows.of("agreement", paper.key): paper.key for paper in bonds.AGREEMENTS}
    for row in rows.all(AgreementText):
        four = GIST.get(by_key.get(str(row["agreement_id"]), ""))
        if four is not None:
            row["summary"] = four[LANGUAGES.index(str(row["language"]))]


def _aims(rows: Rows) -> None:
    rough = rows.almanac.rough
    for position, (bond, theme, person, until, reached, four) in enumerate(AIMS):
        aim = rows.add(
            PartnershipAim,
            partnership_id=rows.of("partnership", bond),
            theme_id=rows.of("theme", theme) if theme else None,
            person_id=rows.known.get(("person", person)),
            until=rough(until),
            reached_on=rough(reached) if reached else None,
            position=position,
        )
        for language, text in zip(LANGUAGES, four, strict=True):
            rows.add(PartnershipAimText, aim_id=aim, language=language, text=text)
