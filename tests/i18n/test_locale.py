# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of each language sees."""

import pickle
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest

from hospes.domain.codes import Function, Gender
from hospes.domain.errors import FieldProblem, Message, UserError
from hospes.domain.values import Money, RoughDate
from hospes.i18n import catalog
from hospes.i18n.languages import data_for, described
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_, NN_, P_
from hospes.i18n.things import Country, Language

LANGUAGES = ("de", "fr", "en", "pl", "it", "hu", "tr", "uk", "en-US", "nl", "es")
DAY = date(2026, 3, 7)

PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

msgid "Open"
msgstr "Nieopłacona"

msgctxt "verb"
msgid "Open"
msgstr "Otwórz"

msgid "{n} guest of {place}"
msgid_plural "{n} guests of {place}"
msgstr[0] "{n} gość z {place}"
msgstr[1] "{n} goście z {place}"
msgstr[2] "{n} gości z {place}"

msgctxt "role, woman"
msgid "Chair"
msgstr "prezeska"

msgctxt "role"
msgid "Chair"
msgstr "prezes"

#, fuzzy
msgid "Unsure"
msgstr "Niepewne"
"""


@pytest.fixture
def polish(tmp_path):
    path = catalog.po_path(tmp_path, "pl")
    path.parent.mkdir(parents=True)
    path.write_text(PO.lstrip(), "utf-8")
    return Locale("pl", catalog.load("pl", tmp_path))


def test_texts_with_context_and_real_plurals(polish):
    assert polish.ptext("verb", "Open") == "Otwórz"
    assert polish.text("Open") == "Nieopłacona"
    shown = [
        polish.ntext("{n} guest of {place}", "{n} guests of {place}", n, place="Lille")
        for n in (1, 3, 5, 22, 12)
    ]
    assert shown == [
        "1 gość z Lille",
        "3 goście z Lille",
        "5 gości z Lille",
        "22 goście z Lille",
        "12 gości z Lille",
    ]


def test_a_missing_or_unsure_text_stays_english(polish):
    assert polish.text("Nobody translated this") == "Nobody translated this"
    assert polish.text("Unsure") == "Unsure"
    assert polish.ntext("{n} bed", "{n} beds", 2) == "2 beds"
    assert polish.text("") == ""


def test_a_number_in_a_plural_is_written_as_the_language_does():
    assert Locale.of("de").ntext("{n} xyz", "{n} xyzs", 12345) == "12.345 xyzs"


def test_a_missing_value_is_a_mistake_of_the_program():
    with pytest.raises(KeyError):
        Locale.of("en").text("{name} is here")
    with pytest.raises(KeyError):
        Locale.of("en").message(Message("{n} year", many="{n} years"))


def test_an_office_has_its_form_for_women(polish):
    assert polish.role(Function.CHAIR, Gender.FEMALE) == "prezeska"
    assert polish.role(Function.CHAIR, Gender.MALE) == "prezes"
    assert polish.role(Function.CHAIR) == "prezes"
    assert Locale.of("en").role(Function.CHAIR, Gender.FEMALE) == "Chair"


def test_values_in_a_text_are_written_in_the_language():
    german = Locale.of("de")
    text = "{day}|{at}|{sum}|{rough}|{country}|{language}|{n}|{note}"
    shown = german.text(
        text,
        day=DAY,
        at=time(9, 5),
        sum=Money(123456),
        rough=RoughDate(1952, about=True),
        country=Country("FR"),
        language=Language("uk"),
        n=2026,
        note=Message("plain {name}", name="x"),
    )
    assert shown == "07.03.2026|09:05|1.234,56\xa0€|um 1952|Frankreich|Ukrainisch|2026|plain x"


def test_what_people_typed_is_never_read_as_a_placeholder():
    assert Locale.of("en").text("No {name}.", name="{day} <b>") == "No {day} <b>."


def test_messages_of_errors():
    english = Locale.of("en")
    assert english.message(UserError("{name} is gone.", name="Anna")) == "Anna is gone."
    assert english.message(FieldProblem("email", "The @ is missing.")) == "The @ is missing."
    assert english.message(Message("{n} bed", many="{n} beds", n=2)) == "2 beds"
    with pytest.raises(TypeError):
        english.message(ValueError("a bug"))


@pytest.mark.parametrize(
    ("code", "normal", "language"),
    [
        ("de", "de", "de"),
        ("de_AT.UTF-8", "de-AT", "de"),
        ("en-us", "en-US", "en"),
        ("EN_us", "en-US", "en"),
        ("C", "en", "en"),
        ("", "en", "en"),
        ("klingon!", "en", "en"),
        ("xx", "xx", "xx"),
    ],
)
def test_codes(code, normal, language):
    locale = Locale.of(code)
    assert (locale.code, locale.language) == (normal, language)


def test_locales_are_cached_and_travel_between_processes():
    assert Locale.of("fr") is Locale.of("fr")
    assert pickle.loads(pickle.dumps(Locale.of("fr"))) is Locale.of("fr")


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("de", "07.03.2026", "7. März 2026"),
        ("fr", "07/03/2026", "7 mars 2026"),
        ("pl", "7.03.2026", "7 marca 2026"),
        ("en", "07/03/2026", "7 March 2026"),
        ("it", "07/03/2026", "7 marzo 2026"),
        ("hu", "2026. 03. 07.", "2026. március 7."),
        ("tr", "7.03.2026", "7 Mart 2026"),
        ("uk", "07.03.2026", "7 березня 2026\u202fр."),
        ("en-US", "3/7/2026", "March 7, 2026"),
        ("nl", "07-03-2026", "7 maart 2026"),
        ("es", "7/3/2026", "7 de marzo de 2026"),
    ],
)
def test_days(language, short, long):
    locale = Locale.of(language)
    assert locale.date(DAY) == short
    assert locale.date(DAY, "long") == long
    assert locale.date(None) == ""


def test_other_styles_of_a_day():
    assert Locale.of("en").date(DAY, "weekday") == "Saturday, 7 March 2026"
    assert Locale.of("de").date(DAY, "weekday_short") == "Sa., 7. März"
    assert Locale.of("fr").date(DAY, "day_month") == "7 mars"
    assert Locale.of("pl").date(DAY, "month_year") == "marzec 2026"


def test_the_first_of_a_month_in_french():
    french = Locale.of("fr")
    first = date(2026, 3, 1)
    assert french.date(first, "long") == "1er mars 2026"
    assert french.date(first, "weekday") == "dimanche 1er mars 2026"
    assert french.date(first) == "01/03/2026"
    assert french.span(first, date(2026, 3, 3)) == "1er–3 mars 2026"


@pytest.mark.parametrize(
    ("language", "month", "year", "years"),
    [
        ("de", "7.–9. März 2026", "30. April – 3. Mai 2026", "30. Dezember 2026 – 2. Januar 2027"),
        ("en", "7–9 March 2026", "30 April – 3 May 2026", "30 December 2026 – 2 January 2027"),
        ("en-US", "March 7–9, 2026", "April 30 – May 3, 2026", "December 30, 2026 – January 2, 2027"),
        ("hu", "2026. március 7–9.", "2026. április 30. – május 3.", "2026. december 30. – 2027. január 2."),
        (
            "es",
            "7–9 de marzo de 2026",
            "30 de abril – 3 de mayo de 2026",
            "30 de diciembre de 2026 – 2 de enero de 2027",
        ),
        ("pl", "7–9 marca 2026", "30 kwietnia – 3 maja 2026", "30 grudnia 2026 – 2 stycznia 2027"),
    ],
)
def test_spans_are_as_short_as_can_be(language, month, year, years):
    locale = Locale.of(language)
    assert locale.span(DAY, date(2026, 3, 9)) == month
    assert locale.span(date(2026, 4, 30), date(2026, 5, 3)) == year
    assert locale.span(date(2026, 12, 30), date(2027, 1, 2)) == years
    assert locale.span(DAY, DAY) == locale.date(DAY, "long")


def test_open_spans():
    english = Locale.of("en")
    assert english.span(DAY, None) == "7 March 2026 –"
    assert english.span(None, DAY) == "– 7 March 2026"
    assert english.span(None, None) == ""


@pytest.mark.parametrize(
    ("language", "about", "month"),
    [
        ("en", "about 1952", "March 1952"),
        ("de", "um 1952", "März 1952"),
        ("fr", "vers 1952", "mars 1952"),
        ("pl", "ok. 1952", "marzec 1952"),
        ("hu", "1952 körül", "1952. március"),
    ],
)
def test_rough_dates(language, about, month):
    locale = Locale.of(language)
    assert locale.rough(RoughDate(1952, about=True)) == about
    assert locale.rough(RoughDate(1952, 3)) == month
    assert locale.rough(RoughDate(1952)) == "1952"
    assert locale.rough(None) == ""


def test_times():
    assert Locale.of("de").time(time(14, 5)) == "14:05"
    assert Locale.of("en-US").time(time(14, 5)) == "2:05 PM"
    assert Locale.of("en-US").time(time(0, 5)) == "12:05 AM"


def test_instants_are_shown_on_the_clock_of_a_place():
    summer = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    assert Locale.of("de").moment(summer, berlin) == "02.07.2026 00:30"
    assert Locale.of("de").moment(summer.replace(tzinfo=None), berlin) == "02.07.2026 00:30"
    assert Locale.of("en").moment(summer, timezone(timedelta(hours=-2))) == "01/07/2026 20:30"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "12.345,60\xa0€"),
        ("fr", "12\u202f345,60\xa0€"),
        ("pl", "12\xa0345,60\xa0€"),
        ("en", "€12,345.60"),
        ("nl", "€\xa012.345,60"),
        ("tr", "€12.345,60"),
        ("en-US", "€12,345.60"),
    ],
)
def test_money(language, expected):
    assert Locale.of(language).money(Money(1234560)) == expected


def test_money_without_and_with_other_currencies():
    assert Locale.of("de").money(None) == ""
    assert Locale.of("pl").money(Money(-50, "PLN")) == "-0,50\xa0zł"


def test_numbers():
    assert Locale.of("de").number(12345) == "12.345"
    assert Locale.of("fr").number(Decimal("1234.5")) == "1\u202f234,5"
    assert Locale.of("en").number(999) == "999"


def test_names_of_countries_and_languages():
    assert Locale.of("pl").country("DE") == "Niemcy"
    assert Locale.of("de").country("q1") == "q1"
    assert Locale.of("fr").language_name("de") == "allemand"
    assert Locale.of("de").language_name("xx") == "xx"
    assert [Locale.of(code).own_name() for code in ("de", "fr", "pl", "uk")] == [
        "Deutsch",
        "Français",
        "Polski",
        "Українська",
    ]


def test_lists_of_words():
    assert Locale.of("en").listing(["a", "b", "c"]) == "a, b and c"
    assert Locale.of("de").listing(["a", "b"]) == "a und b"
    assert Locale.of("pl").listing(["a"]) == "a"
    assert Locale.of("fr").listing(iter([])) == ""


@pytest.mark.parametrize("language", [*LANGUAGES, "cs", "ru", "ja", "pt-BR", "de-AT", "xx"])
def test_every_language_shows_everything(language):
    locale = Locale.of(language)
    shown = [
        *(
            locale.date(DAY, style)
            for style in ("list", "long", "weekday", "weekday_short", "day_month", "month_year")
        ),
        locale.span(DAY, date(2026, 4, 1)),
        locale.rough(RoughDate(1952, 3, about=True)),
        locale.money(Money(100, "PLN")),
        locale.number(1234.5),
        locale.country("DE"),
        locale.own_name(),
        locale.listing(["a", "b", "c"]),
        locale.time(time(9, 0)),
    ]
    assert all(shown)
    assert not any(set("{}") & set(text) for text in shown)


def test_every_described_language_is_whole():
    assert set(described()) >= set(LANGUAGES)
    for code in described():
        data = data_for(code)
        assert data.code == code
        assert data.territory
        assert data.letters is not None
        assert data.words.today
        assert data.words.about


def test_marks_return_what_they_mark():
    assert N_("Members") == "Members"
    assert NN_("{n} guest", "{n} guests") == ("{n} guest", "{n} guests")
    assert P_("verb", "Open") == ("verb", "Open")


def test_languages_are_found_by_their_folders(tmp_path):
    assert catalog.languages(tmp_path) == ("en",)
    for code in ("pl", "pt_BR"):
        path = catalog.po_path(tmp_path, code)
        path.parent.mkdir(parents=True)
        path.write_text(PO.lstrip(), "utf-8")
    (tmp_path / "README").write_text("no language", "utf-8")
    assert catalog.languages(tmp_path) == ("en", "pl", "pt-BR")
    assert Locale("pl-PL", catalog.load("pl-PL", tmp_path)).ptext("verb", "Open") == "Otwórz"


def test_the_shipped_languages_are_there():
    assert set(catalog.languages()) >= {"en", "de", "fr", "pl"}
    assert Locale.of("de").text("Members") == "Mitglieder"
