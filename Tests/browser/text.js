// Where the words of a page stand: cut off, outside of the page, one over the other.
const fault = (what, element, text) => ({ what, path: element ? path(element) : "", text: excerpt(text ?? element?.textContent ?? "") });
const excerpt = text => text.trim().replace(/\s+/g, " ").slice(0, 70);

function step(element) {
  const name = element.localName + (element.id ? "#" + element.id : "") + [...element.classList].map(one => "." + one).join("");
  const twins = [...(element.parentElement?.children ?? [])].filter(other => other.localName === element.localName);
  return twins.length > 1 ? `${name}:nth-of-type(${twins.indexOf(element) + 1})` : name;
}

function path(element) {
  const steps = [];
  for (let one = element; one && one !== document.body && one !== document.documentElement; one = one.parentElement) {
    steps.unshift(step(one));
  }
  return steps.join(" > ") || element.localName;
}

const hiddenToTheEye = element => {
  const style = getComputedStyle(element), rect = element.getBoundingClientRect();
  return (style.clipPath.startsWith("inset(") && rect.width <= 2) || (style.position === "absolute" && rect.right < -1000);
};

const shown = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

function visible(element) {
  if (!shown(element)) return false;
  for (let one = element; one; one = one.parentElement) if (hiddenToTheEye(one)) return false;
  return true;
}

function textLines() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange(), lines = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !visible(node.parentElement)) continue;
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(rect => rect.width >= 1 && rect.height >= 1);
    lines.push(...rects.map(rect => ({ element: node.parentElement, text: node.data, box: ink(rect) })));
  }
  return lines;
}

const ink = rect => ({ left: rect.left, right: rect.right, top: rect.top + rect.height * 0.15, bottom: rect.bottom - rect.height * 0.15 });

function clipsItself(element) {
  if (element === document.body || element === document.documentElement) return false;
  const style = getComputedStyle(element);
  const clips = style.overflowX !== "visible" || style.overflowY !== "visible";
  return clips && (element instanceof SVGElement ? element.localName === "svg" : !["inline", "contents"].includes(style.display));
}

const clipsKnown = new Map();
function clipsOf(element) {
  if (!element) return [];
  if (!clipsKnown.has(element)) clipsKnown.set(element, [...(clipsItself(element) ? [element] : []), ...clipsOf(element.parentElement)]);
  return clipsKnown.get(element);
}

function clientBox(element) {
  const rect = element.getBoundingClientRect();
  if (element instanceof SVGElement) return { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
  const left = rect.left + element.clientLeft, top = rect.top + element.clientTop;
  return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
}

const scrolls = (element, axis) => ["auto", "scroll"].includes(getComputedStyle(element)["overflow" + axis]);
const printed = () => matchMedia("print").matches;

function room(element) {
  const box = clientBox(element), style = getComputedStyle(element);
  if (!printed() && scrolls(element, "X")) { box.left -= element.scrollLeft; box.right = box.left + element.scrollWidth; }
  if (!printed() && scrolls(element, "Y")) { box.top -= element.scrollTop; box.bottom = box.top + element.scrollHeight; }
  if (style.overflowX === "visible") { box.left = -Infinity; box.right = Infinity; }
  if (style.overflowY === "visible") { box.top = -Infinity; box.bottom = Infinity; }
  return box;
}

const beside = (inner, outer) => Math.max(outer.left - inner.left, inner.right - outer.right);
const excess = (inner, outer) => Math.max(beside(inner, outer), outer.top - inner.top, inner.bottom - outer.bottom);

function cutLine(line) {
  const holder = clipsOf(line.element).find(element => excess(line.box, room(element)) > 1);
  return holder ? [fault(`text cut by ${Math.round(excess(line.box, room(holder)))} px at ${step(holder)}`, line.element, line.text)] : [];
}

function outsideLine(line) {
  if (!printed() && clipsOf(line.element).some(element => scrolls(element, "X"))) return [];
  const over = Math.max(-line.box.left - scrollX, line.box.right + scrollX - document.documentElement.clientWidth);
  return over > 1 ? [fault(`text outside of the page by ${Math.round(over)} px`, line.element, line.text)] : [];
}

// The sheet ends up to half a pixel before the width that the page is laid out for; what ends on it loses its last stroke.
function shavedLines() {
  const edge = document.documentElement.clientWidth;
  const lines = printed() ? textLines().filter(line => Math.abs(edge - line.box.right) < 0.6) : [];
  const what = `${lines.length} lines shaved off at the right edge of the sheet, first`;
  return lines.slice(0, 1).map(line => fault(what, line.element, line.text));
}

function strayLine(line) {
  const drawing = line.element.closest("svg"), frame = drawing?.closest("figure, section, article, td, .tile");
  if (!frame || (!printed() && clipsOf(drawing.parentElement).some(element => scrolls(element, "X")))) return [];
  const over = excess(line.box, frame.getBoundingClientRect());
  return over > 2 ? [fault(`text of a drawing outside of its ${frame.localName} by ${Math.round(over)} px`, line.element, line.text)] : [];
}

function cutFields() {
  const fields = [...document.querySelectorAll("input, textarea")].filter(visible);
  return fields.filter(field => field.scrollWidth > field.clientWidth + 1).map(field => fault("text cut in a field", field, field.value));
}

function cutTexts() {
  const found = textLines().flatMap(line => [...cutLine(line), ...outsideLine(line), ...strayLine(line)]);
  return [...found, ...shavedLines(), ...cutFields()];
}

function intersection(a, b) {
  const left = Math.max(a.left, b.left), right = Math.min(a.right, b.right);
  return { left, right, top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom) };
}

const seenPart = line => ({ ...line, box: clipsOf(line.element).map(clientBox).reduce(intersection, line.box) });
const cell = element => element.closest("td, th");
const related = (a, b) => a !== b && (a.contains(b) || b.contains(a) || (cell(a) && cell(a) === cell(b)));

function overlap(a, b) {
  const shared = intersection(a.box, b.box), size = Math.min(shared.right - shared.left, shared.bottom - shared.top);
  if (size <= 2 || related(a.element, b.element)) return [];
  return [fault(`texts overlap by ${Math.round(size)} px`, a.element, `${excerpt(a.text).slice(0, 32)} ↔ ${excerpt(b.text).slice(0, 32)}`)];
}

function overlaps() {
  const lines = textLines().map(seenPart).sort((a, b) => a.box.top - b.box.top), found = [];
  let open = [];
  for (const line of lines) {
    open = open.filter(other => other.box.bottom > line.box.top + 2);
    found.push(...open.flatMap(other => overlap(other, line)));
    open.push(line);
  }
  return found;
}
