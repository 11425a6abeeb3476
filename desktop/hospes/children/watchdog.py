# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory another process uses, asked from outside.

POSIX systems stop a greedy child themselves, by address space; how much it really uses, and everything on
Windows, has to be looked at while it runs.
"""

import ctypes
import os
import sys
from pathlib import Path


def memory_of(pid: int) -> int:
    """Bytes of memory in use by a process; 0 when it is gone or the system does not say."""
    if sys.platform == "win32":
        return _windows(pid)
    try:
        fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _windows(pid: int) -> int:
    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS."""

        _fields_ = (
            ("cb", ctypes.c_uint32),
            ("page_faults", ctypes.c_uint32),
            ("peak_working_set", ctypes.c_size_t),
            ("working_set", ctypes.c_size_t),
            ("peak_paged_pool", ctypes.c_size_t),
            ("paged_pool", ctypes.c_size_t),
            ("peak_nonpaged_pool", ctypes.c_size_t),
            ("nonpaged_pool", ctypes.c_size_t),
            ("pagefile", ctypes.c_size_t),
            ("peak_pagefile", ctypes.c_size_t),
        )

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  the name exists on Windows only
    query_and_read = 0x0410
    process = kernel.OpenProcess(query_and_read, False, pid)
    if not process:
        return 0
    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    try:
        known = kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
        return int(counters.pagefile) if known else 0
    finally:
        kernel.CloseHandle(process)
