# SPDX-License-Identifier: GPL-3.0-or-later
"""Which gifts get a receipt, which do not and why; how long a notice lasts; numbers; the words of forms."""

import tomllib
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from hospes.domain.codes import PaymentPurpose
from hospes.domain.donations import (
    GiftDetail,
    GiftFact,
    TaxFacts,
    Verified,
    blocks,
    less_what_went_back,
    plan_receipts,
    why_not,
)
from hospes.domain.donations_codes import (
    ClaimBasis,
    DuesDeductible,
    Eligibility,
    GiftOrigin,
    NoticeKind,
    ReceiptForm,
    ValueBasis,
    WhyNot,
)
from hospes.domain.donations_numbers import Series, next_numbers, series_of
from hospes.domain.donations_texts import check_passage, fill, read_forms
from hospes.domain.errors import UserError
from hospes.domain.payers import Payer, PayerKind
from hospes.paths import resources

ANNA = Payer(PayerKind.PERSON, UUID(int=1))
DAY = date(2026, 4, 27)
RIGHT = TaxFacts(
    "DE", ("Verein", "Markt 1"), True, "Rosenau", "22 250", "Hanau", NoticeKind.EXEMPTION, date(2021, 4, 27),
    "2018 bis 2020", "internationaler Gesinnung", DuesDeductible.YES, verified=Verified(DAY, "Anna"),
)  # fmt: skip


def gift(key, minor=5000, purpose=PaymentPurpose.DONATION, **more):
    day = date(2026, 1, key % 27 + 1)
    return GiftFact(UUID(int=key), more.pop("donor", ANNA), day, minor, "EUR", purpose, **more)


@pytest.mark.parametrize(
    ("kind", "on", "fine"),
    [
        (NoticeKind.EXEMPTION, date(2021, 4, 27), True),
        (NoticeKind.EXEMPTION, date(2021, 4, 26), False),
        (NoticeKind.FINDING, date(2023, 4, 27), True),
        (NoticeKind.FINDING, date(2023, 4, 26), False),
        (NoticeKind.EXEMPTION, date(2026, 4, 28), False),
    ],
)
def test_a_notice_lasts_five_years_a_finding_three_counted_on_the_day_of_the_receipt(kind, on, fine):
    assert (blocks(replace(RIGHT, notice=kind, notice_on=on), DAY) == ()) is fine


@pytest.mark.parametrize(
    "missing",
    [
        {"has_address": False},
        {"purpose": ""},
        {"tax_no": ""},
        {"period": ""},
        {"verified": None},
        {"notice": None},
    ],
)
def test_what_is_missing_blocks(missing):
    assert len(blocks(replace(RIGHT, **missing), DAY)) == 1


def test_france_asks_who_says_that_it_is_of_general_interest():
    french = replace(RIGHT, country="FR", notice=None, notice_on=None, register_no="W123")
    assert len(blocks(replace(french, register_no=""), DAY)) == 2
    assert len(blocks(french, DAY)) == 1
    sure = replace(french, eligible=Eligibility.OWN, eligible_on=DAY, eligible_by="Bureau")
    assert blocks(sure, DAY) == ()
    assert len(blocks(replace(RIGHT, country="PL"), DAY)) == 1


THING = GiftDetail("Piano", "35 years", GiftOrigin.PRIVATE, ValueBasis.APPRAISAL)
CLAIM = GiftDetail("Travel", spent_on=date(2026, 1, 2), claim=ClaimBasis.BYLAWS, claim_on=date(2026, 1, 2))


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (gift(1), None),
        (gift(1, receipt="2026-1"), WhyNot.RECEIPT),
        (gift(1, 0), WhyNot.RETURNED),
        (gift(1, donor=None), WhyNot.NO_DONOR),
        (replace(gift(1), currency="PLN"), WhyNot.CURRENCY),
        (gift(1, purpose=PaymentPurpose.DUES), None),
        (gift(1, purpose=PaymentPurpose.IN_KIND), WhyNot.NOT_DESCRIBED),
        (gift(1, purpose=PaymentPurpose.IN_KIND, detail=THING), None),
        (gift(1, purpose=PaymentPurpose.IN_KIND, detail=replace(THING, origin=None)), WhyNot.NOT_DESCRIBED),
        (gift(1, purpose=PaymentPurpose.WAIVED), WhyNot.NO_CLAIM),
        (gift(1, purpose=PaymentPurpose.WAIVED, detail=CLAIM), None),
        (gift(1, purpose=PaymentPurpose.WAIVED, detail=replace(CLAIM, claim_on=date(2026, 1, 3))),
         WhyNot.CLAIM_LATE),
    ],
)  # fmt: skip
def test_why_a_gift_gets_no_receipt(one, why):
    assert why_not(one, RIGHT) is why


def test_dues_that_do_not_count_or_are_not_decided_are_left_out():
    dues = gift(1, purpose=PaymentPurpose.DUES)
    assert why_not(dues, replace(RIGHT, dues=DuesDeductible.NO)) is WhyNot.DUES_NO
    assert why_not(dues, replace(RIGHT, dues=DuesDeductible.UNDECIDED)) is WhyNot.DUES_UNDECIDED


def test_money_stands_together_things_alone_and_nothing_twice():
    gifts = [
        gift(1),
        gift(2, purpose=PaymentPurpose.DUES),
        gift(3, purpose=PaymentPurpose.IN_KIND, detail=THING),
    ]
    plan = plan_receipts(gifts, {ANNA: True}, RIGHT, 2026, DAY)
    assert {(one.form, one.minor) for one in plan.receipts} == {
        (ReceiptForm.DE_COLLECTIVE, 10000),
        (ReceiptForm.DE_KIND, 5000),
    }
    together = next(one for one in plan.receipts if one.form is ReceiptForm.DE_COLLECTIVE)
    assert (together.first, together.last) == (date(2026, 1, 1), DAY)
    each = plan_receipts(gifts, {ANNA: True}, RIGHT, 2026, DAY, each=True)
    assert [one.form for one in each.receipts].count(ReceiptForm.DE_MONEY) == 2
    for found in (plan, each):
        said = [item.payment for one in found.receipts for item in one.gifts]
        assert sorted(said) == sorted(one.payment for one in gifts)
    assert plan_receipts(gifts, {}, RIGHT, 2026, DAY).left_out[0][1] is WhyNot.NO_ADDRESS


def test_dues_that_went_back_take_from_the_newest_dues():
    gifts = [gift(1), gift(2, 4000, PaymentPurpose.DUES), gift(3, 3000, PaymentPurpose.DUES)]
    left = less_what_went_back(gifts, {(ANNA, "EUR"): 4500})
    assert [one.minor for one in left] == [5000, 2500, 0]
    assert sum(one.minor for one in left) == 12000 - 4500


def test_numbers_have_no_gap_and_two_laptops_never_the_same():
    first = series_of({}, "a")
    numbers, after = next_numbers(first, 2026, {"2026-2"}, 3)
    assert numbers == ("2026-1", "2026-3", "2026-4")
    second = series_of({"a": after}, "b")
    assert next_numbers(second, 2026, (), 1)[0] == ("2026-B1",)
    assert series_of({"": Series("{year}-{n}", 7)}, "a").next == 7
    met = {"a": Series("{year}-{n}", 3), "b": Series("{year}-{n}", 4), "c": Series("{year}-B{n}", 2)}
    assert series_of(met, "a") is met["a"]
    other = series_of(met, "b")
    assert next_numbers(other, 2026, (), 1)[0] == ("2026-C1",), "both began alike before they met"


def test_a_passage_keeps_its_places_and_facts_are_never_read_again():
    assert check_passage("vom {day} an {office}", "von {office} am {day}") == "von {office} am {day}"
    with pytest.raises(UserError):
        check_passage("vom {day}", "vom")
    assert fill("{a} {x} {", {"a": "{b}", "b": "no"}) == "{b} {x} {"


def test_what_is_to_be_verified_is_told_in_every_language_of_the_window():
    for path in (resources() / "receipts").glob("*/*.toml"):
        texts = read_forms(tomllib.loads(path.read_text("utf-8")), {})
        assert texts.told_in("en") == (texts.checked, texts.to_verify)
        assert not [key for key in texts.passages if key.startswith("told")]
        for language in ("de", "fr", "pl"):
            checked, points = texts.told_in(language)
            assert checked != texts.checked
            assert len(points) == len(texts.to_verify)
            assert not set(points) & set(texts.to_verify)
