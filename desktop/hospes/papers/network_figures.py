# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of all associations of a network: sums by country, region and size, without small numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.network_figures import FEWEST, LEAST, Figure, Row, Sent, groups
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.options import Options, SheetOptions, number, several

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection

TABLES = (("country", N_("By country")), ("region", N_("By region")), ("size", N_("By number of members")))
USUAL = (
    Figure.MEMBERS, Figure.JOINED, Figure.LEFT, Figure.GUESTS, Figure.TRAVELLERS, Figure.HOSTS, Figure.NIGHTS,
    Figure.VISITS,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class NetworkOptions(SheetOptions):
    """Which year, which figures."""

    year: int = number(N_("Year (0: the latest there is)"), 0, 0, 2200)
    figures: tuple[Figure, ...] = several(N_("Figures"), USUAL, Figure)


@dataclass(frozen=True, slots=True)
class Network:
    """The figures of a year, and the sums of all years."""

    year: int
    sent: tuple[Sent, ...]
    tables: Mapping[str, Sequence[Row]]
    trend: Mapping[int, Row]


class NetworkFiguresPaper(Paper[NetworkOptions, Network]):
    """The figures."""

    code: ClassVar[str] = "network-figures"
    title: ClassVar[str] = N_("Figures of our associations")
    about: ClassVar[str] = N_(
        "Of a network office: sums by country, region and size, nobody can be told from them"
    )
    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = NetworkOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: NetworkOptions, scope: Scope, locale: Locale
    ) -> Network:
        """Sums of the year, small numbers left out."""
        from hospes.queries.network_figures import all_sent

        rows = [one.sent for one in all_sent(connection)]
        year = options.year or max((one.year for one in rows), default=scope.today.year - 1)
        of = tuple(one for one in rows if one.year == year)
        trend = {}
        for each in sorted({one.year for one in rows}):
            found = groups([one for one in rows if one.year == each], options.figures)["all"]
            trend[each] = found[0]
        return Network(year, of, groups(of, options.figures) if of else {}, trend)

    def build(self, data: Network, options: NetworkOptions, kit: "Kit") -> "Document":
        """Draw the tables."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=tongues.text("Year {year}", year=str(data.year)).joined(),
            grey=tongues.ntext("{n} association", "{n} associations", len(data.sent)).joined(),
            about=tongues.each(lambda each: _about(data, each)),
            landscape=True,
        )
        if not data.sent:
            flow.para(tongues.text("No association has sent figures yet.").joined())
            return kit.finish()
        total = data.tables["all"][0]
        for code, words in TABLES:
            flow.section(tongues.text(words))
            rows = [
                _cells(group_words(code, row.group, tongues.first), row, options, tongues)
                for row in data.tables[code]
            ]
            rows.append(_cells(tongues.text("All together").joined(), total, options, tongues))
            flow.list(Listing(_columns(tongues.text(words), options, tongues), [Section(rows)]))
        if len(data.trend) > 1:
            flow.section(tongues.text("By year"))
            rows = [_cells(str(year), row, options, tongues) for year, row in data.trend.items()]
            flow.list(Listing(_columns(tongues.text("Year"), options, tongues), [Section(rows)]))
        return kit.finish()

    def table(self, data: Network, options: NetworkOptions, locale: Locale) -> Table:
        """A row for each group; what is left out is empty."""
        headings = [
            locale.text("Counted by"), locale.text("What"), locale.text("Associations"),
            *(locale.label(figure) for figure in options.figures),
        ]  # fmt: skip
        rows: list[list[Value]] = []
        words = {"all": locale.text("All together"), **{code: locale.text(said) for code, said in TABLES}}
        for code, found in data.tables.items():
            rows += [
                [
                    words[code], group_words(code, row.group, locale), row.associations,
                    *(row.values.get(figure) for figure in options.figures),
                ]
                for row in found
            ]  # fmt: skip
        return Table(locale.text(self.title), headings, rows)


def _about(data: Network, locale: Locale) -> str:
    return locale.text(
        "Year {year}. A dash stands for fewer than {least} people or {few} associations, and for numbers "
        "from which such could be worked out; where an association left a number out, the sum is without it.",
        year=str(data.year),
        least=LEAST,
        few=FEWEST,
    )


def group_words(code: str, group: Sequence[str], locale: Locale) -> str:
    """A group in words."""
    unknown = locale.text("not known")
    if code == "country":
        return locale.country(group[0]) if group[0] else unknown
    if code == "region":
        country = locale.country(group[0]) if group[0] else unknown
        return f"{country}, {group[1]}" if group[1] else country
    if code == "size":
        return locale.text("{range} members", range=size_words(group[0], locale)) if group[0] else unknown
    return locale.text("All together")


def size_words(size: str, locale: Locale) -> str:
    """A class of size: up to 50, 51–100."""
    low, dash, most = size.partition("-")
    return locale.text("up to {most}", most=most) if dash and not low else size.replace("-", "–")


def _columns(first: Pair, options: NetworkOptions, tongues: "Tongues") -> list[Column]:
    return [
        Column(first, strong=True),
        Column(tongues.text("Associations"), Align.RIGHT, grow=0.1),
        *(Column(tongues.label(figure), Align.RIGHT, grow=0.1, least=20) for figure in options.figures),
    ]


def _cells(name: str, row: Row, options: NetworkOptions, tongues: "Tongues") -> list[Cell]:
    locale = tongues.first
    cells: list[Cell] = [name, locale.number(row.associations)]
    for figure in options.figures:
        value = row.values.get(figure)
        cells.append("–" if value is None else locale.number(value))
    return cells
