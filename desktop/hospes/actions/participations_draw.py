# SPDX-License-Identifier: GPL-3.0-or-later
"""A draw of places is carried out and kept with everything needed to repeat it (REQ-2-03)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.settings import keep_setting
from hospes.domain.codes_visit import DrawResult, ParticipationKind, ParticipationState
from hospes.domain.draw import DEFAULT_RULES, Applicant, ClassRule, draw, rules_to_plain
from hospes.domain.errors import UserError
from hospes.i18n.marks import NN_
from hospes.store.tables.participants import DrawTicket, PlaceDraw
from hospes.store.tables.visits import Participation, Visit
from hospes.store.writer import Writer

RULES_KEY = "visits.draw_rules"
"""Setting of the file: the classes as they were last used."""

IN_A_DRAW = (ParticipationState.REGISTERED, ParticipationState.WAITING)
"""Who is drawn: registered for good and not confirmed yet."""


@dataclass(frozen=True)
class ApplyDraw(Action):
    """Draw the places and give them: some are confirmed, the others wait in the order drawn.

    `applicants` are those who were shown in the review, by the hex of their participation; the draw is worked
    out again here, so what is kept is what the seed gives. Gives the draw's id.
    """

    code: ClassVar[str] = "draw-apply"
    label: ClassVar[tuple[str, str]] = NN_(
        "Draw places for {n} person at {visit}", "Draw places for {n} people at {visit}"
    )

    visit_id: UUID
    applicants: tuple[Applicant, ...]
    places: int
    seed: str
    rules: tuple[ClassRule, ...] = DEFAULT_RULES

    def apply(self, w: Writer) -> UUID:
        """Draw, give places and ranks, keep the record. Raises UserError where the list has changed."""
        w.must(Visit, self.visit_id)
        if not self.applicants:
            raise UserError("Nobody is registered whose place could be drawn.", code="nobody")
        p = Participation
        query = select(p).where(
            p.visit_id == self.visit_id, p.state.in_(IN_A_DRAW), p.kind != ParticipationKind.HOST
        )
        rows = {row.id.hex: row for row in w.scalars(query)}
        if rows.keys() != {one.key for one in self.applicants}:
            raise UserError(
                "The list of registrations has changed in the meantime. Look at the draw again.",
                code="draw-changed",
            )
        result = draw(self.applicants, self.places, self.seed, self.rules)
        record = w.create(
            PlaceDraw,
            visit_id=self.visit_id,
            drawn_at=w.now,
            drawn_by=w.editor,
            seed=self.seed.strip(),
            places=self.places,
            rules=rules_to_plain(self.rules),
        )
        w.flush()
        classes = {one.key: ";".join(sorted(one.classes)) for one in self.applicants}
        tickets = []
        for one in result:
            row = rows[one.key]
            has_place = one.result is DrawResult.PLACE
            row.state = ParticipationState.CONFIRMED if has_place else ParticipationState.WAITING
            row.waiting_rank = None if has_place else one.rank
            tickets.append(
                {
                    "draw_id": record.id,
                    "number": one.number,
                    "person_id": row.person_id,
                    "participation_id": row.id,
                    "party": one.party,
                    "classes": classes[one.key],
                    "lot": one.lot,
                    "rank": one.rank,
                    "result": one.result,
                }
            )
        w.bulk_add(DrawTicket, tickets)
        # The next draw begins with the classes of this one.
        keep_setting(w, RULES_KEY, rules_to_plain(self.rules))
        return record.id

    def refs(self, result: object) -> dict[str, object]:
        """How many, which visit, which draw."""
        return {"n": len(self.applicants), "visit": self.visit_id, "draw": result}
