# SPDX-License-Identifier: GPL-3.0-or-later
"""Anniversaries ahead, counted a second time over the raw rows of the example."""

from datetime import date

from hospes.domain.twinnings import JUBILEES
from tests.papers.printing import paper, table
from tests.papers.reading import squeezed, text_of


def round_years(since, today, last, years):
    """The full years of something between two days; of a year alone or a month its last day counts."""
    text = since.rstrip("~")
    rest = text[4:] or "-12-31"
    if len(rest) == 3:
        rest += {"-02": "-28", "-10": "-31"}.get(rest, "-30")
    days = {n: date.fromisoformat(f"{int(text[:4]) + n}{rest}") for n in years}
    return [n for n, on in days.items() if today <= on <= last]


def test_two_years_ahead_of_twinnings_agreements_associations_and_members(rosenau):
    today = rosenau.today
    last = today.replace(year=today.year + 2)
    with rosenau.engine.read() as connection:
        raw = connection.connection
        since = raw.execute(
            "select since from partnership where binned_at is null and until is null"
            " and since is not null and status <> 'ended'"
        ).fetchall()
        founded = raw.execute(
            "select founded from organisation where binned_at is null and founded is not null"
        ).fetchall()
        joined = raw.execute(
            "select joined, count(*) from membership where left_on is null and person_id is not null"
            " and joined is not null and joined not like '%~' group by joined"
        ).fetchall()
    found = table(rosenau, "anniversaries", language="en")
    kinds = [row[3] for row in found.rows]
    assert (
        kinds.count("Twinnings") == sum(len(round_years(one, today, last, JUBILEES)) for (one,) in since) > 0
    )
    assert kinds.count("Associations") == sum(
        len(round_years(one, today, last, JUBILEES)) for (one,) in founded
    )
    assert (
        kinds.count("Jubilees of membership")
        >= sum(n * len(round_years(one, today, last, (10, 25, 40, 50, 60, 70))) for one, n in joined)
        > 0
    )
    assert "Round birthdays" not in kinds
    assert all(isinstance(row[0], str) or today <= row[0] <= last for row in found.rows)

    drawn = squeezed(text_of(paper(rosenau, "anniversaries", language="de", second="fr").pdf))
    assert squeezed("Boulefreunde Rosenau") in drawn
    more = table(rosenau, "anniversaries", language="en", what="birthday", months="3")
    assert any("Vogel" in row[2] and row[1] == 80 for row in more.rows)
