# SPDX-License-Identifier: GPL-3.0-or-later
"""The member list as PDF beside the same rows drawn straight on a ReportLab canvas.

Bare is the quickest way known with ReportLab's own means (performance.md 6): a text object for each column
and line of the rows, nothing measured, nothing wrapped, one kind of page. Ours measures every text, makes
columns fit, keeps rows whole and draws heads and feet; once for the list alone and once with all that a paper
does (names, telephones, addresses in words). The preview is the first page alone.
"""

import gc
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from hospes import example
from hospes.app import App
from hospes.papers.base import Scope
from hospes.papers.kit import ink
from hospes.papers.kit.flow import Flow
from hospes.papers.kit.fonts import face
from hospes.papers.kit.listing_draw import draw as draw_listing
from hospes.papers.making import draw, find_paper, gather
from hospes.papers.options import read_options
from tests.bench.ratio import beside, head, line, seconds, single

ROWS_A_PAGE = 15
WIDE, HIGH = 841.89, 595.28


def captured(gathered):
    """The list a paper draws, as it hands it to the kit, and the flow it is drawn on."""
    found = {}

    def keep(flow, listing):
        found["listing"], found["flow"] = listing, flow
        draw_listing(flow, listing)

    whole, Flow.list = Flow.list, keep
    try:
        draw(gathered)
    finally:
        Flow.list = whole
    return found["listing"], found["flow"]


def columns_of(listing, rows):
    """Each column's first lines and second lines."""
    for at in range(len(listing.columns)):
        cells = [row[at] for row in rows]
        yield [cell if isinstance(cell, str) else cell[0] for cell in cells]
        yield [" " if isinstance(cell, str) else cell[1] for cell in cells]


def bare(listing):
    """The same texts on a canvas, a text object for each column of each page."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(BytesIO(), pagesize=(WIDE, HIGH), invariant=1)
    rows = [row for section in listing.sections for row in section.rows]
    strong, plain = (face(name).font.fontName for name in (ink.SANS_SEMIBOLD, ink.SANS))
    step = WIDE / (len(listing.columns) + 1)
    for first in range(0, len(rows), ROWS_A_PAGE):
        text = canvas.beginText()
        for at, texts in enumerate(columns_of(listing, rows[first : first + ROWS_A_PAGE])):
            second = at % 2
            text.setFont(plain if second else strong, 8.5 if second else 10, 28)
            text.setTextOrigin(40 + step * (at // 2), HIGH - 90 - 11 * second)
            for one in texts:
                text.textLine(one)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def list_alone(gathered, listing):
    """The list drawer without the words of the paper."""
    paper = gathered.paper
    whole, Flow.list = Flow.list, lambda flow, _: draw_listing(flow, listing)
    rows, object_rows = gathered.data.people, type(gathered.data)
    try:
        empty = object_rows((), gathered.data.home, gathered.data.readers)
        bare_paper = type(gathered)(
            paper, gathered.options, gathered.scope, gathered.facts, gathered.language, empty
        )
        return seconds(lambda: draw(bare_paper)) if rows else 0.0
    finally:
        Flow.list = whole


def timed(work):
    gc.collect()
    return seconds(work)


def main(sizes: str, rounds: int) -> None:
    """Print the comparison for every size."""
    paper = find_paper("member-list")
    options = read_options(paper.options, {"language": "de"})
    for size in map(int, sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bench.hospes"
            example.build(path, members=size)
            app = App.open(path, read_only=True)
            start = time.perf_counter()
            gathered = app.read(gather, paper, options, Scope(app.today))
            reading = time.perf_counter() - start
            app.close()
        listing, flow = captured(gathered)
        head(f"{size} members, {len(flow.book.sheets)} pages")
        alone = beside(
            lambda g=gathered, li=listing: list_alone(g, li),
            lambda li=listing: timed(lambda: bare(li)),
            rounds,
        )
        line("the list", alone, "1.3x")
        whole = beside(
            lambda g=gathered: timed(lambda: draw(g)), lambda li=listing: timed(lambda: bare(li)), rounds
        )
        line("the whole paper", whole, "1.3x")
        single(
            "its first page",
            [timed(lambda g=gathered: draw(g, page_limit=1)) for _ in range(rounds)],
            "300 ms to 200",
        )
        single("reading the file for it", [reading])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
