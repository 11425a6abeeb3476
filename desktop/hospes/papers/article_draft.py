# SPDX-License-Identifier: GPL-3.0-or-later
"""An article or press release about a visit, filled from what is known, to be read and completed (REQ-1-10).

Guests and hosts are numbers here and never names, minors least of all; who is in charge and who holds an
office can be named, and is asked for a sentence that only they can give.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code
from hospes.domain.codes_visit import Audience, Meal
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_, NN_
from hospes.papers.base import Scope
from hospes.papers.kit.blocks import Block, Grid, Heading, Photo, Signatures, Words, draw_blocks
from hospes.papers.kit.docx import Report, as_docx
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, choice, number, text, tick
from hospes.papers.twinning_paper import codes_of, in_both, written
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import VisitPaper, called, town

if TYPE_CHECKING:
    from hospes.domain.values import RoughDate
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.listing import Cell
    from hospes.queries import Connection
    from hospes.queries.article import Bond, Speaker
    from hospes.queries.paper_visit import PaperVisit
    from hospes.queries.paper_visit_programme import PaperItem
    from hospes.queries.paper_visit_report import Photo as Picture
    from hospes.queries.visit_figures import VisitFigures

WERE = NN_(
    "{n} person from {towns} was a guest in {place}, {days}.",
    "{n} people from {towns} were guests in {place}, {days}.",
)
COMING = NN_(
    "{n} person from {towns} is expected in {place}, {days}.",
    "{n} people from {towns} are expected in {place}, {days}.",
)
TOOK_IN = NN_("{n} home took them in.", "{n} homes took them in.")
TAKES_IN = NN_("{n} home takes them in.", "{n} homes take them in.")
NIGHTS = NN_(
    "Counted together, that was {n} night in a private home.",
    "Counted together, those were {n} nights in private homes.",
)
CAME_NEW = NN_("{n} of them came for the first time.", "{n} of them came for the first time.")
COME_NEW = NN_("{n} of them comes for the first time.", "{n} of them come for the first time.")
YOUNG = NN_("{n} of them is under 18.", "{n} of them are under 18.")
ROOM = "… " * 40
"""Where somebody's words are written."""


class ArticleForm(Code):
    """For whom it is written."""

    ARTICLE = "article", N_("Article")
    RELEASE = "release", N_("Press release")


@dataclass(frozen=True, kw_only=True)
class ArticleOptions(SheetOptions):
    """What stands in the draft."""

    form: ArticleForm = choice(N_("As"), ArticleForm.ARTICLE)
    programme: int = number(N_("Programme items at most"), 6, 0, 40)
    words: str = text(N_("A paragraph of your own"), hint=N_("It stands under the first sentences."))
    quotes: bool = tick(N_("Room for quotes"), True)
    photos: int = number(N_("Photos at most"), 2, 0, 12, hint=N_("Only those that may be printed."))


@dataclass(frozen=True, slots=True)
class ArticleData:
    """Everything the draft says."""

    visit: "PaperVisit"
    texts: Mapping[str, Mapping[str, str]]
    """By language and field."""
    figures: "VisitFigures"
    items: tuple["PaperItem", ...]
    speakers: tuple["Speaker", ...]
    bond: "Bond | None"
    photos: tuple["Picture", ...]
    organiser: str
    today: date

    @property
    def over(self) -> bool:
        """Whether it tells of what was; else of what is to come."""
        last = self.visit.last or self.visit.first
        return last is not None and last < self.today


class ArticleDraft(VisitPaper[ArticleOptions, ArticleData]):
    """The draft."""

    code: ClassVar[str] = "article-draft"
    title: ClassVar[str] = N_("Article about the visit")
    about: ClassVar[str] = N_("A draft for newsletter, website or press, filled from what is known")
    options: ClassVar[type[Options]] = ArticleOptions
    editable: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: ArticleOptions, scope: Scope, locale: Locale
    ) -> ArticleData:
        """Figures, texts, programme, who can be named."""
        from hospes.queries.article import bond_of, speakers
        from hospes.queries.association import association
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.paper_visit_programme import paper_programme
        from hospes.queries.paper_visit_report import photos
        from hospes.queries.visit_figures import count
        from hospes.queries.visit_report import report_texts

        visit = paper_visit(connection, scope.visit)
        items = paper_programme(connection, visit.id)
        return ArticleData(
            visit,
            report_texts(connection, visit.id),
            count(visit, items),
            items,
            speakers(connection, visit, scope.today),
            bond_of(connection, visit.id, codes_of(options, locale)),
            photos(connection, visit.id, scope.today, options.photos) if options.photos else (),
            association(connection).name,
            scope.today,
        )

    def build(self, data: ArticleData, options: ArticleOptions, kit: "Kit") -> "Document":
        """Draw the draft."""
        tongues = kit.tongues
        flow = kit.flow(
            _headline(data, tongues),
            lead=tongues.label(options.form).joined(),
            grey=_place_and_day(data, tongues),
            about=tongues.text("Draft: to be read and completed before it goes out"),
        )
        draw_blocks(flow, _blocks(data, options, tongues))
        return kit.finish()

    def document(self, data: ArticleData, options: ArticleOptions, tongues: Tongues) -> bytes:
        """The same as a document to write in."""
        return as_docx(
            Report(
                _headline(data, tongues),
                tongues.label(options.form).joined(),
                _place_and_day(data, tongues),
                _blocks(data, options, tongues),
                tongues.first.code,
                data.organiser,
                data.today,
            )
        )


def _blocks(data: ArticleData, options: ArticleOptions, tongues: Tongues) -> list[Block]:
    text = tongues.text

    def told(field: str) -> Words:
        return written({code: texts.get(field, "") for code, texts in data.texts.items()}, tongues)

    blocks: list[Block] = [_paragraph(tongues.each(lambda locale: _lead(data, locale)))]
    blocks.append(_paragraph(tongues.each(lambda locale: _more(data, locale))))
    if options.words.strip():
        blocks.append(_paragraph(Pair(options.words.strip())))
    blocks += [Heading(text("Aims")), told("aims")]
    if options.programme and (items := _highlights(data, options.programme)):
        blocks += [Heading(text("From the programme")), _programme(items, tongues)]
    if data.over:
        blocks += [Heading(text("What was done")), told("activities")]
        blocks += [Heading(text("What came of it")), told("results")]
    if options.quotes:
        blocks += [Heading(text("Quotes")), _quotes(data, tongues)]
    if data.over:
        blocks += [Heading(text("What comes next")), told("follow_up")]
    if data.photos:
        blocks.append(Heading(text("Photos")))
        blocks += [
            Photo(one.data, joined(one.name, tongues.first.date(one.on, "long"))) for one in data.photos
        ]
    if options.form is ArticleForm.RELEASE:
        blocks += [
            Heading(text("Contact for the press")),
            _paragraph(Pair(data.organiser)),
            Signatures([tongues.ptext("person", "Name"), text("Telephone and e-mail")]),
        ]
    return blocks


def _paragraph(words: Pair) -> Words:
    return Words(tuple(one for one in words if one))


# ---- sentences -------------------------------------------------------------------------------------------


def _towns(visit: "PaperVisit", locale: Locale) -> str:
    """From where people came; before anybody is known, from where they are awaited."""
    travelled = {one.delegation_id for one in visit.guests if one.visiting}
    visiting = [one for one in visit.delegations if one.visiting]
    came = [one for one in visiting if one.id in travelled]
    names = [one.name(locale.language) for one in came or visiting]
    return locale.listing(dict.fromkeys(name for name in names if name))


def _place(visit: "PaperVisit", locale: Locale) -> str:
    hosts = [one.name(locale.language) for one in visit.delegations if not one.visiting]
    return town(visit.place, locale.language) or locale.listing(name for name in hosts if name)


def _headline(data: ArticleData, tongues: Tongues) -> Pair:
    """What it is about; the visit's own name where towns are not known."""

    def say(locale: Locale) -> str:
        towns, place = _towns(data.visit, locale), _place(data.visit, locale)
        if not towns or not place:
            return data.visit.title(locale.language) or locale.text("Visit without a name")
        return locale.text("Guests from {towns} in {place}", towns=towns, place=place)

    return tongues.each(say)


def _place_and_day(data: ArticleData, tongues: Tongues) -> str:
    """From where and when the article is, as papers begin."""
    day = tongues.first.date(data.today, "long")
    return ", ".join(part for part in (_place(data.visit, tongues.first), day) if part)


def _lead(data: ArticleData, locale: Locale) -> str:
    """Who came from where, when, and how many homes took them in."""
    visit, n, over = data.visit, data.figures, data.over
    towns, place = _towns(visit, locale), _place(visit, locale)
    days = locale.span(visit.first, visit.last)
    said = []
    if n.people and towns and place and days:
        said.append(locale.ntext(*(WERE if over else COMING), n.people, towns=towns, place=place, days=days))
    if n.homes:
        said.append(locale.ntext(*(TOOK_IN if over else TAKES_IN), n.homes))
    if over and n.nights_with_hosts:
        said.append(locale.ntext(*NIGHTS, n.nights_with_hosts))
    return " ".join(said)


def _more(data: ArticleData, locale: Locale) -> str:
    """Who came for the first time, who is in charge, how old the twinning is."""
    n, said = data.figures, []
    if n.first_timers:
        said.append(locale.ntext(*(CAME_NEW if data.over else COME_NEW), n.first_timers))
    if n.minors:
        said.append(locale.ntext(*YOUNG, n.minors))
    heads = [_named(data, one, locale) for one in data.speakers if one.in_charge]
    if heads:
        said.append(locale.text("In charge of the visit: {people}.", people=locale.listing(heads)))
    bond = data.bond
    if bond is not None and bond.since is not None and (title := bond.titles.get(locale.code)):
        said.append(_existed(title, bond.since, locale))
    return " ".join(said)


def _existed(title: str, since: "RoughDate", locale: Locale) -> str:
    """How old a twinning is; a day has its article in German and French, a year has none."""
    if since.exact is None:
        rough = locale.rough(since)
        return locale.text("The twinning “{title}” has existed since {since}.", title=title, since=rough)
    day = locale.date(since.exact, "long")
    return locale.text("The twinning “{title}” has existed since {date}.", title=title, date=day)


def _named(data: ArticleData, one: "Speaker", locale: Locale) -> str:
    delegation = data.visit.delegation(one.delegation_id)
    place = delegation.name(locale.language) if delegation is not None else ""
    name = called(one.name, locale)
    return locale.text("{name} ({role})", name=name, role=place) if place else name


# ---- programme and quotes --------------------------------------------------------------------------------


def _highlights(data: ArticleData, most: int) -> list["PaperItem"]:
    """What everybody or all guests take part in; meals only where there is room left."""
    public = [one for one in data.items if one.audience in {Audience.ALL, Audience.GUESTS}]
    chosen = sorted(public, key=lambda one: one.meal is not Meal.NONE)[:most]
    return [one for one in public if one in chosen]


def _programme(items: list["PaperItem"], tongues: Tongues) -> Grid:
    def row(item: "PaperItem") -> list["Cell"]:
        title = in_both(tongues, lambda locale: item.text(locale.language).title)
        return [tongues.first.date(item.on, "weekday_short"), title, item.text(tongues.first.language).place]

    heads = [tongues.text("Day"), tongues.text("What"), tongues.text("Where")]
    return Grid(heads, [row(item) for item in items])


def _quotes(data: ArticleData, tongues: Tongues) -> Grid:
    """Whoever can be named with the office, a guest and a host without a name; each with room to write."""

    def words(one: "Speaker") -> "Cell":
        def say(locale: Locale) -> str:
            office = one.title or (locale.label(one.function) if one.function is not None else "")
            return ", ".join(part for part in (_named(data, one, locale), office) if part)

        return in_both(tongues, say)

    rows: list[list[Cell]] = [[words(one), ROOM] for one in data.speakers]
    nameless = (N_("A guest, without a name"), N_("A host, without a name"))
    rows += [[tongues.text(somebody).joined(" / "), ROOM] for somebody in nameless]
    return Grid([tongues.text("Who"), tongues.text("What they say")], rows)
