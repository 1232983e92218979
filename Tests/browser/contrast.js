// Contrast of every text with what is painted under it, by the formula of WCAG 2; 4.5 is asked for, 3 for large text.
const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const coloursKnown = new Map();

function colour(text) {
  if (!coloursKnown.has(text)) coloursKnown.set(text, readColour(text));
  return coloursKnown.get(text);
}

function readColour(text) {
  const numbers = /^rgba?\(([^)]*)\)$/.exec(text)?.[1].split(/[\s,/]+/).map(Number);
  if (numbers) return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = text;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
  return { rgb: [red, green, blue], alpha: alpha / 255 };
}

const over = (top, alpha, under) => under.map((value, index) => top[index] * alpha + value * (1 - alpha));
const paint = (under, text, alpha = 1) => over(colour(text).rgb, colour(text).alpha * alpha, under);

function luminance(rgb) {
  const linear = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const [red, green, blue] = rgb.map(value => linear(value / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function ancestry(element) {
  const chain = [];
  for (let one = element; one; one = one.parentElement) chain.unshift(one);
  return chain;
}

function sheet() {
  const allowed = getComputedStyle(document.documentElement).colorScheme.includes("dark");
  return allowed && matchMedia("(prefers-color-scheme: dark)").matches && !printed() ? [18, 18, 18] : [255, 255, 255];
}

const inDrawing = element => element instanceof SVGElement && element.localName !== "svg";
const paintable = fill => fill !== "none" && !fill.startsWith("url(") && fill !== "context-fill";

function around(shape, point) {
  const box = shape.getBoundingClientRect();
  return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;
}

const comesBefore = (shape, text) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;

function underShapes(drawing, text, point, under) {
  const shapes = [...drawing.querySelectorAll("rect, circle, ellipse, path, polygon")].filter(shape => around(shape, point));
  const seen = shapes.filter(shape => comesBefore(shape, text) && shape.checkVisibility({ visibilityProperty: true }));
  const below = seen.filter(shape => filledAt(shape, point));
  return below.reduce((rgb, shape) => paint(rgb, getComputedStyle(shape).fill, veil(shape, drawing)), under);
}

function filledAt(shape, point) {
  const matrix = shape.getScreenCTM();
  if (!matrix || !paintable(getComputedStyle(shape).fill) || shape.closest("defs, clipPath, mask")) return false;
  return shape.isPointInFill(point.matrixTransform(matrix.inverse()));
}

function veil(shape, drawing) {
  let alpha = Number(getComputedStyle(shape).fillOpacity);
  for (let one = shape; one && one !== drawing; one = one.parentElement) alpha *= Number(getComputedStyle(one).opacity);
  return alpha;
}

// Paints from the sheet up to the text: each background, then what is inside, then the opacity of the whole.
function painted(chain, under, point, inked) {
  if (!chain.length) return under;
  const [element, ...rest] = chain, style = getComputedStyle(element);
  let rgb = inDrawing(element) ? under : paint(under, style.backgroundColor);
  if (element.localName === "svg") rgb = underShapes(element, chain[chain.length - 1], point, rgb);
  if (!rest.length && inked) rgb = inDrawing(element) ? paint(rgb, style.fill, Number(style.fillOpacity)) : paint(rgb, style.color);
  return over(painted(rest, rgb, point, inked), Number(style.opacity), under);
}

function seenSize(element) {
  const size = parseFloat(getComputedStyle(element).fontSize), matrix = inDrawing(element) ? element.getScreenCTM() : null;
  return matrix ? size * Math.hypot(matrix.c, matrix.d) : size;
}

function wanted(element) {
  const size = seenSize(element), bold = Number(getComputedStyle(element).fontWeight) >= 700;
  return size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
}

function samplePoints(box, drawing) {
  const parts = drawing ? [0.02, 0.25, 0.5, 0.75, 0.98] : [0.5];
  return parts.map(part => new DOMPoint(box.left + (box.right - box.left) * part, (box.top + box.bottom) / 2));
}

function lineContrast(line) {
  const chain = ancestry(line.element);
  const at = point => contrast(painted(chain, sheet(), point, true), painted(chain, sheet(), point, false));
  return Math.min(...samplePoints(line.box, inDrawing(line.element)).map(at));
}

function unclear(element) {
  if (inDrawing(element) && getComputedStyle(element).fill.startsWith("url(")) return true;
  return ancestry(element).some(one => getComputedStyle(one).backgroundImage !== "none" || getComputedStyle(one).mixBlendMode !== "normal");
}

function contrastFault(line) {
  if (line.element.closest(":disabled")) return [];
  if (unclear(line.element)) return [fault("contrast cannot be told over a picture or gradient", line.element, line.text)];
  const ratio = lineContrast(line), least = wanted(line.element);
  return ratio + 0.005 < least ? [fault(`contrast ${ratio.toFixed(2)}, ${least} is asked for`, line.element, line.text)] : [];
}

const contrasts = () => textLines().flatMap(contrastFault);

const LEAST_ON_SCREEN = 9, LEAST_ON_PAPER = 6.5;

function smallTexts() {
  const least = printed() ? LEAST_ON_PAPER : LEAST_ON_SCREEN, smallest = new Map();
  for (const { element } of textLines().filter(line => seenSize(line.element) < least)) {
    const holder = element.closest("svg") ?? element, known = smallest.get(holder);
    if (!known || seenSize(element) < seenSize(known)) smallest.set(holder, element);
  }
  return [...smallest.values()].map(element => fault(`text only ${seenSize(element).toFixed(1)} px high, ${least} is asked for`, element));
}
