"""Outcomes and statements.

In: `outcomes.csv` (our reading of the rows' outcome texts, with an honest stage) and the statements table. Out: records.
"""
from tables import data, fail, judgements, parts
from yaml_out import Plain


def ids(cell):
    return [Plain(part) for part in parts(cell)] or None


def outcomes(placements):
    records = []
    for row in judgements("outcomes"):
        note = {"id": row["note_id"], "en": row["note_en"]} if row["note_id"] else None
        records.append({"id": Plain(row["id"]), "of": ids(row["of"]), "kind": row["kind"], "stage": row["stage"],
                        "date": Plain(row["date"]) if row["date"] else None,
                        "summary": {"id": row["summary_id"], "en": row["summary_en"]},
                        "applied_at": ids(row["applied_at"]), "topics": ids(row["topics"]),
                        "note": note, "sources": ids(row["sources"])})
    read = {id for record in records for id in record["of"]}
    for row in data("real/placements"):
        if row["outcome_id"] and row["id"] not in read:
            fail(f"outcomes.csv: the outcome of {row['id']} is missing")
    return records


def statements(institutions, activities, decisions):
    """A statement is about the activities that rest on one of its sources."""
    records = []
    for row in data("real/statements"):
        sources = ids(row["source_ids"])
        decided = decisions.one(row["id"], "about")
        about = [Plain(decided)] if decided else [
            record["id"] for record in activities if set(record["sources"]) & set(sources)]
        records.append({"id": Plain(row["id"]), "speaker": row["speaker"], "office": row["office"],
                        "institution": institutions.id_of(row["institution"], row["id"]) if row["institution"] else None,
                        "date": Plain(row["date"]) if row["date"] else None,
                        "text": {"id": row["gist_id"], "en": row["gist_en"]}, "verbatim": False,
                        "about": about or None, "sources": sources})
    return records
