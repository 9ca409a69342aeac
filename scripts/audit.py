"""Asks whether a package that Rooted installs has a known hole: pip-audit over the lock file with everything in it.

Ends with 1 when there is a hole, or when only some packages could be asked about. Where no advisory service answers it
says so and ends with 0, so that a machine without a network is not stopped; with --must-answer it ends with 3.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SERVICES = ("osv", "pypi")
OPTIONS = ["--require-hashes", "--disable-pip", "--progress-spinner=off", "--timeout=10", "--format=json"]
NO_ANSWER = ("ConnectionError", "Timeout", "HTTPError", "ServiceError")  # in what pip-audit says when it is cut off


def ask(service: str) -> list[dict]:
    """What `service` says of each package; empty if it does not answer."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer.json")
        command = [sys.executable, "-m", "pip_audit", *OPTIONS, f"--vulnerability-service={service}", f"-o={answer}"]
        command += ["-r", str(ROOT / "requirements-postgres.txt")]
        run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
        packages = json.loads(answer.read_text())["dependencies"] if answer.exists() else []
    if not packages and not any(word in run.stderr for word in NO_ANSWER):
        raise SystemExit(f"pip-audit failed:\n{run.stderr[-2000:]}")
    return packages if any("vulns" in package for package in packages) else []


def judge(packages: list[dict]) -> int:
    """Print each hole and each package nobody knows; 1 if there is any."""
    bad = [package for package in packages if package.get("vulns") or "vulns" not in package]
    for package in bad:
        known = ", ".join(hole["id"] for hole in package.get("vulns", [])) or package.get("skip_reason", "")
        print(f"{package['name']} {package.get('version', '')}: {known}")
    print(f"{len(packages)} packages asked about, {len(bad)} to look at")
    return int(bool(bad))


def main() -> int:
    for service in SERVICES:
        packages = ask(service)
        if packages:
            return judge(packages)
    print("NOT AUDITED: no advisory service answers from this machine. Run `make audit` on one with a network.")
    return 3 if "--must-answer" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
