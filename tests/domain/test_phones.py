# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers as typed, stored, shown and found."""

import pytest

from hospes.domain.codes import ContactKind
from hospes.domain.phones import e164, kind_of
from hospes.i18n.locale import Locale


@pytest.mark.parametrize(
    ("typed", "country", "stored"),
    [
        ("0251 1234567", "DE", "+492511234567"),
        ("0251/12 34-567", "de", "+492511234567"),
        ("+48 512 345 678", "DE", "+48512345678"),
        ("0048 512345678", "DE", "+48512345678"),
        ("+49 (0)251 1234567", "PL", "+492511234567"),
        ("03 20 12 34 56", "FR", "+33320123456"),
        ("06 1234 5678", "IT", "+390612345678"),
        ("private", "DE", ""),
        ("110", "DE", ""),
        ("", "DE", ""),
        ("0251 1234567", "", ""),
        ("Tel. Büro 0251 1234567", "DE", ""),
    ],
)
def test_international_form(typed, country, stored):
    assert e164(typed, country) == stored


def test_each_reader_sees_a_number_as_he_dials_it():
    assert Locale.of("de").phone("0251-1234567", "+492511234567") == "0251 1234567"
    assert Locale.of("fr").phone("0251-1234567", "+492511234567") == "+49 251 1234567"
    assert Locale.of("fr").phone("0251-1234567", "+492511234567", home="DE") == "0251 1234567"
    assert Locale.of("de").phone("ask Anna", None) == "ask Anna"


def test_mobile_numbers_are_known():
    assert kind_of("+48512345678") == ContactKind.MOBILE
    assert kind_of("+492511234567") == ContactKind.PHONE
    assert kind_of("") == ContactKind.PHONE
