# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates: of entries with the number that is counted, of a person, in two languages, to fill in."""

from datetime import date

from hospes.actions.courtesies import KeepCourtesy
from hospes.domain.courtesies import CourtesyKind, Reason
from hospes.papers.base import Scope
from hospes.papers.making import draw, find_paper, gather
from hospes.papers.options import read_options
from tests.papers.printing import paper
from tests.papers.reading import squeezed, text_of


def of_rows(app, *rows, **options):
    one = find_paper("certificate")
    given = read_options(one.options, {"language": "en", **options})
    return draw(app.read(gather, one, given, Scope(date(2026, 4, 27), rows=rows)))


def test_an_entry_becomes_a_sheet_with_the_number_that_is_counted(app, world):
    honour = {
        "kind": CourtesyKind.CERTIFICATE,
        "what": "Certificate of membership",
        "person_id": world.dieter,
    }
    planned = app.run(
        KeepCourtesy({**honour, "reason": Reason.MEMBERSHIP, "occasion": "Years of membership"})
    ).result
    choir = app.run(
        KeepCourtesy({"kind": CourtesyKind.LETTER, "what": "Five concerts", "other": "The choir of Lipowiec"})
    ).result
    text = text_of(of_rows(app, planned).pdf)
    assert "Certificate of membership" in text
    assert "in thanks for 42 years of loyal membership" in text
    assert "Years of membership" not in text
    both = of_rows(app, planned, choir, **{"second-language": "de", "lie": "lying"})
    assert both.pages == 2
    assert both.landscape
    text = text_of(both.pdf)
    assert "Five concerts" in text
    assert "The choir of Lipowiec" in text
    # Nobody chosen: what is still to do, and a letter of thanks is no honour.
    found = text_of(paper(app, "certificate", language="en").pdf)
    assert "in thanks for" in found
    assert "choir" not in found


def test_of_a_person_and_to_fill_in_by_hand(app, world):
    words = {"kind": "hosting", "words": "Always there.", "signed_by": "Anna Amt", "signed_too": "Die Stadt"}
    text = text_of(paper(app, "certificate", language="en", person=world.barbara, **words).pdf)
    assert "Certificate of hosting" in text
    assert "Barbara Nowak" in text
    assert "Always there." in text
    assert "Anna Amt" in text
    assert "Die Stadt" in text
    blank = paper(app, "certificate", language="en")
    assert blank.pages == 1
    assert "Nowak" not in text_of(blank.pdf)


def test_names_are_data_and_long_ones_end_on_the_sheet(app):
    for name in ("<b>Léa</b> & Fils", "Ђорђе Şükrü-Ţurcanu", "Wolfeschlegelsteinhausen " * 8, "Ż" * 900):
        kept = app.run(KeepCourtesy({"kind": CourtesyKind.MEDAL, "what": "{n} %s", "other": name})).result
        document = of_rows(app, kept, lie="lying", **{"second-language": "pl"})
        assert document.pages == 1
        assert squeezed(name) in squeezed(text_of(document.pdf))
        assert "{n}%s" in squeezed(text_of(document.pdf))
