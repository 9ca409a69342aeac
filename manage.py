#!/usr/bin/env python
"""What `./rooted` does not do itself comes here: `./rooted import-struggles` runs the command `import_struggles`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rooted.config.settings")

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line([sys.argv[0], *(word.replace("-", "_") for word in sys.argv[1:2]), *sys.argv[2:]])
