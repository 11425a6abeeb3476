# SPDX-License-Identifier: GPL-3.0-or-later
"""From a paper's code to a finished document: what window and command line call.

Reading and drawing are apart: `gather` runs on a connection (`app.read(gather, ...)`), `draw` and `tabulate`
need none, so that a preview in another size or the spreadsheet asks the file nothing again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from hospes.domain.errors import Message, UserError
from hospes.i18n.locale import Locale
from hospes.papers.base import Paper, Scope, Table
from hospes.papers.kit.book import Document, EnoughPages, Progress
from hospes.papers.kit.kit import Kit
from hospes.papers.kit.labels import NO_NUDGE, Nudge
from hospes.papers.kit.letterhead import Sender
from hospes.papers.kit.page import PaperSize
from hospes.papers.kit.stocks import Stock
from hospes.papers.kit.tongues import Tongues
from hospes.papers.options import Options, SheetOptions, from_json

if TYPE_CHECKING:
    from hospes.domain.signing import Signer
    from hospes.queries import Connection
    from hospes.queries.paper_facts import PaperFacts

AnyPaper = Paper[Any, Any]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything a paper needs, read from the file in one moment."""

    paper: AnyPaper
    options: Options
    scope: Scope
    facts: "PaperFacts"
    language: str
    data: object
    signers: "tuple[Signer, ...] | None" = None
    """Whose signature may be printed as a picture; None where it was not asked for."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The one or two languages of the paper: those asked for, else its reader's or the association's."""
        first = self.language
        second = str(getattr(self.options, "second_language", ""))  # labels have one language only
        return (first, second) if second and Locale.of(second).code != Locale.of(first).code else (first,)


def find_paper(code: str) -> AnyPaper:
    """The paper with this code. Raises UserError."""
    from hospes.papers import PAPERS

    for paper in PAPERS:
        if paper.code == code:
            return paper
    raise UserError("There is no paper “{paper}”.", code="paper-unknown", paper=code)


def remembered(connection: "Connection", paper: AnyPaper) -> Options:
    """The options the paper was made with last in this file, or its defaults."""
    from hospes.queries.paper_facts import paper_facts

    return from_json(paper.options, paper_facts(connection, paper.code).remembered)


def gather(connection: "Connection", paper: AnyPaper, options: Options, scope: Scope) -> Gathered:
    """Read what the paper needs. Raises UserError where something must be chosen first."""
    from hospes.queries.paper_facts import paper_facts

    facts = paper_facts(connection, paper.code)
    own = facts.association.language or "en"
    language = options.language or paper.reader_language(connection, scope) or own
    data = paper.data(connection, options, scope, Locale.of(language))
    signers = None
    if getattr(options, "signature_picture", False):
        from hospes.queries.signatures import signers as read_signers

        signers = read_signers(connection)
    return Gathered(paper, options, scope, facts, language, data, signers)


def draw(
    gathered: Gathered,
    *,
    nudge: Nudge = NO_NUDGE,
    page_limit: int | None = None,
    progress: Progress | None = None,
) -> Document:
    """Make the PDF.

    Args:
        gathered: the paper and its rows.
        nudge: how far this computer's printer is moved, for labels and cards.
        page_limit: draw only so many pages (a preview); the number of all pages is then an estimate.
        progress: told how far the work is; raises `Cancelled` to stop it.
    """
    options = gathered.options
    sheet = options if isinstance(options, SheetOptions) else None
    tongues = _tongues(gathered)
    kit = Kit(
        tongues=tongues,
        sender=_sender(gathered.facts, tongues),
        today=gathered.scope.today,
        sender_in=partial(_sender, gathered.facts),
        size=sheet.size if sheet else PaperSize.A4,
        large_print=sheet.large_print if sheet else False,
        nudge=nudge,
        own_stocks=_own_stocks(gathered.facts),
        signers=gathered.signers,
        page_limit=page_limit,
        progress=progress,
    )
    try:
        return gathered.paper.build(gathered.data, options, kit)
    except EnoughPages:
        if kit.book is None:
            raise
        return kit.book.finish(whole=False)


def tabulate(gathered: Gathered) -> Table:
    """The rows of a list as plain values, in its first language. Raises UserError if it is no list."""
    if not gathered.paper.is_list:
        raise UserError(
            "“{paper}” is not a list; it can be saved as PDF only.",
            code="paper-no-list",
            paper=gathered.paper.code,
        )
    return gathered.paper.table(gathered.data, gathered.options, Locale.of(gathered.languages[0]))


def editable(gathered: Gathered) -> bytes:
    """The paper as a document to go on writing in. Raises UserError if it is none."""
    if not gathered.paper.editable:
        raise UserError(
            "“{paper}” cannot be saved as a document to write in.",
            code="paper-not-editable",
            paper=gathered.paper.code,
        )
    return gathered.paper.document(gathered.data, gathered.options, _tongues(gathered))


def warnings(document: Document) -> Iterable[Message]:
    """What somebody should know before printing."""
    yield from document.notes
    for entry in document.unprintable:
        yield Message(
            "“{text}” has letters that cannot be printed: {letters}", text=entry.text, letters=entry.letters
        )


def _tongues(gathered: Gathered) -> Tongues:
    first, *second = gathered.languages
    return Tongues(Locale.of(first), Locale.of(second[0]) if second else None)


def _sender(facts: "PaperFacts", tongues: Tongues) -> Sender:
    own = facts.association
    languages = [one.language for one in (tongues.first, tongues.second) if one is not None]
    others = (own.name_in(language) for language in reversed(languages))
    second = next((name for name in others if name != own.name), "")
    purpose: tuple[str, ...] = ()
    if facts.purpose:
        said = (own.texts.get(language) for language in languages)
        purpose = tuple(dict.fromkeys(one.purpose for one in said if one is not None and one.purpose))
    return Sender(own.name, second, own.town, facts.logo, purpose)


def _own_stocks(facts: "PaperFacts") -> tuple[Stock, ...]:
    found = []
    for row in facts.own_stocks:
        try:
            found.append(Stock.of(dict(row)))
        except UserError:
            continue  # a sheet that cannot be is not offered; settings say so where it is edited
    return tuple(found)
