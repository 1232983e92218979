"""Writes N made-up alerts as NDJSON, the same for the same seed. Usage: make_alerts.py N FILE [TENANTS]"""
import datetime
import json
import random
import sys

START = datetime.datetime(2025, 1, 1)


def iso(milliseconds):
    return (START + datetime.timedelta(milliseconds=milliseconds)).isoformat(timespec="milliseconds") + "Z"


def alert(number, chance, tenants):
    raised = int(chance.random() * 365 * 86_400_000)
    seen = raised + int(chance.expovariate(1 / 600_000))
    judged = seen + int(chance.expovariate(1 / 1_800_000))
    closed = judged + int(chance.expovariate(1 / 14_400_000))
    return {
        "id": f"AL-{number:09d}", "tenant": f"t{number % tenants}",
        "rule": {"id": f"R{chance.randint(1, 800)}", "name": "Process tree that nobody expects", "level": chance.randint(1, 15)},
        "severity": chance.choices(["low", "medium", "high", "critical"], [60, 25, 12, 3])[0],
        "title": f"Shell started by a document on WKS-{chance.randint(0, 99_999):05d}",
        "created": iso(raised), "acknowledged": iso(seen), "triaged": iso(judged), "closed": iso(closed),
        "escalated": iso(judged) if chance.random() < 0.12 else None, "status": "closed",
        "verdict": chance.choice(["true_positive", "false_positive", "benign"]), "assignee": f"analyst{chance.randint(1, 40):02d}",
        "tier": chance.randint(1, 3), "techniques": ["T1059.001", "T1105"], "tags": ["edr", "prod"],
    }


if __name__ == "__main__":
    chance = random.Random(7)
    tenants = int(sys.argv[3]) if len(sys.argv) > 3 else 37
    with open(sys.argv[2], "w") as file:
        for number in range(int(sys.argv[1])):
            file.write(json.dumps(alert(number, chance, tenants)) + "\n")
