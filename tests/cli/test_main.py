"""The command runs as a module too."""

import subprocess
import sys


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "dragoman", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.startswith("dragoman ")) == (0, True)
