"""`python -m tests.walk.propose_access`: ask every route again and write tests/access.csv; read it with `git diff`."""

import os
import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    os.environ["ROOTED_WRITE_ACCESS_TABLE"] = "1"
    test = Path(__file__).resolve().parents[1] / "test_access.py"
    sys.exit(pytest.main(["-q", "-m", "long or not long", "-k", "access_table", str(test)]))
