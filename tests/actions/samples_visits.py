# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of visits and their programme, on the small world."""

from datetime import date, time

from sqlalchemy import select

from hospes.actions.programme import (
    AddItem,
    CopyDay,
    CopyItem,
    DeleteItem,
    EditItem,
    ItemText,
    MoveItem,
    PutItemBehind,
    SetItemAudience,
    SetItemTexts,
)
from hospes.actions.visits import (
    CreateVisit,
    EditVisit,
    NewDelegation,
    SetDuty,
    SetVisitTargetGroups,
    SetVisitTexts,
    SetVisitThemes,
)
from hospes.actions.visits_copy import CopyVisit
from hospes.actions.visits_days import SetVisitDays
from hospes.actions.visits_delegations import AddDelegation, EditDelegation, RemoveDelegation
from hospes.actions.visits_tasks import AddVisitTask, DeleteTask, MoveVisitTask
from hospes.domain.codes_visit import Audience, DelegationRole, Meal, TargetGroup
from hospes.store.tables.visits import Delegation

PROBE = "Zqxprobe"
THURSDAY = date(2026, 5, 14)


def _delegation(app, w):
    query = select(Delegation.id).where(Delegation.visit_id == w.visit)
    return app.read(lambda connection: connection.execute(query).scalar())


def _item(app, w, **more):
    texts = {"de": ItemText(PROBE, place="Rathaus"), "fr": ItemText(f"{PROBE} fr")}
    return app.run(AddItem(w.visit, THURSDAY, texts, **more)).result


def _task(app, w):
    return app.run(AddVisitTask(w.visit, PROBE, days=-10)).result


def _empty_delegation(app, w):
    return app.run(AddDelegation(w.visit, DelegationRole.BOTH, town="Lipowiec", country="PL")).result[0]


SAMPLES = {
    "visit-create": lambda app, w: CreateVisit(
        {"de": PROBE, "fr": f"{PROBE} fr"},
        date(2027, 5, 5),
        date(2027, 5, 9),
        (NewDelegation(DelegationRole.VISITING, w.partner_town),),
    ),
    "visit-copy": lambda app, w: (
        _item(app, w, audience=Audience.CHOSEN, delegations=(_delegation(app, w),), people=(w.guest,)),
        _task(app, w),
        CopyVisit(w.visit, {"de": PROBE}, date(2027, 5, 5), date(2027, 5, 9)),
    )[-1],
    "visit-edit": lambda app, w: EditVisit(w.visit, {"places": 40, "zone": "Europe/Warsaw"}),
    "visit-days": lambda app, w: (
        _item(app, w),
        _task(app, w),
        SetVisitDays(w.visit, date(2026, 5, 14), date(2026, 5, 18), along=True),
    )[-1],
    "visit-texts": lambda app, w: SetVisitTexts(w.visit, "fr", {"title": PROBE, "aims": PROBE}),
    "visit-themes": lambda app, w: SetVisitThemes(w.visit, (), new=PROBE, language="de"),
    "visit-target-groups": lambda app, w: SetVisitTargetGroups(
        w.visit, (TargetGroup.CHOIRS, TargetGroup.APPRENTICES)
    ),
    "visit-duty": lambda app, w: SetDuty(w.visit, w.dieter, f"{PROBE}: bus"),
    "delegation-add": lambda app, w: AddDelegation(
        w.visit, DelegationRole.BOTH, town="Lipowiec", country="PL"
    ),
    "delegation-edit": lambda app, w: EditDelegation(
        _delegation(app, w), {"arrival_on": date(2026, 5, 13), "arrival_at": time(17)}
    ),
    "delegation-remove": lambda app, w: RemoveDelegation(_empty_delegation(app, w)),
    "visit-task-add": lambda app, w: AddVisitTask(w.visit, PROBE, days=-21),
    "visit-task-move": lambda app, w: MoveVisitTask(_task(app, w), date(2026, 5, 1)),
    "task-delete": lambda app, w: DeleteTask(w.task),
    "programme-add": lambda app, w: AddItem(
        w.visit, THURSDAY, {"de": ItemText(PROBE)}, time(10, 30), time(12), meal=Meal.COFFEE, seats=60
    ),
    "programme-edit": lambda app, w: EditItem(_item(app, w), {"starts": time(9), "seats": 12}),
    "programme-texts": lambda app, w: SetItemTexts(_item(app, w), "pl", {"title": PROBE}),
    "programme-audience": lambda app, w: SetItemAudience(
        _item(app, w), Audience.CHOSEN, (_delegation(app, w),), (w.guest,)
    ),
    "programme-move": lambda app, w: MoveItem(
        _item(app, w, starts=time(14), ends=time(15)), date(2026, 5, 15), time(16)
    ),
    "programme-order": lambda app, w: (_item(app, w), PutItemBehind(_item(app, w), None))[-1],
    "programme-copy": lambda app, w: CopyItem(_item(app, w), date(2026, 5, 15)),
    "programme-copy-day": lambda app, w: (
        _item(app, w),
        CopyDay(w.visit, THURSDAY, date(2026, 5, 16)),
    )[-1],
    "programme-delete": lambda app, w: DeleteItem(_item(app, w)),
}
