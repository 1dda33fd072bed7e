"""The reference of the library, made of its docstrings and signatures."""

from __future__ import annotations

import enum
import inspect
import types

import msgspec


def api_reference() -> str:
    """The page of every name that `skillgap.api` hands out."""
    from skillgap import api

    intro = inspect.getdoc(api) or ""
    kinds = {"Functions": [], "Values": []}
    for name in sorted(api.__all__, key=str.lower):
        thing = getattr(api, name)
        kinds["Values" if inspect.isclass(thing) else "Functions"].append((name, thing))
    parts = [f"# The library\n\n`from skillgap import api`\n\n{intro}\n"]
    for title, things in kinds.items():
        parts.append(f"## {title}\n")
        parts += [tell(name, thing) for name, thing in things]
    return "\n".join(parts).rstrip() + "\n"


def tell(name: str, thing: object) -> str:
    """One name: its signature, what it says of itself, and its fields and methods."""
    told = [f"### {name}\n"]
    if not inspect.isclass(thing):
        told.append(f"```text\n{signature(name, thing)}\n```\n")
    told.append((inspect.getdoc(thing) or "" if thing is not str else "An id: text.") + "\n")
    if inspect.isclass(thing) and thing is not str:
        told += [*members_of(thing), *fields_of(thing), *methods_of(thing)]
    return "\n".join(told)


def members_of(kind: type) -> list[str]:
    """The members of an enumeration."""
    if not issubclass(kind, enum.Enum):
        return []
    return ["One of " + ", ".join(f"`{each.value}`" for each in kind) + ".\n"]


def fields_of(kind: type) -> list[str]:
    """A table of a value's fields, their types and what stands where nothing is given."""
    if not issubclass(kind, msgspec.Struct):
        return []
    rows = ["| field | type | default |", "| --- | --- | --- |"]
    written = {name: said for each in reversed(kind.__mro__) for name, said in said_by(each)}
    required = len(kind.__struct_fields__) - len(kind.__struct_defaults__)
    defaults = [""] * required + [default_of(each) for each in kind.__struct_defaults__]
    for name, default in zip(kind.__struct_fields__, defaults, strict=True):
        annotation = str(written[name]).replace("|", "\\|")
        rows.append(f"| `{name}` | `{annotation}` | {default} |")
    return ["\n".join(rows) + "\n"]


def said_by(kind: type) -> list[tuple[str, object]]:
    """The annotations that a class itself writes."""
    return list(vars(kind).get("__annotations__", {}).items())


def default_of(default: object) -> str:
    """A default as it is written; one that is made anew for each value is empty."""
    if default is msgspec.NODEFAULT:
        return ""
    if hasattr(default, "factory"):
        return "empty"
    return f"`{default.value if isinstance(default, enum.Enum) else default!r}`"


def methods_of(kind: type) -> list[str]:
    """The public methods and properties that a class itself has, with their first sentence."""
    rows = []
    for name, method in sorted(vars(kind).items()):
        kinds = (property, staticmethod, classmethod, types.FunctionType)
        if name.startswith("_") or not isinstance(method, kinds):
            continue
        is_property = isinstance(method, property)
        function = method.fget if is_property else getattr(kind, name)
        said = (inspect.getdoc(function) or "").split("\n\n")[0].replace("\n", " ")
        shown = name if is_property else signature(name, function, is_method=True)
        rows.append(f"- `{shown}`: {said}")
    return ["\n".join(rows) + "\n"] if rows else []


def signature(name: str, function: object, *, is_method: bool = False) -> str:
    """A function's name, parameters and what it returns, a parameter a line where long."""
    found = inspect.signature(function)  # type: ignore[arg-type]
    parameters = [each for each in found.parameters.values() if each.name not in ("self", "cls")]
    shown = str(found.replace(parameters=parameters)).replace("'", "")
    line = name + shown
    if is_method or len(line) <= 96:
        return line
    inner = []
    star = False
    for each in parameters:
        if each.kind is each.KEYWORD_ONLY and not star:
            inner.append("    *,")
            star = True
        inner.append("    " + str(each).replace("'", "") + ",")
    returned = str(found.return_annotation).replace("'", "")
    return "\n".join([f"{name}(", *inner, f") -> {returned}"])
