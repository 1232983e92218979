// Whether the page keeps to the width of its screen or sheet, and what scrolls inside of it.
function widths(expected) {
  const { scrollWidth, clientWidth } = document.documentElement, found = [];
  if (scrollWidth > clientWidth) found.push(fault(`the page scrolls sideways: ${scrollWidth} in ${clientWidth} px`, widest()));
  const asGiven = Math.abs(clientWidth - expected) <= 20;
  if (!asGiven) found.push(fault(`the page is laid out ${clientWidth} px wide on a screen of ${expected}`, null));
  return [...found, ...[...document.querySelectorAll(".scroll")].filter(visible).flatMap(scroller)];
}

function widest() {
  const boxes = [...document.body.querySelectorAll("*")].filter(element => visible(element) && clipsOf(element.parentElement).length === 0);
  const end = element => element.getBoundingClientRect().right;
  return boxes.reduce((best, one) => end(one) > end(best) ? one : best, document.body);
}

function scroller(element) {
  const width = Math.max(element.scrollWidth, element.getBoundingClientRect().width);
  const tooWide = width > document.documentElement.clientWidth + 1;
  if (printed()) return tooWide ? [fault(`wider than the sheet: ${width} px`, element)] : [];
  const hidden = scrolls(element, "Y") ? element.scrollHeight - element.clientHeight : 0;
  return hidden > 1 ? [fault(`scrolls up and down inside by ${hidden} px`, element)] : [];
}
