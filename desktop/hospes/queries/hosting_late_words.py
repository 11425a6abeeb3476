# SPDX-License-Identifier: GPL-3.0-or-later
"""What to tell whom on the telephone after a late change, in the words of window and command line."""

from hospes.i18n.locale import Locale
from hospes.queries.hosting_late import GuestCall, HomeCall, Number


def _numbers(locale: Locale, numbers: tuple[Number, ...]) -> str:
    return ", ".join(
        locale.text("{name} {number}", name=one.name, number=one.value) if one.name else one.value
        for one in numbers[:2]
    )


def guest_line(locale: Locale, call: GuestCall) -> str:
    """What to tell a guest."""
    after, before = locale.listing(call.after), locale.listing(call.before)
    if call.after and call.before:
        said = locale.text("{guest} moves from {home} to {other}", guest=call.name, home=before, other=after)
    elif call.after:
        said = locale.text("{guest} stays with {home}", guest=call.name, home=after)
    else:
        said = locale.text("{guest} has no bed any more", guest=call.name)
    numbers = _numbers(locale, call.phones)
    return locale.text("{line}: {phones}", line=said, phones=numbers) if numbers else said


def home_line(locale: Locale, call: HomeCall) -> str:
    """What to tell a host family."""
    come, gone = locale.listing(call.come), locale.listing(call.gone)
    if call.come and call.gone:
        said = locale.text("{home}: {come} in place of {gone}", home=call.name, come=come, gone=gone)
    elif call.come:
        said = locale.ntext(
            "{home}: {come} comes", "{home}: {come} come", len(call.come), home=call.name, come=come
        )
    else:
        said = locale.ntext(
            "{home}: {gone} does not come",
            "{home}: {gone} do not come",
            len(call.gone),
            home=call.name,
            gone=gone,
        )
    numbers = _numbers(locale, call.phones)
    return locale.text("{line} ({phones})", line=said, phones=numbers) if numbers else said
