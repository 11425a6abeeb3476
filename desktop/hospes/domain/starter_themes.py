# SPDX-License-Identifier: GPL-3.0-or-later
"""Themes a new file begins with, in two levels; all can be changed or taken out (S5, S10, S23)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StarterTheme:
    """An area with its topics; names by language, because users may change them."""

    names: dict[str, str]
    topics: tuple[dict[str, str], ...] = ()


def _four(en: str, de: str, fr: str, pl: str) -> dict[str, str]:
    return {"en": en, "de": de, "fr": fr, "pl": pl}


STARTER_THEMES = (
    StarterTheme(
        _four("Europe and the world", "Europa und die Welt", "Europe et monde", "Europa i świat"),
        (
            _four(
                "Democracy and memory", "Demokratie und Erinnerung", "Démocratie et mémoire",
                "Demokracja i pamięć",
            ),
            _four(
                "International politics", "Internationale Politik", "Politique internationale",
                "Polityka międzynarodowa",
            ),
            _four("Town twinning", "Städtepartnerschaften", "Jumelages", "Partnerstwo miast"),
        ),
    ),
    StarterTheme(
        _four(
            "Living together", "Zusammenleben", "Vivre ensemble", "Życie razem",
        ),
        (
            _four("Migration", "Migration", "Migration", "Migracja"),
            _four("Integration", "Integration", "Intégration", "Integracja"),
        ),
    ),
    StarterTheme(
        _four("Youth", "Jugend", "Jeunesse", "Młodzież"),
        (
            _four(
                "Young people on the move", "Jugendbegegnung", "Mobilité des jeunes", "Mobilność młodzieży"
            ),
        ),
    ),
    StarterTheme(
        _four("Education", "Bildung", "Éducation", "Edukacja"),
        (_four("School exchange", "Schüleraustausch", "Échanges scolaires", "Wymiana szkolna"),),
    ),
    StarterTheme(
        _four(
            "Sustainable development", "Nachhaltige Entwicklung", "Développement durable",
            "Zrównoważony rozwój",
        ),
        (
            _four("Climate", "Klima", "Climat", "Klimat"),
            _four(
                "Renewable energy", "Erneuerbare Energie", "Énergies renouvelables", "Energia odnawialna"
            ),
            _four("Transport", "Verkehr", "Transports", "Transport"),
        ),
    ),
    StarterTheme(
        _four("Digital change", "Digitaler Wandel", "Numérique", "Cyfryzacja"),
        (
            _four(
                "Artificial intelligence", "Künstliche Intelligenz", "Intelligence artificielle",
                "Sztuczna inteligencja",
            ),
        ),
    ),
    StarterTheme(
        _four("Economy and work", "Wirtschaft und Arbeit", "Économie et travail", "Gospodarka i praca"),
        (
            _four(
                "Industrial heritage", "Industrielles Erbe", "Patrimoine industriel",
                "Dziedzictwo przemysłowe",
            ),
            _four("Structural change", "Strukturwandel", "Mutation économique", "Zmiany strukturalne"),
        ),
    ),
    StarterTheme(
        _four("Culture", "Kultur", "Culture", "Kultura"),
        (_four("Music", "Musik", "Musique", "Muzyka"),),
    ),
)  # fmt: skip
