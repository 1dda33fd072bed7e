"""Files that a person keeps, changed under a lock: the old or the new, never half."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from skillgap.cli.streams import replace_file
from skillgap.errors import UserError

BYTE_ORDER_MARK: Final = "\ufeff"
LOCK_SECONDS: Final = 5.0
PAUSE_SECONDS: Final = 0.05


def change_file(file: str, change: Callable[[str], str | None]) -> bool:
    """Change the text of a file, or of a new one, under a lock; False where there is no change.

    `change` gets the text as it stands once nobody else can write it, empty for a new file, and
    gives None to leave it. Raises `UserError` where the file cannot be read, locked or written.
    """
    target = Path(os.path.realpath(file))
    try:
        with locked(target):
            text = target.read_bytes().decode("utf-8") if target.exists() else ""
            mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
            changed = change(text.removeprefix(BYTE_ORDER_MARK))
            if changed is None:
                return False
            replace_file(mark + changed, target)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(f"cannot change `{file}`: {reason}") from error
    return True


@contextlib.contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of a file, which is another file beside it; the lock is gone afterwards.

    Raises `TimeoutError` where somebody holds it for seconds. A process that ends, however it does,
    holds it no more.
    """
    file = target.with_name(f".{target.name[:40]}.lock")
    until = time.monotonic() + LOCK_SECONDS
    while (descriptor := try_lock(file)) is None:
        if time.monotonic() > until:
            raise TimeoutError(0, f"somebody else is changing it (`{file.name}` is locked)")
        time.sleep(PAUSE_SECONDS)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            file.unlink()
        os.close(descriptor)


def try_lock(file: Path) -> int | None:
    """Return the descriptor of a lock file that is ours alone, None where somebody else has it."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        take(descriptor)
        if os.path.samestat(os.fstat(descriptor), os.stat(file)):  # noqa: PTH116 - beside fstat
            return descriptor
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass
    os.close(descriptor)
    return None


def take(descriptor: int) -> None:
    """Lock an open file. Raises `OSError` where somebody else has."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
