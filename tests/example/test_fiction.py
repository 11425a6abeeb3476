# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody real can be reached: every e-mail, telephone, website and account is plainly invented."""

import re

import pytest
from sqlalchemy import select

from hospes import example
from hospes.domain.bank import read_iban
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.members import Mandate
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import EmergencyContact

FREE = (
    # Kept free for films and books by the German and French regulators.
    r"\+496990009\d{3}(\d{2})?",
    r"\+4917604069\d{3}",
    r"\+491713920\d{3}",
    r"\+33261919?\d{4,6}",
    r"\+3363998\d{4}",
    # Begins with a zero after the Polish area code, or is one of a block never given out.
    r"\+4833000\d{4}",
    r"\+48500000\d{3}",
)
OF_THE_PICTURES = {
    "+496182441709", "+496182516608", "+496182903312", "+496182301175", "+49618624" + "90", "+496182772041",
    "+496182880246", "+4961836015", "+4915123456780", "+33612345678", "+496182471023", "+496182472580",
}  # fmt: skip


@pytest.fixture(scope="module")
def larger(tmp_path_factory):
    path = tmp_path_factory.mktemp("fiction") / "larger.hospes"
    example.build(path, members=900)
    return path


@pytest.fixture(params=["example", "larger"])
def file(request, example_file, larger, opened):
    return opened(example_file if request.param == "example" else larger)


def test_no_real_e_mail_domain(file):
    addresses = file.scalars(select(ContactPoint.value).where(ContactPoint.kind == "email")).all()
    assert addresses
    assert [one for one in addresses if not re.fullmatch(r"[a-z0-9.-]+@[a-z-]+\.example", one)] == []


def test_no_real_website(file):
    sites = file.scalars(select(ContactPoint.value).where(ContactPoint.kind == "web")).all()
    assert [one for one in sites if not one.endswith(".example")] == []


def test_telephones_are_those_kept_free_or_those_of_the_pictures(file):
    query = select(ContactPoint.value, ContactPoint.e164).where(ContactPoint.kind.in_(["phone", "mobile"]))
    for typed, number in file.execute(query):
        free = any(re.fullmatch(pattern, number) for pattern in FREE)
        assert free or number in OF_THE_PICTURES, typed
    typed = file.scalars(select(EmergencyContact.phone)).all()
    assert all(one.startswith(("06 39 98", "02 61 91", "069 90009", "06182 44 17 09")) for one in typed)


def test_accounts_are_right_and_at_no_bank(file):
    ibans = [*file.scalars(select(Mandate.iban)), *file.scalars(select(Organisation.iban))]
    for iban in filter(None, ibans):
        assert read_iban(iban) == iban
        assert iban[4:12] == "99999999"


def test_telephones_are_not_shared_by_strangers(file):
    query = select(ContactPoint.value).where(ContactPoint.kind == "phone")
    numbers = file.scalars(query).all()
    assert len(numbers) == len(set(numbers))
