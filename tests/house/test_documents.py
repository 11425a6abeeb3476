# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages at the root of the project lead where they say, and name commands that exist."""

import re

import pytest

from hospes.cli.main import COMMANDS
from tests.house.source import ROOT

PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "installer/README.md", "resources/README.md"]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page):
    text = (ROOT / page).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_command_named_is_one(page):
    text = (ROOT / page).read_text("utf-8")
    called = re.findall(r"dev\.py run ([a-z]+) ", text) + re.findall(
        r"(?<![./\w-])hospes ([a-z]+) \w+\.hospes", text
    )
    assert [word for word in called if word not in COMMANDS] == []


def test_the_readme_has_the_two_commands_and_pictures():
    text = (ROOT / "README.md").read_text("utf-8")
    assert "python3 dev.py run " in text
    assert "python3 dev.py test " in text
    assert text.count(".png)") >= 3


def test_the_architecture_fits_three_pages():
    assert len((ROOT / "ARCHITECTURE.md").read_text("utf-8").split()) < 1800
