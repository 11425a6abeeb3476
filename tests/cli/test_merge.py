# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes merge`: the answers of decision 26, on the example's two laptops."""

import json


def test_conflicts_without_take_change_nothing_then_they_wait_then_nothing_is_new(
    hospes, example, laptop_once
):
    before = hospes("info", example, "--json").json["steps"]
    refused = hospes("merge", example, laptop_once)
    assert refused.code == 1
    assert "2 changes need your decision, so nothing was brought in" in refused.err
    assert "Anne Leroy · E-mail" in refused.out
    assert "a.leroy@orange.example" in refused.out
    assert "anne.leroy@free.example" in refused.out
    assert hospes("info", example, "--json").json["steps"] == before
    assert hospes("backups", example, "--json").json == []

    done = hospes("merge", example, laptop_once, "--take", "later", "--json")
    assert done.code == 0
    told = json.loads(done.out)
    assert (told["brought_in"], told["waiting"], told["changes"]) == (12, 2, 14)
    assert [one["code"] for one in told["decide"]] == ["field", "gone-there"]
    assert len(hospes("backups", example, "--json").json) == 2

    again = hospes("merge", example, laptop_once)
    assert (again.code, again.out.strip()) == (0, "Nothing new in this file.")
    assert hospes("undo", example).code == 0
