"""Plain, steady YAML: a small writer for the values that content records have.

In: dicts (None and empty texts are left out). Out: text. `Plain` marks what stands unquoted though it
looks like no word (dates); texts are quoted wherever a reader could take them for something else.
"""
import re
import unicodedata

WIDTH = 110
HEAD = "# Made by tools/import/import.py from the tables in tools/import/; edit those."
RESERVED = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
SAFE = re.compile(r"[^\W\d_](?:[\w ./()…–;\-]|,(?= )|'(?=\w)|:(?=//)|[?=&](?=\w))*", re.UNICODE)


class Plain(str):
    """Written as it stands: a date, an id."""


class Quoted(str):
    """Always in double quotes: codes, counts."""


def slug(name):
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")


def scalar(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, Plain):
        return str(value)
    if not isinstance(value, Quoted) and SAFE.fullmatch(value) and value.lower() not in RESERVED and value == value.strip():
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flow(value):
    """One line: `[a, b]`, `{label: "Bandung"}`; texts inside are quoted unless they are ids."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, str) and not isinstance(value, Plain):
        return scalar(Quoted(value))
    return scalar(value)


def field(key, value, indent):
    pad = " " * indent
    if isinstance(value, list):
        one_line = f"{pad}{key}: {flow(value)}"
        if all(isinstance(item, (Plain, int)) for item in value) and len(one_line) <= WIDTH:
            return [one_line]
        lines = [f"{pad}{key}:"]
        for item in value:
            lines.append(f"{pad}  - {flow(item) if isinstance(item, dict) else scalar(item)}")
        return lines
    if isinstance(value, dict):
        if set(value) == {"label"} or set(value) == {"label", "region"}:
            return [f"{pad}{key}: {flow(value)}"]
        return [f"{pad}{key}:"] + [line for name, item in value.items() for line in field(name, item, indent + 2)]
    return [f"{pad}{key}: {scalar(value)}"]


def record(fields):
    kept = {key: value for key, value in fields.items() if value is not None and value != ""}
    lines = [line for key, value in kept.items() for line in field(key, value, 2)]
    return "\n".join(["- " + lines[0].lstrip()] + lines[1:])


def file(records):
    return HEAD + "\n" + "\n\n".join(record(fields) for fields in records) + "\n"
