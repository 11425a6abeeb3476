# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of twinnings, their papers, places and themes, on the small world."""

from datetime import date

from sqlalchemy import select

from hospes.actions.agreements import (
    AddAgreement,
    AddSignature,
    AddSigning,
    AttachScan,
    DeleteAgreement,
    DeleteSignature,
    DeleteSigning,
    EditAgreement,
    EditSignature,
    EditSigning,
    SetAgreementTexts,
    Signer,
)
from hospes.actions.documents import NewDocument
from hospes.actions.partnerships import (
    AddPartnership,
    EditPartnership,
    NewParty,
    SetPartnershipTargetGroups,
    SetPartnershipTexts,
)
from hospes.actions.partnerships_aims import AddAim, DeleteAim, EditAim, SetAimText, SetAimVisits
from hospes.actions.partnerships_documents import AddTwinningDocuments
from hospes.actions.partnerships_parties import (
    AddParty,
    EditParty,
    JoinGroup,
    LeaveGroup,
    RemoveParty,
    RenameGroup,
)
from hospes.actions.partnerships_story import (
    AddMotive,
    AddPhase,
    DeleteMotive,
    DeletePhase,
    EditMotive,
    EditPhase,
    SetPhaseTexts,
)
from hospes.actions.territories import (
    AddSuccession,
    AddTerritory,
    DeleteSuccession,
    DeleteTerritory,
    DeleteTerritoryName,
    EditTerritory,
    SetTerritoryName,
)
from hospes.actions.themes import AddTheme, DeleteTheme, MoveTheme, NameTheme, SetPartnershipThemes
from hospes.domain.codes_twinning import (
    AgreementType,
    Motive,
    PartnershipStatus,
    SuccessionKind,
    TerritoryKind,
)
from hospes.domain.codes_visit import TargetGroup
from hospes.domain.values import RoughDate
from hospes.store.tables.partnerships import Partnership, PartnershipParty
from hospes.store.tables.towns import TerritoryName, TerritorySuccession

PROBE = "Zqxprobe"
SCAN = NewDocument("charter.pdf", "application/pdf", b"%PDF-1.4 probe")


def bond_of(app, w):
    """The twinning the small world was founded with."""
    return app.read(lambda connection: connection.execute(select(Partnership.id)).scalar())


def _party(app, w):
    query = select(PartnershipParty.id).where(PartnershipParty.is_ours.is_(False))
    return app.read(lambda connection: connection.execute(query).scalar())


def _third(app, w):
    new = NewParty(name="Lipowiec", country="PL")
    return app.run(AddParty(bond_of(app, w), new)).result[0]


def _group(app, w):
    return app.run(JoinGroup(bond_of(app, w), name=PROBE)).result


def _phase(app, w):
    return app.run(AddPhase(bond_of(app, w), {"de": PROBE}, RoughDate(1974))).result


def _motive(app, w):
    return app.run(AddMotive(bond_of(app, w), Motive.CLA_REC, RoughDate(1974))).result


def _aim(app, w):
    return app.run(AddAim(bond_of(app, w), {"de": PROBE})).result


def _theme(app, w, parent=None):
    return app.run(AddTheme({"de": PROBE}, parent)).result


def _place(app, w):
    return app.run(AddTerritory(PROBE, TerritoryKind.REGION, "FR")).result


def _name(app, w):
    app.run(SetTerritoryName(w.partner_town, "pl", PROBE))
    query = select(TerritoryName.id).where(TerritoryName.name == PROBE)
    return app.read(lambda connection: connection.execute(query).scalar())


def _succession(app, w):
    app.run(AddSuccession(_place(app, w), w.partner_town, SuccessionKind.MERGED, date(2016, 1, 1)))
    return app.read(lambda connection: connection.execute(select(TerritorySuccession.id)).scalar())


def _paper(app, w, **more):
    return app.run(
        AddAgreement(bond_of(app, w), AgreementType.CHARTER, {"de": PROBE}, languages=("de", "fr"), **more)
    ).result


def _signing(app, w):
    signers = (Signer(PROBE, "Bürgermeister"),)
    return app.run(AddSigning(_paper(app, w), RoughDate(1974, 6, 8), w.home_town, "Rathaus", signers)).result[
        0
    ]


def _signature(app, w):
    return app.run(AddSignature(_signing(app, w), Signer(PROBE, "maire"))).result[0]


SAMPLES = {
    "twinning-add": lambda app, w: AddPartnership(
        (NewParty(w.home_town), NewParty(name=PROBE, country="PL")),
        since=RoughDate(1994, 9, 17),
        titles={"de": PROBE},
    ),
    "twinning-edit": lambda app, w: EditPartnership(
        bond_of(app, w), {"status": PartnershipStatus.DORMANT, "since": RoughDate(1974, 6, 8)}
    ),
    "twinning-texts": lambda app, w: SetPartnershipTexts(
        bond_of(app, w), "fr", {"title": PROBE, "story": PROBE}
    ),
    "twinning-target-groups": lambda app, w: SetPartnershipTargetGroups(
        bond_of(app, w), (TargetGroup.FAMILIES, TargetGroup.APPRENTICES)
    ),
    "twinning-party-add": lambda app, w: AddParty(bond_of(app, w), NewParty(organisation_id=w.townhall)),
    "twinning-party-edit": lambda app, w: EditParty(_party(app, w), {"first": RoughDate(1980)}),
    "twinning-party-remove": lambda app, w: RemoveParty(_third(app, w)),
    "twinning-group-join": lambda app, w: JoinGroup(bond_of(app, w), name=PROBE),
    "twinning-group-leave": lambda app, w: LeaveGroup(
        bond_of(app, w),
        (_group(app, w), app.run(JoinGroup(_other(app, w), app.read(_any_group))))[0],
    ),
    "twinning-group-rename": lambda app, w: RenameGroup(_group(app, w), f"{PROBE} 2"),
    "twinning-phase-add": lambda app, w: AddPhase(
        bond_of(app, w), {"de": PROBE, "fr": PROBE}, RoughDate(1974), RoughDate(1989)
    ),
    "twinning-phase-edit": lambda app, w: EditPhase(_phase(app, w), {"last": RoughDate(1990)}),
    "twinning-phase-texts": lambda app, w: SetPhaseTexts(_phase(app, w), "pl", {"title": PROBE}),
    "twinning-phase-delete": lambda app, w: DeletePhase(_phase(app, w)),
    "twinning-motive-add": lambda app, w: AddMotive(bond_of(app, w), Motive.GLO_CLI, RoughDate(2019)),
    "twinning-motive-edit": lambda app, w: EditMotive(_motive(app, w), {"last": RoughDate(1994)}),
    "twinning-motive-delete": lambda app, w: DeleteMotive(_motive(app, w)),
    "twinning-aim-add": lambda app, w: AddAim(
        bond_of(app, w), {"de": PROBE}, person_id=w.barbara, until=RoughDate(2027)
    ),
    "twinning-aim-edit": lambda app, w: EditAim(_aim(app, w), {"person_id": w.dieter}),
    "twinning-aim-text": lambda app, w: SetAimText(_aim(app, w), "fr", PROBE),
    "twinning-aim-visits": lambda app, w: SetAimVisits(_aim(app, w), (w.visit,)),
    "twinning-aim-delete": lambda app, w: DeleteAim(_aim(app, w)),
    "twinning-themes": lambda app, w: SetPartnershipThemes(
        bond_of(app, w), (_theme(app, w),), new=f"{PROBE} 2", language="de"
    ),
    "twinning-documents": lambda app, w: AddTwinningDocuments(bond_of(app, w), (SCAN,)),
    "theme-add": lambda app, w: AddTheme({"de": PROBE, "fr": PROBE}, _theme(app, w)),
    "theme-name": lambda app, w: NameTheme(_theme(app, w), "fr", PROBE),
    "theme-move": lambda app, w: MoveTheme(_theme(app, w), _theme(app, w)),
    "theme-delete": lambda app, w: DeleteTheme((_t := _theme(app, w), _theme(app, w, _t))[0]),
    "territory-add": lambda app, w: AddTerritory(PROBE, TerritoryKind.DISTRICT, "DE"),
    "territory-edit": lambda app, w: EditTerritory(
        w.partner_town, {"parent_id": _place(app, w), "subdivision": "CVL"}
    ),
    "territory-name": lambda app, w: SetTerritoryName(
        w.partner_town, "pl", f"{PROBE} 2", date(1990, 1, 1), None, _name(app, w)
    ),
    "territory-name-delete": lambda app, w: DeleteTerritoryName(_name(app, w)),
    "territory-succession": lambda app, w: AddSuccession(
        _place(app, w), w.partner_town, SuccessionKind.RENAMED, date(2016, 1, 1)
    ),
    "territory-succession-delete": lambda app, w: DeleteSuccession(_succession(app, w)),
    "territory-delete": lambda app, w: DeleteTerritory(_place(app, w)),
    "agreement-add": lambda app, w: AddAgreement(
        bond_of(app, w),
        AgreementType.RENEWAL,
        {"de": PROBE},
        _paper(app, w),
        ("de", "fr"),
        date(2034, 6, 8),
        RoughDate(2024, 6, 8),
        w.partner_town,
    ),
    "agreement-edit": lambda app, w: EditAgreement(_paper(app, w), {"renew_by": date(2030, 1, 1)}),
    "agreement-texts": lambda app, w: SetAgreementTexts(_paper(app, w), "fr", {"summary": PROBE}),
    "agreement-delete": lambda app, w: (
        _p := _paper(app, w),
        _paper(app, w, predecessor_id=_p),
        app.run(AddSigning(_p, RoughDate(1974))),
        DeleteAgreement(_p),
    )[-1],
    "agreement-signing-add": lambda app, w: AddSigning(
        _paper(app, w), RoughDate(1974, 10, 12), w.home_town, "Rathaus", (Signer(PROBE, "maire"),)
    ),
    "agreement-signing-edit": lambda app, w: EditSigning(_signing(app, w), {"place": PROBE}),
    "agreement-signing-delete": lambda app, w: DeleteSigning(_signing(app, w)),
    "agreement-signature-add": lambda app, w: AddSignature(
        _signing(app, w), Signer(PROBE, "maire", w.dieter)
    ),
    "agreement-signature-edit": lambda app, w: EditSignature(_signature(app, w), {"office": PROBE}),
    "agreement-signature-delete": lambda app, w: DeleteSignature(_signature(app, w)),
    "agreement-scan": lambda app, w: AttachScan(_paper(app, w), SCAN),
}


def _other(app, w):
    parties = (NewParty(w.home_town), NewParty(name="Lipowiec", country="PL"))
    return app.run(AddPartnership(parties)).result


def _any_group(connection):
    from hospes.store.tables.partnerships import PartnershipGroup

    return connection.execute(select(PartnershipGroup.id)).scalar()
