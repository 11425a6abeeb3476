# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading typed amounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.domain.money import MoneyProblem, read_money
from hospes.domain.values import Money
from hospes.i18n.locale import Locale


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("35", 3500),
        ("35,-", 3500),
        ("35,–", 3500),
        ("35.-", 3500),
        ("35.00", 3500),
        ("35,00", 3500),
        ("35,5", 3550),
        ("1.234,56", 123456),
        ("1,234.56", 123456),
        ("1 234,56 €", 123456),
        ("1\u00a0234,56\u00a0€", 123456),
        ("1\u202f234,56 €", 123456),
        ("1'234.50", 123450),
        ("1.234", 123400),
        ("1,234,567.80", 123456780),
        ("-12,50", -1250),
        ("12,50-", -1250),
        ("(12,50)", -1250),
        ("− 5", -500),
        ("0", 0),
    ],
)
def test_amount(typed, minor):
    assert read_money(typed) == Money(minor, "EUR")


@pytest.mark.parametrize(
    ("typed", "currency"),
    [("35 zł", "PLN"), ("£35", "GBP"), ("CHF 35.-", "CHF"), ("35 Ft", "HUF"), ("35", "PLN")],
)
def test_a_typed_sign_of_currency_counts(typed, currency):
    assert read_money(typed, "PLN") == Money(3500, currency)


@pytest.mark.parametrize(
    "typed",
    ["", "€", "abc", "35 foo", "12.3456", "1234.567", "1.23.45", "1 2 3", "5 € 3", "12e3", "9" * 15, "1,2,3"],
)
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(MoneyProblem) as caught:
        read_money(typed)
    assert typed[:40] in Locale.of("en").message(caught.value)


@pytest.mark.parametrize("language", ["de", "fr", "en", "pl", "it", "hu", "tr", "uk", "en-US", "nl", "es"])
@given(minor=st.integers(-(10**9), 10**9))
def test_every_language_reads_back_what_it_writes(language, minor):
    amount = Money(minor, "EUR")
    assert read_money(Locale.of(language).money(amount)) == amount


@given(st.text(max_size=20))
def test_any_text_is_an_amount_or_a_sentence(typed):
    try:
        amount = read_money(typed)
    except MoneyProblem as problem:
        shown = Locale.of("en").message(problem)
    else:
        shown = amount.decimal_text()
    assert shown
