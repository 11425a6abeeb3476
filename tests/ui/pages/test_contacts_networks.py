# SPDX-License-Identifier: GPL-3.0-or-later
"""The networks and umbrellas Hospes knows come in with one press, each once; one undo takes them back."""

from urllib.parse import urlsplit

from hospes.actions.organisations import AddOrganisation
from hospes.domain.codes import OrganisationKind
from hospes.queries.networks import networks, networks_missing


def test_the_starter_list_is_whole():
    for one in networks():
        assert OrganisationKind(one.kind)
        assert set(one.names) == {"de", "en", "fr", "pl"}
        assert all(urlsplit(site).scheme == "https" for site in one.websites)
        assert one.source.startswith("http")
    assert len({one.code for one in networks()}) == len(networks())


def test_networks_come_in_once(at):
    at.go("contacts", view="organisations")
    at.click("contacts.networks")
    assert at.app.read(networks_missing) == ()
    assert not at.there("contacts.networks")
    at.app.undo()
    assert len(at.app.read(networks_missing)) == len(networks())
    at.app.run(AddOrganisation("vereinigung deutsch-französischer Gesellschaften für Europa"))
    assert "vdfg" not in {one.code for one in at.app.read(networks_missing)}
