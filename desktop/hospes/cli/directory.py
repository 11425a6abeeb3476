# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes directory FILE`: links between towns anywhere, counted, and beside the numbers others state."""

from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.codes_twinning import PartnershipType
from hospes.domain.directory_counts import By, Compared, Count, Key, Why
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from hospes.cli.parser import Parser
    from hospes.i18n.locale import Locale
    from hospes.transfer.bringing import Checked

REASONS = {
    Why.NOTHING_HERE: N_("No list about these two was brought in here."),
    Why.SAME: N_("Both are the same."),
    Why.KINDS: N_("It comes nearer if only twinnings in the narrow sense are counted."),
    Why.ENDED: N_("It comes nearer if links that have ended are counted too."),
    Why.TWICE: N_("It comes nearer if links that both towns list are counted twice."),
}


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


def key_words(key: "Key", by: By, names: "Mapping[str, str]", locale: "Locale") -> str:
    """What was counted, in words."""
    unknown = locale.text("not known")
    if by is By.KIND:
        return locale.label(PartnershipType(key[0]))
    if by is By.DECADE:
        return locale.text("{year} to {last}", year=key[0], last=int(key[0]) + 9) if key[0] else unknown
    if by is By.COUNTRY:
        return " – ".join(locale.country(code) if code else unknown for code in key)
    sides = ((key[0], key[1]), (key[2], key[3]))
    return " – ".join(area_words(country, names.get(region, region), locale) for country, region in sides)


def area_words(country: str, region: str, locale: "Locale") -> str:
    """A region, or the country where none is known."""
    if region:
        return region
    return locale.country(country) if country else locale.text("not known")


def stated_words(one: Compared, locale: "Locale") -> str:
    """A stated number beside ours, with who and when."""
    said = one.stated
    sides = [
        said.a.region
        or (locale.country(said.a.country) if said.a.country else locale.text("the whole world")),
        said.b.region
        or (locale.country(said.b.country) if said.b.country else locale.text("the whole world")),
    ]
    if said.a.whole and said.b.whole:
        sides = sides[:1]
    values = {
        "what": " – ".join(sides),
        "stated": locale.number(said.count),
        "source": said.source,
        "day": locale.rough(said.as_of) if said.as_of is not None else locale.text("no date"),
    }
    if one.here is None:
        return locale.text("{what}: stated elsewhere {stated} ({source}, {day})", **values)
    return locale.text(
        "{what}: counted here {here} · stated elsewhere {stated} ({source}, {day})",
        here=locale.number(one.here.count),
        **values,
    )


def tell(call: Call, checked: "Checked") -> None:
    """What a list of links said twice, and what was odd in it."""
    from hospes.transfer.directory_list import CheckedDirectory

    if not isinstance(checked, CheckedDirectory):
        return
    for line in notes(checked, call.locale):
        call.print(line)


def notes(checked: "Checked", locale: "Locale") -> list[str]:
    """How many rows said a link again and why, and how many towns the file knew."""
    from hospes.transfer.directory_list import CheckedDirectory, told_twice

    if not isinstance(checked, CheckedDirectory):
        return []
    found = told_twice(checked)
    lines = [
        (found["twice-other-side"], locale.ntext(
            "{n} row has a link again, seen from the other town; it is counted once.",
            "{n} rows have a link again, seen from the other town; each is counted once.",
            found["twice-other-side"],
        )),
        (found["twice"], locale.ntext(
            "{n} row has a link again; it is counted once.",
            "{n} rows have a link again; each is counted once.",
            found["twice"],
        )),
        (found["twice-other-year"], locale.ntext(
            "{n} row has a link again with another year; the first counts.",
            "{n} rows have a link again with another year; the first counts.",
            found["twice-other-year"],
        )),
        (checked.places, locale.ntext(
            "{n} town of the list is one of your towns and regions.",
            "{n} towns of the list are among your towns and regions.",
            checked.places,
        )),
    ]  # fmt: skip
    return [line for n, line in lines if n]


def report(checked: "Checked") -> dict[str, object]:
    """What the JSON of an import says of a list of links beside the contract."""
    from hospes.transfer.directory_list import CheckedDirectory, told_twice

    if not isinstance(checked, CheckedDirectory):
        return {}
    found = told_twice(checked)
    return {
        "links": len(checked.links),
        "from_both_sides": checked.from_both_sides,
        "rows_again": {
            "other_side": found["twice-other-side"],
            "same": found["twice"],
            "other_year": found["twice-other-year"],
        },
        "known_places": checked.places,
    }
