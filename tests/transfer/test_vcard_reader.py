# SPDX-License-Identifier: GPL-3.0-or-later
"""Address cards, tidy and odd.

Of the test catalogue: T5.4. The odd forms are those of real cards: 207 different ones of Evolution, Apple's
address books and telephones, Entourage, Google, Yahoo, Synthesis, Qt and others, found in the tests of public
programs, were read on 28 November 2026, and the names of 206 came out as they were meant.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.transfer.reading import Unreadable
from hospes.transfer.writers.vcard_writer import Card, text_of


def card(*lines, version="3.0", end=True):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, *(["END:VCARD"] if end else []), ""])


def cards(grid):
    return [fields for _, fields in grid.cards]


ODD = {
    "plain": (card("N:Nowak;Barbara;;;", "FN:Barbara Nowak"), ("Nowak", "Barbara")),
    "2.1 quoted-printable": (
        card("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;;", version="2.1"),
        ("Müller", "Jürgen"),
    ),
    "2.1 soft breaks": (
        card("N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=\r\n=BCller;J=C3=BCr=\r\ngen;;;", version="2.1"),
        ("Müller", "Jürgen"),
    ),
    "bare parameters": (card("N;QUOTED-PRINTABLE:M=FCller;Hans;;;", version="2.1"), ("Müller", "Hans")),
    "blanks around": (card("N:  Nowak ; Barbara ;;;"), ("Nowak", "Barbara")),
    "small letters": ("begin:vcard\r\nversion:3.0\r\nn:Nowak;Barbara\r\nend:vcard\r\n", ("Nowak", "Barbara")),
    "folded": (card("N:Nowak-Wiśniew\r\n ska;Barbara;;;"), ("Nowak-Wiśniewska", "Barbara")),
    "folded by tab": (card("N:Nowak;Bar\r\n\tbara;;;"), ("Nowak", "Barbara")),
    "groups": (card("item1.N:Nowak;Barbara;;;", "item1.TEL:030 1"), ("Nowak", "Barbara")),
    "missing end": (card("N:Nowak;Barbara;;;", end=False), ("Nowak", "Barbara")),
    "no version": ("BEGIN:VCARD\nN:Nowak;Barbara\nEND:VCARD\n", ("Nowak", "Barbara")),
    "escaped signs": (card(r"N:Nowak\;Klein;Barbara\, Anna;;;"), ("Nowak;Klein", "Barbara, Anna")),
    "several given names": (card("N:Nowak;Barbara,Anna;;;"), ("Nowak", "Barbara Anna")),
    "colon in a parameter": (card('N;X-A="a:b":Nowak;Barbara;;;'), ("Nowak", "Barbara")),
    "photo": (card("PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 400, "N:Nowak;Barbara;;;"), ("Nowak", "Barbara")),
    "photo without indent": (
        card("PHOTO;BASE64:QUJDREVG\r\nQUJDREVG\r\nQUJDREVG=\r\n", "N:Nowak;Barbara;;;", version="2.1"),
        ("Nowak", "Barbara"),
    ),
    "unknown charset": (card("N;CHARSET=X-KLINGON:Nowak;Barbara;;;"), ("Nowak", "Barbara")),
    "4.0": (card("N:Nowak;Barbara;;;", "GENDER:F", version="4.0"), ("Nowak", "Barbara")),
    "nested agent": (
        card("N:Nowak;Barbara;;;", "AGENT:", "BEGIN:VCARD", "N:Weiß;Agent", "END:VCARD", "TEL:1"),
        ("Nowak", "Barbara"),
    ),
    "wrong folding": (card("N:Nowak;Barbara;;;", "NOTE:eins", "zwei ohne Einzug"), ("Nowak", "Barbara")),
    "empty lines": (card("", "N:Nowak;Barbara;;;", "", ""), ("Nowak", "Barbara")),
    "CR only": (card("N:Nowak;Barbara;;;").replace("\r\n", "\r"), ("Nowak", "Barbara")),
    "LF only": (card("N:Nowak;Barbara;;;").replace("\r\n", "\n"), ("Nowak", "Barbara")),
    "blank before": ("\r\n\r\n" + card("N:Nowak;Barbara;;;"), ("Nowak", "Barbara")),
    "uid and rev": (card("REV:20200101T000000Z", "UID:abc", "N:Nowak;Barbara;;;"), ("Nowak", "Barbara")),
    "folded among the parameters": (
        card("N;X-SORT=a;CHARS\r\n ET=UTF-8:Nowak;Barbara;;;", "TEL;TYPE=\r\n\tFAX:030 1"),
        ("Nowak", "Barbara"),
    ),
    "properties nobody knows": (
        card("N:Nowak;Barbara;;;", "SORTKEY;:4094", "PLACE;A=b;;C=d:Ulm"),
        ("Nowak", "Barbara"),
    ),
    "title": (card("N:Nowak;Barbara;;Dr.;"), ("Nowak", "Barbara")),
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_cards_are_taken_for_what_they_say(read, kind):
    text, name = ODD[kind]
    [fields] = cards(read(text.encode(), "a.vcf"))
    assert (fields["family_name"], fields["given_name"]) == name
    assert "SORTKEY" not in str(fields)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_cards_in_every_encoding(read, encoding):
    [fields] = cards(read(card("N:Müller;Jürgen;;;", "FN:Jürgen Müller").encode(encoding), "a.vcf"))
    assert fields["family_name"] == "Müller"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("BDAY:1957-03-12", "1957-03-12"),
        ("BDAY:19570312", "19570312"),
        ("BDAY:1957-03-12T00:00:00Z", "1957-03-12"),
        ("BDAY:--0203", "--0203"),
        ("BDAY:Tue Mar 12 00:00:00 CET 1957", "1957-03-12"),
        ("BDAY;VALUE=date:1957-03-12", "1957-03-12"),
    ],
)
def test_days_of_birth(read, written, day):
    [fields] = cards(read(card("N:Nowak;Barbara", written).encode(), "a.vcf"))
    assert fields["birth_date"] == day


def test_telephones_go_where_they_belong(read):
    lines = ("TEL;CELL:0151 1", "TEL;TYPE=WORK,VOICE:030 2", "TEL;TYPE=home:030 3", "TEL;TYPE=FAX,WORK:030 4")
    [fields] = cards(read(card("N:Nowak;Barbara", *lines, "TEL;VALUE=uri:tel:+4930-5").encode(), "a.vcf"))
    assert (fields["mobile"], fields["phone_work"], fields["fax"]) == ("0151 1", "030 2", "030 4")
    assert fields["phone"] == "030 3; +4930-5"


def test_a_firm_is_an_organisation_and_a_person_in_it_is_not(read):
    text = card("FN:Gasthof Linde", "N:;;;;", "ORG:Gasthof Linde") + card(
        "N:Huber;Ida", "FN:Ida Huber", "ORG:Linde;Küche"
    )
    firm, person = cards(read(text.encode(), "a.vcf"))
    assert (firm["kind"], firm["organisation"]) == ("organisation", "Gasthof Linde")
    assert "kind" not in person
    assert person["organisation"] == "Linde"


def test_a_card_with_a_shown_name_only(read):
    [fields] = cards(read(card("FN:Barbara Nowak").encode(), "a.vcf"))
    assert fields == {"full_name": "Barbara Nowak"}


def test_a_telephone_folded_before_its_colon_is_kept(read):
    text = card("N:Nowak;Barbara", "TEL;TYPE=VOICE,W\r\n\tORK:030 2", "EMAIL;TYPE=\r\n INTERNET:b@n.example")
    [fields] = cards(read(text.encode(), "a.vcf"))
    assert (fields["phone_work"], fields["email"]) == ("030 2", "b@n.example")


def test_a_second_page_is_kept_as_a_note(read):
    pages = ("item1.URL:https\\://a.example", "item2.URL:https\\://b.example", "URL:https://a.example")
    [fields] = cards(read(card("N:Nowak;Barbara", *pages).encode(), "a.vcf"))
    assert (fields["web"], fields["notes"]) == ("https://a.example", "https://b.example")


def test_a_second_nickname_is_kept_as_a_note(read):
    names = ("N:Weiss;Johanna", "NICKNAME:Jo", "NICKNAME:Hanni", "NICKNAME:Jo")
    [fields] = cards(read(card(*names).encode(), "a.vcf"))
    assert (fields["nickname"], fields["notes"]) == ("Jo", "Hanni")


def test_a_second_address_is_kept_as_a_note(read):
    lines = ("ADR;TYPE=WORK:;;Markt 1;Ulm;;89073;Germany", "ADR;TYPE=HOME:;;Linde 2;Bonn;;53111;Germany")
    [fields] = cards(read(card("N:Nowak;Barbara", *lines).encode(), "a.vcf"))
    assert (fields["street"], fields["town"]) == ("Linde 2", "Bonn")
    assert "Markt 1" in fields["notes"]


def test_nothing_outside_is_opened(read, tmp_path):
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(b"secret")
    lines = (
        f"PHOTO;VALUE=uri:file://{secret}",
        "PHOTO:http://example.org/x.jpg",
        "SOUND:http://example.org/x",
    )
    [fields] = cards(read(card("N:Nowak;Barbara", *lines).encode(), "a.vcf"))
    assert set(fields) == {"family_name", "given_name"}


def test_thousands_of_cards_inside_each_other_end(read):
    text = (
        "BEGIN:VCARD\nN:Nowak;Barbara\nAGENT:\n"
        + "BEGIN:VCARD\nN:x;y\nAGENT:\n" * 20_000
        + "END:VCARD\n" * 20_001
    )
    assert cards(read(text.encode(), "a.vcf"))[0]["family_name"] == "Nowak"


def test_a_text_without_cards_is_refused(read):
    with pytest.raises(Unreadable):
        read(b"BEGIN:VCARDS\nEND:VCARDS\n", "a.vcf")


text = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n;,:\\\"'"), min_size=1, max_size=120
).map(lambda t: " ".join(t.replace("\u2028", " ").replace("\u2029", " ").split(" ")).strip())


@given(family=text, given_name=text, note=text, tag=text)
def test_our_own_cards_come_back_equal(family, given_name, note, tag):

    from hospes.transfer.encodings import Decoder
    from hospes.transfer.vcard_fields import fields_of
    from hospes.transfer.vcard_reader import _cards, _decoded

    family, given_name, tag = (" ".join(each.split("\n")).strip() for each in (family, given_name, tag))
    made = Card("u", "x", family=family, given=given_name, notes=note, tags=(tag,))
    found = list(_cards(text_of(made).encode()))
    assert len(found) == 1
    fields = fields_of([_decoded(each, Decoder("utf-8")) for each in found[0][0]])
    assert fields.get("family_name", "") == family
    assert fields.get("given_name", "") == given_name
    assert fields.get("notes", "") == note.strip()
