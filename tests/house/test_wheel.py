# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed is whole: the wheel holds code, data, compiled catalogues, and works in any folder."""

import subprocess
import sys
import zipfile

import pytest

from hospes.i18n import catalog
from tests.house.source import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel made from this checkout, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1000:]
    (made,) = folder.glob("hospes-*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as packed:
        return set(packed.namelist())


def test_all_data_is_in_it(names):
    data = [
        file.relative_to(ROOT / "resources") for file in (ROOT / "resources").rglob("*") if file.is_file()
    ]
    assert len(data) > 100
    assert [file.as_posix() for file in data if f"hospes/_resources/{file.as_posix()}" not in names] == []


def test_every_language_is_in_it_compiled(names):
    languages = [code for code in catalog.languages() if code != catalog.SOURCE_LANGUAGE]
    assert {"de", "fr", "pl"} <= set(languages)
    wanted = {f"hospes/_translations/{code.replace('-', '_')}/LC_MESSAGES/hospes.mo" for code in languages}
    assert wanted == {name for name in names if name.startswith("hospes/_translations/")}


def test_all_code_and_nothing_else_is_in_it(names):
    package = ROOT / "desktop" / "hospes"
    code = {f"hospes/{file.relative_to(package).as_posix()}" for file in package.rglob("*.py")}
    assert code <= names
    folders = {name.split("/")[0] for name in names}
    assert len(folders) == 2  # the package, and what a wheel says about itself
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_schema_files_are_in_it(names):
    folder = ROOT / "desktop" / "hospes" / "store" / "migrations"
    wanted = {f"hospes/store/migrations/{file.name}" for file in folder.glob("schema_*.sql")}
    assert wanted
    assert wanted <= names


def test_it_works_where_it_is_unpacked(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from hospes import paths; from hospes.i18n.locale import Locale;"
        "fonts = list(paths.resources().glob('fonts/*/*.ttf'));"
        "print(paths.source_tree(), len(fonts), Locale.of('de').text('Members'))"
    )
    words = [sys.executable, "-I", "-c", script, str(tmp_path / "site")]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.split() == ["None", "7", "Mitglieder"], done.stderr[-500:]
