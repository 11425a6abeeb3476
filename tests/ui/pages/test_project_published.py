# SPDX-License-Identifier: GPL-3.0-or-later
"""What was published about a project stands on its page and on its sheet."""

from datetime import date

from hospes.actions.projects import AddProject
from hospes.actions.publications import KeepPublication
from hospes.domain.publications import PublicationKind
from tests.papers.printing import paper
from tests.papers.reading import text_of


def test_a_publication_leads_from_its_project(at):
    lab = at.app.run(AddProject({"en": "Workshop of the towns"})).result
    at.go("project", id=lab.hex)
    assert not at.there("project.published")
    news = {"kind": PublicationKind.NEWSLETTER, "project_id": lab}
    kept = at.app.run(KeepPublication({**news, "title": "The guide is out", "on": date(2024, 6, 1)})).result
    at.app.run(KeepPublication({**news, "title": "A second guide"}))
    at.settle()
    assert "The guide is out" in at.words("project.published")
    assert "A second guide" not in at.words("project.published")
    assert "The guide is out" in text_of(paper(at.app, "project-sheet", language="en", project=lab).pdf)
    at.click(f"project.published.{kept.hex}")
    assert at.page.fields["title"].value() == "The guide is out"
