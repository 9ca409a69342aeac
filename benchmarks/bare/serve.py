"""Serves the bare project as ours is served: waitress, 16 threads, one process; migrates first."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import waitress
from django.core.management import call_command

from bare.wsgi import application

if __name__ == "__main__":
    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    waitress.serve(application, host="127.0.0.1", port=int(sys.argv[1]), threads=16)
