# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is discovered, everything is listed: what exists and stands in no list would never be seen."""

import importlib
import pkgutil
import types

import hospes.actions
import hospes.store.tables
from hospes.actions import Action, all_actions
from hospes.store.base import Base
from tests.house.source import PACKAGE


def modules(package):
    """The modules directly in a package, imported."""
    names = [info.name for info in pkgutil.iter_modules(package.__path__) if not info.ispkg]
    return {name: importlib.import_module(f"{package.__name__}.{name}") for name in names}


def own_classes(module, kind):
    """The classes of a kind that a module itself defines."""
    return [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, kind) and thing.__module__ == module.__name__
    ]


def own_function(module, name):
    """Whether a module itself defines a function of that name."""
    found = getattr(module, name, None)
    return isinstance(found, types.FunctionType) and found.__module__ == module.__name__


def test_every_module_of_tables_is_listed():
    with_tables = {name for name, module in modules(hospes.store.tables).items() if own_classes(module, Base)}
    assert with_tables == set(hospes.store.tables.MODULES)


def test_every_module_of_actions_is_listed():
    found = {
        name
        for name, module in modules(hospes.actions).items()
        if any("code" in vars(kind) for kind in own_classes(module, Action))
    }
    assert found
    assert found == set(hospes.actions.MODULES)


def test_every_action_has_a_code_and_a_label_of_its_own():
    actions = all_actions()
    kinds = [
        kind for kind in _all_kinds(Action) if "apply" in vars(kind) and kind.__module__.startswith("hospes.")
    ]
    assert {kind.__name__ for kind in kinds if "code" not in vars(kind) and not _is_base(kind)} == set()
    assert len({kind.code for kind in actions.values()}) == len(actions) > 20
    assert [
        code for code, kind in actions.items() if not (code.replace("-", "").isalnum() and code.islower())
    ] == []
    assert [code for code, kind in actions.items() if not kind.label] == []


def _all_kinds(kind):
    for child in kind.__subclasses__():
        yield child
        yield from _all_kinds(child)


def _is_base(kind):
    """A class that only others build on."""
    return bool(kind.__subclasses__())


def test_the_package_is_found():
    assert (PACKAGE / "actions").is_dir()


def test_every_paper_is_listed():
    from hospes import papers
    from hospes.papers.base import Paper

    found = {
        kind
        for module in modules(papers).values()
        for kind in own_classes(module, Paper)
        if "code" in vars(kind)
    }
    assert found
    assert {kind.__name__ for kind in found} == {type(paper).__name__ for paper in papers.PAPERS}
    codes = [paper.code for paper in papers.PAPERS]
    assert len(set(codes)) == len(codes)


def test_every_page_is_listed():
    from hospes.ui import pages
    from hospes.ui.page import Page

    found = {
        f"{module.__name__}:{kind.__name__}"
        for module in modules(pages).values()
        for kind in own_classes(module, Page)
        if not kind.__subclasses__() and kind.__name__.endswith("Page")
    }
    assert found
    assert found == {place.factory for place in pages.PAGES}


def test_every_listed_page_can_be_loaded():
    from hospes.ui.pages import PAGES

    assert [place.code for place in PAGES if place.load() is None] == []
    assert len({place.code for place in PAGES}) == len(PAGES)
    keys = [place.key for place in PAGES if place.key]
    assert len(set(keys)) == len(keys)


def test_every_reader_is_listed():
    from hospes import transfer
    from hospes.transfer.readers import READERS

    found = {module.__name__ for module in modules(transfer).values() if own_function(module, "read")}
    assert found == {read.__module__ for read in READERS.values()}


def test_every_recognised_program_is_listed():
    from hospes.transfer import sources

    found = {module for module in modules(sources).values() if own_function(module, "recognise")}
    assert found == set(sources.RECOGNISERS)


def test_every_command_is_listed_and_is_whole():
    from hospes import cli
    from hospes.cli.main import COMMANDS

    found = {
        name
        for name, module in modules(cli).items()
        if hasattr(module, "arguments") and hasattr(module, "run")
    }
    assert found == {module.rpartition(".")[2] for module, _ in COMMANDS.values()}
