# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters to many on paper: the window of the envelope, the reader's language, who gets none and why."""

import datetime as dt
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from hospes.actions.association import SetAssociationTexts
from hospes.actions.letters import EditLetter, LetterWords, WriteLetter
from hospes.actions.settings import ChangeSetting
from hospes.actions.signatures import PaperPicture, RemoveSignaturePicture, SetSignaturePicture
from hospes.domain.codes import Channel, ConsentPurpose, ContactKind
from hospes.domain.errors import UserError
from hospes.domain.mailing import LeftOut
from hospes.papers import PAPERS
from hospes.papers.letter import LetterPaper
from hospes.papers.letter_run import for_many
from hospes.queries.association import association
from hospes.queries.letters import letter, letters_of, sent_to
from hospes.queries.mailing import audience
from hospes.queries.paper_facts import PURPOSE_KEY
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.people import Consent
from tests.make import do, founded
from tests.papers.people import Somebody, add
from tests.papers.printing import gathered, paper, table
from tests.papers.reading import page_texts, signs

WORDS = {
    "de": LetterWords("Fest", "{salutation}\n\nhallo {first-name}, Nr. {member-number}.", "Kalender"),
    "fr": LetterWords("Fête", "Bonjour {first-name}."),
}
_written = BytesIO()
Image.new("RGB", (60, 20), "navy").save(_written, "PNG")
INK = _written.getvalue()
YEAR_AGO = dt.date(2025, 1, 1)


class Town:
    """Readers of every kind; the letter is `Summer`."""

    def __init__(self, app):
        self.app = app
        self.anna, self.piotr = add(app, "Anna|Nowak", "Piotr|Nowak")
        self.claire = add(app, Somebody("Claire", "Dubois", more={"preferred_language": "fr"}))[0]
        self.jan = add(app, Somebody("Jan", "Wolski", more={"preferred_language": "pl"}))[0]
        self.maja = add(app, Somebody("Maja", "Mail", more={"by_email": True}))[0]
        self.dead = add(app, Somebody("Cora", "Tot", more={"deceased": True}))[0]
        self.left = add(app, Somebody("Berta", "Weg", left_on=YEAR_AGO))[0]
        self.nowhere = add(app, Somebody("Nele", "Ohne"), town="")[0]
        do(app, self._facts)
        self.letter = app.run(WriteLetter("Summer", WORDS)).result

    def _facts(self, w):
        w.create(ContactPoint, person_id=self.maja, kind=ContactKind.EMAIL, value="maja@example.org")
        for one, withdrawn in ((self.anna, None), (self.claire, w.today)):
            w.create(
                Consent, person_id=one, purpose=ConsentPurpose.NEWSLETTER, given_on=YEAR_AGO,
                withdrawn_on=withdrawn,
            )  # fmt: skip


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    app = founded(tmp_path_factory.mktemp("letters") / "new.hospes")
    yield Town(app)
    app.close()


def test_each_reader_gets_their_language_and_the_rest_is_told(town):
    document = paper(town.app, "letter", letter="summer", language="en")
    pages = page_texts(document.pdf)
    assert len(pages) == 4  # the Nowaks together
    by_name = {name: text for text in pages for name in ("Anna", "Claire", "Jan") if name in text}
    assert "hallo Anna und Piotr, Nr. 1, 2." in by_name["Anna"]
    assert "Kalender" in by_name["Anna"]
    assert "Bonjour Claire." in by_name["Claire"]
    assert "hallo Jan" in by_name["Jan"]
    assert not {"Tot", "Weg", "Ohne"} & set(" ".join(pages).split())
    told = [note for note in document.notes if "language yet" in note.msgid]
    assert [(note.args["language"], note.args["other"]) for note in told] == [("Polish", "German")]
    assert any(note.args.get("names") == "Nele Ohne" for note in document.notes)


def test_the_letterhead_speaks_the_language_of_its_reader(town):
    own = town.app.read(association).id
    town.app.run(SetAssociationTexts("de", "", "Völkerverständigung fördern.", ""))
    town.app.run(SetAssociationTexts("fr", "Comité de jumelage", "Rapprocher les habitants.", ""))
    town.app.run(ChangeSetting(PURPOSE_KEY, True, own))
    pages = page_texts(paper(town.app, "letter", letter="summer", language="fr").pdf)
    french = next(text for text in pages if "Bonjour Claire." in text)
    german = next(text for text in pages if "hallo Anna" in text)
    assert "Comité de jumelage" in french
    assert "Rapprocher les habitants." in french
    assert "Völkerverständigung fördern." in german
    assert "Comité de jumelage" not in german
    assert "Rapprocher" not in german
    for _ in range(3):
        town.app.undo()


@pytest.mark.parametrize(("window", "left", "right"), [("country", 20, 105), ("right", 105, 200)])
def test_the_address_stands_in_the_window(town, window, left, right):
    document = paper(town.app, "letter", window=window, people=(town.jan,), letter="summer")
    # DIN 5008 B: 45 to 90 mm from the top, in the left half; the French window is in the right half.
    found = [one for one in signs(document.pdf) if 45 <= one.top <= 90 and one.letter.strip()]
    assert "Wolski" in "".join(one.letter for one in found)
    assert all(left <= one.left and one.right <= right for one in found)
    if window == "right":
        # The long French envelope: 85 by 33 mm, 110 mm from the left and 55 from the top, wherever the
        # folded sheet lies in it. The sender's line above it may be hidden.
        address = [one for one in found if one.top > 54]
        assert "JanWolski" in "".join(one.letter for one in address)
        assert all(one.left >= 110 and one.right <= 195 for one in address)
        assert all(one.top >= 55 and one.bottom <= 88 for one in address)


def test_the_dead_the_former_and_who_took_it_back_get_none_and_are_counted(town):
    everybody = (town.anna, town.claire, town.dead, town.left, town.maja)
    asked = town.app.read(audience, everybody, town.app.today, "de", newsletter=True)
    assert [one.person.id for one in asked.people] == [town.anna]
    assert [asked.count(why) for why in (LeftOut.DECEASED, LeftOut.FORMER, LeftOut.NO_CONSENT)] == [1, 1, 2]


def test_post_and_email_are_one_run_and_what_went_out_is_kept_once_and_taken_back(town):
    run = gathered(town.app, "letter", not_by_email="yes", people=(town.jan, town.maja), letter="summer")
    assert [one.people[0].id for one in run.data.letters] == [town.jan]
    mailing = LetterPaper().mailing(run.data)
    assert mailing.addresses == ("maja@example.org",)
    town.app.run(LetterPaper().sent(run.data).action)
    town.app.run(mailing.sent.action)
    town.app.run(LetterPaper().sent(run.data).action)  # printed once more the same day
    kept = town.app.read(sent_to, town.letter)
    assert sorted((one.name, one.channel) for one in kept) == [
        ("Jan Wolski", Channel.LETTER), ("Maja Mail", Channel.EMAIL),
    ]  # fmt: skip
    assert town.app.read(letters_of, town.maja)[0].name == "Summer"
    for _ in range(2):
        town.app.undo()
    assert town.app.read(sent_to, town.letter) == []


def test_a_message_to_many_holds_nobodys_own_words(town):
    run = gathered(town.app, "letter", letter="summer").data
    subject, body = for_many(run.letter, run.own, "de", town.app.today)
    assert subject == "Fest"
    assert "Sehr geehrte Damen und Herren," in body
    assert "Anna" not in body
    assert "{" not in body


def test_two_languages_stand_below_each_other_side_by_side_or_on_sheets_the_readers_own_first(town):
    app, whom = town.app, (town.anna, town.claire, town.jan)
    app.run(EditLetter(town.letter, {"second_language": "FR", "two_ways": "beside"}))
    pages = page_texts(paper(app, "letter", letter="summer", people=whom).pdf)
    assert len(pages) == 3
    anna, claire, jan = (next(text for text in pages if name in text) for name in ("Anna", "Claire", "Jan"))
    for text, own, other in ((anna, "Fest", "Fête"), (claire, "Fête", "Fest"), (jan, "Fest", "Fête")):
        assert text.index(own + "\n") < text.index(other + "\n"), "the reader's own language leads"
    for words in ("hallo Anna", "Bonjour Anna.", "Kalender"):
        assert words in anna
    assert anna.count("Enclosures") + anna.count("Anlage") == 1
    run = gathered(app, "letter", letter="summer").data
    subject, body = for_many(run.letter, run.own, "de", app.today)
    assert subject == "Fest · Fête"
    assert "Madame, Monsieur," in body
    app.run(EditLetter(town.letter, {"two_ways": "sheets"}))
    assert paper(app, "letter", letter="summer", people=(town.claire,)).pages == 2
    app.run(EditLetter(town.letter, {"second_language": "it"}))
    alone = paper(app, "letter", letter="summer", people=whom)
    assert "yet: the letters come in one language." in " ".join(note.msgid for note in alone.notes)
    again = app.run(WriteLetter("Next summer", WORDS, like=town.letter)).result
    assert app.read(letter, again).second_language == "it"
    for _ in range(4):
        app.undo()


def test_a_print_shop_gets_addresses_and_salutations(town):
    made = table(town.app, "letter", language="en", people=(town.claire,), letter="summer")
    assert [row[0] for row in made.rows] == ["Claire Dubois"]
    assert made.headings[-2:] == ["Salutation", "E-mail"]


def test_each_of_a_household_gets_their_own_on_request(town):
    town.app.run(WriteLetter("Apart", WORDS, together=False))
    assert paper(town.app, "letter", letter="apart", people=(town.anna, town.piotr)).pages == 2


def pictures(document):
    """How many pictures stand on each page; the sign of an association without a logo is drawn."""
    pages = pypdfium2.PdfDocument(document.pdf)
    try:
        wanted = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        return [len(list(page.get_objects(filter=wanted))) for page in pages]
    finally:
        pages.close()


def test_a_signature_is_printed_over_its_owners_name_only_and_only_where_it_is_chosen(town):
    app = town.app
    app.run(SetSignaturePicture(town.piotr, PaperPicture("image/png", INK)))
    app.run(EditLetter(town.letter, {"signed_by": "Piotr Nowak, Vorsitzender"}))
    whom = (town.anna, town.claire)
    assert pictures(paper(app, "letter", letter="summer", people=whom)) == [0, 0]
    signed = paper(app, "letter", letter="summer", people=whom, signature_picture="yes")
    assert pictures(signed) == [1, 1]
    assert "Piotr Nowak, Vorsitzender" in page_texts(signed.pdf)[0]
    app.run(EditLetter(town.letter, {"signed_by": "Anna Nowak"}))
    other = paper(app, "letter", letter="summer", people=whom, signature_picture="yes")
    assert pictures(other) == [0, 0]
    told = [app_note.msgid for app_note in other.notes if "signature" in app_note.msgid]
    assert len(told) == 1, "said once for all letters"
    app.run(EditLetter(town.letter, {"signed_by": ""}))
    ours = paper(app, "letter", letter="summer", people=whom, signature_picture="yes")
    assert pictures(ours) == [1, 1], "there is no other"
    assert "Piotr Nowak" in page_texts(ours.pdf)[0], "the association signs by somebody"
    app.undo()
    app.undo()
    app.run(RemoveSignaturePicture(town.piotr))
    assert pictures(paper(app, "letter", letter="summer", people=whom, signature_picture="yes")) == [0, 0]
    app.undo()
    assert pictures(paper(app, "letter", letter="summer", people=whom, signature_picture="yes")) == [1, 1]
    app.undo()
    app.undo()


def test_what_papers_cannot_show_is_refused_and_receipts_mandates_and_minutes_are_signed_by_hand(town):
    for picture in (PaperPicture("image/gif", INK), PaperPicture("image/png", INK + b"0" * 1_100_000)):
        with pytest.raises(UserError):
            town.app.run(SetSignaturePicture(town.piotr, picture))
    asks = {one.code for one in PAPERS if "signature-picture" in {o.flag for o in one.options.described()}}
    assert asks == {
        "letter", "thank-you-letters", "certificate", "dues-invoice", "dues-reminder", "sepa-prenotification",
        "meeting-invitation",
    }  # fmt: skip
    for one in PAPERS:
        for option in one.options.described():
            assert option.flag != "signature-picture" or option.default is False
