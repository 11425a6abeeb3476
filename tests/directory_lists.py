# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of links between fictional towns, with the untidiness of real ones. Same seed, same list."""

import random
from dataclasses import dataclass, field

_FRONT = ("Alten", "Birken", "Dorn", "Eichen", "Falken", "Gras", "Hohen", "Linden", "Mühl", "Neu", "Ober",
          "Rosen", "Schön", "Unter", "Wald", "Weiden", "Büchen", "Königs", "Groß", "Klein")  # fmt: skip
_BACK = ("au", "bach", "berg", "brück", "burg", "dorf", "feld", "hausen", "heim", "hof", "kirchen", "moor",
         "rode", "see", "stadt", "stein", "tal", "walde", "wang", "weiler")  # fmt: skip
_RIVERS = ("Aal", "Ammel", "Dill", "Ems", "Fuhne", "Glan", "Hase", "Lutter")
_STATES = ("Bayern", "Hessen", "Nordrhein-Westfalen", "Sachsen", "Thüringen", "Niedersachsen")
_SYLLABLES = {
    "FR": (("Beau", "Mont", "Saint-", "Ville", "Cham", "Roche", "Fon", "Val", "Bour", "Cler"),
           ("clair", "mont", "ville", "court", "vert", "lieu", "fort", "neuf", "blanc", "sur-Orne")),
    "PL": (("Lip", "Brz", "Czar", "Dob", "Jas", "Kal", "Nowa ", "Ost", "Rad", "Star"),
           ("owiec", "ezno", "nków", "rzyca", "ionka", "owa", "Wola", "ęcin", "gród", "ówka")),
    "GB": (("Ash", "Brad", "Chester", "Dun", "Elm", "Ford", "Hart", "Kings", "Mel", "Wood"),
           ("bury", "ford", "ham", "ley", "port", "stead", "ton", "well", "wick", "worth")),
    "IT": (("Castel", "Monte", "San ", "Villa", "Bel", "Campo", "Fonte", "Ponte", "Rocca", "Val"),
           ("bello", "chiaro", "dolce", "fiore", "franco", "lungo", "marino", "nuovo", "rosso", "verde")),
    "UA": (("Bila", "Chorno", "Dobro", "Krasno", "Lypo", "Novo", "Staro", "Sukho", "Verkh", "Zelen"),
           ("hirka", "hrad", "pil", "rivne", "slav", "stav", "vets", "volia", "yar", "ivka")),
}  # fmt: skip
_COUNTRY = {
    "FR": ("Frankreich", "FR", "France", "Frankreich"), "PL": ("Polen", "Polen", "PL", "Pologne"),
    "GB": ("Großbritannien", "Vereinigtes Königreich", "GB", "England"), "IT": ("Italien", "Italien", "I"),
    "UA": ("Ukraine", "UA", "Ukraine"), "DE": ("Deutschland", "DE", "BRD"),
}  # fmt: skip
_KINDS = (
    ("twinning", ("Partnerschaft", "Partnerschaft", "Städtepartnerschaft", "")),
    ("friendship", ("Freundschaft", "Freundschaftsvertrag")),
    ("contact", ("Kontakt",)),
    ("solidarity", ("Solidaritätspartnerschaft",)),
)
HEADINGS = ("Gemeinde", "Bundesland", "Partnergemeinde", "Staat/Land", "Art der Partnerschaft", "seit/Jahr")
BACK_HEADINGS = ("Ville", "Pays", "Ville partenaire", "Land", "Pays du partenaire", "Nature du lien", "Année")


@dataclass
class Made:
    """A list and what is true of it."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    by_country: dict[str, int] = field(default_factory=dict)
    links: int = 0
    twice: int = 0
    """Rows that say a link again."""


def _name(rng: random.Random, country: str) -> str:
    front, back = (_FRONT, _BACK) if country == "DE" else _SYLLABLES[country]
    extra = rng.choice(("", "", "", " am Berg", " a. d. Lohe", "-West", " II")) if country == "DE" else ""
    last = "" if country == "DE" else rng.choice(("", "", "-le-Haut", " Dolna", " Minor", " di Sopra"))
    return f"{rng.choice(front)}{rng.choice(back)}{extra}{last}"


def made(links: int, seed: int = 7) -> Made:
    """A German list of so many links, some of them twice, with the counts it must give."""
    rng = random.Random(seed)
    found = Made()
    seen: set[tuple[str, str]] = set()
    while found.links < links:
        ours = _name(rng, "DE")
        addition = rng.choice(_RIVERS) if rng.random() < 0.1 else ""
        state = rng.choice(_STATES)
        country = rng.choices(("FR", "PL", "GB", "IT", "UA", "DE"), (40, 20, 15, 12, 8, 5))[0]
        theirs = _name(rng, country)
        # Names are told apart by themselves alone, so that what is true can be counted without our own rules.
        if (ours, theirs) in seen or (theirs, ours) in seen or ours == theirs:
            continue
        seen.add((ours, theirs))
        _, words = _KINDS[rng.choices(range(4), (80, 10, 5, 5))[0]]
        row = _row(
            rng, f"{ours} ({addition})" if addition else ours, state, theirs, country, rng.choice(words)
        )
        found.rows.append(row)
        found.links += 1
        found.by_country[country] = found.by_country.get(country, 0) + 1
        if rng.random() < 0.05:
            # The same again: spaces, capitals, the addition left out.
            again = (f" {ours.upper()}  ", row[1], *row[2:])
            found.rows.append(again)
            found.twice += 1
    return found


def _row(rng: random.Random, ours: str, state: str, theirs: str, country: str, kind: str) -> tuple[str, ...]:
    written = theirs
    if country == "FR" and rng.random() < 0.2:
        written = f"{theirs} [Oise]"
    year = rng.randint(1950, 2023)
    since = rng.choice(
        (str(year), str(year), f"{rng.randint(1, 28):02d}.{rng.randint(1, 12):02d}.{year}", "")
    )
    return (ours, state, written, rng.choice(_COUNTRY[country]), kind, since)


def as_csv(rows: list[tuple[str, ...]], headings: tuple[str, ...] = HEADINGS) -> str:
    """The list as a public office would save it."""
    lines = ["Kommunale Partnerschaften", "Stand: 31.12.2023", "", ";".join(headings)]
    lines += [";".join(cells) for cells in rows]
    return "\r\n".join(lines) + "\r\n"


def from_the_other_side(rows: list[tuple[str, ...]], country: str = "Frankreich") -> str:
    """The rows of one country as an office over there would list them, in French."""
    lines = [";".join(BACK_HEADINGS)]
    for ours, state, theirs, said, kind, since in rows:
        if said == country:
            lines.append(";".join((theirs, "France", ours, state, "Allemagne", _french(kind), since)))
    return "\n".join(lines) + "\n"


def _french(kind: str) -> str:
    return {
        "Freundschaft": "Pacte d'amitié", "Freundschaftsvertrag": "Pacte d'amitié", "Kontakt": "Contact",
        "Solidaritätspartnerschaft": "Partenariat de solidarité",
    }.get(kind, "Jumelage")  # fmt: skip
