# SPDX-License-Identifier: GPL-3.0-or-later
"""The grammar of filters: read, written, told in words; and what each condition lets through."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.i18n.locale import Locale
from hospes.queries.filters import (
    EVERYONE,
    FIELDS,
    Filter,
    FilterProblem,
    Term,
    phrases,
    read_filter,
    sentence,
)
from hospes.queries.members import member_ids, member_rows
from tests import make

EN, DE = Locale.of("en"), Locale.of("de")


def test_words_and_conditions():
    found = read_filter('dues:open place:Rosenau age:>70 -host:yes anna "von der"')
    assert found == Filter(
        "anna von der",
        (
            Term("dues", ("open",)),
            Term("place", ("Rosenau",)),
            Term("age", ("70",), ">"),
            Term("host", ("yes",), negated=True),
        ),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ""),
        ("dues:open", "Dues: Open"),
        ("place:Rosenau,Hanau", "Place: Rosenau / Hanau"),
        ("-place:Rosenau", "Place: not Rosenau"),
        ("age:>70", "Age: over 70"),
        ("age:18..30", "Age: 18 to 30"),
        ("-age:>70", "not so: Age: over 70"),
        ("born:1952-03", "Born: March 1952"),
        ("since:>=2019", "Member since: from 2019"),
        ("host:yes -committee:yes", "Can host · Not on the committee"),
        ("lang:fr:3", "Speaks: French"),
        ("own.Voice:alto", "Voice: alto"),
        ("novak", "found by “novak”"),
    ],
)
def test_told_as_a_sentence(text, told):
    assert sentence(read_filter(text), EN) == told


def test_told_in_the_readers_language():
    assert phrases(read_filter("lang:fr"), DE)[0].endswith("Französisch")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("foo:1", "filter-unknown-field"),
        ("own.:1", "filter-unknown-field"),
        ("age:old", "filter-bad-value"),
        ("dues:perhaps", "filter-bad-value"),
        ("host:maybe", "filter-bad-value"),
        ("since:19", "filter-bad-value"),
        ("place:,", "filter-bad-value"),
        ("place:>3", "filter-unreadable"),
    ],
)
def test_what_cannot_be_understood_says_what_can(text, code):
    with pytest.raises(FilterProblem) as refused:
        read_filter(text)
    assert refused.value.code == code
    assert EN.message(refused.value)


VALUES = st.text(string.ascii_letters + "äöüŁ ", min_size=1, max_size=8).map(str.strip).filter(bool)
TERMS = st.one_of(
    st.builds(
        Term, st.sampled_from(("place", "tag", "class", "own.Shoe size")),
        st.lists(VALUES, min_size=1, max_size=3).map(tuple), st.just("="), st.booleans(),
    ),
    st.builds(
        Term, st.just("age"), st.integers(0, 120).map(lambda n: (str(n),)),
        st.sampled_from((">", ">=", "<", "<=", "=")), st.booleans(),
    ),
    st.builds(Term, st.just("born"), st.just(("1950", "1960")), st.just(".."), st.booleans()),
)  # fmt: skip
WORDS = st.text(string.printable, max_size=20).map(lambda text: " ".join(text.replace('"', "").split()))


@given(st.builds(Filter, WORDS, st.lists(TERMS, max_size=3).map(tuple)))
def test_what_is_written_reads_the_same(filter_):
    assert read_filter(filter_.text()) == filter_


@given(st.text(max_size=60))
def test_nothing_typed_is_a_fault(text):
    try:
        found = read_filter(text)
    except FilterProblem:
        return
    assert read_filter(found.text()) == found


def test_chips_and_rows_put_conditions_together():
    found = EVERYONE.having("place", "Rosenau").having("age", "70", op=">").searching(" anna  klos ")
    assert found.text() == "place:Rosenau age:>70 anna klos"
    assert found.having("place", "Hanau").text() == "age:>70 place:Hanau anna klos"
    assert found.without("age").without("place").searching("") == EVERYONE
    assert not EVERYONE


SHOWN = {
    "": {"barbara", "piotr", "dieter"},
    "dues:open": {"dieter"},
    "dues:part": {"barbara"},
    "dues:paid": {"piotr"},
    "dues:open,part": {"barbara", "dieter"},
    "class:paar": {"barbara", "piotr"},
    "class:couple": {"barbara", "piotr"},
    "number:3": {"dieter"},
    "since:2026": {"barbara", "piotr"},
    "since:<2000": {"dieter"},
    "since:1980..1990": {"dieter"},
    "left:2020": set(),
    "household:nowak": {"barbara", "piotr"},
    "place:rosenau": {"barbara", "piotr", "dieter"},
    "place:ober*": set(),
    "-place:Rosenau": set(),
    "postcode:635": {"barbara", "piotr", "dieter"},
    "street:muhlgasse": {"barbara", "piotr"},
    "country:DE": {"barbara", "piotr"},
    "age:>50": {"barbara"},
    "age:54": {"barbara"},
    "age:<54": set(),
    "age:50..54": {"barbara"},
    "born:1971": {"barbara"},
    "born:1971-09-03": {"barbara"},
    "birthday:9": {"barbara"},
    "birthday:8..10": {"barbara"},
    "gender:m": {"piotr"},
    "lang:de": {"barbara"},
    "lang:de:4": {"barbara"},
    "lang:fr": set(),
    "tag:CHOIR": {"barbara"},
    "office:chair": {"barbara"},
    "organisation:verein*": {"barbara"},
    "consent:address": {"barbara", "piotr"},
    "host:yes": {"barbara", "piotr"},
    "-host:yes": {"dieter"},
    "beds:>1": set(),
    "beds:1": {"barbara", "piotr"},
    "committee:yes": {"barbara"},
    "phone:yes": {"barbara", "piotr"},
    "email:yes": {"barbara", "dieter"},
    "minor:yes": set(),
    "deceased:yes": set(),
    "own.voice:alto": {"barbara"},
    "own.Voice:tenor": set(),
    "own.nothing:1": set(),
    "nowak": {"barbara", "piotr"},
    "bar now": {"barbara"},
    "06182": {"barbara", "piotr"},
    "member:no": {"ola", "double", "guest", "mayor"},
    "member:no minor:yes": {"ola"},
    "member:no side:theirs": {"guest"},
    "member:no sector:administration": {"mayor"},
    "member:no kind:town_hall office:mayor": {"mayor"},
    "member:any": {"barbara", "piotr", "dieter"},
    "member:former": set(),
}


@pytest.mark.parametrize("text", SHOWN)
def test_what_a_condition_lets_through(text, small):
    app, world = small
    found = app.read(member_ids, read_filter(text), locale=DE, today=make.TODAY)
    called = {
        world.ids[name]: name for name in ("barbara", "piotr", "ola", "dieter", "double", "guest", "mayor")
    }
    assert {called[one] for one in found} == SHOWN[text]


def test_every_field_is_tried():
    asked = {term.field for text in SHOWN for term in read_filter(text).terms}
    assert {field for field in FIELDS if field not in asked} == {"interest", "profession"}


def test_interests_and_professions(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    anna = make.person(app)
    from hospes.actions.people import EditPerson

    app.run(EditPerson(anna, {"interests": "choir singing; reading", "profession": "Bäckerin"}))
    for text, hit in (("interest:reading", True), ("interest:choir", False), ("profession:backerin", True)):
        found = app.read(member_ids, read_filter(text), locale=DE, today=make.TODAY)
        assert (anna in found) == hit, text
    assert app.read(member_rows, [anna], locale=DE, today=make.TODAY)[0].profession == "Bäckerin"
    app.close()
