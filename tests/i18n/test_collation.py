# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden lists: names in the order each language expects them.

Of the test catalogue: T4.4.
"""

import random
import subprocess
import sys

import pytest

from hospes.i18n.locale import Locale

GOLDEN = {
    # DIN 5007-1: umlauts as their letters, ß as ss.
    "de": [
        "Ackermann", "Ärger", "Arnold", "Müller", "Mulzer", "Öhler", "Ohm", "Ostmann", "Straßer",
        "Strasser-Au", "Zahn",
    ],
    # Accents decide last.
    "fr": ["côté", "Etienne", "Étienne", "Évrard", "Œuvrard", "Petit", "Zoé"],
    # ą ć ę ł ń ó ś ź ż are letters of their own.
    "pl": [
        "Aacki", "Ąbek", "Babiński", "Cebula", "Ćma", "Lubicz", "Łabędź", "Mazur", "Nowak", "Ósmak",
        "Sobczak", "Śliwa", "Zając", "Źródło", "Żak",
    ],
    # cs dz gy ny sz zs are letters; ö, ő after o.
    "hu": [
        "Cukor", "Csaba", "Dani", "Dzimbi", "Gál", "Gyula", "Nagy", "Nyári", "Orsó", "Ökrös", "Sára",
        "Szabó", "Zala", "Zsolt",
    ],
    "tr": [
        "Can", "Çelik", "Güneş", "Ğamze", "Halil", "Irmak", "İpek", "Okan", "Özgür", "Sarp", "Şahin",
        "Ufuk", "Ünal",
    ],
    "uk": [
        "Гнатюк", "Ґалаґан", "Дорошенко", "Євген", "Жук", "Зуб", "Иванко", "Іваненко", "Їжак",
        "Йовенко", "Коваль", "Щур", "Юрчук", "Яценко",
    ],
    # ñ after n.
    "es": ["Nadal", "Nuñez", "Ñáñez", "Oca", "Peña"],
    "nl": ["Aa", "Berg", "IJssel", "Jansen", "Zwart"],
    "it": ["Abate", "Àlvaro", "Conti", "Conti-Rossi", "Zanetti"],
    "en": ["Haus 2", "Haus 10", "MacDonald", "Mason", "McDonald", "O'Connor", "Oconnors"],
    "en-US": ["adams", "Adams Jr.", "Baker", "Zeller"],
}  # fmt: skip


@pytest.mark.parametrize("language", GOLDEN)
def test_golden_list(language):
    names = list(GOLDEN[language])
    random.Random(language).shuffle(names)
    assert sorted(names, key=Locale.of(language).sort_key) == GOLDEN[language]


def test_keys_stand_in_tuples():
    locale = Locale.of("de")
    people = [("Müller", "Zoe"), ("Muller", "Anna"), ("Müller", "Anna")]
    key = [(tuple(map(locale.sort_key, person)), person) for person in people]
    assert [person for _, person in sorted(key, key=lambda pair: pair[0])] == [
        ("Muller", "Anna"),
        ("Müller", "Anna"),
        ("Müller", "Zoe"),
    ]


def test_case_does_not_matter_and_equal_names_are_equal():
    locale = Locale.of("pl")
    assert not locale.sort_key("nowak") < locale.sort_key("NOWAK")
    assert not locale.sort_key("NOWAK") < locale.sort_key("nowak")
    assert locale.sort_key("Nowak") == locale.sort_key("Nowak")


def test_sorting_needs_no_display_and_starting_needs_no_qt():
    code = (
        "import sys\n"
        "from hospes.i18n.locale import Locale\n"
        "from datetime import date\n"
        "Locale.of('de').date(date(2026, 3, 7)), Locale.of('de').text('Members')\n"
        "heavy = {'PySide6', 'sqlalchemy', 'reportlab', 'phonenumbers'}\n"
        "assert not heavy & {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(['Zorn', 'Öl', 'Ohm'], key=Locale.of('de').sort_key))\n"
        "assert 'PySide6.QtGui' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin", "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "['Ohm', 'Öl', 'Zorn']"
