"""Cohorts, placements, visits, trainings.

In: their tables, with the decisions of `rows.csv` on single rows. Out: records, one per row, none lost.
A place is the most specific party known: an institution covers its region, a region not covered by one is added.
"""
from tables import data, fail, judgements, look_up, parts
from yaml_out import Plain, Quoted


class Activities:
    def __init__(self, regions, institutions, topics, program_ids, decisions, notes_class):
        self.regions, self.institutions, self.topics = regions, institutions, topics
        self.program_ids, self.decisions = program_ids, decisions
        self.durations = {row["wording"]: row["duration"] for row in judgements("durations")}
        tables = {name: data(f"real/{name}") for name in ("cohorts", "placements", "visits", "trainings")}
        self.notes = notes_class(tables.values())
        self.cohorts = [self._cohort(row) for row in tables["cohorts"]]
        self.placements = [self._placement(row) for row in tables["placements"]]
        visit_kinds = {row["table_kind"]: row for row in judgements("visit_kinds")}
        training_kinds = {row["table_kind"]: row["kind"] for row in judgements("training_kinds")}
        self.visits = [self._visit(row, visit_kinds) for row in tables["visits"]]
        self.trainings = [self._training(row, training_kinds) for row in tables["trainings"]]
        self._check_reported()

    # -- values

    def _count(self, row, column):
        text = self.decisions.one(row["id"], column, row[column] if column in row else "")
        if not text:
            return None
        return int(text) if text.isdigit() else Quoted(text)

    def _date(self, row, field, column=None):
        text = self.decisions.one(row["id"], field, row.get(column or field, ""))
        return Plain(text) if text else None

    def _duration(self, row):
        text = row["duration_note"]
        if not text:
            return None
        value = look_up(self.durations, text, f"durations.csv, {row['id']}")
        return Quoted(value) if value.startswith("~") else Plain(value)

    def _text(self, id, field):
        """A decided text; ` | ` parts Indonesian from English."""
        text = self.decisions.one(id, field)
        if text is None or " | " not in text:
            return text
        indonesian, english = text.split(" | ")
        return {"id": indonesian, "en": english}

    @staticmethod
    def _label(text):
        """`label @ region-id`: the source's words where they resolve only roughly."""
        label, _, region = text.partition(" @ ")
        return {"label": Quoted(label), "region": Plain(region)} if region else {"label": Quoted(label)}

    def _places(self, row, field, region_cell, institution_cell=""):
        """The place list of a field: institutions, then the regions no institution covers, then added labels."""
        id = row["id"]
        decided = self.decisions.all(id, field)
        more = [self._label(text) for text in self.decisions.all(id, field + "+")]
        if decided:
            return [self._label(text) for text in decided] + more
        venue = self.decisions.one(id, "venue")
        named = [self.institutions.id_of(name, id) for name in parts(institution_cell) if name != venue]
        covered = {self.institutions.regions[institution] for institution in named}
        asked = [self.regions.id_of(name, id) for name in parts(region_cell)]
        return named + [region for region in asked if region not in covered] + more

    def _common(self, row):
        return {"note": self.notes.of(row), "sources": [Plain(id) for id in parts(row["source_ids"])]}

    # -- records

    def _cohort(self, row):
        id = row["id"]
        number = self.decisions.one(id, "number")
        return {"id": Plain(id), "title": {"id": row["title_id"], "en": row["title_en"]},
                "program": look_up(self.program_ids, row["programme"], f"programs.csv, {id}"),
                "number": int(number) if number else None, "status": self.decisions.one(id, "status"),
                "origin": self._places(row, "origin", row["origin_region"]),
                "host": self._places(row, "host", row["host_region"]),
                "coordinators": self._places(row, "coordinators", "", row["coordinator"]) or None,
                "start": self._date(row, "start"), "end": self._date(row, "end"),
                "duration": self._duration(row), "reported": self._date(row, "reported"),
                "participants": self._count(row, "participants"), "applicants": self._count(row, "applicants"),
                "selected": self._count(row, "selected"), "topics": self.topics.of(row), **self._common(row)}

    def _placement(self, row):
        id = row["id"]
        host = self._places(row, "host", row["host_region"], row["host_institution"]
                            if not self.decisions.all(id, "host") else "")
        if len(host) != 1:
            fail(f"{id}: a placement has one host, not {host}")
        rotations = [self._label(text) for text in self.decisions.all(id, "rotations")]
        unit = self.decisions.one(id, "unit")
        if bool(row["rotations"]) != bool(rotations or unit):
            fail(f"{id}: rows.csv must say whether {row['rotations']!r} is a unit or rotations")
        return {"id": Plain(id), "cohort": Plain(row["cohort_id"]),
                "origin": self._places(row, "origin", row["origin_region"]) or None, "host": host[0], "unit": unit,
                "coordinators": self._places(row, "coordinators", "") or None, "count": self._count(row, "count"),
                "start": self._date(row, "start"), "end": self._date(row, "end"), "duration": self._duration(row),
                "reported": self._date(row, "reported"), "topics": self.topics.of(row),
                "rotations": rotations or None, "reason": self._text(id, "reason"), **self._common(row)}

    def _visit(self, row, kinds):
        id = row["id"]
        kind = look_up(kinds, row["kind"], f"visit_kinds.csv, {id}")
        return {"id": Plain(id), "kind": kind["kind"], "kind_label": kind["kind_label"], "status": kind["status"],
                "summary": {"id": row["summary_id"], "en": row["summary_en"]},
                "origin": self._places(row, "origin", row["visitor_region"], row["visitor_institution"]),
                "host": self._places(row, "host", row["host_region"], row["host_institution"]),
                "start": self._date(row, "start", "date"), "end": self._date(row, "end", "date_end"),
                "reported": self._date(row, "reported"), "delegates": self._count(row, "delegates"),
                "topics": self.topics.of(row), **self._common(row)}

    def _training(self, row, kinds):
        id = row["id"]
        kind = look_up(kinds, row["kind"], f"training_kinds.csv, {id}")
        return {"id": Plain(id), "title": {"id": row["title_id"], "en": row["title_en"]}, "kind": kind,
                "kind_label": row["kind"] if row["kind"] != kind else None,
                "summary": {"id": row["summary_id"], "en": row["summary_en"]},
                "organizers": self._places(row, "organizers", "", row["organiser"]) or None,
                "origin": self._places(row, "origin", row["origin_region"]) or None,
                "host": self._places(row, "host", row["host_region"], row["host_institution"]) or None,
                "venue": self.decisions.one(id, "venue"),
                "start": self._date(row, "start"), "end": self._date(row, "end"), "duration": self._duration(row),
                "reported": self._date(row, "reported"), "participants": self._count(row, "participants"),
                "topics": self.topics.of(row), **self._common(row)}

    # -- checks

    def _check_reported(self):
        """What has no date of its own, but a dated source, needs a decision on `reported`."""
        published = {row["id"] for row in data("real/sources") if row["published"]}
        for record in self.visits + self.trainings:
            dated = record["start"] or record["end"] or record["reported"]
            if not dated and any(source in published for source in record["sources"]):
                fail(f"rows.csv: {record['id']} has no date, but a source that has one")

    def all(self):
        return self.cohorts + self.placements + self.visits + self.trainings
