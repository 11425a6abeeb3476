# SPDX-License-Identifier: GPL-3.0-or-later
"""A general meeting by the statutes: notice, votes, proxies, quorum, majorities, terms."""

from datetime import date, time
from uuid import UUID

import pytest

from hospes.domain.codes_meeting import Majority, MotionKind, NoticeForm
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.meetings import (
    Ballot,
    ByLaws,
    Member,
    carried,
    checked_ballot,
    days_late,
    from_json,
    latest_dispatch,
    proxy_problems,
    refuse_proxy,
    second_time,
    term_end,
    to_json,
    turnout,
    voters,
)

ONE_EACH = ByLaws(proxies=1, quorum_percent=50)


def ref(number):
    return UUID(int=number)


def test_the_whole_notice_lies_between_letter_and_meeting():
    laws = ByLaws(notice_days=14)
    meeting = date(2027, 3, 12)
    assert latest_dispatch(meeting, laws) == date(2027, 2, 25)
    assert days_late(meeting, date(2027, 2, 25), laws) == 0
    assert days_late(meeting, date(2027, 2, 26), laws) == 1
    assert latest_dispatch(meeting, ByLaws(notice_days=14, clear_days=False)) == date(2027, 2, 26)
    assert latest_dispatch(meeting, ByLaws(notice_days=14, post_days=3)) == date(2027, 2, 22)


def test_who_may_vote_by_class_age_and_dues():
    people = [
        Member(ref(1)),
        Member(ref(2), votes=0),
        Member(ref(3), age=17),
        Member(ref(4), age=18),
        Member(ref(5), owes=True),
        Member(ref(6), votes=2),
    ]
    assert voters(people, ByLaws()) == {ref(1): 1, ref(4): 1, ref(5): 1, ref(6): 2}
    assert ref(5) not in voters(people, ByLaws(paid_only=True))
    assert ref(3) in voters(people, ByLaws(vote_age=16))


def test_a_meeting_of_120_with_14_proxies_where_one_each_is_allowed():
    """106 are there; two of the fourteen proxies lie with somebody who has one already."""
    entitled = {ref(n): 1 for n in range(1, 201)}
    present = [ref(n) for n in range(1, 107)]
    proxies = {ref(150 + n): ref(n) for n in range(1, 13)}
    proxies |= {ref(163): ref(1), ref(164): ref(2)}
    assert len(proxies) == 14
    assert proxy_problems(proxies, present, ONE_EACH) == {ref(163): "many", ref(164): "many"}
    told = turnout(entitled, present, proxies, ONE_EACH)
    assert (told.present, told.represented, told.votes) == (106, 12, 118)
    assert (told.all_votes, told.needed, told.counted, told.quorate) == (200, 100, 118, True)
    all_right = dict(proxies) | {ref(163): ref(13), ref(164): ref(14)}
    assert turnout(entitled, present, all_right, ONE_EACH).votes == 120


def test_a_quorum_with_and_without_proxies():
    entitled = {ref(n): 1 for n in range(1, 102)}
    present = [ref(n) for n in range(1, 51)]
    proxies = {ref(90): ref(1)}
    told = turnout(entitled, present, proxies, ONE_EACH)
    assert (told.needed, told.counted, told.quorate) == (51, 51, True), "half of 101 is 51, never 50"
    without = ByLaws(proxies=1, quorum_percent=50, quorum_counts_proxies=False)
    assert not turnout(entitled, present, proxies, without).quorate
    assert turnout(entitled, [], {}, ByLaws()).quorate, "without a quorum any number will do"


def test_a_second_date_has_a_quorum_of_its_own():
    laws = ByLaws(quorum_percent=50, second_minutes=30, second_quorum=10)
    assert (laws.of_the_date(False).quorum_percent, laws.of_the_date(True).quorum_percent) == (50, 10)
    assert ByLaws(quorum_percent=50).of_the_date(True).quorum_percent == 50, "the statutes know none"
    assert second_time(time(18), laws) == time(18, 30)
    assert second_time(time(23, 45), laws) == time(0, 15)
    assert second_time(None, laws) is second_time(time(18), ByLaws(quorum_percent=50)) is None
    assert from_json(to_json(laws)).second_quorum == 10


def test_proxies_that_do_not_count():
    here = [ref(1), ref(2)]
    assert proxy_problems({ref(2): ref(1)}, here, ONE_EACH) == {ref(2): "there"}
    assert proxy_problems({ref(3): ref(4)}, here, ONE_EACH) == {ref(3): "absent"}
    assert proxy_problems({ref(3): ref(1)}, here, ByLaws()) == {ref(3): "none"}
    told = turnout({ref(1): 1, ref(2): 1}, [*here, ref(1), ref(9)], {ref(9): ref(1)}, ONE_EACH)
    assert (told.present, told.represented) == (2, 0), "strangers and doubles count for nothing"


def test_one_proxy_too_many_is_refused_with_the_number():
    with pytest.raises(UserError) as refused:
        refuse_proxy(ref(1), ref(8), {ref(7): ref(1)}, ONE_EACH)
    assert refused.value.code == "proxy-many"
    refuse_proxy(ref(1), ref(7), {ref(7): ref(1)}, ONE_EACH)
    with pytest.raises(UserError):
        refuse_proxy(ref(1), ref(1), {}, ONE_EACH)
    with pytest.raises(UserError):
        refuse_proxy(ref(1), ref(2), {}, ByLaws())


@pytest.mark.parametrize(
    ("ballot", "majority", "result"),
    [
        (Ballot(60, 58), Majority.SIMPLE, True),
        (Ballot(59, 59), Majority.SIMPLE, False),
        (Ballot(1, 0, 117), Majority.SIMPLE, True),
        (Ballot(0, 0, 118), Majority.SIMPLE, False),
        (Ballot(88, 30), Majority.THREE_QUARTERS, False),
        (Ballot(75, 25, 18), Majority.THREE_QUARTERS, True),
        (Ballot(74, 25, 0, 19), Majority.THREE_QUARTERS, False),
        (Ballot(2, 1), Majority.TWO_THIRDS, True),
        (Ballot(65, 33), Majority.TWO_THIRDS, False),
        (Ballot(100, 0), Majority.ALL_VOTES, False),
        (Ballot(101, 17), Majority.ALL_VOTES, True),
        (Ballot(0, 0), Majority.TWO_THIRDS, False),
    ],
)
def test_majorities_count_yes_and_no_only(ballot, majority, result):
    laws = ByLaws(majorities={MotionKind.ORDINARY: majority})
    assert carried(ballot, MotionKind.ORDINARY, laws, 200) is result


def test_who_abstains_votes_against_where_the_statutes_count_all_who_are_there():
    of_all = ByLaws(abstentions_count=True)
    assert carried(Ballot(10, 5, 6), MotionKind.ORDINARY, ByLaws(), 200)
    assert not carried(Ballot(10, 5, 6), MotionKind.ORDINARY, of_all, 200)
    assert carried(Ballot(12, 5, 6, 9), MotionKind.ORDINARY, of_all, 200), "invalid ones never count"
    assert not carried(Ballot(15, 4, 2), MotionKind.STATUTES, of_all, 200)
    assert carried(Ballot(15, 3, 2), MotionKind.STATUTES, of_all, 200)


def test_no_more_ballots_than_votes_in_the_room():
    assert checked_ballot(Ballot(100, 10, 5, 3), 118).given == 118
    with pytest.raises(FieldProblem):
        checked_ballot(Ballot(100, 10, 5, 4), 118)
    with pytest.raises(FieldProblem):
        checked_ballot(Ballot(-1), None)


def test_terms_of_office_end_after_so_many_years():
    assert term_end(date(2025, 3, 14), ByLaws(term_years=2)) == date(2027, 3, 14)
    assert term_end(date(2024, 2, 29), ByLaws(term_years=1)) == date(2025, 3, 1)
    assert term_end(date(2025, 3, 14), ByLaws(term_years=0)) is None


def test_by_laws_survive_the_file_and_strange_values():
    laws = ByLaws(
        notice_days=28,
        form=NoticeForm.WRITING,
        proxies=2,
        paid_only=True,
        majorities={MotionKind.STATUTES: Majority.TWO_THIRDS},
    )
    back = from_json(to_json(laws))
    assert (back.notice_days, back.form, back.proxies, back.paid_only) == (28, NoticeForm.WRITING, 2, True)
    assert back.majority(MotionKind.STATUTES) is Majority.TWO_THIRDS
    assert back.majority(MotionKind.ELECTION) is Majority.SIMPLE
    assert from_json({"notice_days": "much", "form": "pigeon", "majorities": 3}) == ByLaws()
    with pytest.raises(FieldProblem):
        ByLaws(notice_days=400).checked()
