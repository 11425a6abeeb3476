# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers of the journal: what they show is what the year comes to, in one language or two."""

import io

from pypdf import PdfReader

from hospes.i18n.locale import Locale
from hospes.queries.cash_years import year_view
from tests.papers.printing import paper, table
from tests.papers.reading import page_texts, squeezed


def words(document):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(document.pdf)).pages)


def test_the_accounts_say_what_the_year_comes_to_in_two_languages(rosenau):
    view = rosenau.read(year_view, 2025, Locale.of("de"))
    told = words(paper(rosenau, "annual-accounts", language="de", second="fr", year=2025)).replace(
        "\xa0", " "
    )
    german = Locale.of("de")

    def money(minor):
        from hospes.domain.values import Money

        return german.money(Money(minor)).replace("\xa0", " ")

    for minor in (view.opening, view.closing, view.money_in, view.money_out):
        assert money(minor) in told
    assert "Mitgliedsbeiträge / Cotisations" in told
    assert "Sparkasse" not in told


def test_the_journal_has_every_entry_and_its_balances_end_with_the_accounts(rosenau):
    view = rosenau.read(year_view, 2025, Locale.of("en"))
    found = table(rosenau, "cash-journal", language="en", year=2025)
    assert len(found.rows) == len(view.bookings) == sum(one.entries for one in view.accounts)
    at = found.headings.index("Balance")
    for one in view.accounts:
        mine = [row for row in found.rows if row[0] == one.account.name]
        assert mine[-1][at] * 100 == one.closing
    box = view.accounts[0].account.name
    alone = table(rosenau, "cash-journal", language="en", year=2025, account=box.upper())
    assert {row[0] for row in alone.rows} == {box}


def test_auditors_sign_on_the_sheet_with_their_remarks(rosenau):
    for pair in (("fr", "pl"), ("de", ""), ("pl", "de")):
        drawn = paper(rosenau, "auditors-sheet", language=pair[0], second=pair[1], year=2025)
        last = squeezed(page_texts(drawn.pdf)[-1])
        heading = {"fr": "Remarques", "de": "Anmerkungen", "pl": "Uwagi"}[pair[0]]
        assert heading in last, pair


def test_the_auditors_see_what_is_missing_and_may_leave_payments_out(rosenau):
    told = words(paper(rosenau, "auditors-sheet", language="en", year=2025))
    assert "the voucher of 1 entry is missing" in told
    assert "1 entry has no category" in told
    assert "and 13 payments" in told
    few = table(rosenau, "auditors-sheet", language="en", year=2025)
    all_ = table(rosenau, "auditors-sheet", language="en", year=2025, payments="yes")
    assert len(few.rows) < len(all_.rows) == len(rosenau.read(year_view, 2025, Locale.of("en")).bookings)
