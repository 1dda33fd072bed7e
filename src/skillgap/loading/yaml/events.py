"""YAML's parse events, and its errors in a person's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec
import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

    HAS_LIBYAML = True
except ImportError:  # a PyYAML that was built without libyaml
    HAS_LIBYAML = False

ParseEvent = Any
"""One of `yaml.events`; the type stubs leave out most of their attributes."""

NextEvent = Callable[[], ParseEvent]


class PurePythonParser(Reader, Scanner, Parser):
    """PyYAML's parser without libyaml: the same events, some ten times slower."""

    def __init__(self, text: str) -> None:
        """Read from a text that is in memory."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


class SyntaxProblem(msgspec.Struct, frozen=True):
    """Why a text is no YAML, at the character offset `start`."""

    code: str
    message: str
    hint: str
    start: int


def parse_events(text: str, *, pure_python: bool = not HAS_LIBYAML) -> NextEvent:
    """Return the function that returns one event after the other.

    It raises `yaml.YAMLError` or `ValueError` where the text is no YAML.

    Why events: they cost a quarter of a loader's time, keep duplicate keys apart, and nesting can
    be counted before anything recurses.
    """
    parser = PurePythonParser(text) if pure_python else CParser(text)
    next_event: NextEvent = parser.get_event
    return next_event


def describe_syntax_error(error: Exception, text: str) -> SyntaxProblem:
    """Turn the parser's complaint into a problem with a place and a way out."""
    if text.lstrip().startswith("<"):
        hint = "this looks like a web page: save the YAML file itself"
        return SyntaxProblem("SG120", "the file begins with `<`", hint, text.index("<"))
    start = mark_index(error, "problem_mark", text)
    opened = mark_index(error, "context_mark", text)
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    found = text[start : start + 1]
    if "quoted scalar" in context and "end of stream" in problem and opened < len(text):
        return SyntaxProblem(
            "SG122", "this quote is never closed", f"close it with {text[opened]}", opened
        )
    if "flow" in context and text[opened : opened + 1] in ("[", "{"):
        closing = "]" if text[opened] == "[" else "}"
        return SyntaxProblem(
            "SG123",
            f"this `{text[opened]}` is never closed, or a comma is missing in it",
            f"close it with `{closing}`, or put a comma between its entries",
            opened,
        )
    if "flow" in context:
        message = "a bracket before this is never closed, or a comma or a value is missing"
        return SyntaxProblem("SG123", message, "close every `[` and `{`", start)
    if found == "\t":
        return SyntaxProblem(
            "SG121", "a tab, where YAML allows only spaces", "indent with spaces", start
        )
    return describe_other(problem, context, text, start)


def describe_other(problem: str, context: str, text: str, start: int) -> SyntaxProblem:
    """Describe an error that is neither an open quote, an open bracket nor a tab."""
    found = text[start : start + 1]
    if found in ("`", "@", "%") and "cannot start any token" in problem:
        message = f"a text without quotes may not begin with {found}"
        return SyntaxProblem("SG120", message, "put the text in quotes", start)
    if "mapping values are not allowed" in problem:
        before = text[text.rfind("\n", 0, start) + 1 : start]
        if re.search(r":\s", before):
            hint = "put the text in quotes if the colon belongs to it"
        else:
            hint = "check the indentation and the line above (is a space missing after its colon?)"
        return SyntaxProblem("SG120", "a colon that begins no key", hint, start)
    if "expected ':'" in problem:
        return SyntaxProblem(
            "SG120", "a key without a colon", "write `key: value`, with a space", start
        )
    if "block" in context:
        message = "this line does not fit the indentation of the lines above"
        return SyntaxProblem("SG120", message, "give entries of one list the same indent", start)
    if "escape" in problem:
        hint = "write \\\\ for a backslash, or use single quotes"
        return SyntaxProblem("SG120", "an escape that YAML does not know", hint, start)
    words = problem if problem.isascii() and problem.isprintable() else ""
    return SyntaxProblem("SG120", f"invalid YAML: {words or 'cannot be read'}", "", start)


def before_the_depths(error: Exception, text: str) -> str | None:
    """Return a text up to where the parser found it too deep, None where that is not its complaint.

    Why: newer builds of libyaml have a bound of their own, a thousand brackets, and look so far
    ahead that it is met before the events by which ours is counted.
    """
    if "maximum nesting depth" not in str(getattr(error, "problem", None) or ""):
        return None
    return text[: mark_index(error, "problem_mark", text)]


def mark_index(error: Exception, name: str, text: str) -> int:
    """Return the character offset of one of an error's marks, 0 where it has none."""
    index = getattr(getattr(error, name, None), "index", 0)
    return min(int(index), len(text))


SYNTAX_ERRORS: tuple[type[Exception], ...] = (yaml.YAMLError, ValueError, OverflowError)
"""What a parser raises on a text that is no YAML."""
