# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of what is done to the people of a visit."""

from datetime import date

from sqlalchemy import select

from hospes.actions.members import NewPerson
from hospes.actions.participations import (
    AddNewParticipant,
    AddParticipants,
    CancelParticipation,
    Confirm,
    EditParticipation,
    EditParticipations,
    MoveUp,
    NoShow,
    PutOnWaitingList,
    Register,
    RegisterInterest,
    RemoveParticipants,
)
from hospes.actions.participations_checks import (
    AddVisitHealthNote,
    SetLeaderCheck,
    SetPresence,
    SetVisitChecks,
)
from hospes.actions.participations_draw import ApplyDraw
from hospes.actions.participations_stay import (
    EditTravelGroup,
    LeaveTravelGroup,
    MakeTravelGroup,
    SetStayLinks,
    SetStayWish,
    WishedPartner,
)
from hospes.domain.codes import ConsentForm, HealthKind
from hospes.domain.codes_visit import CheckKind, GroupRule, LeaderCheckKind, ParticipationKind
from hospes.domain.draw import Applicant, DrawClass
from hospes.store.tables.visits import Participation
from tests.actions.samples import NEW

DAY = date(2026, 5, 13)


def parts(app, w, *names):
    """Participations of the small world by person."""
    found = dict(app.read(lambda c: c.execute(select(Participation.person_id, Participation.id)).all()))
    return tuple(found[getattr(w, name)] for name in names)


def _waiting(app, w):
    app.run(PutOnWaitingList(parts(app, w, "guest", "double")))
    return MoveUp(parts(app, w, "guest"))


def _grouped(app, w):
    return app.run(MakeTravelGroup(parts(app, w, "guest", "double"))).result


def _left(app, w):
    _grouped(app, w)
    return LeaveTravelGroup(parts(app, w, "guest"))


def _drawn(app, w):
    ids = parts(app, w, "guest", "double", "barbara")
    app.run(Register(ids))
    some = (Applicant(one.hex, n, frozenset({DrawClass.OTHERS})) for n, one in enumerate(ids, 1))
    return ApplyDraw(w.visit, tuple(some), 2, "17 4 42")


SAMPLES = {
    "draw-apply": _drawn,
    "leader-check-set": lambda app, w: SetLeaderCheck(
        w.barbara, LeaderCheckKind.CERTIFICATE, date(2026, 4, 1), date(2031, 4, 1), "HF"
    ),
    "participant-new": lambda app, w: AddNewParticipant(w.visit, NewPerson(NEW, "Zając", member=False)),
    "participants-add": lambda app, w: AddParticipants(w.visit, (w.dieter, w.piotr)),
    "participants-cancel": lambda app, w: CancelParticipation(parts(app, w, "guest"), date(2026, 4, 20)),
    "participants-confirm": lambda app, w: (
        app.run(Register(parts(app, w, "guest"))) and Confirm(parts(app, w, "guest"))
    ),
    "participants-interest": lambda app, w: RegisterInterest(parts(app, w, "guest", "double")),
    "participants-no-show": lambda app, w: NoShow(parts(app, w, "guest")),
    "participants-register": lambda app, w: Register(parts(app, w, "guest", "double")),
    "participants-remove": lambda app, w: RemoveParticipants(parts(app, w, "guest")),
    "participants-waiting": lambda app, w: PutOnWaitingList(parts(app, w, "guest", "double")),
    "participation-edit": lambda app, w: EditParticipation(
        parts(app, w, "guest")[0], {"role": NEW, "arrival_on": DAY}
    ),
    "participations-edit": lambda app, w: EditParticipations(
        parts(app, w, "guest", "double"), {"kind": ParticipationKind.LEADER}
    ),
    "presence-set": lambda app, w: SetPresence(w.visit, (w.guest, w.piotr), DAY),
    "stay-links-set": lambda app, w: SetStayLinks(
        parts(app, w, "guest")[0], (WishedPartner(w.home),), (WishedPartner(person_id=w.dieter),)
    ),
    "stay-wish-set": lambda app, w: SetStayWish(
        parts(app, w, "guest")[0], {"diet": "vegan;nut", "max_stairs": 4}
    ),
    "travel-group-edit": lambda app, w: EditTravelGroup(_grouped(app, w), GroupRule.NEAR, NEW),
    "travel-group-leave": _left,
    "travel-group-make": lambda app, w: MakeTravelGroup(parts(app, w, "guest", "double"), name=NEW),
    "visit-check-set": lambda app, w: SetVisitChecks(parts(app, w, "guest"), CheckKind.SWIMMING, False),
    "visit-health-add": lambda app, w: AddVisitHealthNote(
        parts(app, w, "guest")[0], HealthKind.ALLERGY, "Sneezes", "cat", consent_form=ConsentForm.SIGNED
    ),
    "waiting-move-up": _waiting,
}
