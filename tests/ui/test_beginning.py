"""The start: what it leaves out."""

import subprocess
import sys


def test_the_start_reads_no_source_text() -> None:
    """PySide would read the source of each module that is imported after it."""
    script = """
import linecache
read = []
linecache.updatecache = lambda name, *rest: read.append(name) or []
import ui.app
import ui.desk
assert not [name for name in read if "numpy" in name or "workshop" in name or "ui" in name.split("/")], read
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
