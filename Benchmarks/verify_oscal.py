#!/usr/bin/env python3
"""Validates OSCAL with compliance-trestle: the catalogues and mappings of Controls/, and the assessment results of packs.

  verify_oscal.py [FOLDER...]     each a pack; needs compliance-trestle and PyYAML

Prints a line for each file; exit code 1 when one is not valid, names a control that is not there, or claims that one is satisfied.
"""
import json
import pathlib
import sys

import yaml
from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.catalog import Catalog
from trestle.oscal.mapping import MappingCollection

CONTROLS = pathlib.Path(__file__).resolve().parent.parent / "Controls"
RELATIONSHIPS = {"equivalent-to", "equal-to", "subset-of", "superset-of", "intersects-with"}


def read(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=yaml.CSafeLoader)


def ids(value):
    """The ids of all controls below a group or a catalogue."""
    found = [control["id"] for control in value.get("controls", [])]
    for inner in value.get("groups", []) + value.get("controls", []):
        found += ids(inner)
    return found


def check_catalogue(path):
    root = read(path)
    Catalog.parse_obj(root["catalog"])
    found = ids(root["catalog"])
    assert len(found) == len(set(found)), "an id stands there twice"
    return f"{len(found)} controls"


def check_mapping(path):
    root = read(path)["mapping-collection"]
    MappingCollection.parse_obj(root)
    count = 0
    for mapping in root["mappings"]:
        sides = {}
        for side in ("source", "target"):
            catalogue = (path.parent / mapping[f"{side}-resource"]["href"]).resolve()
            sides[side] = set(ids(read(catalogue)["catalog"]))
        for row in mapping["maps"]:
            assert row["relationship"] in RELATIONSHIPS, row["relationship"]
            for side in ("source", "target"):
                for item in row[f"{side}s"]:
                    assert item["id-ref"] in sides[side], f"there is no control {item['id-ref']}"
            count += 1
    return f"{count} maps"


def check_results(path):
    root = read(path)["assessment-results"]
    AssessmentResults.parse_obj(root)
    observations, findings = 0, 0
    for result in root["results"]:
        known = {observation["uuid"] for observation in result.get("observations", [])}
        observations += len(known)
        for finding in result["findings"]:
            assert finding["target"]["status"]["state"] != "satisfied", "nobody has concluded that"
            for related in finding.get("related-observations", []):
                assert related["observation-uuid"] in known, "a finding names an observation that is not there"
            findings += 1
    for resource in root["back-matter"]["resources"]:
        for link in resource["rlinks"]:
            assert (path.parent / link["href"]).exists(), f"{link['href']} is not in the pack"
    return f"{observations} observations, {findings} findings"


def main(packs):
    files = [(check_catalogue, path) for path in sorted(CONTROLS.glob("*/catalog.*"))]
    files += [(check_mapping, path) for path in sorted(CONTROLS.glob("mappings/*"))]
    files += [(check_results, pathlib.Path(pack) / "assessment-results.json") for pack in packs]
    failed = False
    for check, path in files:
        name = "/".join(path.parts[-2:])
        try:
            print(f"ok    {name}: {check(path)}")
        except Exception as error:  # every fault is told, whatever its kind
            failed = True
            print(f"FAULT {name}: {error}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
