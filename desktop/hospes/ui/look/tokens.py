# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours, by what they are for (design 10.1), in light and dark.

Nothing else in the window names a colour. `tests/ui/look/test_tokens.py` computes the contrasts again, so a
colour that can no longer be read fails there and not in front of somebody of eighty.
"""

from typing import Final, NamedTuple


class Palette(NamedTuple):
    """One set of colours, each `#RRGGBB`."""

    dark: bool
    window: str  # ground
    surface: str  # cards, fields, tables
    sunken: str  # table head, side columns
    alt: str  # every second row
    rail: str  # rail, menu bar
    rail_sel: str  # chosen place
    text: str
    muted: str  # second line, heads
    border: str  # lines that only please
    ctl: str  # borders that mean a control
    home: str  # our town, main colour, links
    home_hover: str  # the main button under the mouse
    home_soft: str
    on_home: str  # text on home
    partner: str  # partner town
    partner_soft: str
    third: str  # a third town, always with a triangle
    fourth: str  # a fourth town, always with a diamond
    ok: str  # done, fits
    ok_soft: str
    warn: str  # look here
    warn_soft: str
    amber: str  # bar fill of warn
    err: str  # broken, blocks
    err_soft: str
    sel: str  # chosen row
    hover: str  # under the mouse
    bar: str  # empty part of bars
    focus: str  # focus ring, nothing else
    paper: str  # preview sheet, always white
    shadow: str  # under the preview sheet


LIGHT: Final = Palette(
    dark=False,
    window="#F5F0E6",
    surface="#FFFDF8",
    sunken="#EFE8DA",
    alt="#FAF6EC",
    rail="#E8DFCD",
    rail_sel="#FFFDF8",
    text="#25221D",
    muted="#5A5346",
    border="#DCD2BF",
    ctl="#857C6A",
    home="#1B5A66",
    home_hover="#144650",
    home_soft="#DFECEC",
    on_home="#FFFFFF",
    partner="#96402A",
    partner_soft="#F8E6DC",
    third="#5B4A8A",
    fourth="#4F6128",
    ok="#2C6638",
    ok_soft="#E3EFDF",
    warn="#7A4F00",
    warn_soft="#FAEDCB",
    amber="#9E690B",
    err="#9E2427",
    err_soft="#FBE7E3",
    sel="#D9E8E8",
    hover="#F3ECDF",
    bar="#E4DAC6",
    focus="#2457C5",
    paper="#FFFFFF",
    shadow="#D8CDB8",
)

DARK: Final = Palette(
    dark=True,
    window="#1D1C19",
    surface="#272521",
    sunken="#201E1B",
    alt="#2A2824",
    rail="#171613",
    rail_sel="#302D28",
    text="#F2EDE3",
    muted="#BFB7A8",
    border="#423E36",
    ctl="#8F8777",
    home="#84C7D0",
    home_hover="#A0D6DD",
    home_soft="#1F3A3F",
    on_home="#0B2429",
    partner="#F0A588",
    partner_soft="#44291F",
    third="#C5B5F0",
    fourth="#BFD08F",
    ok="#A0CFA2",
    ok_soft="#24382A",
    warn="#EBC56C",
    warn_soft="#3D3115",
    amber="#EBC56C",
    err="#F4A39C",
    err_soft="#472422",
    sel="#21393D",
    hover="#2E2B26",
    bar="#3A362F",
    focus="#9DB8FF",
    paper="#FFFFFF",
    shadow="#12110F",
)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2.2 defines it, from 1 (equal) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """The colour between two: `share` 0 is `one`, 1 is `other`."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (v / 255 for v in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
