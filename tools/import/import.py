#!/usr/bin/env python3
"""From the source tables to content/: run `python3 tools/import/import.py` in the root of the repository.

In: `data/` (tables as they were gathered) and `judgements/` (what we decided where a table leaves room).
Out: `content/**.yaml`. Standard library only; the same tables give the same bytes.

1. Read regions, institutions, topics, programs, sources.
2. Read cohorts, placements, visits, trainings, then outcomes and statements.
3. Check ids and references; anything unmapped or unused stops the run before a byte is written.
4. Write. Generated files of an earlier run that are no longer made are removed (they carry our first line).
   Hand-written content (site.yaml, stories/, pages/, corrections/) is never touched.
"""
from pathlib import Path

import yaml_out
from activities import Activities
from check import check
from reference import Institutions, Topics, programs, sources
from regions import Regions
from results import outcomes, statements
from tables import Decisions, Notes, fail

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"


def year_of(record, cohorts):
    """The file of an activity: the year it began or ended, of its cohort, or of its report."""
    own = record["start"] or record["end"]
    if not own and "cohort" in record:
        return year_of(cohorts[record["cohort"]], cohorts)
    own = own or record["reported"]
    return own[:4] if own else "undated"


def by_year(folder, records, cohorts):
    files = {}
    for record in records:
        files.setdefault(f"{folder}/{year_of(record, cohorts)}.yaml", []).append(record)
    return files


def gather():
    decisions = Decisions()
    regions = Regions()
    institutions = Institutions(regions)
    topics = Topics()
    program_records, program_ids = programs()
    activities = Activities(regions, institutions, topics, program_ids, decisions, Notes)
    result_outcomes = outcomes(activities.placements)
    result_statements = statements(institutions, activities.all(), decisions)
    source_records = sources()

    idle = sorted(set(topics.ids) - topics.used)
    if idle or decisions.unused:
        fail(f"decisions nobody uses: topics {idle}, rows {sorted(decisions.unused)}")
    check({"regions": [record for file in regions.files.values() for record in file],
           "institutions": institutions.records, "topics": topics.records, "programs": program_records,
           "sources": source_records, "cohorts": activities.cohorts, "placements": activities.placements,
           "visits": activities.visits, "trainings": activities.trainings, "outcomes": result_outcomes,
           "statements": result_statements})

    cohorts = {record["id"]: record for record in activities.cohorts}
    files = {f"regions/{stem}.yaml": records for stem, records in regions.files.items()}
    files |= {"institutions.yaml": institutions.records, "topics.yaml": topics.records, "programs.yaml": program_records,
              "sources.yaml": source_records, "outcomes/outcomes.yaml": result_outcomes,
              "statements/statements.yaml": result_statements}
    for folder in ("cohorts", "placements", "visits", "trainings"):
        files |= by_year(folder, getattr(activities, folder), cohorts)
    return files


def write(files):
    head = yaml_out.HEAD
    for old in sorted(CONTENT.rglob("*.yaml")):
        if str(old.relative_to(CONTENT)) not in files and old.read_text(encoding="utf-8").startswith(head):
            old.unlink()
    for name, records in sorted(files.items()):
        path = CONTENT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml_out.file(records), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    made = gather()
    write(made)
    print(f"{len(made)} files, {sum(len(records) for records in made.values())} records")
