"""The two ways of not answering: the person's input, or our own fault."""


class UserError(Exception):
    """Input that stops a command: a file that cannot be read, a role nobody has heard of."""

    def __init__(
        self, message: str, *, hint: str = "", candidates: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """Say what is wrong (`message`) and, in `hint`, what to do about it. Exit code 2.

        `candidates` are the ids and labels of what may have been meant, nearest first.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.candidates = candidates


class InternalError(Exception):
    """A fault of ours, never of the input. Exit code 3, with what a bug report needs."""
