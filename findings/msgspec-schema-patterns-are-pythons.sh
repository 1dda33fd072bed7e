#!/usr/bin/env bash
# msgspec 0.22.0 with jsonschema 4.26.0 and jsonschema-rs 0.61.0: `msgspec.json.schema` writes the
# pattern of a type as Python reads it, and JSON Schema reads patterns as ECMA-262 does.
#
# The schema of a type whose pattern ends in `\Z` is no valid schema. Where a pattern has `\d` or `\w`
# the schema is valid and refuses values that msgspec takes. A test against Python's own jsonschema
# shows neither, since that uses Python's patterns as well; an editor or another language does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install -q "msgspec==0.22.0" "jsonschema==4.26.0" "jsonschema-rs==0.61.0"
cat > compare.py <<'PYTHON'
from typing import Annotated

import jsonschema
import jsonschema_rs
import msgspec


def by_msgspec(kind, value):
    try:
        return msgspec.convert(value, kind) == value
    except msgspec.ValidationError:
        return False


def by_ecma(schema, value):
    try:
        return jsonschema_rs.validator_for(schema).is_valid(value)
    except (jsonschema_rs.ValidationError, ValueError):
        return "no schema"


for pattern, value in ((r"^[a-z]+\Z", "abc"), (r"^\d+$", "\u0663"), (r"^\w+$", "\u00e9")):
    kind = Annotated[str, msgspec.Meta(pattern=pattern)]
    schema = msgspec.json.schema(kind)
    by_python = jsonschema.Draft202012Validator(schema).is_valid(value)
    print(pattern, ascii(value), by_msgspec(kind, value), by_python, by_ecma(schema, value))
PYTHON
env/bin/python compare.py | tee said
diff said - <<'EXPECTED'
^[a-z]+\Z 'abc' True True no schema
^\d+$ '\u0663' True True False
^\w+$ '\xe9' True True False
EXPECTED
