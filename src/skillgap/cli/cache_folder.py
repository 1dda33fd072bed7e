"""Where this machine keeps what can be made again, and how a long compilation is told."""

from __future__ import annotations

import os
import sys
import time
from typing import IO, Final

from skillgap.loading.cache.folder import CacheFolder

QUIET_SECONDS: Final = 2.0
QUIET_SECONDS_WATCHED: Final = 0.5
"""How long nothing is said: what is over by then needs no words."""

BETWEEN_SECONDS: Final = 0.2
BETWEEN_SECONDS_UNWATCHED: Final = 10.0
ERASE_LINE: Final = "\r\x1b[K"


def user_cache_folder() -> str | None:
    """Return the folder for compiled catalogs, None where the machine names none.

    `XDG_CACHE_HOME` goes first everywhere; else it is the platform's own: `LOCALAPPDATA` on
    Windows, `~/Library/Caches` on macOS, `~/.cache` elsewhere.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    if is_absolute(named):
        return os.path.join(named, "skillgap")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return os.path.join(local, "skillgap", "Cache") if local else None
    home = os.path.expanduser("~")
    inside = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return os.path.join(home, inside, "skillgap") if is_absolute(home) else None


def is_absolute(folder: str) -> bool:
    """Say whether a folder is the same wherever one stands: on Windows, with its drive."""
    has_drive = sys.platform != "win32" or os.path.splitdrive(folder)[0] != ""
    return os.path.isabs(folder) and has_drive


def open_cache(*, no_cache: bool) -> CacheFolder | None:
    """Return the cache that a command uses, None for none."""
    folder = None if no_cache else user_cache_folder()
    return None if folder is None else CacheFolder(folder, Telling(sys.stderr))


class Telling:
    """Tells on a stream how a compilation comes along: soon in a terminal, else later.

    In a terminal it is one line, which is gone in the end.
    """

    def __init__(self, stream: IO[str] | None) -> None:
        """Start the clock with the first word."""
        self.stream = stream
        self.is_watched = stream is not None and stream.isatty()
        self.started: float | None = None
        self.last = 0.0
        self.is_drawn = False

    def __call__(self, what: str, done: int, total: int) -> None:
        """Say what is being done, as often as is useful; without a text it is over."""
        now = time.monotonic()
        if self.started is None:
            self.started = now
        if not what:
            self.erase()
            return
        quiet = QUIET_SECONDS_WATCHED if self.is_watched else QUIET_SECONDS
        if self.stream is None or now - self.started < quiet:
            return
        pause = BETWEEN_SECONDS if self.is_watched else BETWEEN_SECONDS_UNWATCHED
        if now - self.last < pause and self.last:
            return
        self.last = now
        share = f" {100 * done // total}%" if total else ""
        try:
            if self.is_watched:
                self.stream.write(f"{ERASE_LINE}compiling the catalog: {what}{share}")
                self.is_drawn = True
            else:
                self.stream.write(f"compiling the catalog: {what}{share}\n")
            self.stream.flush()
        except (OSError, ValueError):
            self.stream = None

    def erase(self) -> None:
        """Take the line away."""
        if self.is_drawn and self.stream is not None:
            self.is_drawn = False
            try:
                self.stream.write(ERASE_LINE)
                self.stream.flush()
            except (OSError, ValueError):
                self.stream = None
