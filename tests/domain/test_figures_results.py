# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence over each chart says what it comes to; a year that runs has no end."""

from hospes.domain.charts import ChartKind
from hospes.domain.codes_actors import Corner
from hospes.domain.codes_twinning import Motive
from hospes.domain.codes_visit import TargetGroup
from hospes.domain.figures_counts import MoneyOf, Year, Years
from hospes.domain.figures_years import Shown, charts
from hospes.domain.network_figures import AGES
from hospes.domain.twinnings import Reason
from hospes.domain.values import Money
from hospes.domain.visit_ways import Direction
from hospes.i18n.locale import Locale

EN = Locale.of("en")


def years(members, *, running=True, **more):
    made = tuple(
        Year(
            2026 - len(members) + 1 + at,
            n,
            2,
            1,
            at % 2,
            3,
            1,
            {Direction.OUTGOING: 1},
            {Direction.OUTGOING: 4},
            5,
            2,
        )
        for at, n in enumerate(members)
    )
    ages = {AGES[0]: 9, AGES[1]: 30}
    rest = {"themes": (), "groups": (), "reasons": (), "money": (), **more}
    return Years(made, ages, **rest, running=running)


def told(data, shown, locale=EN):
    (chart,) = charts(data, locale, [shown])
    return chart.result, chart.says


def test_members_are_compared_with_three_years_before():
    result, says = told(years([100, 120, 125, 130, 132]), Shown.MEMBERS)
    assert result == "There are 12 more members than at the end of 2023."
    assert says.endswith("in 2026 today.")
    assert told(years([130, 129]), Shown.MEMBERS)[0] == "There is 1 member fewer than at the end of 2025."
    closed, says = told(years([130, 132], running=False), Shown.MEMBERS)
    assert closed == "At the end of 2026 there were 2 more members than at the end of 2025."
    assert "today" not in says
    assert told(years([130, 130]), Shown.MEMBERS)[0].startswith("There are as many members")
    assert told(years([130]), Shown.MEMBERS)[0] == ""
    assert "today" in told(years([130]), Shown.AGES)[1]
    assert "2026" in told(years([130], running=False), Shown.AGES)[1]


def test_every_other_figure_has_its_sentence():
    data = years(
        [10, 11, 12],
        themes=(({"en": "Music"}, 3), ({"en": "Bread"}, 1)),
        groups=((TargetGroup.FAMILIES, 5, 0), (TargetGroup.APPRENTICES, 1, 7)),
        reasons=(Reason(Motive.CLA_REC, 1974, None), Reason(Motive.CLA_REC, 1990, None)),
        money=(MoneyOf("2026", Money(5000), Money(7500)),),
        sectors={Corner.POLITICS: (1, 0), None: (4, 4)},
    )
    results = {chart.code: chart.result for chart in charts(data, EN)}
    assert all(results.values())
    assert results["hours"] == "From 2024 to 2026 volunteers gave 15 hours."
    assert results["changes"] == "From 2024 to 2026 6 joined and 3 left."
    assert results["hosts"] == "The most in one year was 1 home, last in 2025."
    assert results["travellers"] == "From 2024 to 2026 12 people travelled."
    assert results["themes"] == "The theme there was most often is “Music”: at 3 visits."
    assert results["groups"] == "The largest target group is “Apprentices”: 7 people."
    assert results["motives"].endswith("for 2 twinnings.")
    assert results["money"] == "In 2026 €25.00 more went out than came in."
    assert results["sectors"] == (
        "Nobody came from these sectors: Administration, Civil society and Economy."
    )  # fmt: skip


def test_sectors_stand_apart_by_side_and_without_an_office():
    data = years([10, 11], sectors={Corner.POLITICS: (1, 2), None: (4, 0)})
    (chart,) = charts(data, EN, [Shown.SECTORS])
    assert chart.kind is ChartKind.BARS
    assert chart.categories[0] == "Politics"
    assert chart.categories[-1] == "Without an office"
    assert [one.values[0] for one in chart.series] == [1, 2]
    assert charts(years([10, 11]), EN, [Shown.SECTORS])[0].empty
