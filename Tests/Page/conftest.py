"""Sites of 5 and of 235 vaults, and a browser to look at them."""

import functools
import http.server
import os
import pathlib
import subprocess
import threading

import pytest
from selenium import webdriver

import invented

TOOL = os.environ["BERAYIELD"]


class Site:
    """A site in a folder, as a web server has it and as a file."""

    def __init__(self, folder, count):
        self.count = count
        self.folder = pathlib.Path(folder) / "public"
        for day, name in enumerate(["before.json", "after.json"]):
            (pathlib.Path(folder) / name).write_text(invented.snapshot(count, day), encoding="utf-8")
        subprocess.run(
            [TOOL, "page", "after.json", "--before", "before.json", "-o", "public"], cwd=folder, check=True)
        handler = functools.partial(QuietHandler, directory=str(self.folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.http = f"http://127.0.0.1:{self.server.server_port}/"
        self.file = self.folder.as_uri() + "/"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """A web server that says nothing."""

    def log_message(self, *_):
        """Nothing."""


class Browser:
    """Chromium without a window."""

    def __init__(self):
        options = webdriver.ChromeOptions()
        for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        service = webdriver.ChromeService(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver"))
        self.driver = webdriver.Chrome(options=options, service=service)

    def run(self, script, *arguments):
        """What a script in the page returns."""
        return self.driver.execute_script(script, *arguments)

    def command(self, name, **parameters):
        """A command of the browser's own protocol."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def look(self, address, width=1280, is_dark=False, is_print=False, has_script=True):
        """Opens a page in some light."""
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                     mobile=width < 600)
        self.command("Emulation.setEmulatedMedia", media="print" if is_print else "screen", features=[
            {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}])
        self.command("Emulation.setScriptExecutionDisabled", value=not has_script)
        self.driver.get_log("browser")
        self.driver.get(address)

    def complaints(self):
        """What the console says since the page was opened."""
        return self.driver.get_log("browser")


@pytest.fixture(scope="session", params=[5, 235])
def site(request, tmp_path_factory):
    """A site of some vaults."""
    site = Site(tmp_path_factory.mktemp(f"site{request.param}"), request.param)
    yield site
    site.server.shutdown()


@pytest.fixture(scope="session")
def history(tmp_path_factory):
    """The folder of the page of the recorded store."""
    folder = tmp_path_factory.mktemp("history") / "public"
    store = pathlib.Path(__file__).parents[2] / "data/recorded/history.sqlite"
    subprocess.run([TOOL, "page", store, "-o", folder], check=True)
    return folder


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests."""
    browser = Browser()
    yield browser
    browser.driver.quit()
