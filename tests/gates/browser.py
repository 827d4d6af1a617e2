"""A real Chromium without a screen, driven over the pipe of its DevTools protocol; the standard library is enough."""

import json
import os
import subprocess
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # CI runs as root, where Chromium refuses its sandbox; it only sees our own pages
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-pipe",
)
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}


class BrowserError(AssertionError):
    """The browser refused a command or a script on the page failed."""


class Tab:
    """One tab: what was asked for over the network while it was open stands in `requests`, violations in `console`."""

    def __init__(self, reading: Any, writing: Any, numbers: Iterator[int]) -> None:
        self._reading, self._writing, self._numbers = reading, writing, numbers
        self._session: str | None = None
        self.requests: list[str] = []
        self.console: list[str] = []
        self._loaded = 0
        self._target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=self._target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """The answer to a command."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._writing.write(json.dumps(message).encode() + b"\0")
        self._writing.flush()
        while (answer := self._next()).get("id") != number:
            pass
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def open(self, page: Path | str) -> None:
        """Load a page and wait until it and its scripts have run."""
        before = self._loaded
        self.call("Page.navigate", url=page if isinstance(page, str) else page.as_uri())
        while self._loaded == before:
            self._next()

    def run(self, script: str) -> Any:
        """The value of an expression on the page; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserError(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")

    def show(self, *, width: int = 1280, height: int = 900, scheme: str = "light", media: str = "") -> None:
        """Give the page a size in CSS pixels, a colour scheme and a medium ("print")."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)

    def scripts(self, *, run: bool) -> None:
        """Switch the scripts of pages on or off, from the next load on."""
        self.call("Emulation.setScriptExecutionDisabled", value=not run)

    def press(self, key: str) -> None:
        """Press and release a key where the focus is: a name of `KEYS` or one character."""
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        code = KEYS.get(key, 0)
        for kind, said in (("keyDown", text), ("keyUp", "")):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, text=said, windowsVirtualKeyCode=code, code=key)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            self.press(letter)

    def picture(self, *, whole: bool = False) -> bytes:
        """The page as PNG, as far as it is seen or whole."""
        return b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"])

    def paper(self) -> bytes:
        """The page printed as PDF."""
        return b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])

    def close(self) -> None:
        """Close the tab; the browser stays."""
        self._session, target = None, self._target
        self.call("Target.closeTarget", targetId=target)

    def _next(self) -> dict[str, Any]:
        read = bytearray()
        while (byte := self._reading.read(1)) != b"\0":
            if not byte:
                raise BrowserError("the browser is gone")
            read += byte
        message = json.loads(read)
        if message.get("sessionId") == self._session:
            self._note(message)
        return message

    def _note(self, message: dict[str, Any]) -> None:
        match message.get("method"):
            case "Page.loadEventFired":
                self._loaded += 1
            case "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
            case "Log.entryAdded":
                self.console.append(message["params"]["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.console.append(json.dumps(message["params"]["exceptionDetails"]))


@contextmanager
def chromium(program: str, profile: Path) -> Iterator[Callable[[], Tab]]:
    """Opens tabs of a fresh browser, which ends with the block."""
    to_browser, from_here = os.pipe()
    to_here, from_browser = os.pipe()
    command = f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}'  # dash knows no pipe above 9
    options = (*OPTIONS, f"--user-data-dir={profile}")
    started = subprocess.Popen(
        ["bash", "-c", command, program, *options],
        pass_fds=(to_browser, from_browser),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_browser)
    os.close(from_browser)
    with started, os.fdopen(to_here, "rb") as reading, os.fdopen(from_here, "wb") as writing:
        try:
            numbers = count(1)
            yield lambda: Tab(reading, writing, numbers)
        finally:
            started.terminate()
