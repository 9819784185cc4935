"""The page in Chromium: what it shows, in any light and width, to any reader, and what it lets nobody do."""

from fractions import Fraction

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import exact
import invented

ROWS = """
  return Array.from(document.querySelectorAll("table.vaults tbody tr"), (row) => ({
    link: row.querySelector("a").getAttribute("href"), isHidden: row.hidden,
    keys: Array.from(row.cells, (cell) => cell.dataset.key ?? null),
    text: Array.from(row.cells, (cell) => cell.textContent)}))"""
HEADS = "return Array.from(document.querySelectorAll('table.vaults thead th'), (head) => head.textContent)"
VIEWS = [(1280, False), (1280, True), (390, False), (390, True), (700, False), (1000, False)]


def pages(site):
    """The first page and a few vaults' pages."""
    names = sorted(path.name for path in (site.folder / "vault").iterdir())
    return ["index.html"] + [f"vault/{name}" for name in names[:5]]


@pytest.mark.parametrize("width, is_dark", VIEWS)
def test_nothing_is_wider_than_the_screen_and_nothing_complains(site, browser, width, is_dark):
    for page in pages(site):
        for root in (site.http, site.file):
            browser.look(root + page, width, is_dark)
            assert browser.complaints() == [], page
        wide = browser.run("""
          const edge = document.documentElement.clientWidth;
          return Array.from(document.querySelectorAll("body *"))
            .filter((e) => !e.closest("svg") && !e.closest("caption") && !e.classList.contains("skip"))
            .filter((e) => e.getBoundingClientRect().right > edge + 1)
            .map((e) => e.outerHTML.slice(0, 200)).slice(0, 3)""")
        assert wide == [], page
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), page


def test_values_are_those_of_the_snapshot(site, browser):
    browser.look(site.http + "index.html")
    heads = browser.run(HEADS)
    rows = browser.run(ROWS)
    assert len(rows) == site.count
    shown = {row["link"]: dict(zip(heads, row["keys"])) for row in rows}
    for vault in exact.vaults(site.folder):
        assert shown[f"vault/{vault.address}.html"] == vault.keys(), vault.address


def order(vaults, column, is_descending):
    """The addresses in the order of a column: what has no value last, what is equal as it stood."""
    def value(vault):
        key = vault.keys()[column]
        if column in ("vault", "status"):
            return key.encode("utf-16-be")
        return Fraction(key)

    known = [v for v in vaults if v.keys()[column] is not None]
    # Python's sort is stable both ways only if equal values keep their order: reverse= keeps it.
    known.sort(key=value, reverse=is_descending)
    return [v.address for v in known + [v for v in vaults if v.keys()[column] is None]]


def test_every_column_sorts_both_ways(site, browser):
    browser.look(site.http + "index.html")
    vaults = {v.address: v for v in exact.vaults(site.folder)}

    def standing():
        return [row["link"][len("vault/"):-len(".html")] for row in browser.run(ROWS)]

    now = standing()
    assert now == order(list(vaults.values()), "TVL, USD", True)
    for index, column in enumerate(browser.run(HEADS)):
        for _ in range(2):
            before = [vaults[address] for address in now]
            browser.run(f"document.querySelectorAll('table.vaults thead button')[{index}].click()")
            head = browser.driver.find_elements(By.CSS_SELECTOR, "table.vaults thead th")[index]
            way = head.get_attribute("aria-sort")
            assert len(browser.driver.find_elements(By.CSS_SELECTOR, "[aria-sort]")) == 1
            now = standing()
            assert now == order(before, column, way == "descending"), (column, way)


def test_search(site, browser):
    browser.look(site.http + "index.html")
    field = browser.driver.find_element(By.CSS_SELECTOR, "input[type=search]")
    vaults = exact.vaults(site.folder)
    for wanted in ["vault 1", vaults[3].address[-6:], "  IMG ", "nothing is called so", "中文", ""]:
        field.clear()
        field.send_keys(wanted or "x" + Keys.BACKSPACE)
        text = wanted.strip().lower()
        expected = {v.address for v in vaults if text in f"{exact.written_out(v.name)} {exact.written_out(v.symbol)}".lower()
                    or text in f"vault/{v.address}.html" or text in f"{v.address[:6]}..{v.address[-4:]}"}
        shown = {r["link"][len("vault/"):-len(".html")] for r in browser.run(ROWS) if not r["isHidden"]}
        assert shown == expected, wanted
        count = browser.driver.find_element(By.CSS_SELECTOR, ".tools [aria-live=polite]").text
        assert count == f"{len(expected)} of {site.count}"
        visible = browser.run(
            "return Array.from(document.querySelectorAll('table.vaults tbody tr'))"
            ".filter((row) => row.getClientRects().length > 0).length")
        assert visible == len(expected)


def test_keyboard(site, browser):
    browser.look(site.http + "index.html")
    def press(key):
        ActionChains(browser.driver).send_keys(key).perform()

    def focused():
        return browser.driver.switch_to.active_element

    press(Keys.TAB)
    assert focused().text == "Skip to the content"
    press(Keys.ENTER)
    assert browser.driver.current_url.endswith("#content")
    for _ in range(40):
        press(Keys.TAB)
        if focused().tag_name == "button":
            break
    assert focused().text == "vault"
    outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    for way in ("ascending", "descending"):
        press(Keys.SPACE if way == "ascending" else Keys.ENTER)
        assert focused().find_element(By.XPATH, "..").get_attribute("aria-sort") == way


def test_without_script_all_is_there(site, browser):
    for width in (1280, 390):
        browser.look(site.http + "index.html", width, has_script=False)
        assert browser.complaints() == []
        assert browser.driver.find_elements(By.CSS_SELECTOR, "button, input") == []
        rows = browser.driver.find_elements(By.CSS_SELECTOR, "table.vaults tbody tr")
        assert len(rows) == site.count and all(row.is_displayed() for row in rows[:5])
        assert rows[0].find_element(By.CSS_SELECTOR, "time").text.startswith("2026-11-03T12:00:00Z")
    browser.command("Emulation.setScriptExecutionDisabled", value=False)


def test_a_hostile_name_stays_text(site, browser):
    names = invented.HOSTILE[:site.count]
    browser.look(site.http + "index.html")
    heads = [row["text"][0] for row in browser.run(ROWS)]
    for name in names:
        assert any(head.startswith(exact.written_out(name)) for head in heads), name
    for vault in exact.vaults(site.folder):
        assert any(exact.written_out(vault.symbol) in head for head in heads), vault.symbol
    for page in pages(site):
        browser.look(site.http + page)
        assert browser.run("""
          return document.querySelectorAll(
            "img, iframe, script:not([src]), style, [style], [onerror], [onload], a[href^='javascript:']").length
            + Array.from(document.querySelectorAll("script")).filter((s) => !s.src.endsWith("/table.js")).length
          """) == 0
        assert len(browser.driver.find_elements(By.TAG_NAME, "h1")) == 1
        # What somebody brought in would not run either.
        browser.run("""
          const script = document.createElement("script");
          script.textContent = "document.title = 'owned'";
          document.body.append(script)""")
        assert browser.driver.title != "owned"


def luminance(colour):
    """The relative luminance of `rgb(...)`, as WCAG defines it."""
    parts = [int(float(p)) / 255 for p in colour[colour.index("(") + 1:-1].split(",")[:3]]
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("is_dark", [False, True])
def test_text_stands_out(site, browser, is_dark):
    grounds = set()
    for page in pages(site)[:2]:
        browser.look(site.http + page, is_dark=is_dark)
        ground, *colours = browser.run("""
          const colour = (e, name) => getComputedStyle(e)[name];
          const found = Array.from(document.querySelectorAll("h1, th, td, a, .mut, .status, .big, .warning"));
          return [colour(document.body, "backgroundColor"), ...new Set(found.map((e) => colour(e, "color")))]""")
        grounds.add(ground)
        for colour in colours:
            light, dark = sorted([luminance(colour), luminance(ground)], reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (page, colour, ground)
    assert len(grounds) == 1 and (luminance(grounds.pop()) < 0.1) == is_dark


@pytest.mark.parametrize("width", [1280, 390])
def test_a_screen_reader_finds_its_way(site, browser, width):
    browser.look(site.http + "index.html", width)
    nodes = browser.command("Accessibility.getFullAXTree")["nodes"]
    def of(role):
        return [n.get("name", {}).get("value") for n in nodes
                if n.get("role", {}).get("value") == role and not n.get("ignored")]

    assert "All vaults" in of("table")
    assert len(of("rowheader")) >= site.count
    assert {"vault", "status", "APR", "TVL, USD"} <= {name.strip(" ↓↑") for name in of("columnheader")}
    assert [name for name in of("searchbox")] == ["Search"]
    assert browser.run("return document.documentElement.lang") == "en"
    for page in pages(site):
        browser.look(site.http + page, width)
        assert browser.run("return document.querySelectorAll('th:not([scope])').length") == 0
        assert browser.run("return Array.from(document.querySelectorAll('svg'))"
                           ".filter((s) => !s.querySelector('title')).length") == 0


def test_print(site, browser):
    browser.look(site.http + "index.html", 700, is_print=True)
    assert not browser.driver.find_element(By.CSS_SELECTOR, ".tools").is_displayed()
    rows = browser.driver.find_elements(By.CSS_SELECTOR, "table.vaults tbody tr")
    assert all(row.is_displayed() for row in rows[:5])
    pdf = browser.command("Page.printToPDF", preferCSSPageSize=True)["data"]
    assert len(pdf) > 10_000


@pytest.mark.parametrize("width, is_dark", [(1280, False), (390, True)])
def test_a_history_has_curves(history, browser, width, is_dark):
    curves = {}
    for page in sorted((history / "vault").iterdir()):
        browser.look(page.as_uri(), width, is_dark)
        assert browser.complaints() == [], page
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), page
        heads = browser.run("return Array.from(document.querySelectorAll('h2'), (head) => head.textContent)")
        if "Over time" not in heads:
            continue
        curves[page.name] = browser.run("""
          const titles = Array.from(document.querySelectorAll("svg"), (plot) => plot.querySelector("title"));
          return titles.map((title) => title.textContent)""")
        colours = browser.run("return getComputedStyle(document.querySelector('svg .by-bg')).fill")
        assert (luminance(colours) < 0.1) == is_dark
    assert len(curves) > 5 and all("TVL" in titles for titles in list(curves.values())[1:4])
    browser.look((history / "index.html").as_uri(), width, is_dark)
    assert browser.complaints() == []
    rows = browser.run(ROWS)
    realized = [row["keys"][3] for row in rows]
    assert len(rows) == 10 and any(value is not None for value in realized)


def test_links_lead_to_files(site, browser):
    browser.look(site.http + "index.html")
    links = browser.run("return Array.from(document.querySelectorAll('a'), (a) => a.getAttribute('href'))")
    for link in links:
        assert link.startswith("#") or (site.folder / link).is_file(), link
    assert len({link for link in links if link.startswith("vault/")}) == site.count
    browser.look(site.file + pages(site)[1])
    browser.driver.find_element(By.LINK_TEXT, "All vaults").click()
    assert browser.driver.current_url == site.file + "index.html"
