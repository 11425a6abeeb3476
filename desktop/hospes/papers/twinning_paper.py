# SPDX-License-Identifier: GPL-3.0-or-later
"""What the papers of a twinning have in common: a twinning to choose, its texts, its papers, its numbers."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from hospes.i18n.locale import Locale
from hospes.papers.base import DataT, Needs, OptionsT, Paper, PaperGroup
from hospes.papers.kit.blocks import Block, Drawn, Facts, Grid, Heading, Photo, Words, draw_blocks
from hospes.papers.kit.docx import Report, as_docx
from hospes.papers.kit.tongues import DOT, Pair, Tongues
from hospes.papers.options import SheetOptions

if TYPE_CHECKING:
    from hospes.domain.values import RoughDate
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.listing import Cell
    from hospes.queries.agreements import AgreementRow, Papers, SigningRow
    from hospes.queries.paper_twinning import PaperTwinning
    from hospes.queries.partnerships import TwinningRow


class TwinningPaper(Paper[OptionsT, DataT]):
    """A paper about one twinning."""

    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.TWINNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a paper that tells of a twinning knows in any case."""

    twinning: "PaperTwinning"
    organiser: str
    today: date


ToldT = TypeVar("ToldT", bound=Told)


class TwinningReport(TwinningPaper[OptionsT, ToldT]):
    """A paper that tells of a twinning in blocks, on paper and as a document to go on writing in."""

    editable: ClassVar[bool] = True

    @abstractmethod
    def blocks(self, data: ToldT, options: OptionsT, tongues: Tongues) -> list[Block]:
        """What it tells, in order."""

    def build(self, data: ToldT, options: OptionsT, kit: "Kit") -> "Document":
        """Draw it."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=lead(data.twinning, tongues),
            grey=since(data.twinning.page.row, tongues),
            about=as_of(tongues, data.today),
        )
        blocks = self.blocks(data, options, tongues)
        flow.book.expect(pages_of(blocks))
        draw_blocks(flow, blocks)
        return kit.finish()

    def document(self, data: ToldT, options: OptionsT, tongues: Tongues) -> bytes:
        """The same as a document."""
        return as_docx(
            Report(
                tongues.text(self.title),
                lead(data.twinning, tongues),
                since(data.twinning.page.row, tongues),
                self.blocks(data, options, tongues),
                tongues.first.code,
                data.organiser,
                data.today,
            )
        )


def codes_of(options: SheetOptions, locale: Locale) -> tuple[str, ...]:
    """The languages of a paper, as its data are read."""
    second = Locale.of(options.second_language).code if options.second_language else ""
    return (locale.code, second) if second and second != locale.code else (locale.code,)


def lead(one: "PaperTwinning", tongues: Tongues) -> str:
    """`Dreieck der drei Städte · Triangle des trois villes`."""
    return tongues.each(lambda locale: one.title(locale.code)).joined()


def since(row: "TwinningRow", tongues: Tongues) -> str:
    """`seit 8. Juni 1974 · depuis le 8 juin 1974`."""
    if row.since is None:
        return ""
    if row.until is not None:
        return tongues.each(
            lambda locale: locale.text(
                "{since} to {until}", since=locale.rough(row.since), until=locale.rough(row.until)
            )
        ).joined()
    return tongues.each(partial(since_words, row.since)).joined()


def since_words(day: "RoughDate", locale: Locale) -> str:
    """`depuis le 8 juin 1974`, `depuis 1974`: a day has its article in French, a year has none."""
    if day.exact is not None:
        return locale.text("since {date}", date=locale.date(day.exact, "long"))
    return locale.text("since {since}", since=locale.rough(day))


def written(texts: Mapping[str, str], tongues: Tongues) -> Words:
    """A text in the languages of the paper; where none of them has it, what another language says."""
    found = [texts.get(code.partition("-")[0], "") for code in tongues.codes]
    if not any(found):
        found = [next((text for _, text in sorted(texts.items()) if text), "")]
    return Words(tuple(found))


def fields(one: "PaperTwinning", name: str) -> dict[str, str]:
    """One text of a twinning by language."""
    return {code: str(getattr(texts, name)) for code, texts in one.page.texts.items()}


def in_both(tongues: Tongues, say: Callable[[Locale], str]) -> tuple[str, str]:
    """A cell of a table: the first language, and the second beneath it where it says something else."""
    pair = tongues.each(say)
    return (pair.first, pair.second if pair.second != pair.first else "")


def paper_title(paper: "AgreementRow", locale: Locale) -> str:
    """What a paper is called, else what it is."""
    text = paper.texts.get(locale.language)
    return text.title if text is not None and text.title else locale.label(paper.type)


def signed_words(papers: "Papers", paper: "AgreementRow", locale: Locale) -> str:
    """Where and when it was signed and by whom, each signing after the other."""
    return "; ".join(
        part for part in (_signing(papers, paper, one, locale) for one in paper.signings) if part
    )


def _signing(papers: "Papers", paper: "AgreementRow", one: "SigningRow", locale: Locale) -> str:
    place = papers.place(one, locale.language)
    if len(paper.signings) > 1:
        day = locale.rough(one.on)
        place = locale.text("{day}, {place}", day=day, place=place) if place else day
    who = [
        locale.text("{name} ({role})", name=s.name, role=s.office) if s.office else s.name
        for s in one.signatures
    ]
    return DOT.join(part for part in (place, ", ".join(who)) if part)


def years(first: "RoughDate | None", last: "RoughDate | None", locale: Locale) -> str:
    """`1974–1989`, `seit 2014`."""
    if first is not None and last is not None:
        return f"{first.year}–{last.year}"
    if first is not None:
        return locale.text("since {since}", since=str(first.year))
    return locale.text("until {day}", day=str(last.year)) if last is not None else ""


def as_of(tongues: Tongues, day: date) -> Pair:
    """The foot's sentence: as of which day."""
    return tongues.each(lambda locale: locale.text("As of {date}", date=locale.date(day, "long")))


def listed(names: Sequence[str]) -> str:
    """Names one after the other, each once."""
    return ", ".join(dict.fromkeys(name for name in names if name))


LINES = 52
"""Lines of plain text on a page."""


def pages_of(blocks: Sequence[Block]) -> int:
    """About how many pages a paper needs, for a preview that draws the first only."""
    return max(1, round(sum(_lines(block) for block in blocks) / LINES + 0.3))


def _lines(block: Block) -> float:
    if isinstance(block, Words):
        return sum(-(-len(part) // 100) * 1.2 + 0.4 for text in block.texts for part in text.splitlines())
    if isinstance(block, Facts):
        return sum(1.5 * (1 + len(value) // 70) for _, value in block.facts if value)
    if isinstance(block, Grid):
        return 3 + sum(max(_cell(cell, len(row)) for cell in row) + 0.8 for row in block.rows)
    return {Heading: 2.2, Photo: 20.0, Drawn: 13.0}.get(type(block), 4.0)


def _cell(cell: "Cell", columns: int) -> float:
    """Lines of a cell, the second language in smaller ones."""
    first, second = (cell, "") if isinstance(cell, str) else cell
    width = 110 // max(columns, 1)
    return -(-len(first) // width) + -(-len(second) // (width + 6)) * 0.9
