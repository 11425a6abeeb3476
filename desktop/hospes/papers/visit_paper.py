# SPDX-License-Identifier: GPL-3.0-or-later
"""What the papers of a visit have in common: a visit to choose, its name over the paper, words for people.

Version, day and the line that says what happens with the paper after the visit stand in the foot of papers
that say who sleeps where (REQ-2-09).
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import TYPE_CHECKING, ClassVar, Final

from hospes.domain.codes import ContactKind
from hospes.domain.names import display_name, for_reader
from hospes.domain.times_of_day import time_words
from hospes.i18n.locale import Locale
from hospes.papers.base import DataT, Needs, OptionsT, Paper, PaperGroup
from hospes.papers.kit.ink import MM
from hospes.papers.kit.tongues import DOT, Pair, Tongues
from hospes.papers.people import name_in_list, phone

if TYPE_CHECKING:
    from hospes.domain.person_name import PersonName
    from hospes.i18n.collation import SortKey
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries.paper_visit import PaperDelegation, PaperGuest, PaperVisit, Spoken, Stay
    from hospes.queries.paper_visit_hosts import PaperHost
    from hospes.queries.person_facts import AddressLines, Reach

PHONES = (ContactKind.MOBILE, ContactKind.PHONE)
"""What is dialled first on the way."""

BOX_HEIGHT: Final = 26 * MM
"""What must be left under a list for the box with whom to call: it shall not be alone on a sheet."""


class VisitPaper(Paper[OptionsT, DataT]):
    """A paper about one visit."""

    group: ClassVar[PaperGroup] = PaperGroup.VISIT
    needs: ClassVar[Needs] = Needs.VISIT


# ---- over and under the paper ----------------------------------------------------------------------------


def visit_lead(visit: "PaperVisit", tongues: Tongues) -> str:
    """`Himmelfahrtsbesuch 2026 · Visite de l'Ascension 2026`."""
    return tongues.each(lambda locale: visit.title(locale.language)).joined()


def visit_when(visit: "PaperVisit", tongues: Tongues) -> str:
    """`13.–17. Mai 2026 · 13–17 mai 2026 · Rosenau`."""
    days = tongues.each(lambda locale: locale.span(visit.first, visit.last)).joined()
    place = tongues.each(lambda locale: town(visit.place, locale.language)).joined(" / ")
    return DOT.join(part for part in (days, place) if part)


def town(names: Mapping[str, str], language: str) -> str:
    """What readers of a language call a town; what it calls itself where they have no name for it."""
    return names.get(language) or names.get("", "")


def version_line(tongues: Tongues, number: int, day: date) -> Pair:
    """`Version 3 of 27 April 2026`."""
    return tongues.each(
        lambda locale: locale.text(
            "Version {number} of {date}", number=str(number), date=locale.date(day, "long")
        )
    )


def foot(tongues: Tongues, *parts: Pair) -> Pair:
    """Sentences of the foot in one line for each language."""
    return Pair(
        sentence(DOT.join(part.first for part in parts if part.first)),
        sentence(DOT.join(part.second or part.first for part in parts if part.first))
        if tongues.second
        else "",
    )


def sum_words(name: Pair, tongues: Tongues) -> str:
    """`Sum: costs`, whole in each language."""
    both = [tongues.first.text("Sum: {what}", what=name.first)]
    if tongues.second is not None:
        both.append(tongues.second.text("Sum: {what}", what=name.second or name.first))
    return " / ".join(dict.fromkeys(both))


def within(label: str, locale: Locale) -> str:
    """A label in the middle of a line: only German writes its nouns with a capital."""
    return label if locale.language == "de" else label[:1].lower() + label[1:]


def sentence(words: str) -> str:
    """Words that stand alone begin with a capital."""
    return words[:1].upper() + words[1:]


def destroy(tongues: Tongues) -> Pair:
    """The line that says what happens with the paper after the visit (REQ-2-09)."""
    return tongues.text("Confidential: destroy after the visit")


# ---- people ----------------------------------------------------------------------------------------------


def listed(name: "PersonName", visit: "PaperVisit", locale: Locale) -> str:
    """`Nowak, Barbara`."""
    return name_in_list(name, visit.home, locale)


def called(name: "PersonName", locale: Locale, *, titles: bool = True) -> str:
    """`Barbara Nowak`, as this reader can read it."""
    return display_name(for_reader(name, locale.code), titles=titles)


def by_name(visit: "PaperVisit", locale: Locale) -> Callable[["PaperGuest"], tuple["SortKey | str", ...]]:
    """The order of a list of guests in a language; equal names stay in one order."""
    from hospes.domain.names import sort_key

    def key(guest: "PaperGuest") -> tuple["SortKey | str", ...]:
        return (*sort_key(guest.name, locale, home=visit.home), str(guest.birth or ""), guest.id.hex)

    return key


def hosts_by_name(locale: Locale) -> Callable[["PaperHost"], tuple["SortKey | str", ...]]:
    """The order of a list of homes."""
    return lambda host: (locale.sort_key(host.name), host.id.hex)


def without_host(guest: "PaperGuest", locale: Locale) -> str:
    """Where somebody sleeps who has no host: their room in a hotel, a hotel, or nowhere yet."""
    if guest.hotel:
        return guest.hotel_room or locale.text("Hotel")
    return locale.text("No host yet")


def age_words(age: int | None, locale: Locale) -> str:
    """`58 years`; nothing where it is not known."""
    return "" if age is None else locale.ntext("{n} year", "{n} years", age)


def spoken_words(spoken: "Spoken", locale: Locale, *, levels: bool = False) -> str:
    """`French, German (a little)`."""
    names = []
    for code, level in spoken:
        name = locale.language_name(code)
        names.append(f"{name} ({locale.label(level)})" if levels and level.value != "4" else name)
    return ", ".join(names)


def readers_of(visit: "PaperVisit", locale: Locale) -> str:
    """The country of those who read a paper: at home for our language, else the language's."""
    if locale.language == Locale.of(visit.home_language).language:
        return visit.home
    return locale.territory or visit.home


def dial(reach: "Reach | None", visit: "PaperVisit", locale: Locale, *, anywhere: bool = False) -> str:
    """A telephone number as the readers dial it.

    `anywhere`: with its country's code, for papers that people of several countries dial from.
    """
    return phone(reach, locale, "" if anywhere else readers_of(visit, locale))


def street_line(address: "AddressLines | None") -> str:
    """`Mühlgasse 14`."""
    if address is None:
        return ""
    return ", ".join(part for part in (address.street, address.extra) if part)


def place_line(address: "AddressLines | None") -> str:
    """`63512 Rosenau`."""
    return " ".join(part for part in (address.postcode, address.town) if part) if address else ""


def delegation_name(one: "PaperDelegation | None", tongues: Tongues) -> Pair:
    """The town of a delegation."""
    if one is None:
        return tongues.text("Without a delegation")
    return tongues.each(lambda locale: one.name(locale.language))


# ---- days and nights -------------------------------------------------------------------------------------


def day_heading(day: date, tongues: Tongues) -> Pair:
    """`Wednesday, 13 May 2026` over the rows of a day: it begins like a sentence, also `Mercredi 13 mai`."""
    return tongues.each(lambda locale: sentence(locale.date(day, "weekday")))


def short_span(first: date | None, last: date | None, locale: Locale) -> str:
    """`Thu 14 May – Sun 17 May`."""
    ends = [locale.date(day, "weekday_short") for day in (first, last) if day is not None]
    return " – ".join(ends)


def stay_words(stay: "Stay", locale: Locale) -> str:
    """From which evening to which morning somebody sleeps in a place: `14 May – 17 May`."""
    ends = [locale.date(day, "day_month") for day in (stay.first, stay.last) if day is not None]
    return " – ".join(ends)


def clock_words(start: time | None, end: time | None, words: str, locale: Locale) -> str:
    """`10:30–11:45`, `10:30`, or the words somebody wrote instead of a time."""
    times = [locale.time(at) for at in (start, end) if at is not None]
    return "–".join(times) or time_words(words, locale)


# ---- emergency -------------------------------------------------------------------------------------------


def emergency_box(flow: "Flow", visit: "PaperVisit", kit: "Kit") -> None:
    """Whom to telephone during the visit: the person in charge of each delegation, a column each."""
    heads = [one for one in visit.delegations if one.coordinator is not None][:3]
    if not heads:
        return
    tongues, styles = kit.tongues, kit.type
    # The paper's first language stands on the left; in one language our own people do, who know the place.
    heads.sort(key=lambda one: (_tongue_for(one.language, tongues) is not tongues.first, one.visiting))
    spoken = [_tongue_for(one.language, tongues) for one in heads]
    if tongues.second is not None and tongues.second not in spoken and len(heads) > 1:
        spoken[-1] = tongues.second  # no delegation speaks it, but its readers need the words as well
    sides = []
    told: set[str] = set()
    for one, tongue in zip(heads, spoken, strict=True):
        title = "" if tongue.code in told else tongue.text("In an emergency during the visit")
        told.add(tongue.code)
        style = styles.body_strong if tongue is tongues.first else styles.body_second
        lines = [(title, style), *((words, styles.small) for words in _head_lines(one, visit, tongue))]
        sides.append(lines)
    flow.box(sides)


def _tongue_for(language: str, tongues: Tongues) -> Locale:
    second = tongues.second
    return second if second is not None and second.language == language else tongues.first


def _head_lines(one: "PaperDelegation", visit: "PaperVisit", locale: Locale) -> Iterable[str]:
    if one.coordinator is None:
        return
    yield f"{called(one.coordinator, locale)} ({one.name(locale.language)})"
    from hospes.queries.person_facts import first_reach

    for kind in PHONES:
        found = dial(first_reach(one.coordinator_reaches, kind), visit, locale, anywhere=True)
        if found:
            yield found
            return
