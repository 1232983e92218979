"""Reading: the demo's exports become records, as Profiles/*.yaml and docs/PROFILES.md say.

A record is a dict: kind, source, tenant, id, fields, milestones as instants in milliseconds; beside them
`gives` (what its source can tell at all) and `days` (milestones of which the day alone is known).
"""
import csv
import json
import re
from collections import defaultdict
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import yaml

from . import times

UTC = timezone.utc
MILESTONES = ["firstActivity", "compromised", "raised", "ingested", "acknowledged", "verdictAt", "declared", "escalatedToTier2",
              "escalatedToTier3", "contained", "eradicated", "recovered", "firstClosed", "lastClosed", "reopened", "aware", "classified"]
# Empty again, these say something; what an older export told of all others is remembered.
FORGOTTEN = {"raised", "lastClosed", "reopened", "aware", "classified"}
# A survivor has the earliest of these of all that was merged into it.
INHERITED = ["firstActivity", "compromised", "raised", "ingested", "acknowledged"]
OPEN = {"new", "in-progress", "pending"}
SEVERITIES = ["informational", "low", "medium", "high", "critical"]
VERDICTS = ["true-positive", "benign-true-positive", "false-positive", "undetermined"]


def there(row, *keys):
    return next((row[key] for key in keys if row.get(key) not in (None, "")), None)


def word(value, words):
    """A house word, or the one a mapping has for a native word; None for what is not known."""
    text = str(value if value is not None else "").strip().casefold()
    if isinstance(words, dict):
        return {key.casefold(): kept for key, kept in words.items()}.get(text)
    return text if text in words else None


def techniques(*texts):
    return sorted(set(re.findall(r"\bT\d{4}(?:\.\d{3})?\b", " ".join(texts).upper())))


# Rows of files.

def json_rows(path):
    """The objects of an array, of IRIS's answer or a STIX bundle, or one a line; what is no object is an empty row, and refused."""
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        whole = json.loads(text)
    except ValueError:
        return [json_line(line) for line in text.split("\n") if line.strip()]
    return whole if isinstance(whole, list) else whole.get("objects") or whole["data"]["cases"]


def json_line(line):
    try:
        return dict(json.loads(line))
    except (TypeError, ValueError):
        return {}


def csv_rows(path):
    """One dict a row; a row with another number of columns than the header is refused."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        separator = ";" if ";" in file.readline() else ","
        file.seek(0)
        header, *rows = csv.reader(file, delimiter=separator)
    return [dict(zip(header, row)) if len(row) == len(header) else {} for row in rows if row]


# TheHive 5.

HIVE_STAGE = {"New": "new", "InProgress": "in-progress", "Closed": "closed", "Imported": "closed"}
HIVE_VERDICT = {"TruePositive": "true-positive", "FalsePositive": "false-positive", "Indeterminate": "undetermined",
                "Other": "undetermined", "Ignored": "undetermined"}


def hive(row):
    return {"id": there(row, "_id"), "severity": dict(enumerate(SEVERITIES[1:], 1)).get(row.get("severity")), "title": row.get("title"),
            "status": word(row.get("stage"), HIVE_STAGE), "verdict": word(row.get("status"), HIVE_VERDICT),
            "merged": row.get("status") == "Duplicated", "techniques": techniques(*(row.get("tags") or [])),
            "raised": times.from_epoch(there(row, "newDate", "_createdAt")),
            "acknowledged": times.from_epoch(row.get("inProgressDate")), "updated": times.from_epoch(there(row, "_updatedAt", "_createdAt"))}


def hive_case(row):
    own = {field["name"]: field["value"] for field in row.get("customFields") or []}
    closed = row.get("stage") == "Closed"
    dated = ["contained", "eradicated", "recovered", "aware", "classified"]
    return {**hive(row), "tier": own.get("tier"), "discovery": word(own.get("discovery"), ["internal", "external"]),
            "category": own.get("category"), "mergedInto": own.get("merged-into"), "facts": own,
            "firstActivity": times.from_epoch(row.get("startDate")), "escalatedToTier3": times.from_epoch(own.get("escalated-tier3")),
            "firstClosed": times.from_epoch(there(row, "endDate", "closedDate")) if closed else None,
            "lastClosed": times.from_epoch(there(row, "closedDate", "endDate")) if closed else None,
            **{name: times.from_epoch(own.get(name)) for name in dated}}


def hive_alert(row):
    decided = times.from_epoch(there(row, "closedDate", "importedDate", "importDate"))
    closed = decided if row.get("stage") in ("Closed", "Imported") else None
    return {**hive(row), "caseID": there(row, "caseId"), "category": row.get("type"), "firstActivity": times.from_epoch(row.get("date")),
            "verdictAt": closed, "firstClosed": decided, "lastClosed": closed,
            "escalatedToTier2": times.from_epoch(there(row, "importedDate", "importDate"))}


# Wazuh, Elastic.

def wazuh_alert(row):
    rule = row.get("rule") or {}
    bands = zip((3, 6, 11, 14, 16), SEVERITIES)
    level = rule.get("level")
    return {"id": there(row, "id"), "title": rule.get("description"), "rule": rule.get("id"), "category": next(iter(rule.get("groups") or []), None),
            "severity": next((name for top, name in bands if level is not None and level <= top), None),
            "techniques": techniques(*((rule.get("mitre") or {}).get("id") or [])), "raised": times.from_iso(there(row, "timestamp", "@timestamp"))}


ELASTIC_STATUS = {"open": "new", "acknowledged": "in-progress", "in-progress": "in-progress", "closed": "closed"}
ELASTIC_VERDICT = {"true_positive": "true-positive", "benign_positive": "benign-true-positive", "false_positive": "false-positive",
                   "true positive": "true-positive", "benign positive": "benign-true-positive", "false positive": "false-positive",
                   "other": "undetermined"}


def elastic_alert(row):
    inner, key = row.get("_source") or row, "kibana.alert."
    told = {name[len(key):]: value for name, value in inner.items() if name.startswith(key)}
    status = word(told.get("workflow_status"), ELASTIC_STATUS)
    changed = times.from_iso(told.get("workflow_status_updated_at"))
    closed = changed if status == "closed" else None
    words = [there(told, "workflow_reason")] if there(told, "workflow_reason") else told.get("workflow_tags") or []
    return {"id": there(row, "_id") or there(told, "uuid"), "title": there(told, "rule.name"), "rule": there(told, "rule.rule_id", "rule.uuid"),
            "severity": word(there(told, "severity", "rule.severity"), SEVERITIES[1:]), "status": status,
            "verdict": next(filter(None, (word(text, ELASTIC_VERDICT) for text in words)), None),
            "caseID": next(iter(told.get("case_ids") or []), None), "techniques": techniques(json.dumps(inner.get("threat", ""))),
            "firstActivity": times.from_iso(told.get("original_time")), "raised": times.from_iso(there(told, "start") or inner.get("@timestamp")),
            # Only the last change of the status is kept: a closed alert no longer tells when it was taken over.
            "acknowledged": changed if status == "in-progress" else None, "verdictAt": closed, "firstClosed": closed, "lastClosed": closed,
            "updated": changed or times.from_iso(inner.get("@timestamp"))}


# DFIR-IRIS.

IRIS_VERDICT = {"false_positive": "false-positive", "true_positive_with_impact": "true-positive",
                "true_positive_without_impact": "true-positive", "legitimate": "benign-true-positive", "not_applicable": "undetermined"}


def iris_case(row):
    own = {name: field.get("value") for name, field in ((row.get("custom_attributes") or {}).get("Constat") or {}).items()}
    dated = {"firstActivity": "first-activity", "escalatedToTier3": "escalated-tier3"}
    dated |= {name: name for name in ("acknowledged", "contained", "eradicated", "recovered", "aware", "classified")}
    state, close_date = (row.get("state") or {}).get("state_name"), row.get("close_date")
    record = {"id": str(there(row, "case_id") or ""), "title": row.get("name"), "status": "closed" if state == "Closed" else "in-progress",
              "severity": word((row.get("severity") or {}).get("severity_name"), SEVERITIES), "verdict": word(row.get("status_name"), IRIS_VERDICT),
              "assignee": there(row.get("owner") or {}, "user_login", "user_name"), "category": (row.get("classification") or {}).get("name"), "tier": own.get("tier"), "mergedInto": own.get("merged-into"),
              "discovery": word(own.get("discovery"), ["internal", "external"]), "techniques": techniques(*(row.get("tags") or [])),
              "facts": own, "raised": times.from_iso(there(row, "initial_date", "open_date"), UTC), "lastClosed": times.from_iso(close_date, UTC),
              **{name: times.from_iso(own.get(key)) for name, key in dated.items()}}
    return iris_history(row, record)


def iris_history(row, record):
    """Closing and reopening from the history; close_date is a day, which a change on that very day makes exact."""
    entries = sorted((times.from_epoch(at, 1000), told["action"]) for at, told in (row.get("modification_history") or {}).items())
    moves = [(at, "closed" if action == "case closed" else "in-progress") for at, action in entries if action in ("case closed", "case reopened")]
    record |= status_milestones(moves)
    verdicts = [at for at, action in entries if action.startswith("status updated to ")]
    record |= {"updated": entries[-1][0] if entries else None, "reclassifications": len(verdicts) - 1 if verdicts else None}
    exact = [at for at, to in moves if to == "closed" and at // times.DAY * times.DAY == record["lastClosed"]]
    if record["lastClosed"] is not None:
        record["days"] = set() if exact else {"lastClosed"}
        record["lastClosed"] = exact[-1] if exact else record["lastClosed"]
    return record


def status_milestones(moves):
    """firstClosed and reopened from changes of the status in their order; repeated values are no changes."""
    told, before = {"firstClosed": None, "reopened": None, "moved": bool(moves)}, None
    for at, to in moves:
        if to == "closed" and told["firstClosed"] is None:
            told["firstClosed"] = at
        if to in OPEN and before == "closed" and told["reopened"] is None:
            told["reopened"] = at
        before = to
    return told


# Microsoft Sentinel: one row per change; all rows of an incident are one case.

SENTINEL_STATUS = {"New": "new", "Active": "in-progress", "Closed": "closed"}
SENTINEL_VERDICT = {"TruePositive": "true-positive", "BenignPositive": "benign-true-positive", "FalsePositive": "false-positive",
                    "Undetermined": "undetermined"}


def sentinel_row(row):
    def at(name):
        text = row.get(name + " [UTC]")
        return times.from_iso(text) or times.from_pattern(text, "%m/%d/%Y, %I:%M:%S.%f %p", UTC)
    status = word(row.get("Status"), SENTINEL_STATUS)
    return {"id": there(row, "IncidentName"), "title": row.get("Title"), "severity": word(row.get("Severity"), SEVERITIES), "status": status,
            "verdict": word(row.get("Classification"), SENTINEL_VERDICT), "techniques": techniques(row.get("AdditionalData", "")),
            "assignee": (json_line(row.get("Owner") or "{}")).get("assignedTo"), "firstActivity": at("FirstActivityTime"),
            "raised": at("CreatedTime"), "lastClosed": at("ClosedTime") if status == "closed" else None, "updated": at("LastModifiedTime")}


def sentinel_cases(rows):
    """The row modified last is the state; all of them are its history, a closed row from its closing on."""
    incidents = defaultdict(list)
    for row in rows:
        if row["id"] and row["raised"] is not None:
            incidents[row["id"]].append(row)
    return [sentinel_case(sorted(rows, key=lambda row: row["updated"])) for rows in incidents.values()]


def sentinel_case(rows):
    moves = sorted(((row["lastClosed"] or row["updated"], row["status"]) for row in rows), key=lambda move: move[0])
    verdicts = [(row["lastClosed"], row["verdict"]) for row in rows if row["status"] == "closed" and row["verdict"]]
    changes = [told for before, told in zip([(None, None)] + verdicts, verdicts) if told[1] != before[1]]
    return {**rows[-1], **status_milestones(moves), "acknowledged": taken_over(rows), "verdictAt": changes[0][0] if changes else None,
            "reclassifications": len(changes) - 1 if changes else None}


def taken_over(rows):
    """The first change that sets an assignee or moves the status on; taking up again what was closed is none."""
    before = {"status": None, "assignee": None}
    for row in rows:
        moved = row["status"] == "in-progress" and before["status"] not in ("in-progress", "closed")
        assigned = row["assignee"] and row["assignee"] != before["assignee"]
        if row["status"] in OPEN and (moved or assigned):
            return row["updated"]
        before = row
    return None


# Constat's own CSV of alerts: its columns are the milestones' names in small letters.

def own_alert(row):
    columns = {name: re.sub("([A-Z])", r"_\1", name).lower() for name in MILESTONES}
    columns |= {"escalatedToTier2": "escalated_tier2", "escalatedToTier3": "escalated_tier3", "verdictAt": "verdict_at"}
    status = word(row.get("status"), sorted(OPEN | {"closed", "merged"}))
    record = {name: times.from_iso(row.get(column)) for name, column in columns.items()}
    return {**record, "id": there(row, "id"), "title": row.get("title"), "rule": there(row, "rule"), "category": there(row, "category"),
            "severity": word(row.get("severity"), SEVERITIES), "status": status, "verdict": word(row.get("verdict"), VERDICTS),
            "tier": there(row, "tier"), "caseID": there(row, "case_id"), "mergedInto": there(row, "merged_into"),
            "merged": status == "merged", "techniques": techniques(row.get("techniques", "")), "updated": times.from_iso(row.get("updated"))}


# MITRE ATT&CK, a STIX bundle.

def technique(row):
    names = [told.get("external_id") for told in row.get("external_references") or [] if told.get("source_name", "").startswith("mitre-")]
    known = row.get("type") == "attack-pattern"
    return {"id": names[0] if names and known else None, "raised": times.from_iso(row.get("created")), "updated": times.from_iso(row.get("modified")),
            "deprecated": bool(row.get("x_mitre_deprecated") or row.get("revoked"))}


# Forms (docs/FORMS.md): per kind the columns in English and French, by what is read from them.

TEXT, NUMBER, INSTANT = "text", "number", "instant"
FORMS = {
    "actions": ("action", "action_id id_action", {"status": (TEXT, "status statut"), "raised": (INSTANT, "opened ouverte_le"),
                "due": (INSTANT, "due echeance"), "lastClosed": (INSTANT, "done faite_le"), "updated": (INSTANT, "updated maj_le")}),
    "costs": ("cost", "cost_id id_cout", {"amount": (TEXT, "amount montant"), "currency": (TEXT, "currency devise"), "per": (TEXT, "per par"),
              "raised": (INSTANT, "starts debut"), "lastClosed": (INSTANT, "ends fin")}),
    "cover": ("cover", "cover_id id_permanence", {"raised": (INSTANT, "starts debut"), "lastClosed": (INSTANT, "ends fin")}),
    "exercises": ("exercise", "exercise_id id_exercice", {"raised": (INSTANT, "started debut"), "findings": (NUMBER, "findings constats"),
                  "findingsClosed": (NUMBER, "findings_closed constats_clos")}),
    "heartbeats": ("heartbeat", "heartbeat_id id_releve", {"logSource": (TEXT, "log_source source_journaux"), "raised": (INSTANT, "seen vue_le")}),
    "hunts": ("hunt", "hunt_id id_chasse", {"raised": (INSTANT, "started debut"), "lastClosed": (INSTANT, "ended fin"),
              "findings": (NUMBER, "findings constats"), "rulesBorn": (NUMBER, "rules_born regles_creees"), "cases": (TEXT, "cases dossiers")}),
    "indicators": ("indicator", "indicator_id id_indicateur", {"raised": (INSTANT, "added ajoute_le"),
                   "validFrom": (INSTANT, "valid_from valide_du"), "searched": (INSTANT, "searched recherche_le")}),
    "log-sources": ("log-source", "log_source_id id_source", {"expected": (TEXT, "expected attendue"), "raised": (INSTANT, "connected raccordee_le"),
                    "lastClosed": (INSTANT, "retired retiree_le"), "lastEvent": (INSTANT, "last_event dernier_evenement"),
                    "silenceMinutes": (NUMBER, "silence_minutes silence_minutes"), "retentionDays": (NUMBER, "retention_days retention_jours"),
                    "eventsPerDay": (NUMBER, "events_per_day evenements_par_jour"), "unparsedPerDay": (NUMBER, "unparsed_per_day non_analyses_par_jour"),
                    "updated": (INSTANT, "updated maj_le")}),
    "matches": ("match", "match_id id_correspondance", {"indicator": (TEXT, "indicator indicateur"), "raised": (INSTANT, "seen vu_le"),
                "alert": (TEXT, "alert alerte")}),
    "playbook-runs": ("playbook-run", "playbook_run_id id_execution", {"raised": (INSTANT, "started debut"), "outcome": (TEXT, "outcome resultat"),
                      "savedMinutes": (NUMBER, "saved_minutes minutes_gagnees")}),
    "reviews": ("review", "review_id id_retex", {"raised": (INSTANT, "opened ouvert_le"), "due": (INSTANT, "due echeance"),
                "lastClosed": (INSTANT, "held tenu_le")}),
    "rules": ("rule", "rule_id id_regle", {"title": (TEXT, "title titre"), "state": (TEXT, "state etat"), "raised": (INSTANT, "created creee_le"),
              "requested": (INSTANT, "requested demandee_le"), "changed": (INSTANT, "changed modifiee_le"), "tested": (INSTANT, "tested testee_le"),
              "lastClosed": (INSTANT, "retired retiree_le"), "techniques": (TEXT, "techniques techniques"),
              "logSource": (TEXT, "log_source source_journaux")}),
    "training": ("training", "training_id id_formation", {"raised": (INSTANT, "held seance_le"), "invited": (NUMBER, "invited invites"),
                 "participants": (NUMBER, "participants participants"), "passed": (NUMBER, "passed reussites")}),
}
FRENCH = {"status": {"à faire": "new", "en cours": "in-progress", "en attente": "pending", "faite": "closed"},
          "per": {"an": "year", "mois": "month", "dossier": "case", "alerte": "alert", "une fois": "once"},
          "outcome": {"réussi": "succeeded", "échoué": "failed", "en attente": "waiting", "annulé": "cancelled",
                      "trouvé": "found", "rien": "nothing", "abandonnée": "abandoned"},
          "state": {"activée": "enabled", "désactivée": "disabled", "retirée": "retired"}, "expected": {"oui": "yes", "non": "no"}}


def form_instant(text, zone):
    """The instant, and whether the day alone is known."""
    for pattern, is_day in (("%d/%m/%Y %H:%M", False), ("%d/%m/%Y %H:%M:%S", False), ("%d/%m/%Y", True)):
        instant = times.from_pattern(text, pattern, zone)
        if instant is not None:
            return instant, is_day
    return times.from_iso(text, zone), bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text))


def form_record(row, kind, ids, columns):
    """English forms are in UTC, French ones in the time of Paris with decimal commas."""
    english, french = ids.split()
    is_french = french in row
    zone, record = (ZoneInfo("Europe/Paris") if is_french else UTC), {"id": there(row, english, french), "days": set()}
    for name, (what, headers) in columns.items():
        text = (row.get(headers.split()[is_french]) or "").strip()
        record[name] = (FRENCH.get(name, {}).get(text.casefold(), text) if is_french else text) or None
        if what == INSTANT:
            record[name], is_day = form_instant(text, zone)
            record["days"] |= {name} if is_day and record[name] is not None else set()
        elif text and (what == NUMBER or name == "amount"):
            plain = text.replace(",", ".") if is_french else text
            record[name] = float(plain) if what == NUMBER else plain
    return record


# Which file is read how: source, kind, rows, reader. `gives` is what the profile's header line says it can tell.

COMMON = {"raised", "severity", "techniques"}
WORKED = COMMON | {"status", "verdict", "firstActivity", "acknowledged", "firstClosed", "lastClosed"}
HANDLED = {"escalatedToTier3", "contained", "eradicated", "recovered", "aware", "classified", "tier", "discovery", "category"}
TOOLS = {
    "thehive-cases": ("thehive", "case", json_rows, hive_case, WORKED | HANDLED),
    "thehive-alerts": ("thehive", "alert", json_rows, hive_alert, WORKED | {"verdictAt", "escalatedToTier2", "category"}),
    "wazuh-alerts": ("wazuh", "alert", json_rows, wazuh_alert, COMMON | {"rule", "category"}),
    "elastic-alerts": ("elastic", "alert", json_rows, elastic_alert, WORKED | {"verdictAt", "rule"}),
    "iris-cases": ("iris", "case", json_rows, iris_case, WORKED | HANDLED | {"verdictAt", "reopenings", "reclassifications", "history"}),
    "sentinel-incidents": ("sentinel", "case", csv_rows, sentinel_row, WORKED | {"verdictAt", "reopenings", "reclassifications", "history"}),
    "attack-techniques": ("attack", "technique", json_rows, technique, {"raised"}),
    "alerts": ("constat", "alert", csv_rows, own_alert, WORKED | HANDLED | {"rule", "verdictAt", "compromised", "ingested", "declared",
               "escalatedToTier2"}),
}


def read_file(path, tenant):
    """The readable records of one export; rows without an id, or alerts and cases without raised, are refused."""
    name = re.sub(r"-\d{4}-\d\d$", "", path.stem.removeprefix(tenant + "-"))
    if name in FORMS:
        kind, ids, columns = FORMS[name]
        found = [form_record(row, kind, ids, columns) for row in csv_rows(path)]
        return [{"kind": kind, "source": "constat", "gives": set(columns), **row} for row in found if row["id"]]
    if name not in TOOLS:
        return []
    source, kind, rows, reader, gives = TOOLS[name]
    found = [reader(row) for row in rows(path)]
    found = sentinel_cases(found) if source == "sentinel" else found
    return [{"kind": kind, "source": source, "gives": gives, "days": set(), **row} for row in found if row["id"] and row["raised"] is not None]


def newest(states):
    """One record of all its states: the latest revision, then closed before open, then more milestones."""
    def rank(state):
        known = [state[name] for name in MILESTONES if state.get(name) is not None]
        return state.get("updated") or max(known, default=0), state.get("status") not in OPEN, len(known)
    states = sorted(states, key=rank)
    record = dict(states[-1])
    for name in set(MILESTONES) - FORGOTTEN:
        told = [state[name] for state in states if state.get(name) is not None]
        record[name] = told[-1] if told else None
    return record


def unite(records):
    """Each record once; merged ones leave, and their survivor has the earliest of what they knew."""
    groups = defaultdict(list)
    for record in records:
        groups[record["kind"], record["source"], record["tenant"], record["id"]].append(record)
    whole = {key: newest(states) for key, states in groups.items()}
    for key, record in whole.items():
        survivor, seen = record, {key}
        while survivor and survivor.get("mergedInto") and (target := key[:3] + (str(survivor["mergedInto"]),)) not in seen:
            seen.add(target)
            survivor = whole.get(target)
        if survivor is not None and survivor is not record:
            for name in INHERITED:
                survivor[name] = min((at for at in (survivor.get(name), record.get(name)) if at is not None), default=None)
    return [record for record in whole.values() if not record.get("merged") and not record.get("mergedInto")]


def settle(record):
    """Whether the record is open; a closing time of an open record is an earlier closing."""
    status, closed = record.get("status"), record.get("lastClosed")
    record["open"] = status in OPEN or (status is None and closed is None)
    if record["open"] and closed is not None:
        record["firstClosed"] = record.get("firstClosed") or closed
        record["lastClosed"] = None


def link(records):
    """An alert promoted to a case without a verdict of its own has the verdict of its case; a case knows its alerts."""
    cases = {(case["tenant"], case["id"]): case for case in records if case["kind"] == "case"}
    for case in cases.values():
        case["alerts"] = []
    for alert in (record for record in records if record["kind"] == "alert"):
        case = cases.get((alert["tenant"], alert.get("caseID")))
        if case:
            case["alerts"].append(alert)
            alert["verdict"] = alert.get("verdict") or case.get("verdict")


def load(folder, tenants):
    """All records of the exports, by kind."""
    records = [{"tenant": tenant, **record} for tenant in tenants for path in sorted(folder.glob(tenant + "-*"))
               for record in read_file(path, tenant)]
    records = unite(records)
    for record in records:
        if record["kind"] in ("alert", "case"):
            settle(record)
    link(records)
    kinds = defaultdict(list)
    for record in records:
        kinds[record["kind"]].append(record)
    return kinds


# Duties to notify: per case that a person was aware of and per stage with a deadline, what Controls/<regime>/notification.yaml asks.

def stated(folder):
    """{(tenant, id): {fact: value}} of the fact files: what persons say stands before the exports."""
    facts = {}
    for path in sorted(folder.glob("*.yaml")):
        file = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # every scalar as it is written
        told = {name: value["value"] if isinstance(value, dict) else value for name, value in file["facts"].items()}
        facts[file["case"]["tenant"], file["case"]["native"]] = {
            name: value for name, value in told.items() if value not in ("unknown", "history", "withdrawn", "")}
    return facts


def instant(case, names):
    """The first of some instants that is known, stated or exported."""
    for name in names if isinstance(names, list) else [names]:
        told = case["stated"].get(name)
        known = times.from_iso(told) if told else case.get(name)
        if known is not None:
            return known


def opens(rule, case):
    """Whether the case opens the regime's clocks: its instant is there, and the facts do not speak against it."""
    def fact(test):
        name = re.sub("([A-Z])", r"-\1", test["fact"]).lower()
        told = case["stated"].get(test["fact"], case.get("facts", {}).get(name))
        told = {True: "yes", False: "no"}.get(told, told) if isinstance(told, bool) else told
        return told == test["is"]
    unless = rule.get("unless", [])
    return (instant(case, rule["fact"]) is not None and ("needs" not in rule or fact(rule["needs"]))
            and not any(fact(test) for test in (unless if isinstance(unless, list) else [unless])))


def deadlines(stage, case, sent, kind_of_entity, zone):
    """(due, start of the clock) of each deadline whose start is known and which holds for this case."""
    for line in stage["deadline"]:
        anchor = line["anchor"]
        start = sent.get(anchor.removeprefix("submission.")) if "." in anchor else instant(case, anchor)
        unless, needs = line.get("unless"), line.get("entityTypes")
        later = unless and (instant(case, unless["fact"]) or 0) > (instant(case, unless["laterThan"]) or 0) + unless["hours"] * 3_600_000
        other = needs and kind_of_entity not in needs
        waived = line.get("unlessSubmitted") in sent or line.get("onlyIfSubmitted", None) not in (None, *sent)
        waived = waived or "onlyIfUnknown" in line and instant(case, line["onlyIfUnknown"]) is not None and stage["id"] not in sent
        guards = "guardsUntil" in line and instant(case, line["guardsUntil"][0]) is None and stage["id"] not in sent
        if start is not None and not later and not other and not waived and not guards:
            due = times.add_month(start, zone, line["months"]) if "months" in line else start + line["hours"] * 3_600_000
            yield (times.midnight(times.local_day(due, zone), zone) + times.DAY - 1 if line.get("until") == "endOfDay" else due), start


def duties(cases, submissions, regimes, config, zone, facts):
    """One record per case and stage; `submissions`: {(tenant, case, regime): {stage: instant}}."""
    for case in cases:
        entity = config["tenants"][case["tenant"]]
        case["stated"] = facts.get((case["tenant"], case["id"]), {})
        for regime in entity.get("regimes", []):
            if not opens(regimes[regime]["opens"], case):
                continue
            sent = submissions.get((case["tenant"], case["id"], regime), {})
            for stage in regimes[regime]["stages"]:
                found = sorted(deadlines(stage, case, sent, entity.get("entity", {}).get("type"), zone))
                if found:
                    yield {"kind": "duty", "source": regime, "tenant": case["tenant"], "id": f"{case['id']} {regime} {stage['id']}",
                           "due": found[0][0], "raised": found[0][1], "submitted": sent.get(stage["id"]), "days": set(),
                           "gives": {"raised", "due", "submitted"}}
