"""Twilio's published description of the paths we use, in an extract, and a strict check against it.

What the description does not name is a fault, and a resource shows all that it names.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any

Schema = Mapping[str, Any]

KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
RFC_2822 = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000")
SHAPES = {
    "phone-number": re.compile(r"\+[1-9]\d{6,14}|\d{3,8}|[A-Za-z0-9 ]{1,11}"),
    "uri": re.compile(r"(https?:/)?/[!-~]+"),
    "currency": re.compile(r"[A-Z]{3}|[a-z]{3}"),
}


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked of Twilio."""

    id: str
    method: str
    path: str
    path_parameters: Schema
    responses: Schema
    query: Schema | None = None
    form: Schema | None = None

    def match(self, method: str, path: str) -> dict[str, str] | None:
        """Return the parameters in a path that is one of this operation's, else None."""
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+?)", self.path.replace(".", r"\."))
        found = re.fullmatch(pattern, path)
        return found.groupdict() if found and method == self.method else None


@cache
def description() -> dict[str, Any]:
    """Read the extract."""
    written = (Path(__file__).parent / "openapi_extract.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(written)
    return content


def operations() -> list[Operation]:
    """Return every operation of the extract."""
    return [Operation(**each) for each in description()["operations"]]


def operation(method: str, path: str) -> Operation | None:
    """Return the operation that a request is."""
    return next((each for each in operations() if each.match(method, path) is not None), None)


def request_faults(
    method: str, path: str, query: Mapping[str, str], form: Mapping[str, str]
) -> list[str]:
    """Say what in a request Twilio's description does not allow."""
    asked = operation(method, path)
    if asked is None:
        return [f"no such operation: {method} {path}"]
    in_path = asked.match(method, path) or {}
    found = [
        fault
        for name, schema in asked.path_parameters.items()
        for fault in faults(schema, in_path.get(name), name)
    ]
    for given, schema in ((query, asked.query), (form, asked.form)):
        found += faults(schema or {"type": "object"}, _read(schema or {}, given))
    return found


def response_faults(method: str, path: str, status: int, content: object) -> list[str]:
    """Say what in an answer Twilio's description does not know."""
    asked = operation(method, path)
    if asked is None or str(status) not in asked.responses:
        return [f"no such answer: {method} {path} {status}"]
    schema = asked.responses[str(status)]
    if schema is None:
        return [] if content is None else ["an answer where there is none"]
    return faults(schema, content, whole=True)


def faults(schema: Schema, value: object, place: str = "", whole: bool = False) -> list[str]:
    """Compare a value with a schema; `whole` wants every property that is named."""
    schema = _resolved(schema)
    if value is None:
        return [] if schema.get("nullable") else [f"{place}: null"]
    kind = schema["type"]
    odd = isinstance(value, bool) and kind != "boolean"
    if odd or not isinstance(value, KINDS[kind]):
        return [f"{place}: {type(value).__name__} is no {kind}"]
    if isinstance(value, str):
        return [f"{place}: {fault}" for fault in _string_faults(schema, value)]
    if isinstance(value, list):
        return [
            fault
            for number, each in enumerate(value)
            for fault in faults(schema["items"], each, f"{place}[{number}]", whole)
        ]
    if isinstance(value, dict):
        return list(_object_faults(schema, value, place, whole))
    return [f"{place}: {fault}" for fault in _number_faults(schema, value)]


def _resolved(schema: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    found: Schema = description()["schemas"][schema["$ref"].rpartition("/")[2]]
    return found


def _object_faults(
    schema: Schema, value: dict[str, object], place: str, whole: bool
) -> Iterator[str]:
    if schema.get("format") == "uri-map":
        for name, each in value.items():
            yield from faults({"type": "string", "format": "uri"}, each, f"{place}.{name}")
        return
    known = schema.get("properties", {})
    wanted = set(known) if whole else set(schema.get("required", ()))
    yield from (f"{place}.{name}: missing" for name in sorted(wanted - set(value)))
    yield from (f"{place}.{name}: unknown" for name in sorted(set(value) - set(known)))
    for name in sorted(set(value) & set(known)):
        yield from faults(known[name], value[name], f"{place}.{name}", whole)


def _string_faults(schema: Schema, value: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{value!r} is none of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{value!r} has not the pattern {schema['pattern']}"
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{len(value)} characters"
    if not _has_format(schema.get("format", ""), value):
        yield f"{value!r} is no {schema['format']}"


def _number_faults(schema: Schema, value: Any) -> Iterator[str]:
    if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{value} is out of bounds"


def _has_format(name: str, value: str) -> bool:
    try:
        match name:
            case "date-time-rfc-2822":
                return bool(RFC_2822.fullmatch(value)) and bool(parsedate_to_datetime(value))
            case "date-time":
                return bool(datetime.fromisoformat(value))
    except ValueError:
        return False
    return name not in SHAPES or bool(SHAPES[name].fullmatch(value))


def _read(schema: Schema, given: Mapping[str, str]) -> dict[str, object]:
    """Read the strings of a form or a query as the kinds they stand for, where they can be."""
    known = schema.get("properties", {})
    return {
        name: _as_kind(_resolved(known[name])["type"] if name in known else "string", value)
        for name, value in given.items()
    }


def _as_kind(kind: str, value: str) -> object:
    if kind == "array":
        return [value]
    if kind not in ("integer", "number", "boolean"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
