# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of a visit's report, in every language they were written in."""

from uuid import UUID

from sqlalchemy import Connection

from hospes.store.selections import pick
from hospes.store.tables.visits import VisitText

FIELDS = ("aims", "groups", "activities", "results", "evaluation", "follow_up")


def report_texts(connection: Connection, visit_id: UUID) -> dict[str, dict[str, str]]:
    """Texts by language and field; languages without any are left out."""
    t = VisitText
    query = pick(t.language, t.aims, t.groups, t.activities, t.results, t.evaluation, t.follow_up).where(
        t.visit_id == visit_id
    )
    found = {row[0]: dict(zip(FIELDS, row[1:], strict=True)) for row in connection.execute(query)}
    return {language: texts for language, texts in found.items() if any(texts.values())}
