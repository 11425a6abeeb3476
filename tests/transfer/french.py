# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of a French committee: sixty guests as a secretary writes them. Plainly fictional people."""

import io

HEAD = (
    "N°", "Nom", "Prénom", "Sexe", "Date de naissance", "Régime", "Allergies", "Vient avec",
    "Famille d'accueil souhaitée", "Langues", "Arrivée", "Départ", "Téléphone portable", "Courriel",
    "Fonction",
    "Contact d'urgence", "Droit à l'image", "Remarques",
)  # fmt: skip
_NAMES = (
    ("LEFÈVRE", "Aurélie", "F"), ("LEFÈVRE", "Jérôme", "H"), ("GARÇON", "Zoé", "F"), ("BÉNARD", "Noël", "H"),
    ("D'ALENÇON", "Françoise", "F"), ("DE LA TOUR", "Loïc", "H"), ("ÉTIENNE", "Hélène", "F"),
    ("MÜLLER-ROY", "Gaëlle", "F"), ("PERRÉ", "Benoît", "H"), ("CŒUR", "Anaïs", "F"), ("NUÑEZ", "Inès", "F"),
    ("PELLÉ", "Cédric", "H"),
)  # fmt: skip
_DIETS = ("", "", "végétarienne", "sans gluten", "", "aucun", "sans porc; sans lactose", "", "diabétique", "")
_ALLERGIES = (
    "",
    "chats",
    "",
    "poils de chien, acariens",
    "",
    "arachides",
    "",
    "néant",
    "",
    "noix / pénicilline",
)
_LANGUAGES = ("français (maternelle), allemand: un peu", "fr:4;de:3", "français, anglais courant", "fr, de")


def rows():
    """Heading and sixty rows; five times twelve families, the first names change with the round."""
    found = [list(HEAD)]
    for round_ in range(5):
        for at, (family, given, sex) in enumerate(_NAMES):
            number = round_ * 12 + at + 1
            given_name = given if round_ == 0 else f"{given}-{('', 'Ève', 'Rose', 'Noé', 'Luc')[round_]}"
            companion, wish = "", ""
            if at == 0:
                companion = f"{_given(1, round_)} LEFÈVRE" if round_ % 2 else _given(1, round_)
                wish = "Famille Weber" if round_ == 0 else ""
            if at == 2:
                companion = f"avec {_given(3, round_)}"
            if at == 6 and round_ == 1:
                wish = "Inconnu"
            found.append(
                [
                    str(number),
                    family,
                    given_name,
                    sex,
                    f"{(number * 7) % 28 + 1:02d}/{number % 12 + 1:02d}/{1940 + number}",
                    _DIETS[number % 10],
                    _ALLERGIES[number % 10],
                    companion,
                    wish,
                    _LANGUAGES[number % 4],
                    "13/05/2026",
                    "16/05/2026" if number == 7 else "17/05/2026",
                    f"06 12 34 5{number // 10} {number % 10}0",
                    f"invite{number}@montclair.example",
                    "maire" if number == 5 else "accompagnateur" if number == 8 else "",
                    "Paul Roy, 02 61 91 00 11" if number == 3 else "",
                    "oui" if number % 3 else "non",
                    "dort mal" if number == 9 else "",
                ]
            )
    return found


def _given(at, round_):
    given = _NAMES[at][1]
    return given if round_ == 0 else f"{given}-{('', 'Ève', 'Rose', 'Noé', 'Luc')[round_]}"


def as_csv(lines=None):
    """The list as a spreadsheet program of a French Windows saves it."""
    text = "\r\n".join(";".join(_cell(cell) for cell in row) for row in lines or rows())
    return text.encode("cp1252")


def _cell(text):
    return f'"{text}"' if ";" in text else text


def as_xlsx(lines=None):
    """The same as a workbook, with a title above and real days."""
    from datetime import datetime

    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("Participants")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write(0, 0, "Comité de jumelage de Montclair-sur-Loire – voyage à Rosenau")
    head, *data = lines or rows()
    sheet.write_row(2, 0, head)
    for at, row in enumerate(data, 3):
        for column, cell in enumerate(row):
            if column in (4, 10, 11) and cell:
                sheet.write_datetime(at, column, datetime.strptime(cell, "%d/%m/%Y"), day)
            elif cell:
                sheet.write_string(at, column, cell)
    book.close()
    return file.getvalue()
