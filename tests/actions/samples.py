# SPDX-License-Identifier: GPL-3.0-or-later
"""One sample of every action, on the small world: what the undo test walks.

A new action needs one line here, or in a `samples_*.py` beside; a test fails until it has it.
"""

from datetime import date
from importlib import import_module
from pathlib import Path

from sqlalchemy import select

from hospes.actions.addresses import ChangeAddress
from hospes.actions.association import EditAssociation, FoundAssociation, SetAssociationTexts
from hospes.actions.bin import EmptyBin, PutBack, PutInBin
from hospes.actions.bring_in import BringIn
from hospes.actions.classes import AddClass, DeleteClass, EditClass, SetClassAmount, SetClassName
from hospes.actions.consents import GiveConsent, WithdrawConsent
from hospes.actions.doubles import MergePeople
from hospes.actions.health import AddHealthNote, DeleteHealthNote, EditHealthNote
from hospes.actions.households import (
    EditHousehold,
    EditHouseholdMember,
    JoinHousehold,
    MoveOut,
    SetBeds,
    SetHosting,
    SetHouseholdTexts,
)
from hospes.actions.members import (
    AddPeople,
    BecomeMembers,
    ChangeClass,
    EditMembership,
    HasLeft,
    NewPerson,
)
from hospes.actions.notes import AddNote, DeleteNote, EditNote
from hospes.actions.offices import AddOffice, DeleteOffice, EditOffice
from hospes.actions.organisations import AddOrganisation, EditOrganisation, NameOrganisation
from hospes.actions.own_fields import (
    AddOwnField,
    DeleteOwnField,
    EditOwnField,
    SetOwnFieldName,
    SetOwnValue,
)
from hospes.actions.people import (
    EditPerson,
    HasDied,
    SetEmergencyContact,
    SetGuardian,
    SetLanguages,
    SetSalutation,
)
from hospes.actions.reach import (
    AddAddress,
    AddContactPoint,
    DeleteContactPoint,
    EditAddress,
    EditContactPoint,
)
from hospes.actions.settings import ChangeSetting, DropList, KeepList, NameEditor, RememberPaperOptions
from hospes.actions.tags import AddTag, DeleteTag, RemoveTag, RenameTag
from hospes.actions.tasks import AddTask, EditTask, TickTask
from hospes.domain.addresses import PostalAddress
from hospes.domain.codes import (
    ConsentPurpose,
    ContactKind,
    FieldKind,
    Function,
    HealthKind,
    LanguageLevel,
    Relation,
)
from hospes.domain.codes_visit import BedKind
from hospes.domain.incoming import Incoming, IncomingAddress, IncomingMembership
from hospes.domain.values import Money, RoughDate
from hospes.store.tables.households import Address, HouseholdMember

NEW = "Zbigniew"
"""Names that only the samples bring in; no label of a step may hold one."""
SECRETS = (NEW, "Nowak", "Kessler", "Stadt Rosenau", "Sneezes", "choir")


def _address_of(app, household_id):
    query = select(Address.id).where(Address.household_id == household_id)
    return app.read(lambda connection: connection.execute(query).scalar())


def _link_of(app, person_id):
    query = select(HouseholdMember.id).where(HouseholdMember.person_id == person_id)
    return app.read(lambda connection: connection.execute(query).scalar())


def _binned(app, table, *ids):
    app.run(PutInBin(table, ids))


SAMPLES = {
    "address-add": lambda app, w: AddAddress(
        "household", w.home, "Neue Gasse 1", town="Rosenau", moved_on=date(2026, 5, 1)
    ),
    "address-change": lambda app, w: ChangeAddress(
        "person", w.piotr, PostalAddress(street="Neu 1", town="Rosenau")
    ),
    "address-edit": lambda app, w: EditAddress(_address_of(app, w.home), {"street": "Mühlgasse 15"}),
    "association-edit": lambda app, w: EditAssociation(w.own, {"iban": "DE02120300000000202051"}),
    "association-found": lambda app, w: FoundAssociation(NEW, "Lipowiec", "PL", "pl"),
    "association-texts": lambda app, w: SetAssociationTexts("fr", name=NEW),
    "bin-put": lambda app, w: PutInBin("person", (w.barbara, w.dieter)),
    "bin-put-back": lambda app, w: _binned(app, "person", w.dieter) or PutBack("person", (w.dieter,)),
    "bin-empty": lambda app, w: _binned(app, "person", w.dieter, w.guest, w.barbara) or EmptyBin(),
    "bring-in": lambda app, w: BringIn(
        (
            Incoming(
                1,
                given=NEW,
                surname="Zając",
                address=IncomingAddress(town="Rosenau"),
                membership=IncomingMembership(number="900"),
                tags=("choir",),
            ),
        )
    ),
    "class-add": lambda app, w: AddClass(NEW, amount=Money(1000)),
    "class-amount": lambda app, w: SetClassAmount(w.classes["single"], Money(4000), date(2026, 1, 1)),
    "class-delete": lambda app, w: DeleteClass(w.classes["firm"]),
    "class-edit": lambda app, w: EditClass(w.classes["youth"], {"age_to": 20}),
    "class-name": lambda app, w: SetClassName(w.classes["youth"], "fr", NEW),
    "consent-give": lambda app, w: GiveConsent((w.barbara, w.dieter), ConsentPurpose.LIST),
    "consent-withdraw": lambda app, w: WithdrawConsent(w.barbara, ConsentPurpose.ADDRESS),
    "contact-point-add": lambda app, w: AddContactPoint(
        "person", w.barbara, ContactKind.PHONE, "06182 44 99 11"
    ),
    "contact-point-delete": lambda app, w: DeleteContactPoint(w.phone),
    "contact-point-edit": lambda app, w: EditContactPoint(w.email, {"value": "b@nowak.example"}),
    "editor-name": lambda app, w: NameEditor(NEW),
    "emergency-contact": lambda app, w: SetEmergencyContact(w.barbara, NEW, "069 2", id=w.emergency),
    "guardian-set": lambda app, w: SetGuardian(w.ola, w.piotr),
    "health-add": lambda app, w: AddHealthNote(w.piotr, HealthKind.DIET, subject="vegan"),
    "health-delete": lambda app, w: DeleteHealthNote(w.health),
    "health-edit": lambda app, w: EditHealthNote(w.health, {"text": "Sneezes a lot", "severe": True}),
    "hosting-beds": lambda app, w: SetBeds(
        w.home, (("Guest room", BedKind.DOUBLE, 2), ("", BedKind.SOFA, 1))
    ),
    "hosting-set": lambda app, w: SetHosting(w.home, {"cats": True, "stairs": 12}),
    "household-edit": lambda app, w: EditHousehold(w.home, {"name": NEW}),
    "household-join": lambda app, w: JoinHousehold(w.dieter, w.home, on=date(2026, 5, 1)),
    "household-member-edit": lambda app, w: EditHouseholdMember(
        _link_of(app, w.ola), {"relation": Relation.CHILD}
    ),
    "household-move-out": lambda app, w: MoveOut(
        w.piotr, date(2026, 5, 1), "Neu 1", town="Rosenau", others=(w.ola,), class_id=w.classes["single"]
    ),
    "household-texts": lambda app, w: SetHouseholdTexts(w.home, "fr", "Chers amis,"),
    "list-drop": lambda app, w: DropList(w.kept_list),
    "list-keep": lambda app, w: KeepList("members", NEW, "tag:choir"),
    "membership-begin": lambda app, w: BecomeMembers((w.guest, w.double)),
    "membership-class": lambda app, w: ChangeClass(w.membership, w.classes["single"], date(2026, 7, 1)),
    "membership-edit": lambda app, w: EditMembership(w.membership, {"number": "77"}),
    "membership-left": lambda app, w: HasLeft((w.barbara, w.dieter)),
    "note-add": lambda app, w: AddNote("household", w.home, "Rings first."),
    "note-delete": lambda app, w: DeleteNote(w.note),
    "note-edit": lambda app, w: EditNote(w.note, {"text": f"{NEW} called."}),
    "office-add": lambda app, w: AddOffice(w.dieter, w.own, Function.TREASURER),
    "office-delete": lambda app, w: DeleteOffice(w.office),
    "office-edit": lambda app, w: EditOffice(w.office, {"function": Function.DEPUTY_MAYOR}),
    "organisation-add": lambda app, w: AddOrganisation(NEW),
    "organisation-edit": lambda app, w: EditOrganisation(w.townhall, {"name": NEW}),
    "organisation-name": lambda app, w: NameOrganisation(w.townhall, "fr", NEW),
    "own-field-add": lambda app, w: AddOwnField(NEW, FieldKind.NUMBER),
    "own-field-delete": lambda app, w: DeleteOwnField(w.field),
    "own-field-edit": lambda app, w: EditOwnField(w.field, {"choices": "alto;tenor;bass"}),
    "own-field-name": lambda app, w: SetOwnFieldName(w.field, "fr", NEW),
    "own-field-value": lambda app, w: SetOwnValue((w.barbara, w.piotr), w.field, "tenor"),
    "paper-options-remember": lambda app, w: RememberPaperOptions("member-list", {"large_print": True}),
    "people-add": lambda app, w: AddPeople(
        (NewPerson(NEW, "Zając", birth=RoughDate(1980)), NewPerson("Maja", "Zając", relation=Relation.WIFE)),
        street="Neu 3",
        town="Rosenau",
    ),
    "people-merge": lambda app, w: MergePeople(w.barbara, w.double, {"surname": "Novak"}),
    "person-died": lambda app, w: HasDied(w.barbara, RoughDate(2026, 4, 20)),
    "person-edit": lambda app, w: EditPerson(w.barbara, {"given": NEW, "birth": RoughDate(1970, about=True)}),
    "person-languages": lambda app, w: SetLanguages(w.barbara, (("fr", LanguageLevel.GOOD),)),
    "person-salutation": lambda app, w: SetSalutation(w.barbara, "de", f"Lieber {NEW},"),
    "setting-change": lambda app, w: ChangeSetting("people.keep_health_days", 60),
    "tag-add": lambda app, w: AddTag((w.piotr, w.dieter), "Wine"),
    "tag-delete": lambda app, w: DeleteTag(w.tag),
    "tag-remove": lambda app, w: RemoveTag((w.barbara,), "Choir"),
    "tag-rename": lambda app, w: RenameTag(w.tag, "Singers"),
    "task-add": lambda app, w: AddTask(f"Write to {NEW}"),
    "task-edit": lambda app, w: EditTask(w.task, {"title": f"Visit {NEW}"}),
    "task-tick": lambda app, w: TickTask(w.task),
}
"""By the action's code: what makes it. What it needs before (say, something in the bin) is a step."""

for _file in sorted(Path(__file__).parent.glob("samples_*.py")):
    # A larger subject has its samples in a file of its own, in the same form.
    SAMPLES |= import_module(f"tests.actions.{_file.stem}").SAMPLES

ELSEWHERE = {"bring-in-everything"}
"""Actions that need another world, with a test of their own."""
