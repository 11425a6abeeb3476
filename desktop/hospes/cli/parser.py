# SPDX-License-Identifier: GPL-3.0-or-later
"""argparse in our words: help in the reader's language, a wrong call as one line and exit code 2."""

import argparse
from collections.abc import Iterable
from typing import NoReturn

from hospes.cli.call import Wrong
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_


class Parser(argparse.ArgumentParser):
    """The parser of one command; `locale` is at hand for the help texts of its arguments."""

    def __init__(self, prog: str, locale: Locale, summary: str) -> None:
        super().__init__(
            prog=prog,
            description=f"{summary[:1].upper()}{summary[1:]}.",
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Help,
        )
        self.locale = locale
        self.add_argument("-h", "--help", action="help", help=locale.text("show this help"))

    def file(self, what: str | None = None) -> None:
        """The FILE nearly every command begins with."""
        text = what or self.locale.text("the association's file")
        self.add_argument("file", metavar="FILE", help=text)

    def association(self) -> None:
        """The option that chooses one of several associations in a file."""
        text = self.locale.text("only this association, where the file holds several: its name or an id")
        self.add_argument("--association", metavar="NAME", help=text)

    def json(self) -> None:
        """The option for output that programs read."""
        self.add_argument("--json", action="store_true", help=self.locale.text("as JSON, for programs"))

    def error(self, message: str) -> NoReturn:
        """A wrong call."""
        raise Wrong(
            N_("This cannot be understood ({detail}). `{command} --help` tells how it is called."),
            detail=message,
            command=self.prog,
        )


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The call itself needs no heading."""
        super().add_usage(usage, actions, groups, prefix="")

    def start_section(self, heading: str | None) -> None:
        """One list of words and options, without headings in a language the reader may not know."""
        super().start_section(None)
