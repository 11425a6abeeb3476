# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in a list, step by step and without a window: look, name the columns, check, decide, apply.

The wizard and `hospes import` go the same way:

    draft = look(path, ReadOptions())            # the file is read in a child process
    draft.columns                                # what each column is taken for, with samples
    draft = draft.with_map({"phone": ["Tel2"]})  # what somebody says instead
    checked = check(draft, app.read, locale, app.today)
    checked.plan.decide(17, Decision.FILL)       # a doubtful row
    app.run(checked.action())                    # one step, one Undo

Until the last line nothing has changed.
"""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.transfer.door import Read
from hospes.transfer.drafts import (
    KINDS,
    NOT_YET,
    SOURCES,
    WITH_VISIT,
    Checked,
    Draft,
    draft_of,
    look,
    look_at_text,
    need_names,
)
from hospes.transfer.fields import BOOK_KINDS
from hospes.transfer.plan import plan
from hospes.transfer.reading import Unreadable

if TYPE_CHECKING:
    from hospes.domain.incoming import KnownFacts
    from hospes.i18n.locale import Locale
    from hospes.transfer.directory_list import Origin

__all__ = [
    "KINDS", "NOT_YET", "SOURCES", "WITH_VISIT", "Checked", "Draft", "Read", "check", "draft_of", "look",
    "look_at_text",
]  # fmt: skip


def check(
    draft: Draft,
    read: Read,
    locale: "Locale",
    today: date,
    *,
    kind: str = "members",
    date_order: str | None = None,
    same_address: bool = False,
    anyway: frozenset[int] = frozenset(),
    visit: UUID | None = None,
    delegation: UUID | None = None,
    origin: "Origin | None" = None,
) -> Checked:
    """Understand the rows and compare them with the file; nothing is written.

    `anyway` are numbers of rows somebody wants in without the value that cannot be used; it becomes a note.
    `visit` is whose guests or hosts they are, `delegation` the guests' where no column says it, `origin` who
    published a list of links and when.

    Raises `Unreadable` for a kind that cannot be brought in yet and for a list in which nobody has a name.
    """
    if kind not in KINDS:
        raise Unreadable(
            "Lists of this kind cannot be brought in yet: {kind}.",
            code="kind-not-yet",
            kind=kind,
        )
    if kind == "payments":
        from hospes.queries.association import association
        from hospes.transfer.payments_list import check_payments

        draft = draft.with_kind(kind)
        need_names(draft)
        return check_payments(draft, read, locale, today, read(association).currency, date_order)
    if kind in BOOK_KINDS:
        from hospes.transfer.books import check_book

        return check_book(draft.with_kind(kind), read, locale, today, date_order, visit)
    if kind == "partnerships":
        from hospes.transfer.directory_list import check_directory

        return check_directory(draft.with_kind(kind), read, locale, today, date_order, origin)
    if kind not in ("members", "contacts"):
        from hospes.transfer.bringing_visit import check_for_visit

        return check_for_visit(
            draft.with_kind(kind), read, locale, today, date_order=date_order, same_address=same_address,
            anyway=anyway, visit=visit, delegation=delegation,
        )  # fmt: skip
    from hospes.queries.association import association
    from hospes.queries.bring_in import known_facts, known_keys
    from hospes.transfer.meaning import Setting, understand

    need_names(draft)
    own = read(association)
    setting = Setting(locale, today, own.country, own.currency, kind, date_order, anyway=anyway)
    understood = understand(draft.table, draft.columns, setting, draft.known)

    def details(ids: Collection[UUID]) -> "dict[UUID, KnownFacts]":
        return read(known_facts, ids, today) if ids else {}

    made = plan(understood.people, read(known_keys, today), details)
    return Checked(draft, understood, made, same_address)
