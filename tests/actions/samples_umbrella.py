# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of associations under one umbrella, on the small world."""

from hospes.actions.umbrella import AddAssociation, PutAssociationAway

SAMPLES = {
    "association-add": lambda app, w: AddAssociation("Zqxprobe Ost e.V.", "Ost"),
    "association-bin": lambda app, w: PutAssociationAway(app.run(AddAssociation("Zqxprobe West")).result),
}
