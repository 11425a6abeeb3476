# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of the pictures on papers."""

from hospes.actions.signatures import PaperPicture, RemoveSignaturePicture, SetLogo, SetSignaturePicture

INK = PaperPicture("image/png", b"\x89PNG\r\n\x1a\nZqxprobe")


def _removed(app, w):
    app.run(SetSignaturePicture(w.barbara, INK))
    return RemoveSignaturePicture(w.barbara)


SAMPLES = {
    "signature-picture-set": lambda app, w: SetSignaturePicture(w.barbara, INK),
    "signature-picture-remove": _removed,
    "association-logo": lambda app, w: SetLogo(INK),
}
