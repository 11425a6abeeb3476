# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules for every table (decisions 1, 2): keys that two laptops cannot both give, strict types, no floats."""

import pytest
from sqlalchemy import Float, Integer, Numeric

from hospes.store.base import Base, Row
from hospes.store.tables import load_all
from hospes.store.types import UuidText

NOT_JOURNALLED = {
    "blob": "a picture or document is named by the hash of its content (decision 10)",
    "file_fact": "what the file is: written once",
    "step": "the journal itself",
    "change": "the journal itself",
    "change_subject": "the journal itself",
    "change_secret": "the journal itself, the part that expires",
    "search_entry": "rebuilt on each computer and never merged; full text needs a whole number (decision 23)",
    "draft": "typed and not yet entered (decision 13)",
    "unusable_input": "typed and not usable (decision 13)",
    "accepted_doubt": "a warning that somebody has looked at (decision 13)",
    "erasure": "what was erased for good, by id: Undo must never reach it (decision 28)",
}


@pytest.fixture(scope="module")
def tables():
    load_all()
    return Base.metadata.tables


def test_every_fact_is_journalled_and_has_a_key_that_two_laptops_cannot_both_give(tables):
    journalled, todo = set(), [Row]
    while todo:
        for kind in todo.pop().__subclasses__():
            todo.append(kind)
            journalled.add(kind.__table__.name)
            key = list(kind.__table__.primary_key)
            assert [column.name for column in key] == ["id"], kind.__name__
            assert isinstance(key[0].type, UuidText), kind.__name__
    assert set(tables) - journalled == set(NOT_JOURNALLED)


def test_every_table_is_strict(tables):
    assert len(tables) > 40
    assert [name for name, table in tables.items() if not table.dialect_options["sqlite"]["strict"]] == []


def test_no_column_holds_a_float(tables):
    columns = [column for table in tables.values() for column in table.columns]
    wrong = [str(c) for c in columns if isinstance(getattr(c.type, "impl", c.type), Float | Numeric)]
    assert wrong == []


def test_money_is_minor_units_and_never_without_a_currency(tables):
    """A column of minor units is a whole number; its table, or the row it belongs to, names the currency."""
    minor = [c for t in tables.values() for c in t.columns if c.name.endswith("_minor") or c.name == "minor"]
    assert minor
    assert [str(c) for c in minor if not isinstance(getattr(c.type, "impl", c.type), Integer)] == []


def test_every_constraint_has_a_name(tables):
    """A constraint without a name cannot be changed by a later migration."""
    unnamed = [table.name for table in tables.values() for rule in table.constraints if rule.name is None]
    assert unnamed == []


def test_subjects_sensitive_and_natural_columns_exist(tables):
    wrong = []
    todo = [Row]
    while todo:
        for kind in todo.pop().__subclasses__():
            todo.append(kind)
            named = {*kind.subjects, *kind.mentions, *kind.sensitive, *kind.natural}
            wrong += [f"{kind.__name__}.{n}" for n in named if n not in kind.__table__.columns]
    assert wrong == []


def test_every_column_that_points_to_a_person_says_so(tables):
    """History, extract and erasure follow `subjects`; a column they do not know of would be forgotten."""
    silent, todo = [], [Row]
    while todo:
        for kind in todo.pop().__subclasses__():
            todo.append(kind)
            for column in kind.__table__.columns:
                to_person = any(key.target_fullname == "person.id" for key in column.foreign_keys)
                if to_person and column.name != "merged_into" and column.name not in kind.subjects:
                    silent.append(f"{kind.__name__}.{column.name}")
    assert silent == []
