# SPDX-License-Identifier: GPL-3.0-or-later
"""The packing list: both languages, sums, what is lacking, and what a project's visits brought."""

from datetime import date

from hospes.actions.goods import KeepGoods, ReceiveGoods
from hospes.actions.projects import AddProject, SetProjectParts
from hospes.domain.goods import GoodsUnit
from hospes.queries.goods import goods_of_project, goods_rows
from tests.papers.printing import paper, table
from tests.papers.reading import page_texts


def test_the_list_for_customs_and_the_receiver(app, world):
    desks = {
        "what": "Schulbänke", "what_there": "Bureaux d'écolier", "number": 40, "grams": 480_000,
        "value_minor": 80_000, "giver": "Lindenschule", "package": "Palette 1, 2", "tariff": "9403 60",
    }  # fmt: skip
    first = app.run(KeepGoods(world.visit, desks)).result
    app.run(KeepGoods(world.visit, {"what": "Decken", "number": 90, "unit": GoodsUnit.PIECE}))
    text = " ".join(
        page_texts(
            paper(
                app, "packing-list", visit=world.visit, language="en", second="fr", receiver="Vyshnesad",
                border="Korczowa – Krakovets",
            ).pdf
        )
    )  # fmt: skip
    for words in (
        "Schulbänke", "Bureaux d'écolier", "9403 60", "40 pieces", "480 kg", "€800.00", "Lindenschule",
        "2 kinds of goods", "2 boxes or pallets", "1 kind has no weight yet.", "Vyshnesad",
        "Korczowa – Krakovets", "They are not for sale", "Received: place, day, signature",
    ):  # fmt: skip
        assert words in text
    bare = " ".join(
        page_texts(
            paper(
                app, "packing-list", visit=world.visit, language="en", values="no", givers="no", gift="no"
            ).pdf
        )
    )
    assert "€800.00" not in bare
    assert "Lindenschule" not in bare
    assert "not for sale" not in bare
    assert table(app, "packing-list", visit=world.visit, language="en").rows[0][3:7] == [
        40,
        "Pieces",
        480,
        800,
    ]
    assert app.run(ReceiveGoods((first,), date(2026, 5, 14), "Anna")).result == 1
    assert [one.received for one in app.read(goods_rows, world.visit)] == [True, False]
    app.undo()
    assert not any(one.received for one in app.read(goods_rows))


def test_a_project_says_what_its_visits_brought(app, world):
    project = app.run(AddProject({"en": "Rebuilding"})).result
    app.run(KeepGoods(world.visit, {"what": "Blankets", "number": 90, "grams": 135_000, "value_minor": 900}))
    assert app.read(goods_of_project, project).kinds == 0
    app.run(SetProjectParts(project, visits=(world.visit,)))
    assert app.read(goods_of_project, project).grams == 135_000
    text = " ".join(page_texts(paper(app, "project-sheet", project=project, language="en").pdf))
    assert "1 kind of goods, 135 kg, €9.00" in text
