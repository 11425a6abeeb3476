# SPDX-License-Identifier: GPL-3.0-or-later
"""Making papers the way window and command line do."""

from hospes.papers.base import Scope
from hospes.papers.making import draw, find_paper, gather, tabulate
from hospes.papers.options import read_options


def gathered(
    app,
    code,
    *,
    language="",
    second="",
    people=None,
    person=None,
    visit=None,
    draw_id=None,
    twinning=None,
    project=None,
    filter="",  # noqa: A002 - the grammar's name
    **options,
):
    paper = find_paper(code)
    given = {name.replace("_", "-"): str(value) for name, value in options.items()}
    if language:
        given["language"] = language
    if second:
        given["second-language"] = second
    scope = Scope(app.today, filter, people, person, visit, draw_id, twinning=twinning, project=project)
    return app.read(gather, paper, read_options(paper.options, given), scope)


def paper(app, code, **more):
    return draw(gathered(app, code, **more))


def table(app, code, **more):
    return tabulate(gathered(app, code, **more))
