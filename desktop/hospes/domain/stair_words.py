# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a remark sounds as if steps were difficult for somebody, in whatever language it was written.

A remark is read by people. This only lets the program ask whether a step-free home is needed, instead of
letting “fauteuil roulant” stand in a list where nobody looks while a home up three floors is suggested.
"""

from hospes.i18n.fold import fold

WORDS = (
    # English
    "wheelchair", "walker", "walking frame", "zimmer frame", "crutch", "walking stick", "stairs",
    "reduced mobility", "limited mobility", "step free", "ground floor", "walking difficult",
    # German
    "rollstuhl", "rollator", "gehhilfe", "gehbehindert", "gehstock", "gehbehinderung", "krücken", "treppe",
    "stufen", "barrierefrei", "ebenerdig", "erdgeschoss", "schlecht zu fuß", "gehstützen",
    # French
    "fauteuil roulant", "déambulateur", "béquille", "mobilité réduite", "pmr", "escalier",
    "rez de chaussée", "plain pied", "canne", "difficulté à marcher", "difficultés à marcher",
    # Polish
    "wózek inwalidzki", "wózku inwalidzkim", "na wózku", "balkonik", "chodzik", "o kulach",
    "kule ortopedyczne", "schody", "schodów", "schodach", "niepełnosprawność ruchowa",
    "trudności z chodzeniem", "parter", "bez barier",
)  # fmt: skip
_FOLDED = tuple(fold(word) for word in WORDS)
WHOLE = frozenset(fold(word) for word in ("pmr", "canne", "parter", "walker", "stairs", "schody"))
"""Words that other words begin or end with: only as they stand."""


def sounds_like_stairs(*texts: str) -> bool:
    """Whether one of some remarks speaks of walking badly, of stairs or of a ground floor."""
    for text in texts:
        said = f" {fold(text)} "
        if any((f" {word} " if word in WHOLE else word) in said for word in _FOLDED):
            return True
    return False
