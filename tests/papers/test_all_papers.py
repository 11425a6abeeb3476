# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every paper: four languages, two at once, no data, hostile names (T6.2, T6.4)."""

import re

import pytest

from hospes.actions.association import EditAssociation
from hospes.actions.collections import NewDebit, RecordCollection
from hospes.actions.dues import AddDues
from hospes.actions.mandates import AddMandate
from hospes.actions.payments import RecordPayment
from hospes.app import App
from hospes.domain.errors import UserError
from hospes.domain.money import Money
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.sepa import earliest_debit
from hospes.i18n.locale import Locale
from hospes.papers import PAPERS
from hospes.papers.base import Needs
from hospes.papers.making import draw, find_paper
from hospes.papers.options import SheetOptions, from_json, read_options, to_json
from hospes.queries.association import association
from hospes.queries.resolve import person
from hospes.queries.resolve import project as find_project
from hospes.queries.resolve import twinning as find_twinning
from hospes.queries.resolve import visit as find_visit
from tests.papers.people import add
from tests.papers.printing import gathered, paper, table
from tests.papers.reading import fonts, quick_page_texts, quick_text, reader, squeezed

CODES = [one.code for one in PAPERS]
CHOSEN = (Needs.VISIT, Needs.TWINNING, Needs.EVENT, Needs.PROJECT)
OF_PEOPLE = [code for code in CODES if find_paper(code).needs not in CHOSEN]
OF_NOBODY = {
    "activity-report", "anniversaries", "annual-accounts", "auditors-sheet", "bibliography", "board-list",
    "cash-journal",
    "certificate", "contact-directory", "feedback-letter", "figures", "gift-register", "handover-index",
    "handover-summary", "honours-list", "hospitality-ledger", "invitation-list", "letter", "network-figures",
    "publications-list",
    "record-of-processing", "resolutions", "training-record", "twinning-statistics", "volunteer-confirmation",
    "volunteer-hours",
}  # fmt: skip
"""Papers on which members do not stand by being members; `letter` has tests of its own."""
OWN_TITLE = {"article-draft", "person-sheet", "letter"}
"""Papers that are called by whom or what they are about."""
LISTS = [one.code for one in PAPERS if one.is_list]
SHEETS = [one.code for one in PAPERS if issubclass(one.options, SheetOptions)]


def whom(app, code):
    """Somebody for a paper that needs a person, this year's visit for one that needs a visit."""
    needs = find_paper(code).needs
    if needs is Needs.VISIT:
        return {"visit": app.read(find_visit, "Ascension visit 2026")}
    if needs is Needs.TWINNING:
        return {"twinning": app.read(find_twinning, "Triangle of the three towns")}
    if needs is Needs.PROJECT:
        return {"project": app.read(find_project, "Sun on our roofs")}
    return {"person": app.read(person, "hannelore fischer")} if needs is Needs.PERSON else {}


IBAN = "DE59999999994711000001"


def give(app, payers):
    """Everybody gave something and has a receipt for it."""
    from hospes.actions.donations import RecordGift
    from hospes.actions.donations_receipts import WriteDonationReceipts
    from hospes.queries.donations import ready_receipts
    from hospes.ui.pages.money_donations_review import new_receipt

    for payer in payers:
        app.run(RecordGift(payer, Money(3500, "EUR")))
    ready = app.read(ready_receipts, app.today.year, app.today, app.who.device, Locale.of("en"))
    made = [new_receipt(one, str(one.copy["number"]), app.today) for one in ready.receipts]
    app.run(WriteDonationReceipts(tuple(made)))


def owe(app, code, ids):
    """People who are to stand on a paper about money owe this year's dues, have paid them, or are debited."""
    payers = [Payer(PayerKind.PERSON, key) for key in ids]
    if code.startswith("dues-"):
        for payer in payers:
            app.run(AddDues(payer, app.today.year, 3500))
            if code == "dues-receipt":
                app.run(RecordPayment(payer, Money(3500, "EUR"), receipt=True))
    elif code.startswith("donation-"):
        give(app, payers)
    elif code.startswith("sepa-"):
        own = app.read(association).id
        app.run(EditAssociation(own, {"creditor_id": "DE98ZZZ09999999999", "iban": IBAN}))
        mandates = [app.run(AddMandate(payer, IBAN)).result for payer in payers]
        debits = tuple(NewDebit(mandate, 3500) for mandate in mandates)
        app.run(RecordCollection(app.today.year, earliest_debit(app.today), debits))


READY, DRAWN = {}, {}


def ready(app, code, **more):
    """What a paper of the example needs, read once for all tests of this file."""
    key = (code, tuple(sorted(more.items())))
    if key not in READY:
        READY[key] = gathered(app, code, **more, **whom(app, code))
    return READY[key]


def drawn(app, code, **more):
    """A paper of the example, drawn once for all tests of this file that look at it."""
    key = (code, tuple(sorted(more.items())))
    if key not in DRAWN:
        DRAWN[key] = draw(ready(app, code, **more))
    return DRAWN[key]


PAIRS = [
    pytest.param(pair, marks=() if often else pytest.mark.long, id="-".join(pair))
    for pair, often in (
        (("de", "fr"), True),
        (("pl", "en"), True),
        (("fr", "de"), False),
        (("en", ""), False),
    )
]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("code", CODES)
def test_every_paper_speaks_every_language(rosenau, code, pair):
    first, second = pair
    more = {"second": second} if hasattr(find_paper(code).options(), "second_language") else {}
    document = drawn(rosenau, code, language=first, **more)
    assert document.unprintable == ()
    assert document.pages >= 1
    found = fonts(document.pdf)
    assert found
    assert all(found.values()), found
    assert "\ufffd" not in quick_text(document.pdf)
    assert reader(document.pdf).trailer["/Root"]["/Lang"] == first
    assert reader(document.pdf).metadata.creation_date.date() == rosenau.today
    title = Locale.of(first).text(find_paper(code).title)
    assert title in document.title or code in OWN_TITLE


# A letter is in two languages where it is written in both: `test_letters`.
@pytest.mark.parametrize("code", [one for one in SHEETS if one != "letter"])
def test_heads_stand_in_both_languages(rosenau, code):
    text = quick_text(drawn(rosenau, code, language="de", second="fr").pdf)
    assert "Rosenau, 27. April 2026" in text
    assert "Rosenau, le 27 avril 2026" in text
    assert "Seite · page 1 / " in text or code == "certificate"  # a sheet to frame has no number


@pytest.mark.parametrize("code", SHEETS)
def test_large_print_takes_more_pages_or_bigger_letters(rosenau, code):
    small = drawn(rosenau, code, language="de")
    large = paper(rosenau, code, language="de", large_print="yes", **whom(rosenau, code))
    assert large.pages >= small.pages
    assert len(squeezed(quick_text(large.pdf))) >= 0.9 * len(squeezed(quick_text(small.pdf)))


@pytest.mark.parametrize(
    "code", [one for one in OF_PEOPLE if find_paper(one).needs is not Needs.PERSON and one != "letter"]
)
def test_a_file_with_nobody_gives_a_page_that_says_so(founded, code):
    document = paper(founded, code)
    assert document.pages == 1
    assert quick_text(document.pdf).strip()


@pytest.mark.parametrize("code", CODES)
def test_the_same_file_gives_the_same_paper_byte_for_byte(rosenau, code):
    once = drawn(rosenau, code, language="de")
    assert once.pdf == paper(rosenau, code, language="de", **whom(rosenau, code)).pdf


WITH_CODES = {"dues-invoice", "dues-reminder"}
"""Papers with a QR code of our own making; the others have no picture unless the association gave one."""

HOSTILE = (
    "<b>Léa|Dupont & Fils",
    'Jean <jean@x.org>|<img src="file:///etc/passwd"/>',
    "</para>|O'Neill \\(Ltd) {n} %s",
    "Ђорђе|Şükrü-Ţurcanu",
)


@pytest.mark.parametrize(
    "code",
    [one for one in OF_PEOPLE if one not in OF_NOBODY],
)
def test_names_are_data_on_every_paper(founded, code):
    ids = [add(founded, name, street="<i>Weg</i> & 1")[0] for name in HOSTILE]
    owe(founded, code, ids)
    more = {"person": ids[0]} if find_paper(code).needs is Needs.PERSON or code == "sepa-mandate" else {}
    if code == "birthday-list":
        more["period"] = "year"
    document = paper(founded, code, **more)
    if code not in WITH_CODES:
        assert b"/Subtype /Image" not in document.pdf
    if code == "birthday-list":
        return  # they have no birthdays
    text = squeezed(quick_text(document.pdf))
    for name in HOSTILE[:1] if more else HOSTILE:
        for part in name.split("|"):
            assert squeezed(part) in text, part


@pytest.mark.parametrize(
    "code",
    [one for one in OF_PEOPLE if one not in {*OF_NOBODY, "birthday-list"}],
)
def test_a_word_of_4000_letters_does_not_stop_any_paper(founded, code):
    word = "ŻaŹo" * 1000
    ids = add(founded, f"Anna|{word}")
    owe(founded, code, ids)
    more = {"person": ids[0]} if find_paper(code).needs is Needs.PERSON or code == "sepa-mandate" else {}
    document = paper(founded, code, **more)
    printed = quick_text(document.pdf).count("Ż")
    if code == "membership-cards":
        assert printed >= 10
        assert [note.msgid for note in document.notes] == ["“{name}” does not fit on a card."]
    else:
        assert printed >= 1000  # more where the name stands again in a head


UNFILLED = {"visit-changes", "draw-record", "sepa-collection-list"}
"""Lists of things the example has none of: `test_visit_lists` fills those of visits."""


@pytest.mark.parametrize("code", sorted(set(LISTS) - UNFILLED))
def test_every_list_is_a_table_too(rosenau, code):
    found = table(rosenau, code, language="fr", **whom(rosenau, code))
    # The example is no network office, and this year's visit carries no goods.
    assert found.rows or code in ("network-figures", "packing-list")
    assert all(len(row) == len(found.headings) for row in found.rows)
    assert len(set(found.headings)) == len(found.headings)
    assert found.title == Locale.of("fr").text(find_paper(code).title) or code in OWN_TITLE


@pytest.mark.parametrize("code", CODES)
def test_the_preview_is_the_first_page_of_the_paper(rosenau, code):
    whole = drawn(rosenau, code, language="de")
    preview = draw(ready(rosenau, code, language="de"), page_limit=1)
    assert preview.pages == 1
    if whole.pages > 1:
        assert preview.estimated
        near = 2 if code == "cash-journal" else 4  # its first list may be short, and the last long
        assert abs(preview.pages_in_all - whole.pages) <= max(1, whole.pages // near)
    first, same = (
        re.sub(r"1/≈?\d+", "1/", squeezed(quick_page_texts(one.pdf)[0])) for one in (preview, whole)
    )
    assert first == same


@pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.code)
def test_options_can_be_written_read_and_kept(one):
    defaults = one.options()
    assert to_json(defaults) == {}
    assert from_json(one.options, {}) == defaults
    assert from_json(one.options, {"nonsense": 1, "large-print": "perhaps", "language": 7}).language in {
        "",
        "7",
    }
    for option in one.options.described():
        assert option.label
        assert option.flag == option.flag.lower()
        if option.codes is not None:
            for code in option.codes:
                changed = read_options(one.options, {option.flag: code.value})
                assert from_json(one.options, to_json(changed)) == changed


@pytest.mark.parametrize(
    ("code", "option", "value"),
    [
        ("member-list", "colour", "red"),
        ("member-list", "order", "height"),
        ("member-list", "large-print", "perhaps"),
        ("address-labels", "start", "0"),
        ("address-labels", "start", "first"),
        ("birthday-list", "first", "31.4.2026"),
        ("address-labels", "second-language", "fr"),
    ],
)
def test_an_option_that_is_none_is_refused_with_those_there_are(code, option, value):
    with pytest.raises(UserError) as refused:
        read_options(find_paper(code).options, {option: value})
    assert refused.value.code in {"option-unknown", "option-unusable"}
    assert refused.value.args_by_name["known"]


def test_a_paper_that_does_not_exist_is_refused():
    with pytest.raises(UserError) as refused:
        find_paper("membership-list")
    assert refused.value.code == "paper-unknown"


def test_a_paper_for_nobody_asks_for_whom(rosenau):
    with pytest.raises(UserError) as refused:
        paper(rosenau, "person-sheet")
    assert refused.value.code == "person-needed"


def test_what_is_remembered_belongs_to_the_file_and_not_to_the_printer(founded: App):
    from hospes.actions.settings import RememberPaperOptions
    from hospes.papers.making import remembered

    labels = find_paper("address-labels")
    options = read_options(labels.options, {"stock": "3475", "start": "9", "order": "name"})
    founded.run(RememberPaperOptions("address-labels", to_json(options)))
    again = founded.read(remembered, labels)
    assert (again.stock, again.order.value, again.start) == ("3475", "name", 1)
