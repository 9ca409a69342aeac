"""Weighs what a browser fetches, as it comes over the wire: compressed, with its headers."""

from playwright.sync_api import Page


class Scale:
    """Put a page on it, open something, read `bytes` and `urls`; `empty()` before the next."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.on("Network.responseReceived", lambda event: self.urls.append(event["response"]["url"]))
        self.session.on("Network.loadingFinished", lambda event: self.sizes.append(event["encodedDataLength"]))
        self.session.send("Network.enable")
        self.empty()

    def empty(self) -> None:
        self.urls: list[str] = []
        self.sizes: list[float] = []

    @property
    def bytes(self) -> int:
        return round(sum(self.sizes))
