# SPDX-License-Identifier: GPL-3.0-or-later
"""Polish headings and cell words."""

HEADINGS = {
    "number": (
        "numer", "nr", "numer członkowski", "nr członkowski", "nr członka", "numer członka", "l.p.", "lp",
        "nr ewid.", "nr legitymacji", "numer legitymacji", "nr ewidencyjny",
    ),
    "source_id": ("identyfikator", "id członka"),
    "salutation": ("zwrot grzecznościowy", "pan/pani", "pani/pan", "zwrot"),
    "title": ("tytuł", "tytuł naukowy", "stopień naukowy"),
    "given_name": ("imię", "imiona", "imie"),
    "second_name": ("drugie imię", "imię ojca"),
    "family_name": ("nazwisko",),
    "full_name": (
        "imię i nazwisko", "nazwisko i imię", "imię nazwisko", "nazwisko imię", "członek", "osoba",
        "nazwisko, imię", "osoba kontaktowa", "kontakt", "imiona i nazwisko", "imię, nazwisko",
    ),
    "name_suffix": ("przyrostek",),
    "birth_name": ("nazwisko rodowe", "nazwisko panieńskie", "z domu"),
    "nickname": ("pseudonim", "zdrobnienie"),
    "native_name": ("nazwa oryginalna",),
    "birth_date": (
        "data urodzenia", "data ur", "data ur.", "urodzony", "urodziny", "ur.", "urodzona", "rok urodzenia",
        "ur. dnia", "dzień urodzenia",
    ),
    "birth_place": ("miejsce urodzenia",),
    "sex": ("płeć", "k/m", "m/k"),
    "organisation": (
        "organizacja", "firma", "instytucja", "stowarzyszenie", "szkoła", "zakład pracy", "pracodawca",
    ),
    "function": ("funkcja", "stanowisko", "rola", "urząd"),
    "household": ("gospodarstwo", "gospodarstwo domowe", "rodzina"),
    "care_of": ("u", "c/o"),
    "address_extra": ("adres 2", "mieszkanie", "dopisek"),
    "street": (
        "ulica", "ul", "ul.", "ulica i numer", "ulica, nr domu", "ulica i nr domu", "ulica nr", "adres 1",
        "ulica, numer",
    ),
    "house_number": ("numer domu", "nr domu", "nr budynku"),
    "postcode": ("kod pocztowy", "kod"),
    "town": ("miejscowość", "miasto", "poczta", "wieś"),
    "postcode_town": (
        "kod i miejscowość", "kod pocztowy i miejscowość", "kod miasto", "kod, miejscowość", "kod i miasto",
    ),
    "address": ("adres", "adres zamieszkania", "adres pocztowy", "adres korespondencyjny", "adres domowy"),
    "region": ("województwo", "powiat", "gmina"),
    "country": ("kraj", "państwo"),
    "phone": (
        "telefon", "tel", "tel.", "numer telefonu", "nr telefonu", "telefon domowy", "telefon stacjonarny",
        "telefon 1", "telefon 2", "nr tel", "nr tel.", "tel. domowy", "telefon stac.",
    ),
    "phone_work": ("telefon służbowy", "tel. służbowy", "telefon do pracy", "tel. do pracy"),
    "mobile": (
        "komórka", "telefon komórkowy", "tel. kom.", "tel kom", "kom.", "telefon kom.", "nr komórki",
        "tel. komórkowy", "komórkowy",
    ),
    "fax": ("faks", "fax"),
    "email": (
        "e-mail", "email", "mail", "adres e-mail", "adres email", "poczta elektroniczna", "adres mailowy",
    ),
    "web": ("strona internetowa", "www", "strona www"),
    "language": ("język", "język korespondencji", "język ojczysty"),
    "languages": ("języki", "znajomość języków", "języki obce"),
    "class": (
        "kategoria", "rodzaj członkostwa", "typ członkostwa", "członkostwo", "status", "rodzaj członka",
        "typ członka",
    ),
    "joined": (
        "data przystąpienia", "członek od", "data wstąpienia", "przystąpienie", "od", "wstąpił",
        "data przyjęcia", "od kiedy", "członkini od", "rok przystąpienia", "przyjęty", "data wpisu",
    ),
    "left": (
        "data wystąpienia", "wystąpienie", "członek do", "data odejścia", "data skreślenia", "skreślony",
        "do kiedy",
    ),
    "resigned": ("rezygnacja", "data rezygnacji", "wypowiedzenie"),
    "died": ("data śmierci", "zmarł", "zmarła", "zgon", "data zgonu", "zmarły"),
    "dues": (
        "składka", "składka członkowska", "składka roczna", "kwota", "wysokość składki", "kwota składki",
    ),
    "iban": ("iban", "numer konta", "nr konta", "konto", "rachunek", "numer rachunku", "nr rachunku"),
    "bic": ("bic", "swift"),
    "account_name": ("właściciel konta", "posiadacz rachunku"),
    "mandate": ("mandat", "upoważnienie", "numer zgody"),
    "mandate_date": ("data mandatu", "data upoważnienia"),
    "notes": ("uwagi", "uwaga", "notatki", "notatka", "komentarz", "adnotacje", "informacje"),
    "tags": ("znaczniki", "etykiety", "słowa kluczowe", "grupy", "grupa"),
    "can_host": (
        "może gościć", "przyjmie gości", "gospodarz", "rodzina goszcząca", "nocleg", "przyjmuje gości",
    ),
    "profession": ("zawód",),
    "interests": ("zainteresowania", "hobby"),
}  # fmt: skip

COLUMNS = {
    "number": "Numer członkowski", "title": "Tytuł", "given_name": "Imię", "family_name": "Nazwisko",
    "name_suffix": "Przyrostek", "birth_date": "Data urodzenia", "sex": "Płeć", "organisation": "Organizacja",
    "household": "Gospodarstwo domowe", "street": "Ulica", "postcode": "Kod pocztowy", "town": "Miejscowość",
    "country": "Kraj", "phone": "Telefon", "mobile": "Komórka", "email": "E-mail", "language": "Język",
    "languages": "Języki", "class": "Rodzaj członkostwa", "joined": "Członek od", "left": "Członek do",
    "dues": "Składka", "iban": "IBAN", "mandate": "Mandat", "notes": "Uwagi", "tags": "Znaczniki",
    "can_host": "Może gościć", "function": "Funkcja", "web": "Strona internetowa",
}  # fmt: skip

VALUES = {
    "sex:f": ("k", "kobieta", "pani", "żeńska", "żeński", "ż"),
    "sex:m": ("m", "mężczyzna", "pan", "męska", "męski"),
    "sex:n": ("inna", "inne"),
    "sex:u": ("nieznana", "brak danych", "nie podano"),
    "yes": ("tak", "t", "prawda"),
    "no": ("nie", "n", "fałsz"),
    "nothing": ("brak", "b.d.", "b/d", "bd", "nie dotyczy", "n.d."),
    "title": ("dr", "prof", "mgr", "inż", "hab", "ks", "lek", "med", "doc"),
    "salutation:f": ("pani", "p"),
    "salutation:m": ("pan",),
    "and": ("i", "oraz"),
    "family": ("rodzina", "państwo", "pp"),
    "suffix": ("jun", "sen", "mł", "st"),
    "organisation": ("osoba prawna", "organizacja"),
    "person": ("osoba fizyczna",),
}  # fmt: skip
