# SPDX-License-Identifier: GPL-3.0-or-later
"""The member list: all 142 in the reader's order, for the committee, for members, as a telephone chain."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from hospes.domain.errors import UserError
from hospes.domain.names import list_name
from hospes.i18n.locale import Locale
from hospes.papers.making import draw
from hospes.papers.telephone_chain import Call, chain
from hospes.queries.filters import EVERYONE
from hospes.queries.members import member_ids, member_rows
from tests.papers.people import Somebody, add
from tests.papers.printing import gathered, paper, table
from tests.papers.reading import page_measures, signs, text_of


def names(app, language):
    """The names of all members as a list in a language has them, in its order."""
    locale = Locale.of(language)
    ids = app.read(member_ids, EVERYONE, locale=locale, today=app.today)
    rows = app.read(member_rows, ids, locale=locale, today=app.today)
    return [list_name(row.name, home="DE") for row in rows]


@pytest.mark.parametrize("language", ["de", "fr", "pl", "en"])
def test_all_142_stand_on_it_in_the_order_of_the_language(rosenau, language):
    text = text_of(paper(rosenau, "member-list", language=language).pdf)
    wanted = names(rosenau, language)
    assert len(wanted) == 142
    at = -1
    for name in wanted:
        found = text.find(name, at + 1)
        assert found > at, name
        at = found


def test_german_and_french_stand_side_by_side(rosenau):
    text = text_of(paper(rosenau, "member-list", language="de", second="fr").pdf)
    for msgid in ("Member list", "Address", "Telephone", "Class", "Confidential: only for the committee"):
        for language in ("de", "fr"):
            assert Locale.of(language).text(msgid).replace("\u00a0", " ") in text


def test_the_committee_sees_who_owes(rosenau):
    open_ones = paper(rosenau, "member-list", language="de", filter="dues:open")
    text = text_of(open_ones.pdf)
    assert "Kessler, Dieter" in text
    assert text.count("35,00 €") >= 5
    assert "Vertraulich" in text


@pytest.mark.parametrize("layout", ["short", "telephone-tree"])
def test_members_do_not_see_dues_birthdays_or_numbers_kept_off_lists(founded, layout):
    add(founded, Somebody("Anna", "Offen", "06182 111 111", "+496182111111"))
    add(
        founded,
        Somebody("Berta", "Geheim", "06182 222 222", "+496182222222", on_lists=False, birth="1950-03-04"),
    )
    text = text_of(paper(founded, "member-list", layout=layout).pdf)
    assert "06182 111 111" in text
    assert "Geheim" in text
    assert "06182 222 222" not in text
    assert "1950" not in text
    everything = table(founded, "member-list", layout=layout, show="phones,birthday,dues")
    assert "06182 222 222" not in [cell for row in everything.rows for cell in row]
    assert not any("1950" in str(cell) for row in everything.rows for cell in row)


def test_the_committee_sees_numbers_kept_off_lists(founded):
    add(founded, Somebody("Berta", "Geheim", "06182 222 222", "+496182222222", on_lists=False))
    assert "06182 222 222" in text_of(paper(founded, "member-list").pdf)


def test_a_number_of_the_country_keeps_its_groups_and_is_dialled_from_abroad(founded):
    add(founded, Somebody("Anna", "Nowak", "06182 44 17 09", "+496182441709"))
    assert "06182 44 17 09" in text_of(paper(founded, "member-list", language="de").pdf)
    assert "+49 6182 441709" in text_of(paper(founded, "member-list", language="fr").pdf)


def test_groups_stand_under_their_class_with_a_sum_each(rosenau):
    data = gathered(rosenau, "member-list", language="de").data
    classes = {}
    for person in data.people:
        classes[person.class_name] = classes.get(person.class_name, 0) + 1
    text = text_of(paper(rosenau, "member-list", language="de", group="class").pdf)
    for name, count in classes.items():
        assert name in text
        assert (f"{count} Personen" if count > 1 else "Eine Person") in text


def test_by_number_nine_comes_before_ten(founded):
    for name in "ABCDEFGHIJK":
        add(founded, f"{name}nna|{name}")
    rows = table(founded, "member-list", order="number").rows
    assert [row[0] for row in rows] == [str(n) for n in range(1, 12)]


def test_the_foot_tells_the_filter_as_a_sentence(rosenau):
    text = text_of(paper(rosenau, "member-list", language="de", filter="place:Oberrosenau").pdf)
    assert "Ort: Oberrosenau: 11 Personen, 27. April 2026" in text


def test_a_filter_that_is_none_is_refused(rosenau):
    with pytest.raises(UserError):
        paper(rosenau, "member-list", filter="shoe-size:44")


def test_people_picked_in_a_list_are_those_on_the_paper(founded):
    (anna,) = add(founded, "Anna|Nowak")
    add(founded, "Berta|Klos")
    text = text_of(paper(founded, "member-list", people=(anna,)).pdf)
    assert "Nowak, Anna" in text
    assert "Klos" not in text


def test_who_left_is_not_on_the_list(founded):
    add(founded, Somebody("Anna", "Nowak", left_on=dt.date(2025, 12, 31)))
    add(founded, "Berta|Klos")
    text = text_of(paper(founded, "member-list").pdf)
    assert "Klos" in text
    assert "Nowak" not in text


def test_the_committees_list_lies_and_the_short_one_stands(rosenau):
    wide, high = page_measures(paper(rosenau, "member-list").pdf)[0]
    assert wide > high
    wide, high = page_measures(paper(rosenau, "member-list", layout="short").pdf)[0]
    assert wide < high


def test_us_letter_is_us_letter(rosenau):
    wide, high = page_measures(paper(rosenau, "member-list", layout="short", size="letter").pdf)[0]
    assert (wide, high) == pytest.approx((215.9, 279.4), abs=0.1)


def test_the_table_keeps_days_and_money_as_such(rosenau):
    from decimal import Decimal

    found = table(rosenau, "member-list", language="de", show="joined,dues,birthday", filter="dues:open")
    kinds = {type(cell) for row in found.rows for cell in row}
    assert dt.date in kinds
    assert Decimal in kinds


def test_everybody_is_called_once_and_nobody_calls_more_than_asked():
    calls = [Call(f"P{n}", "", "1", False) for n in range(23)]
    links = chain(calls, 3)
    called = [one.name for _, ones in links for one in ones]
    assert sorted(called) == sorted(f"P{n}" for n in range(1, 23))
    assert all(len(ones) <= 3 for _, ones in links)
    known = {"P0"}
    for caller, ones in links:
        assert caller.name in known
        known |= {one.name for one in ones}


def test_the_chain_begins_with_the_chair_and_sends_somebody_to_those_without_telephone(rosenau):
    text = text_of(paper(rosenau, "member-list", language="de", layout="telephone-tree").pdf)
    assert text.index("Hannelore Fischer") == min(
        text.index(name) for name in ("Hannelore Fischer", "Anton Berger")
    )


def test_who_has_no_telephone_stands_at_the_end_of_the_chain(founded):
    add(founded, Somebody("Anna", "Nowak", "06182 1", "+4961821"))
    add(founded, Somebody("Berta", "Klos", "06182 2", "+4961822"))
    add(founded, "Carla|Lang")
    text = text_of(paper(founded, "member-list", layout="telephone-tree", language="en").pdf)
    assert text.index("No telephone") < text.index("Carla Lang")


def test_no_two_letters_lie_on_each_other(rosenau):
    """Columns do not run into each other, in the widest language and in large print."""
    for more in ({}, {"large_print": "yes"}, {"layout": "short"}):
        lines: dict[tuple[int, int], list] = {}
        for sign in signs(paper(rosenau, "member-list", language="pl", second="de", **more).pdf):
            lines.setdefault((sign.page, round(sign.bottom * 4)), []).append(sign)
        for line in lines.values():
            line.sort(key=lambda sign: sign.left)
            for one, other in pairwise(line):
                assert other.left >= one.right - 0.9, (one, other)


def test_the_preview_of_a_long_list_looks_at_its_beginning_and_estimates_the_rest(rosenau):
    ready = gathered(rosenau, "member-list", language="de")
    many = replace(ready, data=replace(ready.data, people=ready.data.people * 20))
    preview, whole = draw(many, page_limit=1), draw(many)
    assert preview.estimated
    assert abs(preview.pages_in_all - whole.pages) <= whole.pages * 0.1
    assert "2.840 Personen" in text_of(preview.pdf)
