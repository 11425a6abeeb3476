# SPDX-License-Identifier: GPL-3.0-or-later
"""Who gets post: one letter to a household, none to somebody who died or left."""

import datetime as dt

from hospes.store.tables.households import HouseholdText
from tests.papers.people import Somebody, add
from tests.papers.printing import paper, table
from tests.papers.reading import text_of


def labels(app, **more):
    """The first line of every label, in the order of names."""
    return [row[0] for row in table(app, "address-labels", language="de", order="name", **more).rows]


def test_a_couple_gets_one_letter(founded):
    add(founded, "Barbara|Nowak", "Piotr|Nowak")
    assert labels(founded) == ["Barbara und Piotr Nowak"]
    assert labels(founded, together="no") == ["Barbara Nowak", "Piotr Nowak"]


def test_a_couple_of_two_names_gets_one_letter(founded):
    add(founded, "Lena|Hartwig", "Étienne|Roux")
    assert labels(founded) == ["Lena Hartwig und Étienne Roux"]


def test_a_household_that_wants_letters_apart_gets_them_apart(founded):
    add(founded, "Barbara|Nowak", "Piotr|Nowak", together=False)
    assert labels(founded) == ["Barbara Nowak", "Piotr Nowak"]


def test_parents_with_children_are_a_family(founded):
    add(
        founded,
        Somebody("Florian", "Beck", birth="1983-06-17"),
        Somebody("Miriam", "Beck", birth="1984-01-01"),
        Somebody("Jonas", "Beck", birth="2011-09-01"),
    )
    assert labels(founded) == ["Familie Beck"]


def test_a_child_of_another_name_does_not_give_the_family_its_name(founded):
    add(founded, Somebody("Anna", "Nowak", birth="1980-01-01"), Somebody("Ben", "Klos", birth="2015-01-01"))
    assert labels(founded) == ["Familie Nowak"]


def test_what_the_household_wants_on_its_envelopes_stands_there(founded):
    (anna, _) = add(founded, "Barbara|Nowak", "Piotr|Nowak")
    from hospes.queries.paper_people import paper_people

    home = founded.read(paper_people, [anna], founded.today, "de")[0].household.household_id
    founded.run(_Wish(home))
    assert labels(founded) == ["Eheleute Nowak"]


class _Wish:
    """Put an address name, as the household's page does."""

    code, quiet = "test-wish", False

    def __init__(self, home):
        self.home = home

    def apply(self, w):
        w.create(HouseholdText, household_id=self.home, language="de", address_name="Eheleute Nowak")

    def refs(self, result):
        return {}


def test_the_dead_and_those_who_left_get_no_letter_and_it_is_said(founded):
    add(founded, Somebody("Anna", "Tot", more={"deceased": True}))
    add(founded, Somebody("Berta", "Weg", left_on=dt.date(2025, 1, 1)))
    add(founded, Somebody("Cora", "Bin", more={"binned_at": dt.date(2026, 1, 1)}))
    add(founded, "Dora|Da")
    assert labels(founded, filter="member:any") == ["Dora Da"]
    document = paper(founded, "address-labels", filter="member:any")
    assert [note.args["n"] for note in document.notes] == [2]
    text = text_of(document.pdf)
    assert "Dora Da" in text
    assert not {"Tot", "Weg", "Bin"} & set(text.split())


def test_a_widow_gets_a_letter_in_her_name_alone(founded):
    add(founded, "Erna|Klos", Somebody("Karl", "Klos", more={"deceased": True}))
    assert labels(founded, filter="member:any") == ["Erna Klos"]


def test_who_has_no_address_is_counted(founded):
    add(founded, "Anna|Nowak", town="")
    add(founded, "Berta|Klos")
    assert labels(founded) == ["Berta Klos"]
    assert [note.msgid for note in paper(founded, "address-labels").notes] == ["One person has no address."]


def test_who_wants_e_mail_can_be_left_out(founded):
    add(founded, Somebody("Anna", "Nowak", more={"by_email": True}))
    add(founded, "Berta|Klos")
    assert labels(founded) == ["Berta Klos", "Anna Nowak"]
    assert labels(founded, not_by_email="yes") == ["Berta Klos"]


def test_a_letter_abroad_follows_the_post_of_its_country(founded):
    add(founded, "Claire|Dubois", street="12 rue du Pont", postcode="49270", town="Montclair", country="FR")
    text = text_of(paper(founded, "address-labels", language="de").pdf)
    assert "49270 MONTCLAIR" in text
    assert "FRANKREICH" in text


def test_labels_go_by_postcode_home_first(founded):
    add(founded, "Anna|Zander", postcode="80331", town="München")
    add(founded, "Berta|Albrecht", postcode="10115", town="Berlin")
    add(founded, "Claire|Dubois", postcode="01000", town="Bourg", country="FR")
    rows = table(founded, "address-labels", language="de").rows
    assert [row[0] for row in rows] == ["Berta Albrecht", "Anna Zander", "Claire Dubois"]


def test_an_unknown_sheet_is_refused(founded):
    import pytest

    from hospes.domain.errors import UserError

    add(founded, "Anna|Nowak")
    with pytest.raises(UserError):
        paper(founded, "address-labels", stock="l9999")


def test_a_sheet_of_ones_own_can_be_used(founded):
    for n in range(5):
        add(founded, f"Anna|N{n}")
    document = paper(founded, "address-labels", stock="a4 1x2 100x50 10,20 100x60")
    assert document.pages == 3
    assert document.full_size
