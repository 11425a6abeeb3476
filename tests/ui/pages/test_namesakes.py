# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has the name of another is shown with what tells them apart."""

from hospes.domain.codes import AddressKind
from hospes.domain.values import RoughDate
from hospes.store.tables.households import Address
from hospes.store.tables.people import Person
from hospes.ui.pages.namesakes import told_apart
from tests import make


def test_namesakes_are_told_apart_by_year_of_birth_and_town(at):
    app = at.app

    def someone(year=None, town=""):
        def work(w):
            one = w.create(Person, given="Anna", surname="Weber", birth=RoughDate(year) if year else None)
            if town:
                w.create(Address, person_id=one.id, kind=AddressKind.HOME, town=town, country="DE")
            return one.id

        return make.do(app, work)

    people = [someone(1952, "Rosenau"), someone(1980), someone(None, "Linden"), someone(), someone()]
    words = told_apart(at.desk, [(one, "Anna Weber") for one in people])
    assert [words[one] for one in people] == [
        "Anna Weber (born 1952, Rosenau)",
        "Anna Weber (born 1980)",
        "Anna Weber (Linden)",
        "Anna Weber",
        "Anna Weber (2)",
    ]
    assert told_apart(at.desk, [(people[0], "Anna Weber")]) == {people[0]: "Anna Weber"}
