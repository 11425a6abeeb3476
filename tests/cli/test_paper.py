# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes papers` and `hospes paper`: the contract of product 4."""

import csv
import io
import json
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from hospes import example
from hospes.cli import main as cli
from hospes.papers import PAPERS
from hospes.settings import Settings, save


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The example association with thirty members."""
    path = tmp_path_factory.mktemp("cli") / "demo.hospes"
    example.build(path, members=30, language="de")
    return str(path)


@pytest.fixture
def hospes(capfd, monkeypatch, tmp_path):
    """Run a command; gives the exit code and what stood on both outputs."""
    monkeypatch.setenv("HOSPES_LANGUAGE", "en")
    monkeypatch.setenv("HOSPES_TODAY", "")  # put back after the test, whatever a command sets
    monkeypatch.chdir(tmp_path)

    def run(*words):
        code = cli.main([str(word) for word in words])
        return (code, *capfd.readouterr())

    return run


def pdf_text(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_papers_lists_every_paper_with_its_options(hospes):
    code, told, complaint = hospes("papers")
    assert (code, complaint) == (0, "")
    for paper in PAPERS:
        assert paper.code in told
        for option in paper.options.described():
            assert f"{option.flag}=" in told


def test_papers_as_json_has_codes_and_texts(hospes):
    code, told, _ = hospes("papers", "--json")
    papers = {paper["code"]: paper for paper in json.loads(told)}
    assert code == 0
    assert list(papers) == [paper.code for paper in PAPERS]
    member_list = papers["member-list"]
    assert member_list["title"] == "Member list"
    assert member_list["formats"] == ["pdf", "csv", "xlsx", "ods", "txt"]
    layout = next(option for option in member_list["options"] if option["option"] == "layout")
    assert layout["kind"] == "choice"
    assert layout["default"] == "committee"
    assert [choice["code"] for choice in layout["choices"]] == ["committee", "short", "telephone-tree"]
    assert papers["person-sheet"]["needs"] == "person"
    assert papers["membership-cards"]["formats"] == ["pdf"]


def test_papers_speak_the_language_of_messages(hospes, monkeypatch):
    monkeypatch.setenv("HOSPES_LANGUAGE", "fr")
    _, told, _ = hospes("papers", "--json")
    assert "Member list" not in {paper["title"] for paper in json.loads(told)}


def test_a_pdf_in_two_languages(hospes, demo, tmp_path):
    code, told, complaint = hospes(
        "paper", demo, "member-list", "m.pdf", "--language", "de", "--second-language", "fr"
    )
    assert (code, complaint) == (0, "")
    assert told.startswith("m.pdf: ")
    text = pdf_text(tmp_path / "m.pdf")
    assert "Mitgliederliste" in text
    assert "Rosenau, le 27 avril 2026" in text


def test_the_days_of_the_file_hold_unless_another_is_given(hospes, demo, tmp_path):
    hospes("paper", demo, "member-list", "m.pdf", "--today", "2026-12-24", "--language", "de")
    assert "24. Dezember 2026" in pdf_text(tmp_path / "m.pdf")


def test_a_list_becomes_what_the_ending_says(hospes, demo, tmp_path):
    for ending in ("csv", "xlsx", "ods", "txt"):
        code, told, _ = hospes("paper", demo, "member-list", f"m.{ending}", "--language", "de")
        assert (code, told) == (0, f"m.{ending}: 30 rows\n")
    rows = list(csv.reader(io.StringIO((tmp_path / "m.csv").read_text("utf-8-sig")), delimiter=";"))
    assert len(rows) == 31
    assert "Nachname" in rows[0]
    assert zipfile.is_zipfile(tmp_path / "m.xlsx")
    assert zipfile.is_zipfile(tmp_path / "m.ods")
    text = (tmp_path / "m.txt").read_text("utf-8")
    assert text.startswith("Mitgliederliste\n===")
    assert text.count("Nachname:") == 30


def test_standard_output_gets_the_paper_and_nothing_else(demo, capfdbinary, monkeypatch):
    monkeypatch.setenv("HOSPES_LANGUAGE", "en")
    assert cli.main(["paper", demo, "member-list", "-"]) == 0
    told = capfdbinary.readouterr()
    assert told.out.startswith(b"%PDF-")
    assert told.err == b""
    assert cli.main(["paper", demo, "member-list", "-", "--format", "csv"]) == 0
    assert capfdbinary.readouterr().out.startswith("\ufeff".encode())


def test_one_person_by_name_or_number(hospes, demo, tmp_path):
    assert hospes("paper", demo, "person-sheet", "p.pdf", "--person", "fischer hannelore")[0] == 0
    assert "Hannelore Fischer" in pdf_text(tmp_path / "p.pdf")
    code, told, _ = hospes("paper", demo, "membership-cards", "c.pdf", "--person", "Hannelore Fischer")
    assert code == 0
    assert "c.pdf: one page" in told
    assert "100 %" in told
    assert pdf_text(tmp_path / "c.pdf").count("2026") == 1


def test_a_filter_and_options(hospes, demo, tmp_path):
    code, told, _ = hospes(
        "paper",
        demo,
        "member-list",
        "m.csv",
        "--filter",
        "place:Oberrosenau",
        "--set",
        "order=number",
        "--set",
        "show=number",
    )
    assert code == 0
    rows = list(csv.reader(io.StringIO((tmp_path / "m.csv").read_text("utf-8-sig")), delimiter=";"))
    numbers = [int(row[0]) for row in rows[1:]]
    assert numbers == sorted(numbers)
    assert 0 < len(numbers) < 30
    assert "rows" in told or "one row" in told


def test_the_printers_nudge_is_that_of_this_computer(hospes, demo, tmp_path):
    from hospes import paths

    hospes("paper", demo, "address-labels", "plain.pdf")
    save(Settings(nudge_right_mm=3.0, nudge_down_mm=1.0), paths.settings_file())
    hospes("paper", demo, "address-labels", "moved.pdf")
    assert (tmp_path / "plain.pdf").read_bytes() != (tmp_path / "moved.pdf").read_bytes()


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["membership-list", "m.pdf"], 1, "There is no paper"),
        (["member-list", "m.doc"], 1, "can be saved as"),
        (["member-list", "m"], 1, "can be saved as"),
        (["membership-cards", "m.csv"], 1, "can be saved as .pdf"),
        (["member-list", "m.pdf", "--set", "colour=red"], 1, "no option"),
        (["member-list", "m.pdf", "--set", "order=height"], 1, "does not suit"),
        (["member-list", "m.pdf", "--set", "order"], 2, "OPTION=VALUE"),
        (["member-list", "m.pdf", "--language", "xx"], 1, "no texts in the language"),
        (["member-list", "m.pdf", "--filter", "shoe:44"], 1, "shoe"),
        (["person-sheet", "m.pdf"], 1, "whose data sheet"),
        (["person-sheet", "m.pdf", "--person", "Rumpelstilzchen"], 1, "Rumpelstilzchen"),
        (["address-labels", "m.pdf", "--set", "stock=l9999"], 1, "label sheet"),
        (["member-list", "no/such/folder/m.pdf"], 1, "m.pdf"),
        (["member-list"], 2, ""),
    ],
)
def test_what_cannot_be_is_one_sentence_and_no_file(hospes, demo, tmp_path, words, code, sentence):
    before = Path(demo).read_bytes()
    found, told, complaint = hospes("paper", demo, *words)
    assert found == code
    assert told == ""
    assert complaint.startswith("hospes: ")
    assert complaint.count("\n") == 1
    assert sentence in complaint
    assert list(tmp_path.iterdir()) == []
    assert Path(demo).read_bytes() == before


def test_the_file_itself_is_never_the_target(hospes, demo):
    before = Path(demo).read_bytes()
    code, _, complaint = hospes("paper", demo, "member-list", demo, "--format", "pdf")
    assert code == 1
    assert "itself" in complaint
    assert Path(demo).read_bytes() == before


def test_what_stood_there_is_replaced_and_readable_for_others(hospes, demo, tmp_path):
    target = tmp_path / "m.pdf"
    target.write_bytes(b"old")
    assert hospes("paper", demo, "member-list", "m.pdf")[0] == 0
    assert target.read_bytes().startswith(b"%PDF-")
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) & 0o400
    assert [file.name for file in tmp_path.iterdir()] == ["m.pdf"]


def test_names_that_cannot_be_printed_are_named(hospes, tmp_path):
    from hospes.actions.association import FoundAssociation
    from hospes.app import App
    from tests.papers.people import Somebody, add

    path = tmp_path / "new.hospes"
    app = App.create(path, FoundAssociation("Verein", "Rosenau", "DE", language="de"))
    add(app, Somebody("小明", "王"))
    app.close()
    code, _, complaint = hospes("paper", path, "member-list", "m.pdf")
    assert code == 0
    assert "王" in complaint


@pytest.fixture(scope="module")
def visit_demo(tmp_path_factory):
    """The whole example, with its visit."""
    path = tmp_path_factory.mktemp("cli-visit") / "visit.hospes"
    example.build(path, language="de")
    return str(path)


def test_a_paper_of_a_visit_needs_its_visit(hospes, visit_demo, tmp_path):
    code, _, complaint = hospes("paper", visit_demo, "hosting-list", "list.pdf")
    assert code == 1
    assert "which visit" in complaint
    code, _, _ = hospes("paper", visit_demo, "hosting-list", "list.pdf", "--visit", "himmelfahrtsbesuch 2026")
    assert code == 0
    assert "Dubois, Claire" in pdf_text(tmp_path / "list.pdf")


def test_a_draw_that_was_not_made_is_refused(hospes, visit_demo):
    visit = ("--visit", "Ascension visit 2026", "--draw", "2")
    code, _, complaint = hospes("paper", visit_demo, "draw-record", "draw.pdf", *visit)
    assert code == 1
    assert "no draw number 2" in complaint


def test_a_sheet_is_made_for_one_host_alone(hospes, visit_demo, tmp_path):
    words = ("--visit", "Ascension visit 2026", "--person", "christel baumann")
    code, told, _ = hospes("paper", visit_demo, "host-sheet", "sheet.pdf", *words)
    assert code == 0
    assert "one page" in told
    assert "Anne Leroy" in pdf_text(tmp_path / "sheet.pdf")


def test_a_print_is_remembered_only_when_asked_for(hospes, visit_demo, tmp_path):
    path = tmp_path / "own.hospes"
    path.write_bytes(Path(visit_demo).read_bytes())
    visit = ("--visit", "Ascension visit 2026", "--language", "en")
    hospes("paper", path, "hosting-list", "list.pdf", *visit)
    hospes("paper", path, "visit-changes", "changes.pdf", *visit)
    assert "was printed yet" in pdf_text(tmp_path / "changes.pdf")
    code, _, _ = hospes("paper", path, "hosting-list", "list.pdf", "--remember", *visit)
    assert code == 0
    hospes("paper", path, "visit-changes", "changes.pdf", *visit)
    assert "Everybody sleeps where it was printed." in pdf_text(tmp_path / "changes.pdf")
    assert hospes("undo", path)[0] == 1  # remembering is no act of a person


def test_a_report_is_a_document_to_write_in_and_a_list_is_none(hospes, visit_demo, tmp_path):
    visit = ("--visit", "Ascension visit 2026")
    code, _, _ = hospes("paper", visit_demo, "visit-report", "report.docx", *visit)
    assert code == 0
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "report.docx").namelist()
    code, _, complaint = hospes("paper", visit_demo, "hosting-list", "list.docx", *visit)
    assert code == 1
    assert ".pdf" in complaint
