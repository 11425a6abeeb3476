# SPDX-License-Identifier: GPL-3.0-or-later
"""Acts that are killed in the middle (T1.2): erasing for good, the other laptop's file, the dues of a year.

Each is all or nothing, and doing it again makes nothing double.
"""

from contextlib import closing

from sqlalchemy import func, select

from hospes.actions.dues import NewDues, StartDues
from hospes.app import App, Who
from hospes.domain.codes import ContactKind
from hospes.domain.payers import Payer, PayerKind
from hospes.store.erasing import Listed
from hospes.store.laptop_files import copy_for_other
from hospes.store.merge_plan import make_plan
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.members import Dues
from hospes.store.tables.people import Person
from hospes.store.tables.privacy import Erasure
from tests.safety.wholeness import count, sure, whole
from tests.store.world import DAY, WHO, do

FEW_MORE = 300
MARKED = 12
MARK = "quastenflosser"


def erasing(path, promise):
    """Erase one person after the other for good, which ends in a VACUUM each time."""
    with closing(App.open(path, WHO, today=DAY)) as app:
        promise("open")
        for number, key in sorted(_marked(app).items()):
            app.erase([Listed(key)], places=())
            promise(f"gone {number}")


def merging(path, promise):
    """Bring in the other laptop's file."""
    with closing(App.open(path, WHO, today=DAY)) as app:
        promise("open")
        theirs = path.parent.parent / "theirs.hospes"
        app.bring_in_laptop(theirs, make_plan(path, theirs), (), places=())
        promise("there all")


def dues(path, promise):
    """Start the dues of one year after the other."""
    with closing(App.open(path, WHO, today=DAY)) as app:
        promise("open")
        for year in range(2027, 2190):
            app.run(_year(app, year))
            promise(f"there {year}")


def _marked(app):
    """Whom the work on erasures erases: number and key."""
    with app.engine.read() as reader:
        found = reader.execute(select(Person.nickname, Person.id).where(Person.nickname != "")).all()
    return {int(nickname[len(MARK) :]): key.hex for nickname, key in found}


def _year(app, year):
    """The dues of everybody for a year."""
    with app.engine.read() as reader:
        keys = reader.execute(select(Person.id)).scalars().all()
    return StartDues(year, tuple(NewDues(Payer(PayerKind.PERSON, key), None, 3500) for key in keys))


def few_more():
    return [{"given": f"Anna {i}", "surname": "Meier"} for i in range(FEW_MORE)]


def marked_people(w):
    """People whose every text can be told from others' in the file's bytes."""
    rows = [{"given": "Anna", "surname": "Meier", "nickname": f"{MARK}{i}"} for i in range(MARKED)]
    for number, key in enumerate(w.bulk_add(Person, rows)):
        w.create(ContactPoint, person_id=key, kind=ContactKind.EMAIL, value=f"{MARK}{number}x@post.example")


def other_laptop(base, folder):
    """The file of the other laptop: more people."""
    theirs = folder / "theirs.hospes"
    copy_for_other(base, theirs)
    app = App.open(theirs, Who(editor="jean-luc", device="other"), today=DAY)
    do(app, lambda w: w.bulk_add(Person, few_more()))
    app.close()


def after_erasing(path, promised, base):
    """Each is there in full or gone for good; what was begun is carried out at the next opening."""
    app = App.open(path, WHO, today=DAY)
    try:
        whole(app)
        left = _marked(app)
        gone = set(range(MARKED)) - set(left)
        told = {int(name) for name, word in promised.items() if word == "gone"}
        sure(told <= gone, "an erased person came back")
        sure(len(gone - told) <= 1, "more than one act untold")
        points = count(app, select(func.count()).where(ContactPoint.value.like(f"{MARK}%")))
        sure(points == len(left), "a person in part")
        sure(
            count(app, select(func.count()).select_from(Erasure)) == len(gone), "the list says something else"
        )
        app.finish_erasing(())
    finally:
        app.close()
    content = path.read_bytes().lower()
    sure(not [one for one in gone if f"{MARK}{one}x".encode() in content], "text of an erased person is left")
    sure(all(f"{MARK}{one}x".encode() in content for one in left), "text of somebody else is lost")


def after_merging(path, promised, base):
    """All of it or nothing; once more brings in what is missing, and nothing twice."""
    theirs = path.parent.parent / "theirs.hospes"
    app = App.open(path, WHO, today=DAY)
    try:
        whole(app)
        people = count(app, select(func.count()).select_from(Person))
        sure(people in {0, FEW_MORE}, f"{people} of {FEW_MORE} people")
        sure(people == FEW_MORE or "all" not in promised, "lost what was promised")
        plan = make_plan(path, theirs)
        sure(plan.nothing == (people == FEW_MORE), "the journal says something else")
        if not plan.nothing:
            app.bring_in_laptop(theirs, plan, (), places=())
        sure(count(app, select(func.count()).select_from(Person)) == FEW_MORE, "not again")
        sure(make_plan(path, theirs).nothing, "something is new a second time")
        whole(app)
    finally:
        app.close()


def after_dues(path, promised, base):
    """A year is asked from all or from nobody; the same year again asks nobody twice."""
    app = App.open(path, WHO, today=DAY)
    try:
        whole(app)
        with app.engine.read() as reader:
            years = dict(reader.execute(select(Dues.year, func.count()).group_by(Dues.year)).all())
        told = {int(name) for name, word in promised.items() if word == "there"}
        sure(set(years.values()) <= {FEW_MORE}, f"a year in part: {years}")
        sure(told <= set(years), "lost what was promised")
        sure(len(set(years) - told) <= 1, "more than one act untold")
        last = max(years, default=2027)
        app.run(_year(app, last))
        sure(count(app, select(func.count()).where(Dues.year == last)) == FEW_MORE, "asked twice")
    finally:
        app.close()
