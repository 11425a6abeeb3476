# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of school and club links, on the small world: in two languages, with its sums, as a table."""

import pytest

from hospes.actions.links import AddLink, AddLinkContact, LinkSide, SetLinkExchange
from hospes.actions.partnerships import EditPartnership, SetPartnershipTexts
from hospes.domain.codes_twinning import ExchangeWay, LinkKind, PartnershipLevel
from hospes.domain.errors import FieldProblem
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.links import link, links_of
from hospes.queries.resolve import twinning
from tests import make
from tests.papers.printing import paper
from tests.papers.reading import squeezed, text_of


def test_links_with_people_a_year_sums_and_the_last_exchange(tmp_path):
    app = make.founded(tmp_path / "links.hospes")
    dieter = make.person(app, "Dieter", "Kessler")
    bond = app.read(twinning, "Montclair")
    with pytest.raises(FieldProblem):
        app.run(AddLink(bond, LinkKind.ABIBAC, (LinkSide(name="Lindenschule"),), ()))
    ref = app.run(
        AddLink(
            bond,
            LinkKind.ABIBAC,
            (LinkSide(name="Lindenschule"),),
            (LinkSide(name="Lycée Pasteur"), LinkSide(name="Lycée Curie")),
            RoughDate(1998),
        )
    ).result
    app.run(SetLinkExchange(ref, 2024, ExchangeWay.TO_US, 21))
    app.run(SetLinkExchange(ref, 2024, ExchangeWay.TO_THEM, 18, apprentices=3))
    app.run(SetLinkExchange(ref, 2024, ExchangeWay.TO_US, 20))  # a number is put right in its place
    app.run(AddLinkContact(ref, dieter, is_ours=True))
    app.run(SetPartnershipTexts(ref, "fr", {"note": "Dans les familles."}))

    one = app.read(link, ref, "de", app.today)
    assert one.twinning.level is PartnershipLevel.SCHOOL
    assert one.twinning.title == "Lindenschule – Lycée Pasteur – Lycée Curie"
    assert [party.is_ours for party in one.twinning.parties] == [True, False, False]
    assert [party.town for party in one.twinning.parties][:2] == ["Rosenau", "Montclair"]
    assert (one.last, one.twinning.asleep) == (RoughDate(2024), False)
    assert [(y.year, y.to_us, y.to_them, y.apprentices) for y in one.years] == [(2024, 20, 18, 3)]
    [found] = app.read(links_of, bond, Locale.of("de"), app.today)
    assert found.id == ref

    # The only twinning need not be named.
    drawn = squeezed(text_of(paper(app, "school-links", language="de", second="fr").pdf))
    for words in ("AbiBac", "Lycée Pasteur", "Dieter", "Dans les familles.", "38"):
        assert squeezed(words) in drawn

    # What somebody tells of counts where it is later than any number.
    app.run(EditPartnership(ref, {"last_exchange": RoughDate(2025, 9)}))
    assert app.read(link, ref, "de", app.today).last == RoughDate(2025, 9)
    app.undo()
    assert app.read(link, ref, "de", app.today).last == RoughDate(2024)


def test_a_note_nobody_translated_stands_in_no_third_language(rosenau):
    bond = rosenau.read(twinning, "Rosenau and Montclair-sur-Loire")
    drawn = squeezed(text_of(paper(rosenau, "school-links", twinning=bond, language="fr", second="pl").pdf))
    assert "Deuxsemaines" in drawn.replace("\xa0", "")
    assert squeezed("Zwei Wochen") not in drawn
    assert squeezed("Uśpione") in drawn
