# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of some thousand partnerships, as public offices publish them, brought in and counted by country in
one go, with every difference explained (issue 5); then the list of the other country.
"""

import pytest

from hospes.domain.directory_counts import By, Why, counted, total
from hospes.queries.directory import all_compared, lumps
from hospes.transfer.bringing import check, look
from hospes.transfer.directory_list import Origin, told_twice
from tests import directory_lists, make

LINKS = 1500


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    app = make.founded(tmp_path_factory.mktemp("directory") / "x.hospes")
    yield app
    app.close()


def bring_in(app, path, text, source):
    from hospes.i18n.locale import Locale

    path.write_text(text, "utf-8")
    draft = look(path, kind="partnerships")
    found = check(draft, app.read, Locale.of("de"), app.today, kind="partnerships", origin=Origin(source))
    if found.count():
        app.run(found.action())
    return found


def test_a_thousand_partnerships_in_one_go(app, tmp_path):
    made = directory_lists.made(LINKS)
    text = directory_lists.as_csv(made.rows)
    found = bring_in(app, tmp_path / "de.csv", text, "Ministerium")
    assert found.understood.rejected == []
    assert found.understood.read == len(made.rows) == LINKS + made.twice
    # Every row is a link or says one again: nothing is lost, nothing is counted twice.
    assert len(found.links) == LINKS
    assert sum(told_twice(found).values()) == made.twice

    of = app.read(lumps)
    assert total(of).count == LINKS
    by_country = {key: one.count for key, one in counted(of, By.COUNTRY).items()}
    assert by_country == {tuple(sorted(("DE", code))): count for code, count in made.by_country.items()}
    assert sum(one.count for one in counted(of, By.REGION).values()) == LINKS
    assert sum(one.count for one in counted(of, By.DECADE).values()) == LINKS

    again = bring_in(app, tmp_path / "de2.csv", text, "Ministerium")
    assert again.count() == 0
    assert app.read(lumps) == of

    # The same links as the other country lists them: none is new, and now both towns have them.
    french = directory_lists.from_the_other_side(made.rows)
    other = bring_in(app, tmp_path / "fr.csv", french, "Association")
    assert {one.fate.value for one in other.plan.rows} == {"updated"}
    of = app.read(lumps)
    assert total(of).count == LINKS
    assert total(of).both_sides == len(other.links) > 100

    stated = {one.stated.code: one for one in app.read(all_compared, "de")}
    pair = stated["slide-2024-fr-de"]
    assert pair.here.count == made.by_country["FR"]
    assert pair.difference == made.by_country["FR"] - 2238
    assert pair.reasons[0] is Why.TWICE
    assert (str(pair.stated.as_of), pair.stated.source) == ("2024", "RGRE, AFCCRE")

    while app.undo() is not None and total(app.read(lumps)).count:
        pass
    assert total(app.read(lumps)).count == 0
