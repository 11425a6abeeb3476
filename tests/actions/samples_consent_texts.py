# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample of the words of a consent."""

from hospes.actions.consents import SetConsentText
from hospes.domain.codes import ConsentPurpose

SAMPLES = {
    "consent-text": lambda app, w: SetConsentText(ConsentPurpose.PHOTO_WEB, "2026", "de", "Fotos im Netz"),
}
