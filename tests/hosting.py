# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of hosting share: the case of a visit, guests and homes by name, files with other ids."""

import random
import shutil
import sqlite3
from datetime import date
from uuid import UUID

from sqlalchemy import select

from hospes.i18n.locale import Locale
from hospes.queries.hosting import hosting_case
from hospes.queries.hosting_board import hosting_board
from hospes.queries.offers import host_list
from hospes.store.tables.visits import Visit

EN = Locale.of("en")
UNPLACED = ["Claire Dubois", "Manon Dubois", "Gérard Petit", "Sylvie Moreau", "Luc Fontaine"]


def ascension(app):
    """The id of the example's visit."""
    query = select(Visit.id).where(Visit.first == date(2026, 5, 13))
    return app.read(lambda connection: connection.execute(query).scalar_one())


def case_of(app, visit):
    """The case as it stands."""
    return app.read(hosting_case, visit, app.today, EN)


def board_of(app, visit):
    """The board as it stands."""
    return app.read(hosting_board, visit, app.today, EN)


def guest(board, name):
    """A guest's card."""
    return next(card for card in board.guests if card.name == name)


def home(board, name):
    """A home's card."""
    return next(card for card in board.hosts if card.name == name)


def who_with_whom(case, plan):
    """The plan by names."""
    guests = {one.key: one.name for one in case.guests}
    hosts = {one.key: one.name for one in case.hosts}
    return {
        guests[stay.guest]: tuple((night, hosts[host]) for night, host in stay.nights) for stay in plan.stays
    }


def stirred(path, target, seed):
    """A copy of a file with the same facts: other ids, and the rows of every table in another order."""
    shutil.copyfile(path, target)
    chance = random.Random(seed)
    with sqlite3.connect(target, isolation_level=None) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        names = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", "search", "alembic", "blob"))
        ]
        new = {}
        for name in names:
            if "id" in [row[1] for row in db.execute(f'PRAGMA table_info("{name}")')]:
                for (row_id,) in db.execute(f'SELECT id FROM "{name}"'):
                    if isinstance(row_id, str) and len(row_id) == 32:
                        new[row_id] = UUID(int=chance.getrandbits(128)).hex
        db.execute("BEGIN")
        for name in names:
            rows = db.execute(f'SELECT * FROM "{name}"').fetchall()
            if not rows:
                continue
            chance.shuffle(rows)
            db.execute(f'DELETE FROM "{name}"')
            marks = ", ".join("?" * len(rows[0]))
            db.executemany(
                f'INSERT INTO "{name}" VALUES ({marks})',
                [
                    tuple(new.get(value, value) if isinstance(value, str) else value for value in row)
                    for row in rows
                ],
            )
        db.execute("COMMIT")
    db.close()
    return target


def hosts_to_ask(app, visit):
    """The list for asking hosts by telephone."""
    return app.read(host_list, visit, app.today, EN)
