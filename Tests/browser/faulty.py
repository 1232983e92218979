"""A small good page, and pages with one fault each; the self-test says whether each fault is caught."""
GOOD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Good</title><style>body{margin:16px;font:16px/1.5 sans-serif;color:#222;background:#fff}.scroll{overflow-x:auto}
@media print{@page{size:A4;margin:15mm}}</style></head><body><main><h1>Good</h1>BODY
<h2>Part</h2><p>Some <b>words</b> and <a href="#end">a link</a>.</p><figure><figcaption>Bars</figcaption><div class="scroll">
<svg viewBox="0 0 200 60" width="200" role="img"><title>Bars</title><rect width="90" height="20" fill="#114477"/>
<text x="4" y="15" font-size="12" fill="#fff">eleven</text><text x="4" y="45" font-size="12" fill="#222">twelve</text></svg></div></figure>
<details><summary>Table</summary><table><thead><tr><th scope="col">Name</th></tr></thead>
<tbody><tr><td>One</td></tr></tbody></table></details>
<p id="end">End</p></main></body></html>"""
TABLE = '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>{}</td></tr></tbody></table>'
SVG = '<figure><figcaption>F</figcaption><svg viewBox="0 0 200 60" width="200" role="img" {}><title>T</title>{}</svg></figure>'


def with_body(body):
    return GOOD.replace("BODY", body)


def with_style(style, body=""):
    return with_body(body).replace("</style>", style + "</style>")


TINY = "<text x='5' y='20' font-size='5'>tiny</text>"
BESIDE = "<text x='5' y='20'>label</text><text x='30' y='22'>label</text>"
DARK_ON_DARK = "<rect width='90' height='30' fill='#357'/><text x='5' y='20'>dark</text>"
FOLDED = "<details><summary>S</summary><p>Words one</p><p style='margin-top:-34px'>Words two</p></details>"
BACKWARDS = "<a href='#end'>one</a> <a href='#end' tabindex=2>two</a> <a href='#end' tabindex=1>three</a>"
POLICY = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'\">"


PAGES = {
    "console": ("console INFO", with_body("<script>console.log('hello')</script>")),
    "error": ("console SEVERE", with_body("<script>nothing.here()</script>")),
    "policy": ("Content Security Policy", with_body("<script>1</script>").replace("<title>", POLICY + "<title>")),
    "external-image": ("request for http://127.0.0.1:9", with_body("<img src='http://127.0.0.1:9/x.png' alt='x'>")),
    "local-image": ("request for file:", with_body("<img src='beside.png' alt='x'>")),
    "sideways": ("print · the page scrolls sideways", with_body("<div style='width:2000px;height:9px;background:#eee'></div>")),
    "sideways-phone": ("phone · the page scrolls sideways", with_body("<div style='width:500px;height:9px;background:#eee'></div>")),
    "no-viewport": ("laid out 980 px wide", GOOD.replace("BODY", "").replace('name="viewport"', 'name="other"')),
    "wide-print": ("print · wider than the sheet", with_body("<div class='scroll'><div style='width:900px'>wide</div></div>")),
    "vertical-scroll": ("scrolls up and down", with_body("<div class='scroll' style='height:40px'><p>one</p><p>two</p><p>three</p></div>")),
    "cut-width": ("text cut", with_body("<p style='width:80px;overflow:hidden;white-space:nowrap'>These words do not fit in here</p>")),
    "cut-height": ("text cut", with_body("<div style='height:20px;overflow:hidden'><p>One line<br>two</p></div>")),
    "cut-print": ("print · text cut", with_body("<div style='height:40px;overflow:auto' tabindex=0><p>One</p><p>two</p></div>")),
    "cut-drawing": ("text cut", with_body(SVG.format("", "<text x='150' y='20'>far too long</text>"))),
    "cut-field": ("text cut in a field", with_body("<input aria-label='x' size=4 value='a much longer value'>")),
    "outside": ("text outside of the page", with_body("<p style='position:absolute;left:-40px'>Lost words</p>")),
    "shaved": ("lines shaved off", with_style("body{margin:0}", "<p style='text-align:right'>Words</p>")),
    "stray-drawing": ("outside of its figure", with_body(SVG.format("style='overflow:visible'", "<text x='10' y='150'>below</text>"))),
    "overlap": ("texts overlap", with_body("<p>First line of words</p><p style='margin-top:-34px'>Second line of words</p>")),
    "overlap-drawing": ("texts overlap", with_body(SVG.format("", BESIDE))),
    "overlap-lines": ("texts overlap", with_body("<p style='line-height:.5'>One line<br>and another</p>")),
    "overlap-opened": ("when opened", with_body(FOLDED)),
    "contrast": ("contrast 2.", with_body("<p style='color:#aaa'>Pale words</p>")),
    "contrast-opacity": ("· contrast ", with_body("<div style='opacity:.5'><p>Pale words</p></div>")),
    "contrast-dark": ("dark · contrast", with_style("@media (prefers-color-scheme:dark){body{background:#111}a{color:#8bf}}")),
    "contrast-drawing": ("· contrast ", with_body(SVG.format("", DARK_ON_DARK))),
    "tiny": ("text only 5.0 px", with_body(SVG.format("", TINY))),
    "contrast-picture": ("contrast cannot be told", with_body("<p style='background:linear-gradient(#000,#fff)'>Words</p>")),
    "two-h1": ("2 headings h1", with_body("<h1>Another</h1>")),
    "jump": ("heading level jumps", with_body("<h3>Third</h3>")),
    "no-lang": ("html has no lang", GOOD.replace("BODY", "").replace(' lang="en"', "")),
    "no-title": ("the page has no title", GOOD.replace("BODY", "").replace("<title>Good</title>", "")),
    "no-doctype": ("no doctype", GOOD.replace("BODY", "").replace("<!doctype html>", "")),
    "svg-title": ("svg has no title", GOOD.replace("BODY", "").replace("<title>Bars</title>", "<title> </title>")),
    "svg-role": ("svg is neither", GOOD.replace("BODY", "").replace('role="img"', "")),
    "no-th": ("table has no th", with_body("<table><tr><td>One</td></tr></table>")),
    "no-scope": ("th has no scope", with_body(TABLE.format("x").replace(' scope="col"', ""))),
    "no-caption": ("figure has no figcaption", with_body("<figure><p>x</p></figure>")),
    "tall-row": ("print · taller than a sheet", with_body(TABLE.format("<div style='height:1200px'>tall</div>"))),
    "tab-missed": ("not reached by Tab", with_body("<a href='#end' onfocus='this.blur()'>x</a>")),
    "tab-order": ("Tab goes back", with_body(BACKWARDS)),
    "no-outline": ("no visible focus outline", with_style("a:focus{outline:none}")),
    "covered": ("has the focus, but is under div", with_body("<div style='position:fixed;inset:0;background:#fff'></div>")),
    "axe-alt": ("axe image-alt", with_body("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")),
    "axe-contrast": ("axe color-contrast", with_body("<p style='color:#aaa'>Pale words</p>")),
}
