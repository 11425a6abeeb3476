# SPDX-License-Identifier: GPL-3.0-or-later
"""Making drafts and checked lists in tests, without a child process."""

from hospes.i18n.locale import Locale
from hospes.transfer.bringing import check, draft_of
from hospes.transfer.meaning import Setting, understand
from hospes.transfer.reading import Grid, Head
from tests.transfer.conftest import TODAY


def grid(*rows, form="csv"):
    return Grid(
        Head(form, encoding="utf-8", delimiter=";"), [(n, list(row)) for n, row in enumerate(rows, 1)]
    )


def table(text, sign=";"):
    """A grid of lines."""
    return grid(*(line.split(sign) for line in text.strip("\n").split("\n")))


def draft(text, source="auto", sign=";"):
    return draft_of(table(text, sign) if isinstance(text, str) else text, "list.csv", source)


def fields(made):
    """Heading to field."""
    return {column.heading: column.field for column in made.columns}


def understood(text, *, kind="members", country="DE", order=None, source="auto", language="de"):
    made = draft(text, source)
    setting = Setting(Locale.of(language), TODAY, country, "EUR", kind, order)
    return understand(made.table, made.columns, setting, made.known)


def people(text, **options):
    return understood(text, **options).people


def checked(app, text, **options):
    made = text if hasattr(text, "columns") else draft(text, options.pop("source", "auto"))
    return check(made, app.read, Locale.of("en"), app.today, **options)


def bring_in(app, text, **options):
    """Bring a list in; gives what was checked."""
    found = checked(app, text, **options)
    app.run(found.action())
    return found


def counts(found):
    return {
        fate.value: found.plan.count(fate) for fate in type(found.plan.rows[0].fate) if found.plan.count(fate)
    }
