"""axe-core on one page: WCAG 2.2 A and AA and what axe calls good practice."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # all rules of these tags that look at colours
RUN = """async ([runOnly]) => {
  const found = await axe.run({runOnly, resultTypes: ["violations"], preload: false});
  return found.violations.map(v => `${v.id} (${v.help}): ` + v.nodes.slice(0, 3).map(n => n.html).join(" | "));
}"""


def findings(page: Page, *, colours_alone: bool = False) -> list[str]:
    """One line per rule that is broken. The page is asked from outside: its own rules for scripts stay in force."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    only = {"type": "rule", "values": COLOURS} if colours_alone else {"type": "tag", "values": TAGS}
    return page.evaluate(RUN, [only])
