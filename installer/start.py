# SPDX-License-Identifier: GPL-3.0-or-later
"""The program file of a frozen build; it does what `python -m hospes` does, also as its own child process."""

import sys

from hospes.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
