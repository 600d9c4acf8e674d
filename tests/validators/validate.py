"""Validates the data files of a built site with tools that we did not write.

    venv/bin/python validate.py SITE SCHEMAS SITEMAP_XSD

SITE is the output folder, SCHEMAS is tests/schemas, SITEMAP_XSD the schema of sitemaps.org. Prints one line for each format
with how many files of it were looked at, and every complaint; ends with 1 if there was one.
"""

import json
import os
import re
import sys
import tempfile
import warnings
import zipfile
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

warnings.filterwarnings("ignore")

complaints = []


def complain(path, what):
    complaints.append(f"{path}: {what}")


def data_packages(site):
    """Data Package 2: the tables, their types, words, keys and foreign keys, by the library of the standard's makers."""
    from frictionless import Package

    found = sorted(site.glob("**/datapackage.json"))
    for path in found:
        here = os.getcwd()
        os.chdir(path.parent)
        try:
            report = Package("datapackage.json").validate()
        finally:
            os.chdir(here)
        for error in report.flatten(["type", "fieldName", "rowNumber", "note"])[:20]:
            complain(path, error)
    return len(found)


def archives(site):
    """The archive is whole, and its description holds for the tables inside it."""
    found = sorted(site.glob("**/*.zip"))
    for path in found:
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
            bad = archive.testzip()
            if bad:
                complain(path, f"{bad} is broken")
            archive.extractall(folder)
            if data_packages(Path(folder)) == 0 or tables_on_the_web(Path(folder)) == 0:
                complain(path, "describes nothing")
            names = archive.namelist()
            for wanted in ["LICENSE.txt", "kamus-data.csv", "datapackage.json", "csv-metadata.json"]:
                if wanted not in names:
                    complain(path, f"has no {wanted}")
    return len(found)


def tables_on_the_web(site):
    """CSVW: the description is one, and every cell of every table is what it says."""
    from csvw import CSVW

    found = sorted(site.glob("**/csv-metadata.json"))
    for path in found:
        # Not its strict mode, which forbids empty cells in foreign keys: a region without parent is no mistake.
        csvw = CSVW(str(path), strict=False)
        if not csvw.is_valid:
            complain(path, "not valid: " + "; ".join(str(one.message) for one in csvw.warnings)[:2000])
        if not csvw.to_json(minimal=True):
            complain(path, "no rows")
    return len(found)


def catalogues(site, schemas):
    """DCAT: read as RDF, and held against the shapes of DCAT-AP 3, ranges of classes included."""
    from pyshacl import validate
    from rdflib import DCAT, Graph, RDF

    shapes = Graph()
    for name in ["dcat-ap-3.0.1-shapes.ttl", "dcat-ap-3.0.1-range.ttl"]:
        shapes.parse(schemas / name)
    found = sorted(site.glob("**/catalog.jsonld"))
    for path in found:
        graph = Graph().parse(path, format="json-ld")
        if not list(graph.subjects(RDF.type, DCAT.Dataset)) or not list(graph.subjects(RDF.type, DCAT.Distribution)):
            complain(path, "lists nothing")
        conforms, results, text = validate(graph, shacl_graph=shapes, advanced=True)
        if not conforms:
            complain(path, text[:4000])
    return len(found)


class Scripts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.inside = False
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.inside = tag == "script" and ("type", "application/ld+json") in attributes

    def handle_data(self, data):
        if self.inside:
            self.found.append(data)
            self.inside = False


def linked_data(site):
    """schema.org: every page's JSON-LD is RDF, and every type and property in it is one of the vocabulary."""
    from rdflib import Graph, RDF, SDO

    known = set(SDO.__annotations__) | {str(term).rsplit("/", 1)[-1] for term in dir(SDO)}
    kinds = set()
    count = 0
    for path in sorted(site.glob("**/*.html")):
        parser = Scripts()
        parser.feed(path.read_text(encoding="utf-8"))
        for script in parser.found:
            count += 1
            value = json.loads(script)
            if value.get("@context") != "https://schema.org":
                complain(path, "has another context")
            # The vocabulary without the network: schema.org's context maps every bare word to it.
            value["@context"] = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}
            graph = Graph().parse(data=json.dumps(value), format="json-ld")
            for _, predicate, thing in graph:
                names = [predicate] + ([thing] if predicate == RDF.type else [])
                for name in names:
                    if str(name).startswith("https://schema.org/") and str(name)[19:] not in known:
                        complain(path, f"{name} is no word of schema.org")
                if predicate == RDF.type:
                    kinds.add(str(thing)[19:])
    if "Dataset" not in kinds:
        complain(site, "no page describes a Dataset")
    return count


def feeds(site, schemas):
    """Atom: against a grammar after RFC 4287, and read by a reader of feeds."""
    import feedparser
    from lxml import etree

    grammar = etree.RelaxNG(etree.parse(str(schemas / "atom.rng")))
    found = sorted(site.glob("**/feed.xml"))
    for path in found:
        if not grammar.validate(etree.parse(str(path))):
            complain(path, grammar.error_log.last_error)
        feed = feedparser.parse(path.read_bytes())
        if feed.bozo or feed.version != "atom10" or not feed.entries:
            complain(path, f"a reader has trouble: {feed.get('bozo_exception')}, {feed.version}, {len(feed.entries)}")
        ids = [entry.id for entry in feed.entries]
        if len(ids) != len(set(ids)):
            complain(path, "two entries have one id")
    return len(found)


def sitemaps(site, schemas, sitemap_xsd):
    """Sitemaps against the schema of sitemaps.org."""
    from lxml import etree

    wrapper = f"""<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
      <xsd:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="{(schemas / 'sitemap-with-languages.xsd').as_uri()}"/>
      <xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{sitemap_xsd.as_uri()}"/>
    </xsd:schema>"""
    schema = etree.XMLSchema(etree.fromstring(wrapper))
    found = sorted(site.glob("sitemap*.xml"))
    for path in found:
        if not schema.validate(etree.parse(str(path))):
            complain(path, schema.error_log.last_error)
    return len(found)


def calendars(site):
    """Calendars: parsed whole, every event with what RFC 5545 requires, ends after their starts."""
    from icalendar import Calendar

    found = sorted(site.glob("**/calendar.ics"))
    for path in found:
        calendar = Calendar.from_ical(path.read_bytes())
        events = calendar.walk("VEVENT")
        if not events or calendar.errors or any(event.errors for event in events):
            complain(path, f"{len(events)} events, {calendar.errors}")
        for event in events:
            for name in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"]:
                if name not in event:
                    complain(path, f"an event without {name}")
            if "DTEND" in event and event["DTEND"].dt <= event["DTSTART"].dt:
                complain(path, f"{event['UID']} ends before it starts")
    return len(found)


def workbooks(site):
    """Workbooks: opened by another library; sheets, types, no formulas, codes as text."""
    from openpyxl import load_workbook

    found = sorted(site.glob("**/data.xlsx"))
    dates = numbers = codes = 0
    for path in found:
        book = load_workbook(path)
        names = book.sheetnames
        if (names[0], names[-2], names[-1]) not in [("Data", "Kamus Data", "Tentang"), ("Data", "Data Dictionary", "About")]:
            complain(path, f"sheets {names}")
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        complain(path, f"{sheet.title} {cell.coordinate} is a formula")
                    dates += isinstance(cell.value, (date, datetime))
                    numbers += isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)
                    codes += isinstance(cell.value, str) and bool(re.fullmatch(r"\d\d\.\d\d", cell.value))
    if found and not (dates and numbers and codes):
        complain(site, f"no cell with a date, number or code: {dates}, {numbers}, {codes}")
    return len(found)


def main(site, schemas, sitemap_xsd):
    site, schemas, sitemap_xsd = Path(site).resolve(), Path(schemas).resolve(), Path(sitemap_xsd).resolve()
    checks = {
        "datapackage": lambda: data_packages(site),
        "archive": lambda: archives(site),
        "csvw": lambda: tables_on_the_web(site),
        "dcat": lambda: catalogues(site, schemas),
        "schema.org": lambda: linked_data(site),
        "atom": lambda: feeds(site, schemas),
        "sitemap": lambda: sitemaps(site, schemas, sitemap_xsd),
        "calendar": lambda: calendars(site),
        "workbook": lambda: workbooks(site),
    }
    for name, check in checks.items():
        before = len(complaints)
        try:
            count = check()
        except Exception as error:  # Some tools complain by stopping.
            complain(site, f"{name}: {type(error).__name__}: {error}")
            count = 1
        if count == 0:
            complain(site, f"no file for {name}")
        print(f"{name}: {count} looked at, {len(complaints) - before} complaints", flush=True)
    for complaint in complaints[:60]:
        print(f"  {complaint}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
