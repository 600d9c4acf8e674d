"""Institutions, sources, programs, topics.

In: the source tables and the decision tables of the same names. Out: records, and look-ups from wordings to ids.
"""
from tables import data, fail, judgements, look_up, parts
from yaml_out import Plain, slug

GOVERNMENTS = {"Pemerintah Kabupaten ": "regency-government", "Pemerintah Kota ": "city-government"}


class Institutions:
    def __init__(self, regions):
        table = data("real/institutions")
        kinds = {row["table_kind"]: row["kind"] for row in judgements("institution_kinds")}
        details = {row["name"]: row for row in judgements("institution_details")}
        self.ids = {row["name"]: Plain(slug(row["name"])) for row in table}
        self.regions = {}
        self.records = []
        unknown = set(details) - set(self.ids)
        if unknown:
            fail(f"institution_details.csv: not in institutions.csv: {sorted(unknown)}")
        for row in table:
            detail = details.get(row["name"], {})
            region = row["region"] or detail.get("region")
            id = self.ids[row["name"]]
            self.regions[id] = regions.id_of(region, row["id"]) if region else None
            parent = detail.get("parent")
            self.records.append({
                "id": id, "name": row["name"], "short": detail.get("short"),
                "kind": detail.get("kind") or self._kind(row, kinds), "region": self.regions[id],
                "parent": self.id_of(parent, row["id"]) if parent else None,
                "also_called": parts(detail.get("also_called", "")) or None})

    @staticmethod
    def _kind(row, kinds):
        if row["kind"] == "pemerintah kabupaten/kota":
            for start, kind in GOVERNMENTS.items():
                if row["name"].startswith(start):
                    return kind
        return look_up(kinds, row["kind"], f"institution_kinds.csv, {row['id']}")

    def id_of(self, name, where):
        return look_up(self.ids, name, f"{where}: institution")


class Topics:
    def __init__(self):
        self.records, self.ids = [], {}
        for row in judgements("topics"):
            words = parts(row["wordings"])
            for word in words:
                if word in self.ids:
                    fail(f"topics.csv: {word!r} belongs to two topics")
                self.ids[word] = Plain(row["id"])
            other = [word for word in words if word.lower() != row["name_id"].lower()]
            self.records.append({"id": Plain(row["id"]), "name": {"id": row["name_id"], "en": row["name_en"]},
                                 "broader": Plain(row["broader"]) if row["broader"] else None, "also_called": other or None})
        self.used = set()

    def of(self, row):
        found = []
        for word in parts(row["topics"]):
            self.used.add(word)
            id = look_up(self.ids, word, f"topics.csv, {row['id']}")
            if id not in found:
                found.append(id)
        return found or None


def sources():
    titles = {row["id"]: row for row in judgements("source_titles")}
    records = []
    for row in data("real/sources"):
        chosen = titles.pop(row["id"], None)
        if chosen:
            note = {"id": chosen["note_id"], "en": chosen["note_en"]}
        elif row["title"].startswith("("):
            fail(f"source_titles.csv: {row['id']} has no readable title")
        elif row["title_from_address"] == "yes":
            note = {"id": "Judul dibaca dari alamat halaman, karena tidak tampak pada salinan yang tersimpan.",
                    "en": "The title was read off the address, as the stored copy does not show it."}
        else:
            note = None
        records.append({"id": Plain(row["id"]), "type": row["type"], "publisher": row["publisher"],
                        "title": chosen["title"] if chosen else row["title"], "url": row["url"],
                        "published": Plain(row["published"]) if row["published"] else None,
                        "language": row["language"], "note": note})
    if titles:
        fail(f"source_titles.csv: unknown ids {sorted(titles)}")
    return records


def programs():
    records, ids = [], {}
    for row in judgements("programs"):
        ids[row["programme"]] = Plain(row["id"])
        records.append({"id": Plain(row["id"]), "title": {"id": row["programme"], "en": row["title_en"]},
                        "summary": {"id": row["summary_id"], "en": row["summary_en"]},
                        "organizers": [Plain(id) for id in parts(row["organizers"])] or None,
                        "forms": [Plain(form) for form in parts(row["forms"])],
                        "start": Plain(row["start"]) if row["start"] else None,
                        "sources": [Plain(id) for id in parts(row["sources"])]})
    return records, ids
