# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes directory FILE`: links between towns anywhere, counted, and beside the numbers others state."""

from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.directory_counts import By, Compared, Count, Key

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE and what is counted by."""
    text = parser.locale.text
    parser.file()
    parser.add_argument(
        "--by", choices=[by.value for by in By], default=By.COUNTRY.value, help=text("what to count by")
    )
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Count and compare."""
    from hospes.domain.directory_counts import counted, total
    from hospes.papers.directory_words import key_words, stated_words
    from hospes.queries.directory import all_compared, lumps, region_names, sources

    by = By(args.by)
    with call.reading(args.file) as app:
        found = app.read(lumps)
        names = app.read(region_names, call.locale.language) if by is By.REGION else {}
        beside = app.read(all_compared, call.locale.language, found)
        lists = app.read(sources)
    counts, whole = counted(found, by), total(found)
    if args.json:
        call.json(
            {
                "links": whole.count,
                "ended": whole.ended,
                "both_sides": whole.both_sides,
                "by": by.value,
                "counts": [_plain(key, count) for key, count in counts.items()],
                "stated": [_plain_stated(one) for one in beside],
                "sources": [
                    {
                        "source": one.source,
                        "links": one.count,
                        "as_of": one.last.isoformat() if one.last else None,
                    }
                    for one in lists
                ],
            }
        )
        return
    locale = call.locale
    call.print(locale.ntext("{n} link", "{n} links", whole.count))
    for key, count in counts.items():
        call.print(f"  {key_words(key, by, names, locale)}: {locale.number(count.count)}")
    for one in beside:
        call.print(stated_words(one, locale))


def _plain(key: "Key", count: Count) -> dict[str, object]:
    return {
        "key": list(key),
        "links": count.count,
        "ended": count.ended,
        "both_sides": count.both_sides,
        "kinds": {kind.value: n for kind, n in sorted(count.kinds.items())},
    }


def _plain_stated(one: Compared) -> dict[str, object]:
    said = one.stated
    return {
        "code": said.code,
        "between": [said.a.region or said.a.country, said.b.region or said.b.country],
        "stated": said.count,
        "as_of": str(said.as_of) if said.as_of is not None else None,
        "source": said.source,
        "here": one.here.count if one.here is not None else None,
        "reasons": [why.value for why in one.reasons],
    }
