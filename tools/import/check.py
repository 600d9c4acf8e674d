"""The last look before writing: ids have the right form and are unique, every reference resolves.

In: all records by kind. Out: nothing, or a failure that names record, field and id.
"""
import re

from tables import fail

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ACTIVITIES = ("cohorts", "placements", "visits", "trainings")
PLACES = ("origin", "host", "coordinators", "organizers", "rotations", "applied_at")


def check(kinds):
    known = {kind: {record["id"] for record in records} for kind, records in kinds.items()}
    parties = known["regions"] | known["institutions"]
    activities = set().union(*(known[kind] for kind in ACTIVITIES))
    everything = set().union(*known.values())
    targets = {"program": known["programs"], "cohort": known["cohorts"], "sources": known["sources"],
               "topics": known["topics"], "broader": known["topics"], "of": activities, "about": everything,
               "institution": known["institutions"], "region": known["regions"]}
    for name in PLACES:
        targets[name] = parties
    for kind, records in kinds.items():
        if len(known[kind]) != len(records):
            fail(f"{kind}: an id stands twice")
        for record in records:
            if not ID.fullmatch(record["id"]) or len(record["id"]) > 80:
                fail(f"{kind}: {record['id']!r} is no id")
            if kind in ("regions", "institutions"):
                targets["parent"] = known[kind]
            references(kind, record, targets, known)
    both = known["regions"] & known["institutions"]
    if both:
        fail(f"region and institution share ids: {sorted(both)}")


def references(kind, record, targets, known):
    for field, allowed in targets.items():
        value = record.get(field)
        for item in value if isinstance(value, list) else [value] if value else []:
            if isinstance(item, dict):
                item = item.get("region")
            if item is not None and item not in allowed:
                fail(f"{kind} {record['id']}: {field} names {item!r}, which does not exist")
    for parent in record.get("parents") or []:
        if parent["id"] not in known["regions"]:
            fail(f"regions {record['id']}: parents names {parent['id']!r}, which does not exist")
