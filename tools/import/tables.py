"""Reading the tables, and failing loudly.

In: CSV files of `data/` (source tables) and `judgements/` (our decisions). Out: lists of dicts.
Everything that cannot be mapped ends in `fail`, which stops the import and names the row.
"""
import csv
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
JUDGEMENTS = HERE / "judgements"


def fail(message):
    sys.exit(f"import: {message}")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def data(name):
    return rows(DATA / f"{name}.csv")


def judgements(name):
    return rows(JUDGEMENTS / f"{name}.csv")


def parts(cell):
    """The values of a cell: `a; b` gives [a, b]."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def look_up(table, key, where):
    if key not in table:
        fail(f"{where}: no decision for {key!r}")
    return table[key]


class Decisions:
    """`rows.csv`: what we decided for a field of one row. Every decision must be used once."""

    def __init__(self):
        self.values = {}
        self.unused = set()
        for row in judgements("rows"):
            key = (row["id"], row["field"])
            self.values.setdefault(key, []).append(row["value"])
            self.unused.add(key)

    def all(self, id, field):
        self.unused.discard((id, field))
        return self.values.get((id, field), [])

    def one(self, id, field, otherwise=None):
        values = self.all(id, field)
        if len(values) > 1:
            fail(f"rows.csv: {id} {field} stands twice")
        return values[0] if values else otherwise


class Notes:
    """`notes.csv`: the notes in both languages, keyed by the first row that has the note.

    `note_id` stands only where the table's own words are for us (names of columns) and not for readers.
    """

    def __init__(self, tables):
        decided = {row["id"]: row for row in judgements("notes")}
        self.texts = {}
        for row in (row for table in tables for row in table):
            if row["id"] in decided:
                choice = decided.pop(row["id"])
                self.texts[row["note"]] = {"id": choice["note_id"] or row["note"], "en": choice["note_en"]}
        if decided or "" in self.texts:
            fail(f"notes.csv: ids without a note: {sorted(decided)}")

    def of(self, row):
        return look_up(self.texts, row["note"], f"notes.csv, {row['id']}") if row["note"] else None
