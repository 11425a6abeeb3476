# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of bringing in the other laptop's file: a copy is made, worked on, and brought in."""

import shutil

from sqlalchemy import select

from hospes.actions.laptops import BringInLaptop, DecideLaptopQuestion
from hospes.actions.people import EditPerson
from hospes.app import App, Who
from hospes.domain.merge.answers import Answer
from hospes.store.merge_plan import make_plan
from hospes.store.tables.laptops import MergeQuestion
from tests import make

JEAN_LUC = Who("jean-luc", "his laptop")


def plan_of(app, world):
    """Both changed Barbara's first name; Jean-Luc also added somebody."""
    theirs = app.path.with_name("theirs.hospes")
    shutil.copyfile(app.path, theirs)
    other = App.open(theirs, JEAN_LUC, today=make.TODAY)
    other.run(EditPerson(world.barbara, {"given": "Babs"}))
    make.person(other, "Luc", "Neu")
    other.close()
    app.run(EditPerson(world.barbara, {"given": "Bärbel"}))
    return make_plan(app.path, theirs)


def decide(app, world):
    app.run(BringInLaptop(plan_of(app, world)))
    question = app.read(lambda c: c.execute(select(MergeQuestion.id)).scalar_one())
    return DecideLaptopQuestion(question, Answer("theirs"))


SAMPLES = {
    "laptop-bring-in": lambda app, w: BringInLaptop(plan_of(app, w)),
    "laptop-decide": decide,
}
