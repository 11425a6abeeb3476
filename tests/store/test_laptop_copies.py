# SPDX-License-Identifier: GPL-3.0-or-later
"""The other laptop's file as it came is kept beside our backup, or it is said why not."""

from datetime import UTC, datetime

import pytest

from hospes.domain.errors import UserError
from hospes.store import backup, backup_places
from hospes.store.laptop_copies import keep_copy
from tests.store.world import DAY, founded

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)


def test_a_copy_is_kept_and_a_disk_that_refuses_is_said_in_a_sentence(tmp_path, monkeypatch):
    mine = tmp_path / "mine.hospes"
    founded(mine).close()
    made = backup_places.make(mine, (str(tmp_path),), now=NOW, day=DAY)
    assert backup.check(keep_copy(mine, made)).sequence == made.backup.manifest.sequence

    kept = set(tmp_path.iterdir())

    def full(*_args, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("filelock.FileLock.acquire", full)
    with pytest.raises(UserError) as refused:
        keep_copy(mine, made)
    assert refused.value.code == "disk-full"
    assert set(tmp_path.iterdir()) == kept
