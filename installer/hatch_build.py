# SPDX-License-Identifier: GPL-3.0-or-later
"""What `pip install .` and `python -m build` do besides copying Python: the package takes its data along.

Fonts, icons, letterheads and help reach the wheel as `hospes/_resources`; of every language its catalogue,
compiled here so that no wheel can lack one, as `hospes/_translations`. An editable install needs neither:
there the package finds both folders in the source tree (`hospes.paths`).
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface):
    """Adds the data folders to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to take along; hatchling calls this before it packs."""
        if self.target_name != "wheel" or version == "editable":
            return
        root, forced = Path(self.root), build_data["force_include"]
        for file in sorted((root / "resources").rglob("*")):
            if file.is_file():
                forced[str(file)] = f"hospes/_resources/{file.relative_to(root / 'resources').as_posix()}"
        sys.path.insert(0, str(root / "desktop"))  # an isolated build does not have the package yet
        from hospes.i18n.catalog import compile_po

        made = Path(self.directory) / "catalogues"
        for source in sorted((root / "translations").glob("*/LC_MESSAGES/*.po")):
            inside = source.relative_to(root / "translations").with_suffix(".mo")
            target = made / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(compile_po(source))
            forced[str(target)] = f"hospes/_translations/{inside.as_posix()}"
