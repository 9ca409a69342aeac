"""Debian's chromium, driven by playwright; where there is none, every browser test is skipped and says so."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or shutil.which("chromium-browser")
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium found (Debian, Ubuntu: apt install chromium)"),
]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
UNLIKE_PHONES = ["--disable-back-forward-cache"]  # phones have it: what "back" shows is tested with it
PATIENCE = 60_000  # milliseconds; only a broken page or a very busy machine ever waits so long


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without anybody in it. Closed before the next file's tests: Django and its loop share no thread."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS, ignore_default_args=UNLIKE_PHONES
        )
        yield browser
        browser.close()
