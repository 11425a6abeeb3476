# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes papers`: every paper with its code, what it needs and what can be set on it."""

from typing import TYPE_CHECKING, Any

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser
    from hospes.i18n.locale import Locale
    from hospes.papers.making import AnyPaper
    from hospes.papers.options import OptionField


def arguments(parser: "Parser") -> None:
    """--json."""
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Print all papers in the order of the print centre."""
    from hospes.papers import PAPERS

    if args.json:
        call.json([described(paper, call.locale) for paper in PAPERS])
        return
    for paper in PAPERS:
        call.print(f"{paper.code:<20}{call.locale.text(paper.title)}")
        call.print(f"{'':<20}{call.locale.text(paper.about)}")
        for option in paper.options.described():
            call.print(f"{'':<22}{option.flag}={_example(option)}  {call.locale.text(option.label)}")


def described(paper: "AnyPaper", locale: "Locale") -> dict[str, Any]:
    """A paper as JSON: codes for programs, texts for people (decision 37)."""
    return {
        "code": paper.code,
        "title": locale.text(paper.title),
        "about": locale.text(paper.about),
        "group": paper.group.value,
        "needs": paper.needs.value,
        "formats": _formats(paper),
        "options": [_option(option, locale) for option in paper.options.described()],
    }


def _formats(paper: "AnyPaper") -> list[str]:
    """What a paper can be saved as."""
    lists = ["csv", "xlsx", "ods", "txt"] if paper.is_list else []
    return ["pdf", *lists, *(["docx"] if paper.editable else [])]


def _option(option: "OptionField", locale: "Locale") -> dict[str, Any]:
    told: dict[str, Any] = {
        "option": option.flag,
        "kind": option.kind.value,
        "label": locale.text(option.label),
        "default": _default(option),
    }
    if option.codes is not None:
        told["choices"] = [{"code": code.value, "label": locale.label(code)} for code in option.codes]
    if option.most:
        told["least"], told["most"] = option.least, option.most
    return told


def _default(option: "OptionField") -> object:
    value = option.default
    if isinstance(value, tuple):
        return [item.value for item in value]
    return getattr(value, "value", value)


def _example(option: "OptionField") -> str:
    """The default as it would be typed; of codes all there are."""
    if option.codes is not None:
        return "|".join(code.value for code in option.codes)
    if isinstance(option.default, bool):
        return "yes" if option.default else "no"
    return "" if option.default is None else str(option.default)
