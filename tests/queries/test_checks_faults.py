# SPDX-License-Identifier: GPL-3.0-or-later
"""Each kind of fault is put into a sound file and found under its code; what is right is silent."""

import hashlib
import shutil
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from hospes.actions.cures import cure_of
from hospes.app import App
from hospes.domain.codes import ContactKind, Function, HealthKind, PaymentPurpose
from hospes.domain.codes_twinning import AgreementType
from hospes.domain.values import RoughDate
from hospes.queries.checks import check_rules
from hospes.queries.people import current_id
from hospes.store.tables.households import Address, ContactPoint, Household
from hospes.store.tables.laptops import MergeQuestion
from hospes.store.tables.members import Dues, Mandate, Payment, PaymentShare
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.partnerships import (
    Agreement,
    AgreementSigning,
    Partnership,
    PartnershipParty,
    PartnershipPhase,
)
from hospes.store.tables.people import HealthNote, Person
from tests.store.world import DAY, WHO, do, family, founded

IBAN = "DE89370400440532013000"


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A small sound file nobody changes, and the household and people in it."""
    path = tmp_path_factory.mktemp("sound") / "a.hospes"
    app = founded(path)
    people = do(app, lambda w: family(w, "Meier", "Anna", "Otto"))
    app.close()
    return path, people


@pytest.fixture
def people(sound):
    """The household and its people."""
    return sound[1]


@pytest.fixture
def app(sound, tmp_path):
    app = App.open(shutil.copy(sound[0], tmp_path / "a.hospes"), WHO, today=DAY)
    yield app
    app.close()


def own(w):
    return w.scalars(select(Organisation).where(Organisation.is_own.is_(True))).one().id


def bond(w):
    return w.scalars(select(Partnership)).first()


def codes(app):
    return {one.code for one in app.read(check_rules, DAY)}


def raw(app, sql, **values):
    with app.engine.write() as connection:
        connection.execute(text(sql), values)


def contact(kind, value):
    return lambda w, home, people: w.create(ContactPoint, person_id=people[0], kind=kind, value=value)


def dues_overpaid(w, home, people, currency="EUR", minor=3000):
    dues = w.create(Dues, owner_id=own(w), person_id=people[0], year=2026, minor=2500)
    paid = w.create(
        Payment, owner_id=own(w), person_id=people[0], on=DAY, minor=minor, currency=currency,
        purpose=PaymentPurpose.DUES,
    )  # fmt: skip
    w.create(PaymentShare, payment_id=paid.id, dues_id=dues.id, minor=minor)


def two_chairs(w, home, people):
    for person in people:
        w.create(
            Office, person_id=person, organisation_id=own(w), function=Function.CHAIR,
            valid_from=RoughDate(2020),
        )  # fmt: skip


def early_agreement(w, home, people):
    bond(w).since = RoughDate(1990)
    one = w.create(Agreement, partnership_id=bond(w).id, type=AgreementType.CHARTER)
    w.create(AgreementSigning, agreement_id=one.id, on=RoughDate(1970))


def alone(w, home, people):
    one = w.create(Partnership, owner_id=own(w), name="Alone")
    w.create(PartnershipParty, partnership_id=one.id, organisation_id=own(w))


def phase(w, home, people):
    w.create(PartnershipPhase, partnership_id=bond(w).id, first=RoughDate(2000), last=RoughDate(1980))


def mandates(w, home, people):
    for iban in (IBAN, IBAN):
        w.create(Mandate, owner_id=own(w), person_id=people[0], reference="M-1", iban=iban)


def bad_account(w, home, people):
    w.create(Mandate, owner_id=own(w), person_id=people[0], reference="M-2", iban="DE00123")


def old_note(w, home, people):
    w.create(
        HealthNote, person_id=people[0], kind=HealthKind.ALLERGY, text="Nuts", expires_on=date(2020, 1, 1)
    )


def question(w, home, people):
    w.create(
        MergeQuestion, kind="both", table_name="person", row_id=people[0], fields=["given"], mine=[],
        theirs=[], person_id=people[0], theirs_at=datetime(2020, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def erased(w, home, people):
    w.get(Person, people[0]).erased_on = date(2025, 1, 1)


def postcode(w, home, people, code="62345"):
    w.create(Address, person_id=people[0], street="Rynek 1", postcode=code, town="Kalisz", country="PL")


FAULTS = {
    "email-odd": contact(ContactKind.EMAIL, "anna.meier"),
    "odd-phone": contact(ContactKind.PHONE, "12"),
    "odd-postcode": lambda w, home, people: postcode(w, home, people, "1"),
    "postcode-form": postcode,
    "dues-overpaid": dues_overpaid,
    "dues-currency": lambda w, home, people: dues_overpaid(w, home, people, "PLN", 2500),
    "office-twice": two_chairs,
    "agreement-early": early_agreement,
    "twinning-alone": alone,
    "dates-reversed": phase,
    "mandate-twice": mandates,
    "mandate-iban": bad_account,
    "health-expired": old_note,
    "laptop-undecided": question,
    "erased-named": erased,
    "household-empty": lambda w, home, people: w.create(Household, name="Nobody"),
}


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_is_found_under_its_code(app, code, people):
    assert codes(app) == set()
    do(app, lambda w: FAULTS[code](w, *people))
    assert codes(app) == {code}


@pytest.mark.parametrize("instead", ["a former member", "ein ehemaliges Mitglied", "gość"])
def test_what_stands_instead_of_an_erased_name_is_none(app, people, instead):
    raw(
        app,
        "UPDATE person SET given = '', surname = :instead, erased_on = '2025-01-01', "
        "binned_at = '2025-01-01' WHERE id = :id",
        instead=instead,
        id=people[1][0].hex,
    )
    assert "erased-named" not in codes(app)


def test_faults_below_the_records(app, people):
    """What no action can do: bytes changed, keys of others, a search that was forgotten, rows in a circle."""
    assert codes(app) == set()
    sha = hashlib.sha256(b"a picture").hexdigest()
    raw(app, "INSERT INTO blob VALUES (:sha, 'image/png', 9, x'00')", sha=sha)
    assert codes(app) == {"blob-changed"}
    raw(app, "DELETE FROM blob")
    raw(app, "INSERT INTO tag (id, version, name) VALUES (:id, 1, 'Choir')", id=uuid4().hex)
    assert codes(app) == {"key-strange"}
    raw(app, "DELETE FROM tag")
    raw(app, "UPDATE search_entry SET text = 'else' WHERE kind = 'person'")
    assert codes(app) == {"search-stale"}
    app.renew_search()
    app.keep_unusable("person", UUID(int=1), "birth", "31.4.", "")
    assert codes(app) == {"input-orphan"}
    app.drop_unusable(UUID(int=1), "birth")
    one, other = (person.hex for person in people[1])
    raw(app, "UPDATE person SET merged_into = :other WHERE id = :one", one=one, other=other)
    raw(app, "UPDATE person SET merged_into = :one WHERE id = :other", one=one, other=other)
    assert "merged-circle" in codes(app)
    assert app.read(current_id, people[1][0]) in people[1], "the way to who is meant ends all the same"


def test_a_table_that_is_not_ours(app):
    raw(app, "CREATE TABLE strange (x TEXT) STRICT")
    assert "schema" in codes(app)


def test_what_somebody_called_right_is_silent_as_long_as_it_stays_so(app, people):
    do(app, lambda w: FAULTS["odd-phone"](w, *people))
    (one,) = app.read(check_rules, DAY)
    app.accept_doubt(one.doubted, one.code, one.value)
    assert codes(app) == set()
    raw(app, "UPDATE contact_point SET value = '123'")
    app.renew_search()
    assert codes(app) == {"odd-phone"}


def test_a_cure_mends_it_and_can_be_undone(app, people):
    do(app, lambda w: postcode(w, *people))
    (one,) = app.read(check_rules, DAY)
    assert one.cure == "62-345"
    app.run(cure_of(one.code, one.doubted, one.cure))
    assert codes(app) == set()
    app.undo()
    assert codes(app) == {"postcode-form"}


def test_it_tells_how_far_it_is_and_can_be_stopped(app):
    class Enough(Exception):
        pass

    heard = []

    def tell(done, total):
        heard.append((done, total))
        if len(heard) == 3:
            raise Enough

    with pytest.raises(Enough):
        app.read(check_rules, DAY, tell)
    assert [done for done, _ in heard] == [0, 1, 2]
