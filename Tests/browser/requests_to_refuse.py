"""Speaks HTTP to a local server without a browser: what must be answered, what must be refused, and with which headers."""
import http.client
from urllib.parse import parse_qs, urlsplit

from checks import fault

POLICY_NEVER = ("unsafe-inline", "unsafe-eval")
HEADERS = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-store"}
CLIMBS = ["/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2f..%2f..%2fetc%2fpasswd", "//etc/passwd",
          "/%252e%252e/%252e%252e/etc/passwd", "/..%5c..%5c..%5cetc%5cpasswd", "/./../../../etc/passwd", "/etc/passwd%00.html"]


class Door:
    """The server behind an address with its token; keeps the cookie it hands out."""

    def __init__(self, address):
        self.parts = urlsplit(address)
        self.cookie, self.home = "", self.parts.path or "/"
        self.enter()

    def enter(self):
        self.first = self.send("GET", self.home + "?" + self.parts.query)
        cookies = [value.split(";")[0] for name, value in self.first[2] if name == "set-cookie"]
        self.cookie = "; ".join(cookies)

    def send(self, method, path, **headers):
        """Status, body and headers (names in small letters) of one request, its path sent as it is."""
        line = http.client.HTTPConnection(self.parts.hostname, self.parts.port, timeout=90)
        line.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            line.putheader(name, value)
        line.putheader("Content-Length", "0")
        line.endheaders()
        answer = line.getresponse()
        kept = answer.status, answer.read().decode(errors="replace"), [(name.lower(), value) for name, value in answer.getheaders()]
        line.close()
        return kept

    def known(self, method, path, **headers):
        """The request of somebody who may: with the cookie, or with the token when there is no cookie."""
        if self.cookie:
            return self.send(method, path, Cookie=self.cookie, **headers)
        return self.send(method, path + ("&" if "?" in path else "?") + self.parts.query, **headers)


def policy_faults(policy, where):
    named = [fault(f"Content-Security-Policy allows {word}", where, policy) for word in POLICY_NEVER if word in policy]
    rules = [rule.split() for rule in policy.split(";") if rule.strip()]
    closed = ["default-src", "'none'"] in rules
    return named + ([] if closed else [fault("Content-Security-Policy has no default-src 'none'", where, policy)])


def header_faults(headers, where):
    """headers: a dictionary with names in small letters."""
    wrong = [fault(f"header {name} is not {value}", where, headers.get(name, "none")) for name, value in HEADERS.items()
             if headers.get(name, "").strip().lower() != value]
    return wrong + policy_faults(headers.get("content-security-policy", ""), where)


def refused(what, answer, statuses, where):
    status, body, headers = answer
    wrong = [] if status in statuses else [fault(f"{what}: answered {status}, not {' or '.join(map(str, statuses))}", where, body)]
    leaked = [fault(f"{what}: gives a file away", where, body)] if "root:" in body else []
    return wrong + leaked + header_faults(dict(headers), f"{where} ({what})")


def strangers(door):
    token = parse_qs(door.parts.query).get("token", [""])[0]
    wrong = "0" * len(token) if token.strip("0") else "1" * len(token)
    return (refused("no token and no cookie", door.send("GET", door.home), (401, 403), door.home)
            + refused("wrong token", door.send("GET", f"{door.home}?token={wrong}"), (401, 403), door.home)
            + refused("half a token", door.send("GET", f"{door.home}?token={token[:len(token) // 2]}"), (401, 403), door.home)
            + refused("wrong cookie", door.send("GET", door.home, Cookie=door.cookie.split("=")[0] + "=" + wrong), (401, 403), door.home))


def other_hosts(door):
    hosts = ["evil.example", f"evil.example:{door.parts.port}", f"{door.parts.hostname}.evil.example:{door.parts.port}"]
    return [one for host in hosts for one in refused(f"Host {host}", door.known("GET", door.home, Host=host), (400, 403, 421), door.home)]


def methods(door):
    return [one for method in ("POST", "PUT", "DELETE") for one in refused(method, door.known(method, door.home), (405,), door.home)]


def climbs(door):
    return [one for path in CLIMBS for one in refused("path that climbs", door.known("GET", path), (400, 404), path)]


def cookie_faults(door):
    manners = [value.partition(";")[2].lower() for name, value in door.first[2] if name == "set-cookie"]
    loose = [one for one in manners if "httponly" not in one or "samesite=strict" not in one]
    return [fault("cookie without HttpOnly and SameSite=Strict", door.home, one) for one in loose]


def welcome(door):
    status, _, headers = door.known("GET", door.home)
    wrong = [] if status == 200 else [fault(f"the start page answered {status}", door.home)]
    greeting = header_faults(dict(door.first[2]), f"{door.home} (with the token)")
    return wrong + cookie_faults(door) + greeting + header_faults(dict(headers), door.home)


def all_requests(address):
    door = Door(address)
    return welcome(door) + strangers(door) + other_hosts(door) + methods(door) + climbs(door)
