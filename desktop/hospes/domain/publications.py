# SPDX-License-Identifier: GPL-3.0-or-later
"""What was published about the twinning work, by the association or by others (S13)."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class PublicationKind(Code):
    """What was published."""

    NEWSLETTER = "newsletter", N_("Newsletter")
    WEB_ARTICLE = "web-article", N_("Article on the web")
    POST = "post", N_("Post in a social network")
    PRESS_RELEASE = "press-release", N_("Press release")
    BROCHURE = "brochure", N_("Brochure or book")
    EXHIBITION = "exhibition", N_("Exhibition")
    PRESS_ARTICLE = "press-article", N_("Article in the press")
    BROADCAST = "broadcast", N_("Radio or television")
    OTHER = "other", N_("Other publication")


BY_OTHERS = frozenset({PublicationKind.PRESS_ARTICLE, PublicationKind.BROADCAST})
"""What others say about us; all else we say ourselves."""
