"""Several names written in one string."""

SEPARATORS = ",;\n\u2022\u00b7\u3001\uff0c\uff1b"
OPENING, CLOSING = "([{", ")]}"


def split_words(text: str) -> tuple[str, ...]:
    """Return the parts of a list written with commas, semicolons, bullets or new lines.

    Separators in brackets do not divide, unless the bracket is never closed.
    """
    parts: list[str] = []
    depth = 0
    started = 0
    open_ends = unclosed(text)
    for position, letter in enumerate(text):
        if letter in OPENING and position not in open_ends:
            depth += 1
        elif letter in CLOSING and depth:
            depth -= 1
        elif letter in SEPARATORS and not depth:
            parts.append(text[started:position])
            started = position + 1
    parts.append(text[started:])
    return tuple(stripped for part in parts if (stripped := part.strip()))


def unclosed(text: str) -> set[int]:
    """Return the positions of opening brackets that nothing closes."""
    waiting: list[int] = []
    for position, letter in enumerate(text):
        if letter in OPENING:
            waiting.append(position)
        elif letter in CLOSING and waiting:
            waiting.pop()
    return set(waiting)
