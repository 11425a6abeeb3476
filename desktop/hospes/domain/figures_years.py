# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of an association year by year, and the charts that are made of them (S16, S18, S20)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from hospes.domain import figures_results as results
from hospes.domain.charts import Chart, ChartKind, Series, counted
from hospes.domain.codes import Code
from hospes.domain.codes_actors import Corner
from hospes.domain.codes_twinning import Motive
from hospes.domain.figures_counts import MoneyOf, Year, Years
from hospes.domain.network_figures import AGES, Figure, protected
from hospes.domain.twinnings import Reason
from hospes.domain.values import Money
from hospes.domain.visit_ways import Direction
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_


class Shown(Code):
    """The charts there are."""

    MEMBERS = "members", N_("Members by year")
    AGES = "ages", N_("Members by age")
    CHANGES = "changes", N_("Joined and left")
    HOSTS = "hosts", N_("Homes that had guests")
    NIGHTS = "nights", N_("Nights in homes")
    HOURS = "hours", N_("Hours of volunteers")
    FIRST_TIMERS = "first-timers", N_("For the first time on a visit")
    VISITS = "visits", N_("Visits by year and direction")
    TRAVELLERS = "travellers", N_("People who travelled")
    THEMES = "themes", N_("Visits by theme")
    GROUPS = "groups", N_("People by target group")
    SECTORS = "sectors", N_("People at visits by sector")
    MOTIVES = "motives", N_("Motives of the twinnings by decade")
    MONEY = "money", N_("Money in and out")


def decades(reasons: Sequence[Reason], until: int) -> list[tuple[int, int]]:
    """The decades since the first motive, at most seven, the last one open."""
    first = min((one.first for one in reasons if one.first is not None), default=until)
    found = [(start, min(start + 9, until)) for start in range(first // 10 * 10, until + 1, 10)]
    return found[-7:]


def motives_counted(
    reasons: Sequence[Reason], periods: Sequence[tuple[int, int]]
) -> list[tuple[Motive, tuple[int, ...]]]:
    """For how many twinnings each motive held in each period, those that came first on top."""
    found = {
        motive: tuple(
            sum(one.motive is motive and one.holds_in(first, last) for one in reasons)
            for first, last in periods
        )
        for motive in Motive
    }
    rows = [(motive, numbers) for motive, numbers in found.items() if any(numbers)]
    rows.sort(key=lambda row: next(at for at, n in enumerate(row[1]) if n))
    return rows


def told_ages(ages: Mapping[Figure, int], small: bool) -> dict[Figure, int | None]:
    """The bands of age; unless small numbers may be told, without what could tell of somebody."""
    if small:
        return dict(ages)
    members = sum(ages.values())
    return {one: value for one, value in protected({Figure.MEMBERS: members, **ages}).items() if one in ages}


def charts(
    data: Years, locale: Locale, wanted: Sequence[Shown] = tuple(Shown), *, small: bool = True
) -> list[Chart]:
    """The charts in one language, in their order; the same number of them in every language."""
    made = {shown: _MAKERS[shown](data, locale) for shown in Shown if shown in wanted and shown in _MAKERS}
    if Shown.AGES in wanted:
        made[Shown.AGES] = _ages(data, locale, small)
    return [made[shown] for shown in Shown if shown in made]


def _years(data: Years) -> tuple[str, ...]:
    return tuple(str(one.year) for one in data.years)


Result = Callable[[Years, Locale], str]


def _members(data: Years, locale: Locale) -> Chart:
    """A year that is not over has no end yet: its number is that of today."""
    says = locale.text("People who were members at the end of each year.")
    if data.running:
        says = locale.text(
            "People who were members at the end of each year, in {year} today.", year=str(data.last.year)
        )
    return replace(_MEMBERS(data, locale), says=says)


def _by_year(
    shown: Shown, says: str, series: Sequence[tuple[str, Callable[[Year], int]]], result: Result
) -> Callable[[Years, Locale], Chart]:
    def make(data: Years, locale: Locale) -> Chart:
        rows = [counted(locale.text(name), [of(one) for one in data.years], locale) for name, of in series]
        return Chart(
            shown.value, ChartKind.COLUMNS, locale.label(shown), locale.text(says), locale.text("Year"),
            _years(data), tuple(rows), result(data, locale),
        )  # fmt: skip

    return make


def _by_direction(
    shown: Shown, says: str, of: Callable[[Year], Mapping[Direction, int]], result: Result
) -> Callable[[Years, Locale], Chart]:
    def make(data: Years, locale: Locale) -> Chart:
        rows = [
            counted(locale.label(way), [of(one).get(way, 0) for one in data.years], locale)
            for way in Direction
        ]
        return Chart(
            shown.value, ChartKind.STACKED, locale.label(shown), locale.text(says), locale.text("Year"),
            _years(data), tuple(one for one in rows if any(one.values)) or tuple(rows[:1]),
            result(data, locale),
        )  # fmt: skip

    return make


def _ages(data: Years, locale: Locale, small: bool) -> Chart:
    told = told_ages(data.ages, small)
    there = [band for band in AGES if data.ages.get(band)]
    rows = [counted(locale.text("Members"), [told[band] for band in there], locale)]
    if data.running:
        says = locale.text("Members today, by their age.")
    else:
        says = locale.text("Members at the end of {year}, by their age then.", year=str(data.last.year))
    if any(told[band] is None for band in there):
        says = locale.text("{sentence} Numbers that could tell of somebody are left out.", sentence=says)
    return Chart(
        Shown.AGES.value, ChartKind.BARS, locale.label(Shown.AGES), says, locale.text("Age"),
        tuple(locale.label(band) for band in there), tuple(rows),
        results.ages([(locale.label(band), told[band]) for band in there], locale),
    )  # fmt: skip


def _themes(data: Years, locale: Locale) -> Chart:
    names = tuple(
        names.get(locale.language) or next((text for _, text in sorted(names.items()) if text), "–")
        for names, _ in data.themes
    )
    return Chart(
        Shown.THEMES.value, ChartKind.BARS, locale.label(Shown.THEMES), _span(data, locale),
        locale.text("Theme"), names,
        (counted(locale.text("Visits"), [n for _, n in data.themes], locale),),
        results.themes(data, locale, names),
    )  # fmt: skip


def _span(data: Years, locale: Locale) -> str:
    return locale.text(
        "Visits from {first} to {last}.", first=str(data.years[0].year), last=str(data.last.year)
    )


def _groups(data: Years, locale: Locale) -> Chart:
    return Chart(
        Shown.GROUPS.value, ChartKind.BARS, locale.label(Shown.GROUPS), _span(data, locale),
        locale.text("Target group"), tuple(locale.label(group) for group, _, _ in data.groups),
        (
            counted(locale.text("Visits"), [n for _, n, _ in data.groups], locale),
            counted(locale.text("People"), [n for _, _, n in data.groups], locale),
        ),
        results.groups(data, locale),
    )  # fmt: skip


def _sectors(data: Years, locale: Locale) -> Chart:
    """Politics, administration, civil society, economy, from here and from there (S28)."""
    there: list[Corner | None] = [*Corner] if data.sectors else []
    there += [None] if data.sectors.get(None) else []
    pairs = [data.sectors.get(one, (0, 0)) for one in there]
    says = locale.text(
        "Who took part in visits from {first} to {last}, by the offices held then, each once a visit.",
        first=str(data.years[0].year), last=str(data.last.year),
    )  # fmt: skip
    return Chart(
        Shown.SECTORS.value, ChartKind.BARS, locale.label(Shown.SECTORS), says, locale.text("Sector"),
        tuple(locale.label(one) if one is not None else locale.text("Without an office") for one in there),
        (
            counted(locale.text("From here"), [ours for ours, _ in pairs], locale),
            counted(locale.text("From there"), [theirs for _, theirs in pairs], locale),
        ),
        results.sectors(data.sectors, locale) if there else "",
    )  # fmt: skip


def _motives(data: Years, locale: Locale) -> Chart:
    periods = decades(data.reasons, data.last.year)
    rows = motives_counted(data.reasons, periods)
    series = tuple(
        counted(f"{first}–{last}" if first != last else str(first), [n[at] for _, n in rows], locale)
        for at, (first, last) in enumerate(periods)
    )
    return Chart(
        Shown.MOTIVES.value, ChartKind.GRID, locale.label(Shown.MOTIVES),
        locale.text("For how many twinnings a motive held in which years."), locale.text("Motive"),
        tuple(locale.label(motive) for motive, _ in rows), series,
        results.motives([(locale.label(motive), numbers) for motive, numbers in rows], locale),
    )  # fmt: skip


def _money(data: Years, locale: Locale) -> Chart:
    def row(name: str, of: Callable[[MoneyOf], Money]) -> Series:
        amounts = [of(one) for one in data.money]
        values = tuple(one.minor / 100 for one in amounts)
        return Series(locale.text(name), values, tuple(locale.money(one) for one in amounts))

    return Chart(
        Shown.MONEY.value, ChartKind.COLUMNS, locale.label(Shown.MONEY),
        locale.text("From the journal; what is moved between two accounts is neither."), locale.text("Year"),
        tuple(one.name for one in data.money),
        (row(N_("Money in"), lambda one: one.money_in), row(N_("Money out"), lambda one: one.money_out)),
        results.money(data, locale),
    )  # fmt: skip


_MEMBERS = _by_year(
    Shown.MEMBERS, "", [(N_("Members"), lambda one: one.members)], results.members
)  # fmt: skip

_MAKERS: Mapping[Shown, Callable[[Years, Locale], Chart]] = {
    Shown.MEMBERS: _members,
    Shown.CHANGES: _by_year(
        Shown.CHANGES, N_("Who was a member at the end of a year and not at its beginning, and the reverse."),
        [(N_("Who joined"), lambda one: one.joined), (N_("Who left"), lambda one: one.left)],
        results.changes,
    ),
    Shown.HOSTS: _by_year(
        Shown.HOSTS, N_("Households here in which guests of a visit slept, each once a year."),
        [(N_("Households"), lambda one: one.homes)], results.homes,
    ),
    Shown.NIGHTS: _by_year(
        Shown.NIGHTS, N_("Nights guests of a visit slept in homes here: one person, one night."),
        [(N_("Nights"), lambda one: one.nights)], results.nights,
    ),
    Shown.HOURS: _by_year(
        Shown.HOURS, N_("Hours that are written down for people who helped."),
        [(N_("Hours"), lambda one: one.hours)], results.hours,
    ),
    Shown.FIRST_TIMERS: _by_year(
        Shown.FIRST_TIMERS, N_("Who travelled with a visit for the first time, there or here."),
        [(N_("People"), lambda one: one.first_timers)], results.first_timers,
    ),
    Shown.VISITS: _by_direction(
        Shown.VISITS, N_("Visits that took place, by who travelled to whom."), lambda one: one.visits,
        results.visits,
    ),
    Shown.TRAVELLERS: _by_direction(
        Shown.TRAVELLERS, N_("People who travelled to visits; whoever came twice counts twice."),
        lambda one: one.travellers, results.travellers,
    ),
    Shown.THEMES: _themes,
    Shown.GROUPS: _groups,
    Shown.SECTORS: _sectors,
    Shown.MOTIVES: _motives,
    Shown.MONEY: _money,
}  # fmt: skip
