"""A small dashboard on 127.0.0.1 for the self-test of check_serve.py: good as it stands, with one flaw when one is named."""
import contextlib
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

FLAWS = {
    "open": "no token and no cookie: answered 200",
    "any-token": "wrong token: answered",
    "any-host": "Host evil.example: answered 200",
    "post": "POST: answered 200",
    "climb": "path that climbs: answered 200",
    "unsafe-inline": "allows unsafe-inline",
    "no-default": "has no default-src 'none'",
    "no-nosniff": "header x-content-type-options is not nosniff",
    "referrer": "header referrer-policy is not no-referrer",
    "cache": "header cache-control is not no-store",
    "loose-cookie": "cookie without HttpOnly",
    "unreachable": "Tab does not reach a.figure",
    "no-population": "no table of the population",
    "no-left-out": "no line or table of what was left out",
    "no-definition": "no definition",
    "deaf-form": "select[name=period] is not",
    "one-language": "the page is not in the language",
    "script-only": "keyboard, no scripts · Tab does not reach a.figure",
    "elsewhere": "request for http://127.0.0.1:9",
    "pale": "· contrast ",
    "broken": "answered 500",
}
LOOK = "body{margin:16px;font:16px/1.5 sans-serif;color:#222;background:#fff}"
PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sample</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css">
{head}</head><body><main>{body}</main></body></html>"""
TABLE = '<table class="{}"><thead><tr><th scope="col">Case</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'


def choice(name, values, chosen):
    marked = "".join(f"<option{' selected' if value == chosen else ''}>{value}</option>" for value in values)
    return f'<label>{name} <select name="{name}">{marked}</select></label> '


class Sample(BaseHTTPRequestHandler):
    flaw, token, cookie = None, "", ""

    def log_message(self, *_):
        pass

    def reply(self, status, body="", kind="text/html; charset=utf-8", **extra):
        self.send_response(status)
        for name, value in {**self.guards(), "Content-Type": kind, "Content-Length": str(len(body.encode())), **extra}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body.encode())

    def guards(self):
        policy = {"unsafe-inline": "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:", "no-default": "style-src 'self'",
                  "elsewhere": "default-src 'none'; style-src 'self'; img-src data: http:"}
        usual = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:"
        headers = {"Content-Security-Policy": policy.get(self.flaw, usual),
                   "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}
        dropped = {"no-nosniff": "X-Content-Type-Options", "referrer": "Referrer-Policy", "cache": "Cache-Control"}.get(self.flaw)
        return {name: value for name, value in headers.items() if name != dropped}

    def known(self, query):
        token = query.get("token", [""])[0]
        held = f"session={self.cookie}" in self.headers.get("Cookie", "")
        return held or token == self.token or self.flaw == "open" or (self.flaw == "any-token" and token)

    def do_GET(self):
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        if self.headers.get("Host") != f"127.0.0.1:{self.server.server_port}" and self.flaw != "any-host":
            return self.reply(421)
        if not self.known(query):
            return self.reply(401)
        if "token" in query:
            end = "" if self.flaw == "loose-cookie" else "; HttpOnly; SameSite=Strict"
            return self.reply(303, Location=parts.path, Set_Cookie=f"session={self.cookie}; Path=/{end}")
        return self.answer(parts.path, query)

    def answer(self, path, query):
        pages = {"/": self.start, "/figure": self.figure}
        if path == "/style.css":
            return self.reply(200, LOOK + ("p{color:#bbb}" if self.flaw == "pale" else ""), "text/css")
        if path == "/late.js":
            return self.reply(200, "document.querySelector('p').innerHTML='<a class=figure href=/figure>Figure</a>'", "text/javascript")
        if path in pages:
            return self.reply(500 if self.flaw == "broken" and path == "/figure" else 200, pages[path](query))
        return self.reply(200, "root:") if self.flaw == "climb" and "passwd" in unquote(path) else self.reply(404)

    def do_POST(self):
        return self.reply(200 if self.flaw == "post" else 405)

    do_PUT = do_DELETE = do_POST

    def start(self, query):
        lang, period = query.get("lang", ["en"])[0], query.get("period", ["2026-10"])[0]
        period = "2026-10" if self.flaw == "deaf-form" else period
        form = f"<form>{choice('lang', ['en', 'fr'], lang)}{choice('period', ['2026-09', '2026-10'], period)}<button>Show</button></form>"
        usual = '<a class="figure" href="/figure">Figure</a>'
        link = {"unreachable": '<a class="figure">Figure</a>', "script-only": "Words"}.get(self.flaw, usual)
        head = '<script src="/late.js" defer></script>' if self.flaw == "script-only" else ""
        picture = '<img alt="x" src="http://127.0.0.1:9/x.png">' if self.flaw == "elsewhere" else ""
        body = f"<h1>Sample</h1><p>{link}</p>{form}{picture}"
        return PAGE.format(lang="en" if self.flaw == "one-language" else lang, head=head, body=body)

    def figure(self, _):
        parts = {"no-definition": '<p class="definition">What it means.</p>', "no-population": TABLE.format("population"),
                 "no-left-out": '<p class="left-out">Nothing was left out.</p>'}
        kept = [text for flaw, text in parts.items() if flaw != self.flaw]
        return PAGE.format(lang="en", head="", body="<h1>Figure</h1>" + "".join(kept))


@contextlib.contextmanager
def running(flaw):
    names = {"flaw": flaw, "token": secrets.token_hex(16), "cookie": secrets.token_hex(16)}
    handler = type("Flawed", (Sample,), names)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/?token={handler.token}"
    finally:
        server.shutdown()
        server.server_close()
