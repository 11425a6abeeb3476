# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters to begin with, in four languages: words to be changed, not to be translated with the program."""

from dataclasses import dataclass

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class Starter(Code):
    """A letter an association writes again and again."""

    EMPTY = "empty", N_("An empty letter")
    CHRISTMAS = "christmas", N_("Christmas letter")
    WELCOME = "welcome", N_("Welcome to new members")
    VISIT = "visit", N_("Invitation to a visit")


@dataclass(frozen=True, slots=True)
class StarterText:
    """Subject and text in one language."""

    subject: str
    body: str


TEXTS: dict[Starter, dict[str, StarterText]] = {
    Starter.EMPTY: {},
    Starter.CHRISTMAS: {
        "de": StarterText(
            "Weihnachtsgruß",
            "{salutation}\n\nein Jahr mit Begegnungen, Briefen und offenen Türen geht zu Ende. Dass unsere "
            "Partnerschaft lebt, verdanken wir Menschen wie Ihnen.\n\nWir wünschen Ihnen frohe Festtage und "
            "ein gesundes neues Jahr. Auf das Wiedersehen!",
        ),
        "fr": StarterText(
            "Vœux de fin d’année",
            "{salutation}\n\nUne année de rencontres, de lettres et de portes ouvertes s’achève. Si notre "
            "jumelage est vivant, c’est grâce à des personnes comme vous.\n\nNous vous souhaitons de "
            "joyeuses fêtes et une bonne et heureuse année. Au plaisir de vous revoir.",
        ),
        "en": StarterText(
            "Season’s greetings",
            "{salutation}\n\nA year of meetings, letters and open doors is coming to its end. Our twinning "
            "is alive because of people like you.\n\nWe wish you a happy Christmas and a healthy new year, "
            "and look forward to seeing you again.",
        ),
        "pl": StarterText(
            "Życzenia świąteczne",
            "{salutation}\n\ndobiega końca rok pełen spotkań, listów i otwartych drzwi. To dzięki takim "
            "osobom jak Państwo nasze partnerstwo żyje.\n\nŻyczymy radosnych świąt i zdrowego nowego roku. "
            "Do zobaczenia!",
        ),
    },
    Starter.WELCOME: {
        "de": StarterText(
            "Willkommen bei uns",
            "{salutation}\n\nherzlich willkommen im Verein „{association}“. Ihre Mitgliedsnummer ist "
            "{member-number}.\n\nZu unseren Treffen und Fahrten laden wir Sie rechtzeitig ein. Wenn Sie "
            "Fragen haben oder mithelfen möchten, melden Sie sich gern.",
        ),
        "fr": StarterText(
            "Bienvenue parmi nous",
            "{salutation}\n\nBienvenue au sein de l’association « {association} ». Votre numéro d’adhérent "
            "est le {member-number}.\n\nNous vous inviterons à nos rencontres et à nos voyages. Si vous avez "
            "des questions ou envie de participer, faites-nous signe.",
        ),
        "en": StarterText(
            "Welcome",
            "{salutation}\n\nWelcome to {association}. Your member number is {member-number}.\n\nWe will "
            "invite you to our meetings and journeys in good time. If you have a question or would like to "
            "help, let us know.",
        ),
        "pl": StarterText(
            "Witamy",
            "{salutation}\n\nwitamy w stowarzyszeniu „{association}”. Numer członkowski: "
            "{member-number}.\n\nO spotkaniach i wyjazdach będziemy informować odpowiednio wcześniej. W "
            "razie pytań lub chęci pomocy prosimy o kontakt.",
        ),
    },
    Starter.VISIT: {
        "de": StarterText(
            "Einladung: {visit}",
            "{salutation}\n\nwir laden Sie herzlich ein: {visit}, {visit-dates}.\n\nWenn Sie mitkommen oder "
            "Gäste aufnehmen möchten, geben Sie uns bitte bald Bescheid.",
        ),
        "fr": StarterText(
            "Invitation : {visit}",
            "{salutation}\n\nNous avons le plaisir de vous inviter : {visit}, {visit-dates}.\n\nSi vous "
            "souhaitez participer ou accueillir des hôtes, dites-le-nous bientôt.",
        ),
        "en": StarterText(
            "Invitation: {visit}",
            "{salutation}\n\nWe are pleased to invite you: {visit}, {visit-dates}.\n\nIf you would like to "
            "come or to host guests, tell us soon.",
        ),
        "pl": StarterText(
            "Zaproszenie: {visit}",
            "{salutation}\n\nserdecznie zapraszamy: {visit}, {visit-dates}.\n\nJeśli chcą Państwo wziąć "
            "udział lub przyjąć gości, prosimy o wiadomość.",
        ),
    },
}
"""The words of each, by language."""
