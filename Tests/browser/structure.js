// How a document is built, how it fits on paper, and what the Tab key reaches.
const all = selector => [...document.querySelectorAll(selector)];

function headings() {
  const found = all("h1, h2, h3, h4, h5, h6").filter(visible), level = heading => Number(heading.localName[1]);
  const jumps = found.filter((heading, index) => level(heading) > (index ? level(found[index - 1]) : 0) + 1);
  const first = all("h1").filter(visible).length;
  const single = first === 1 ? [] : [fault(`${first} headings h1 instead of one`, null)];
  return [...single, ...jumps.map(heading => fault("heading level jumps", heading))];
}

function document_() {
  const found = [];
  if (!document.documentElement.lang) found.push(fault("html has no lang", document.documentElement, " "));
  if (!document.title.trim()) found.push(fault("the page has no title", null));
  if (document.compatMode !== "CSS1Compat") found.push(fault("the page has no doctype", null));
  return found;
}

const titled = drawing => [...drawing.children].some(child => child.localName === "title" && child.textContent.trim());
const named = drawing => drawing.getAttribute("aria-hidden") === "true" || drawing.getAttribute("role") === "img";

function drawings() {
  const found = all("svg").filter(drawing => !drawing.parentElement.closest("svg"));
  const nameless = found.filter(drawing => drawing.getAttribute("role") === "img" && !titled(drawing));
  const loose = found.filter(drawing => !named(drawing));
  return [...nameless.map(drawing => fault("svg has no title", drawing)),
          ...loose.map(drawing => fault("svg is neither role=img nor aria-hidden", drawing))];
}

function figures() {
  const bare = all("figure").filter(figure => !figure.querySelector("figcaption")?.textContent.trim());
  return bare.map(figure => fault("figure has no figcaption", figure));
}

function tables() {
  const bare = all("table").filter(table => !table.querySelector("th")).map(table => fault("table has no th", table));
  const loose = all("th").filter(head => !head.getAttribute("scope")).map(head => fault("th has no scope", head));
  return [...bare, ...loose];
}

function structure() {
  return [...document_(), ...headings(), ...drawings(), ...tables(), ...figures()];
}

function tooTall(height) {
  const tallness = element => Math.round(element.getBoundingClientRect().height);
  const tall = all("tr, figure, .tile").filter(element => visible(element) && tallness(element) > height);
  return tall.map(element => fault(`taller than a sheet: ${tallness(element)} of ${height} px`, element));
}

function pixels(length, otherwise) {
  const [, number, unit] = /^([\d.]+)([a-z]*)/.exec(length ?? "") ?? [null, otherwise, "px"];
  return Number(number) * ({ px: 1, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pt: 96 / 72 }[unit] ?? 1);
}

function rulesIn(rules) {
  return [...rules].flatMap(rule => rule instanceof CSSPageRule ? [rule] : rule.cssRules ? rulesIn(rule.cssRules) : []);
}

function pageMargins() {
  const style = [...document.styleSheets].flatMap(sheet => rulesIn(sheet.cssRules)).pop()?.style;
  const side = name => pixels(style?.getPropertyValue("margin-" + name), 38);
  return { across: side("left") + side("right"), down: side("top") + side("bottom") };
}

function openDetails() {
  scrollTo(0, 0);
  return all("details:not([open])").map(details => { details.open = true; }).length;
}

const REACHABLE = "a[href], button, input:not([type=hidden]), select, textarea, details > summary:first-of-type, [tabindex]";
const chosenOf = name => document.querySelector(`input[type=radio][name="${CSS.escape(name)}"]:checked`);
const unchosen = element => element.type === "radio" && !element.checked && chosenOf(element.name);
const skipped = element => element.matches(":disabled, [tabindex='-1']") || unchosen(element);
const stops = () => all(REACHABLE).filter(element => shown(element) && !skipped(element));

const stopCount = () => stops().length;
const stopFaults = indices => indices.map(index => fault("not reached by Tab", stops()[index]));
const turnedByHand = () => all("[tabindex]").filter(element => element.tabIndex > 0).map(element => fault("tabindex above 0", element));

function ring(element) {
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && colour(style.outlineColor).alpha > 0.2;
  return outlined || style.boxShadow !== "none";
}

function cover(element) {
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const part = intersection(element.getClientRects()[0] ?? {}, screen);
  if (!(part.right > part.left && part.bottom > part.top)) return "out of sight";
  const top = document.elementFromPoint((part.left + part.right) / 2, (part.top + part.bottom) / 2);
  if (!top) return "out of sight";
  return element.contains(top) || top.contains(element) ? "" : "under " + step(top);
}

function focusFaults(element) {
  const found = [[!ring(element), "no visible focus outline"], [cover(element), `has the focus, but is ${cover(element)}`]];
  return found.filter(([wrong]) => wrong).map(([, what]) => fault(what, element));
}

function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  return { index: stops().indexOf(element), path: path(element), faults: focusFaults(element) };
}

const leaveFocus = () => { document.activeElement?.blur(); scrollTo(0, 0); getSelection().removeAllRanges(); };
const isFocused = selector => Boolean(document.activeElement?.matches(selector));
const present = selector => Boolean(document.querySelector(selector));
const chosenValue = selector => document.querySelector(selector)?.value ?? null;
const links = () => [...new Set(all("a[href]").map(link => link.href.split("#")[0]))];
