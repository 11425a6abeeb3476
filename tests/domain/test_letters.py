# SPDX-License-Identifier: GPL-3.0-or-later
"""Inserts of letters, portions of addresses, drafts for programs of mail: pure rules."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest

from hospes.domain.letter_inserts import Insert, fill, gaps, kept, shown, unknown, used
from hospes.domain.letter_starters import TEXTS, Starter
from hospes.domain.mailing import LONGEST_LINK, Separator, for_bcc, link, portions, usable
from hospes.i18n.locale import Locale
from hospes.transfer.writers.draft_mail import draft


@pytest.mark.parametrize("language", ["en", "de", "fr", "pl"])
def test_what_is_shown_in_any_language_is_kept_the_same(language):
    text = "{salutation}\n\n" + " ".join(f"{{{one.value}}}" for one in Insert)
    seen = shown(text, Locale.of(language))
    assert "{" not in seen
    assert kept(seen, Locale.of(language)) == text


def test_what_no_insert_is_called_is_told_and_stays():
    text = kept("Hello ‹Nonsense›, {other} ‹first NAME›", Locale.of("en"))
    assert text == "Hello ‹Nonsense›, {other} {first-name}"
    assert unknown(text) == ("{other}", "‹Nonsense›")
    assert fill(text, {Insert.FIRST_NAME: "Ola"}) == "Hello ‹Nonsense›, {other} Ola"


def test_an_insert_without_a_value_leaves_no_hole_and_is_told():
    assert fill("You owe {amount-owed} now", {}) == "You owe now"
    assert gaps("You owe {amount-owed} now", {Insert.NAME: "x"}) == (Insert.AMOUNT,)


def test_values_are_never_read_as_inserts_again():
    assert fill("{name}", {Insert.NAME: "{amount-owed}", Insert.AMOUNT: "9"}) == "{amount-owed}"


def test_the_letters_to_begin_with_are_written_in_four_languages_with_known_inserts():
    for starter in Starter:
        if starter is not Starter.EMPTY:
            assert set(TEXTS[starter]) == {"de", "en", "fr", "pl"}
        for words in TEXTS[starter].values():
            assert not unknown(words.subject + words.body)
            assert Insert.SALUTATION in used(words.body)


def test_portions_keep_languages_apart_and_take_an_address_once():
    pairs = [("de", f"a{n}@example.org") for n in range(103)]
    pairs += [("fr", "claire@example.org"), ("fr", "A1@example.org"), ("de", "late@example.org")]
    found = portions(pairs, 50)
    assert [(one.number, one.language, len(one.addresses)) for one in found] == [
        (1, "de", 50), (2, "de", 50), (3, "de", 4), (4, "fr", 1),
    ]  # fmt: skip
    assert portions([], 50) == ()
    assert len(portions(pairs, 0)) == 105


def test_addresses_stand_as_programs_take_them():
    assert for_bcc(("a@b.de", "c@d.fr")) == "a@b.de, c@d.fr"
    assert for_bcc(("a@b.de", "c@d.fr"), Separator.SEMICOLON) == "a@b.de; c@d.fr"
    assert usable("Barbara <b@example.org>") == "b@example.org"
    assert usable("b@example.org\r\nBcc: evil@example.org") == ""
    assert usable("nobody") == ""


def test_a_link_opens_a_message_and_is_never_too_long():
    url = link(("a+b@example.org", "c@example.org"), "Fête & joie", "Grüße\nO")
    parts = parse_qs(urlsplit(url).query)
    assert parts["bcc"] == ["a+b@example.org,c@example.org"]
    assert parts["subject"] == ["Fête & joie"]
    assert parts["body"] == ["Grüße\r\nO"]
    long = link(("a@example.org",), "x", "word " * 900)
    assert "body=" not in long
    assert len(long) <= LONGEST_LINK
    assert link(tuple(f"somebody{n}@example.org" for n in range(200)), "x", "") == ""


def test_a_draft_hides_its_readers_and_takes_no_header_from_a_subject():
    made = draft(
        [f"a{n}@example.org" for n in range(50)], "Życzenia\nTo: x@example.org", "Zażółć gęślą\n",
        [("Brief.pdf", b"%PDF-1.7")],
    )  # fmt: skip
    message = message_from_bytes(made, policy=default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Życzenia To: x@example.org"
    assert message["To"] is None
    assert len(str(message["Bcc"]).split(",")) == 50
    assert message.get_body().get_content().strip() == "Zażółć gęślą"
    assert [one.get_filename() for one in message.iter_attachments()] == ["Brief.pdf"]
    assert max(len(line) for line in made.split(b"\r\n")) < 1000
