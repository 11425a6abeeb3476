# SPDX-License-Identifier: GPL-3.0-or-later
"""Openings and closings of letters."""

import pytest

from hospes.domain.codes import Formality, Function, Gender
from hospes.domain.names import PersonName
from hospes.domain.salutations import joint_salutation, salutation
from hospes.i18n.locale import Locale

WOMAN = PersonName(given="Anna", surname="Müller", gender=Gender.FEMALE)
MAN = PersonName(given="Jan", surname="Müller", gender=Gender.MALE)
OTHER = PersonName(given="Eva", surname="Nowak", gender=Gender.FEMALE)
UNKNOWN = PersonName(given="Kim", surname="Müller")
NEUTRAL = PersonName(given="Kim", surname="Müller", gender=Gender.NEUTRAL)
DOCTOR = PersonName(title_prefix="Dr. med.", given="Eva", surname="Klos", gender=Gender.FEMALE)
NOBODY = PersonName()
LANGUAGES = ("de", "fr", "en", "en-US", "pl", "it", "hu", "tr", "uk", "nl", "es")
FRIENDLY = Formality.FRIENDLY


@pytest.mark.parametrize(
    ("language", "unknown", "woman", "man", "neutral", "doctor"),
    [
        (
            "de",
            "Sehr geehrte Damen und Herren,",
            "Sehr geehrte Frau Müller,",
            "Sehr geehrter Herr Müller,",
            "Guten Tag Kim Müller,",
            "Sehr geehrte Frau Dr. Klos,",
        ),
        ("fr", "Madame, Monsieur,", "Madame,", "Monsieur,", "Bonjour,", "Madame,"),
        (
            "en",
            "Dear Sir or Madam,",
            "Dear Ms Müller,",
            "Dear Mr Müller,",
            "Dear Kim Müller,",
            "Dear Dr Klos,",
        ),
        (
            "pl",
            "Szanowni Państwo,",
            "Szanowna Pani,",
            "Szanowny Panie,",
            "Szanowni Państwo,",
            "Szanowna Pani Doktor,",
        ),
        (
            "en-US",
            "Dear Sir or Madam:",
            "Dear Ms. Müller:",
            "Dear Mr. Müller:",
            "Dear Kim Müller:",
            "Dear Dr. Klos:",
        ),
    ],
)
def test_one_person(language, unknown, woman, man, neutral, doctor):
    locale = Locale.of(language)
    openings = [salutation(name, locale).opening for name in (NOBODY, WOMAN, MAN, UNKNOWN, DOCTOR)]
    assert openings == [unknown, woman, man, neutral, doctor]
    assert salutation(NEUTRAL, locale).opening == neutral


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untold_gender_is_never_guessed(language):
    locale = Locale.of(language)
    for formality in Formality:
        unknown = salutation(UNKNOWN, locale, formality=formality).opening
        assert unknown == salutation(NEUTRAL, locale, formality=formality).opening
    if language != "tr":
        kim_woman = PersonName(given="Kim", surname="Müller", gender=Gender.FEMALE)
        kim_man = PersonName(given="Kim", surname="Müller", gender=Gender.MALE)
        formal = {salutation(name, locale).opening for name in (UNKNOWN, kim_woman, kim_man)}
        assert len(formal) == 3


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Sehr geehrte Frau Müller, sehr geehrter Herr Müller,"),
        ("fr", "Chère Madame, cher Monsieur,"),
        ("en", "Dear Mr and Mrs Müller,"),
        ("pl", "Szanowni Państwo,"),
        ("it", "Gentile Signora Müller, gentile Signor Müller,"),
        ("hu", "Tisztelt Asszonyom és Uram!"),
        ("tr", "Sayın Anna Müller ve Jan Müller,"),
        ("nl", "Geachte heer en mevrouw Müller,"),
        ("es", "Estimados Sres. Müller:"),
        ("en-US", "Dear Mr. and Mrs. Müller:"),
        ("uk", "Шановні пані та пане!"),
    ],
)
def test_a_couple(language, expected):
    assert joint_salutation([WOMAN, MAN], Locale.of(language)).opening == expected


@pytest.mark.parametrize(
    ("language", "people", "expected"),
    [
        ("en", [MAN, OTHER], "Dear Mr Müller and Ms Nowak,"),
        ("en", [DOCTOR, MAN], "Dear Dr Klos and Mr Müller,"),
        ("en", [WOMAN, UNKNOWN], "Dear Ms Müller and Kim Müller,"),
        ("de", [WOMAN, UNKNOWN], "Sehr geehrte Frau Müller, guten Tag Kim Müller,"),
        ("fr", [WOMAN, OTHER], "Mesdames,"),
        ("fr", [WOMAN, OTHER, MAN], "Mesdames, Messieurs,"),
        ("fr", [WOMAN, UNKNOWN], "Bonjour,"),
        ("pl", [WOMAN, OTHER], "Szanowne Panie,"),
        ("de", [], "Sehr geehrte Damen und Herren,"),
        ("de", [WOMAN], "Sehr geehrte Frau Müller,"),
    ],
)
def test_households(language, people, expected):
    assert joint_salutation(people, Locale.of(language)).opening == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Liebe Anna, lieber Jan,"),
        ("fr", "Chère Anna, cher Jan,"),
        ("en", "Dear Anna and Jan,"),
        ("pl", "Drodzy Przyjaciele,"),
    ],
)
def test_friends(language, expected):
    assert joint_salutation([WOMAN, MAN], Locale.of(language), formality=FRIENDLY).opening == expected


def test_a_friend_is_called_by_the_name_friends_use():
    basia = PersonName(given="Barbara", nickname="Basia", surname="Nowak", gender=Gender.FEMALE)
    assert salutation(basia, Locale.of("de"), formality=FRIENDLY).opening == "Liebe Basia,"
    assert (
        salutation(PersonName(surname="Nowak"), Locale.of("de"), formality=FRIENDLY).opening
        == "Guten Tag Nowak,"
    )


@pytest.mark.parametrize(
    ("language", "name", "function", "expected"),
    [
        ("de", MAN, Function.MAYOR, "Sehr geehrter Herr Bürgermeister,"),
        ("de", WOMAN, Function.LORD_MAYOR, "Sehr geehrte Frau Oberbürgermeisterin,"),
        ("de", WOMAN, Function.COUNCILLOR, "Sehr geehrte Frau Stadträtin Müller,"),
        ("fr", MAN, Function.MAYOR, "Monsieur le Maire,"),
        ("fr", WOMAN, Function.CHAIR, "Madame la Présidente,"),
        ("en", WOMAN, Function.MAYOR, "Dear Madam Mayor,"),
        ("en", UNKNOWN, Function.LORD_MAYOR, "Dear Lord Mayor,"),
        ("en", UNKNOWN, Function.COUNCILLOR, "Dear Councillor Müller,"),
        ("pl", MAN, Function.MAYOR, "Szanowny Panie Burmistrzu,"),
        ("pl", WOMAN, Function.CHAIR, "Szanowna Pani Prezes,"),
        ("pl", MAN, Function.PRIEST, "Przewielebny Księże Proboszczu,"),
        ("hu", MAN, Function.MAYOR, "Tisztelt Polgármester Úr!"),
        ("tr", UNKNOWN, Function.MAYOR, "Sayın Belediye Başkanım,"),
        ("es", MAN, Function.MAYOR, "Excmo. Sr. Alcalde:"),
        ("de", UNKNOWN, Function.MAYOR, "Guten Tag Kim Müller,"),
        ("de", WOMAN, Function.EDITOR, "Sehr geehrte Frau Müller,"),
    ],
)
def test_offices(language, name, function, expected):
    assert salutation(name, Locale.of(language), function=function).opening == expected


def test_what_was_written_by_hand_wins():
    german = Locale.of("de")
    assert (
        salutation(WOMAN, german, function=Function.MAYOR, override="Hallo Annchen,").opening
        == "Hallo Annchen,"
    )
    assert joint_salutation([WOMAN, MAN], german, override="Liebe Müllers,").opening == "Liebe Müllers,"


def test_french_closing_repeats_the_opening():
    french = Locale.of("fr")
    assert salutation(MAN, french, function=Function.MAYOR).closing == (
        "Veuillez agréer, Monsieur le Maire, l’expression de mes salutations distinguées."
    )
    assert salutation(MAN, french, formality=FRIENDLY).closing == "Bien amicalement"
    assert joint_salutation([WOMAN, MAN], french).closing == (
        "Veuillez agréer, chère Madame, cher Monsieur, l’expression de mes salutations distinguées."
    )
    assert salutation(UNKNOWN, french).closing == (
        "Veuillez agréer l’expression de mes salutations distinguées."  # Bonjour is nobody's title
    )


def test_english_closing_knows_whether_somebody_was_named():
    english = Locale.of("en")
    assert salutation(WOMAN, english).closing == "Yours sincerely"
    assert salutation(NOBODY, english).closing == "Yours faithfully"


@pytest.mark.parametrize(("language", "lower"), [("de", True), ("pl", True), ("fr", False), ("en", False)])
def test_how_the_text_goes_on(language, lower):
    assert salutation(WOMAN, Locale.of(language)).starts_lower is lower


def test_dutch_small_words_are_large_without_a_first_name():
    name = PersonName(given="Piet", surname_prefix="van den", surname="Berg", gender=Gender.MALE)
    assert salutation(name, Locale.of("nl")).opening == "Geachte heer Van den Berg,"


def test_a_ukrainian_reads_the_name_in_its_own_letters():
    name = PersonName(given="Oksana", surname="Koval", script_name="Оксана Коваль", gender=Gender.FEMALE)
    assert salutation(name, Locale.of("uk")).opening == "Шановна пані Коваль!"
    assert salutation(name, Locale.of("de")).opening == "Sehr geehrte Frau Koval,"


@pytest.mark.parametrize("language", [*LANGUAGES, "cs", "xx"])
@pytest.mark.parametrize("formality", Formality)
def test_every_language_greets_everybody_without_leftovers(language, formality):
    locale = Locale.of(language)
    people = (NOBODY, WOMAN, MAN, UNKNOWN, DOCTOR, PersonName(given="Kim"), PersonName(surname="Klos"))
    for name in people:
        for function in (None, *Function):
            greeting = salutation(name, locale, formality=formality, function=function)
            for text in (greeting.opening, greeting.closing):
                assert text == " ".join(text.split())
                assert not set("{}") & set(text)
                assert " ," not in text
