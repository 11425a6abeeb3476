# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue tool on a small made-up tree: each kind of mistake is caught, good texts pass."""

import os
import re
import subprocess
import sys

import pytest

from hospes import paths
from hospes.dev import po_files, translations
from hospes.dev.catalogue_check import complaints
from hospes.dev.texts import Key, extract
from hospes.i18n import catalog
from hospes.i18n.locale import Locale

GOOD = '''
from hospes.i18n.marks import N_, NN_, P_

TITLE = N_("Members")
COUNTED = NN_("{n} guest", "{n} guests")
# translators: what one does with a door
VERB = P_("verb", "Open")


class TooOld(UserError):
    """Made from UserError."""


class Gone(UserError):
    def __init__(self, name):
        super().__init__("{name} is gone.", name=name)


def shown(locale, n, name):
    locale.text("{name} is here", name=name)
    locale.ntext("{n} night", "{n} nights", n)
    raise TooOld("The file of {name} is too old.", name=name)
'''

GERMAN = {
    "Members": ("Mitglieder",),
    "{n} guest": ("ein Gast", "{n} Gäste"),
    "Open": ("Öffnen",),
    "{name} is gone.": ("{name} ist weg.",),
    "{name} is here": ("{name} ist da",),
    "{n} night": ("{n} Nacht", "{n} Nächte"),
    "The file of {name} is too old.": ("Die Datei von {name} ist zu alt.",),
}


class Tree:
    """A made-up source tree and its catalogues: German is done, French and Polish copy the English."""

    def __init__(self, root):
        self.sources = root / "src"
        self.folder = root / "translations"
        self.sources.mkdir()
        self.folder.mkdir()
        self.write(GOOD)

    def write(self, source):
        (self.sources / "page.py").write_text(source, "utf-8")

    def translate(self):
        found = extract(self.sources)
        for language in ("de", "fr", "pl"):
            book = po_files.merged(po_files.Book(), found.texts, language)
            for key, translation in book.texts.items():
                english = (key.msgid, *([key.plural] * (len(translation.forms) - 1)))
                translation.forms = GERMAN[key.msgid] if language == "de" else english
            self.save(book)
        (self.folder / "hospes.pot").write_text(po_files.written(po_files.template(found.texts)), "utf-8")

    def save(self, book):
        path = catalog.po_path(self.folder, book.language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(po_files.written(book), "utf-8")

    def book(self, language):
        return po_files.read(catalog.po_path(self.folder, language), language)

    def kinds(self, fewest=5):
        books = {
            language: self.book(language) for language in catalog.languages(self.folder) if language != "en"
        }
        pot = po_files.read(self.folder / "hospes.pot")
        return {complaint.kind for complaint in complaints(extract(self.sources), pot, books, fewest)}


@pytest.fixture
def tree(tmp_path):
    made = Tree(tmp_path)
    made.translate()
    return made


def test_a_good_tree_has_no_complaint(tree):
    assert tree.kinds() == set()


def test_the_name_of_a_field_may_be_made_from_pieces(tree):
    line = 'raise FieldProblem(f"surname.{name}", "{name} is gone.", name=name)'
    tree.write(f"{GOOD}\ndef fine(locale, name):\n    {line}\n")
    assert tree.kinds() == set()


def test_all_texts_are_found_with_context_plural_and_remark(tree):
    texts = extract(tree.sources).texts
    assert {key.msgid for key in texts} == set(GERMAN)
    assert texts[Key("Open", "verb")] == ["translators: what one does with a door"]
    assert Key("{n} guest", plural="{n} guests") in texts


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ('locale.text(f"{name} is here")', "glued"),
        ('locale.text("Hello " + name)', "glued"),
        ('locale.text("Hello %s" % name)', "glued"),
        ('locale.text("Hello {0}".format(name))', "glued"),
        ('locale.text("one" if name else "two")', "glued"),
        ('raise UserError(f"{name} is wrong.")', "glued"),
        ('locale.ntext("{n} bed", name, 3)', "variable"),
        ("N_(name)", "variable"),
        ('locale.text("{missing} is here", name=name)', "values"),
        ('locale.text("{} is here")', "braces"),
        ('locale.text("{name!r} is here", name=name)', "braces"),
        ('locale.text("{name is here", name=name)', "braces"),
        ('locale.text("Saved successfully")', "wording"),
        ('locale.text("Saved!")', "wording"),
        ('locale.text("Please wait")', "wording"),
        ('locale.text("")', "empty"),
        ('locale.text("{n} guest", n=1)', "clash"),
        ('locale.text("Not yet in a catalogue")', "outdated"),
        ('say = locale.text; say("Said under another name")', "renamed"),
        ("theme, say = 1, locale.ntext", "renamed"),
    ],
)
def test_mistakes_in_the_sources(tree, line, kind):
    tree.write(f"{GOOD}\ndef wrong(locale, name):\n    {line}\n")
    assert kind in tree.kinds()


@pytest.mark.parametrize(
    ("msgid", "forms", "kind"),
    [
        ("Members", ("",), "missing"),
        ("{n} night", ("{n} Nacht", ""), "missing"),
        ("{name} is here", ("ist da",), "placeholder"),
        ("{name} is here", ("{Name} ist da",), "placeholder"),
        ("{name} is here", ("{name} ist da, {place}",), "placeholder"),
        ("{n} guest", ("ein Gast", "viele Gäste"), "placeholder"),
        ("{name} is here", ("{name ist da",), "braces"),
        ("{name} is here", ("{name} ist da ",), "blank"),
    ],
)
def test_mistakes_in_a_catalogue(tree, msgid, forms, kind):
    book = tree.book("de")
    key = next(key for key in book.texts if key.msgid == msgid)
    book.texts[key].forms = forms
    tree.save(book)
    assert kind in tree.kinds()


def test_texts_said_shortly_are_found_and_those_of_others_are_not(tmp_path):
    (tmp_path / "page.py").write_text(
        "def show(desk, call, rows):\n"
        "    text = desk.text\n"
        '    text("Dues open")\n'
        '    call.say("Nothing found.")\n'
        '    rows.say("a key")\n'
    )
    (tmp_path / "table.py").write_text(
        "def cells(row):\n    def text(key):\n        return row[key]\n    return [text('name')]\n"
    )
    (tmp_path / "query.py").write_text('from sqlalchemy import text\ntext("select 1")\n')
    (tmp_path / "paper.py").write_text(
        "from options import text\n"
        'field = text("nothing said")\n'
        'def draw(kit):\n    text = kit.tongues.text\n    return text("Voices")\n'
        'other = text("nothing said")\n'
    )
    assert set(extract(tmp_path).texts) == {Key("Dues open"), Key("Nothing found."), Key("Voices")}


def test_a_catalogue_with_too_many_forms_is_refused(tree, monkeypatch, capsys):
    monkeypatch.setattr(paths, "translations", lambda: tree.folder)
    monkeypatch.setattr(translations, "SOURCES", tree.sources)
    book = tree.book("de")
    book.texts[Key("{n} night", plural="{n} nights")].forms = ("{n} Nacht", "{n} Nächte", "{n} Nächte")
    tree.save(book)
    assert translations.main(["check"]) == 1
    assert "not a whole catalogue" in capsys.readouterr().err


def test_a_catalogue_with_too_few_forms_is_noticed(tree):
    path = catalog.po_path(tree.folder, "pl")
    path.write_text(re.sub(r'msgstr\[2\] "{n} nights"\n', "", path.read_text("utf-8")), "utf-8")
    assert tree.kinds() & {"plural", "missing"}


def test_an_unsure_text_is_not_good_enough(tree):
    book = tree.book("pl")
    book.texts[Key("Members")].fuzzy = True
    tree.save(book)
    assert tree.kinds() == {"fuzzy"}


def test_a_plural_rule_of_another_tool_is_refused(tree):
    path = catalog.po_path(tree.folder, "pl")
    path.write_text(path.read_text("utf-8").replace("nplurals=3", "nplurals=4"), "utf-8")
    assert "plural" in tree.kinds()


def test_a_text_that_left_the_sources_is_noticed(tree):
    tree.write(GOOD.replace('N_("Members")', '"Members"'))
    assert tree.kinds() == {"outdated"}


def test_an_extractor_that_finds_nothing_is_noticed(tree):
    assert "few" in tree.kinds(fewest=8)


def test_a_language_on_its_way_may_have_gaps_but_no_mistakes(tree):
    book = po_files.merged(po_files.Book(), extract(tree.sources).texts, "it")
    tree.save(book)
    assert tree.kinds() == set()
    book.texts[Key("{name} is here")].forms = ("{nome} è qui",)
    tree.save(book)
    assert tree.kinds() == {"placeholder"}


def test_a_missing_language_is_noticed(tree):
    catalog.po_path(tree.folder, "fr").unlink()
    assert tree.kinds() == {"missing"}


def test_updating_keeps_translations_and_writes_the_same_bytes(tree, monkeypatch):
    monkeypatch.setattr(paths, "translations", lambda: tree.folder)
    monkeypatch.setattr(translations, "SOURCES", tree.sources)
    before = catalog.po_path(tree.folder, "de").read_bytes()
    assert translations.main(["update"]) == 0
    assert catalog.po_path(tree.folder, "de").read_bytes() == before
    tree.write(GOOD.replace('"Members"', '"Friends"'))
    translations.main(["update"])
    book = tree.book("de")
    assert book.texts[Key("Friends")].missing
    assert Key("Members") not in book.texts
    assert book.texts[Key("{name} is here")].forms == ("{name} ist da",)
    assert translations.main(["check"]) == 1


def test_a_new_language_is_one_command(tree, monkeypatch, capsys):
    monkeypatch.setattr(paths, "translations", lambda: tree.folder)
    monkeypatch.setattr(translations, "SOURCES", tree.sources)
    assert translations.main(["new", "tr"]) == 0
    assert tree.book("tr").texts[Key("{n} guest", plural="{n} guests")].forms == ("",)
    assert "tr" in catalog.languages(tree.folder)
    assert translations.main(["new", "tr"]) == 1
    assert translations.main(["nonsense"]) == 2
    capsys.readouterr()


def test_compiled_texts_are_read_and_a_newer_po_wins(tree, monkeypatch):
    monkeypatch.setattr(paths, "translations", lambda: tree.folder)
    monkeypatch.setattr(translations, "SOURCES", tree.sources)
    assert translations.main(["compile"]) == 0
    po = catalog.po_path(tree.folder, "de")
    assert po.with_suffix(".mo").exists()
    assert Locale("de", catalog.load("de", tree.folder)).text("Members") == "Mitglieder"
    book = tree.book("de")
    book.texts[Key("Members")].forms = ("Alle",)
    tree.save(book)
    newer = po.with_suffix(".mo").stat().st_mtime + 5
    os.utime(po, (newer, newer))
    assert Locale("de", catalog.load("de", tree.folder)).text("Members") == "Alle"


def test_the_tool_runs_by_itself():
    done = subprocess.run(
        [sys.executable, "-m", "hospes.dev.translations", "report"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "pl: " in done.stdout
