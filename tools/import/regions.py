"""Regions: Indonesia, its island groups, 552 regions with codes and parents in time, places abroad.

In: regions, regions_extra, groups, tilegrid, region_changes_2022 and the name tables. Out: `Regions`.
"""
from tables import data, fail, judgements, look_up, parts
from yaml_out import Plain, Quoted, slug


class Regions:
    def __init__(self):
        self.files = {}     # file stem -> records
        self.ids = {}       # the wording of a table -> id
        self._names = {row["official"]: row for row in judgements("region_names")}
        self._read()

    def id_of(self, wording, where):
        return Plain(look_up(self.ids, wording, f"{where}: region"))

    def _read(self):
        table = data("regions")
        unknown = set(self._names) - {row["name"] for row in table}
        if unknown:
            fail(f"region_names.csv: not in regions.csv: {sorted(unknown)}")
        by_code = {}
        for row in table:
            extra = self._names.get(row["name"], {})
            id = extra.get("id") or slug(row["name"])
            by_code[row["code"]] = Plain(id)
            for wording in [row["name"], *parts(extra.get("table_wordings", ""))]:
                if wording in self.ids:
                    fail(f"two regions are called {wording!r}")
                self.ids[wording] = id
        self._indonesia(table, by_code)
        self._abroad()

    def _indonesia(self, table, by_code):
        names = {row["iso"]: row for row in judgements("group_names")}
        group_of, groups = {}, []
        for row in data("groups"):
            name = look_up(names, row["iso"], "group_names.csv")
            groups.append({"id": Plain(name["id"]), "name": {"id": name["name_id"], "en": name["name_en"]},
                           "kind": "island-group", "parent": Plain("indonesia"), "iso": row["iso"]})
            for code in row["members"].split():
                group_of[code] = Plain(name["id"])
        self.files["indonesia"] = [{"id": Plain("indonesia"), "name": {"id": "Indonesia", "en": "Indonesia"},
                                    "kind": "country", "iso": Quoted("ID")}] + groups

        extra = {row["code"]: row for row in data("regions_extra")}
        tiles = {row["code"]: [int(row["x"]), int(row["y"])] for row in data("tilegrid")}
        changes = [row for row in data("region_changes_2022") if row["old_code"] != row["new_code"]]
        changed = {row["new_code"]: row for row in changes}
        founded = {row["new_parent"]: row for row in changes}
        for row in table:
            code, figures = row["code"], look_up(extra, row["code"], "regions_extra.csv")
            area = float(figures["area_km2"])
            record = {"id": by_code[code], "name": row["name"], "kind": row["kind"]}
            if code in changed:
                self._moved(record, changed[code], by_code)
            else:
                record["parent"] = by_code[row["parent"]] if row["parent"] else look_up(group_of, code, "groups.csv")
                record["codes"] = [self._code(code, founded.get(code))]
            record["iso"] = row["iso"]
            record["population"] = int(figures["population_2024s2"])
            record["area_km2"] = int(area) if area == int(area) else area
            record["also_called"] = parts(self._names.get(row["name"], {}).get("also_called", "")) or None
            if row["kind"] == "province":
                record["tile"] = look_up(tiles, code, "tilegrid.csv")
            province = code[:2]
            self.files.setdefault(f"{province}-{by_code[province]}", []).append(record)

    def _moved(self, record, change, by_code):
        """A regency that changed province: the law's date ends one parent and code and begins the next."""
        day, basis = Plain(change["law_date"]), change["law"]
        record["parents"] = [{"id": by_code[change["old_parent"]], "to": day, "basis": basis},
                             {"id": by_code[change["new_parent"]], "from": day, "basis": basis}]
        record["codes"] = [{"code": Quoted(change["old_code"]), "to": day},
                           {"code": Quoted(change["new_code"]), "from": day, "basis": basis}]

    @staticmethod
    def _code(code, law):
        if law is None:
            return {"code": Quoted(code)}
        return {"code": Quoted(code), "from": Plain(law["law_date"]), "basis": law["law"]}

    def _abroad(self):
        records = []
        for row in judgements("places_abroad"):
            name = {"id": row["name_id"], "en": row["name_en"]} if row["name_en"] else row["name_id"]
            records.append({"id": Plain(row["id"]), "name": name, "kind": row["kind"],
                            "parent": Plain(row["parent"]) if row["parent"] else None,
                            "iso": Quoted(row["iso"]) if row["iso"] else None,
                            "also_called": parts(row["also_called"]) or None})
            if row["wording"]:
                self.ids[row["wording"]] = row["id"]
        self.files["abroad"] = records
