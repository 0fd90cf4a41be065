// A figure as one SVG that needs nothing else: its drawings with their looks written into them, its texts, its frames.
const SVG = "http://www.w3.org/2000/svg";
const HANDED_DOWN = {
  fill: "rgb(0, 0, 0)", "fill-opacity": "1", stroke: "none", "stroke-width": "1px", "stroke-dasharray": "none", "stroke-opacity": "1",
  "stroke-linecap": "butt", "stroke-linejoin": "miter", "font-family": "", "font-size": "", "font-weight": "400", "font-style": "normal",
  "letter-spacing": "normal", "text-anchor": "start", "paint-order": "normal", "marker-start": "none", "marker-end": "none",
};
const OWN = { opacity: "1", "stop-color": "rgb(0, 0, 0)", "stop-opacity": "1", "dominant-baseline": "auto" };
const DROPPED = /^(?:class|style|id|href|role|tabindex|xmlns|transform|data-.*|aria-.*)$/;
const LEFT_OUT = "details, button, select, noscript, script, template, .tools, .filters, .zoom, .unseen, .shapes, [hidden]";
const pen = document.createElement("canvas").getContext("2d");

function drawnAs(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

const looked = (style, name) => style.getPropertyValue(name).replace(/url\(["']?[^"')]*#([^"')]+)["']?\)/g, "url(#$1)");

// An element of a drawing with its looks as attributes; what is not shown is left out, a <use> becomes what it uses.
function inked(element, above, whole) {
  const style = getComputedStyle(element);
  if (!whole && (style.display === "none" || style.visibility === "hidden")) return null;
  if (element.localName === "use") return null; // what it uses stands beside it
  const made = drawnAs(element.localName === "a" ? "g" : element.localName, {});
  for (const { name, value } of element.attributes) if (!DROPPED.test(name)) made.setAttribute(name, value);
  const own = {};
  for (const [name, first] of Object.entries(HANDED_DOWN)) {
    own[name] = looked(style, name);
    if (own[name] !== (above ? above[name] : first)) made.setAttribute(name, own[name]);
  }
  for (const [name, first] of Object.entries(OWN)) {
    if (looked(style, name) !== first) made.setAttribute(name, looked(style, name));
  }
  if (style.transform !== "none") made.setAttribute("transform", style.transform);
  const label = element.localName === "a" && element.getAttribute("aria-label");
  if (label) made.append(drawnAs("title", {}, label));
  for (const each of element.childNodes) {
    const inner = each.nodeType === Node.TEXT_NODE ? each.cloneNode() : each.nodeType === Node.ELEMENT_NODE && inked(each, own, whole);
    if (inner) made.append(inner);
  }
  return made;
}

// Beside every <use> what it uses, for as long as the figure is drawn: its looks are those that it has there.
function unrolled(block) {
  return [...block.querySelectorAll("svg use")].filter((each) => each.getClientRects().length).flatMap((use) => {
    const source = document.getElementById(use.getAttribute("href").slice(1));
    if (!source) return [];
    const copy = source.cloneNode(true);
    use.after(copy);
    return [copy];
  });
}

// What a drawing refers to by url(#...): patterns, fadings, tips of arrows.
function withReferences(root) {
  const defs = drawnAs("defs", {});
  root.prepend(defs);
  const done = new Set();
  for (let again = true; again;) {
    const asked = [...new XMLSerializer().serializeToString(root).matchAll(/url\(#([^)]+)\)/g)].map((each) => each[1]).filter((id) => !done.has(id));
    again = asked.length > 0;
    for (const id of new Set(asked)) {
      done.add(id);
      const source = document.getElementById(id);
      const made = source && inked(source, null, true);
      if (!made) continue;
      made.id = id;
      defs.append(made);
    }
  }
}

// A sheet takes what stands on the page, at the place where it stands, and knows how far it reaches.
function sheet(origin, top) {
  const root = drawnAs("g", {});
  const at = { x: origin.left, y: origin.top - top };
  const reach = { right: 0, bottom: top };
  const placed = (box) => {
    reach.right = Math.max(reach.right, box.right - at.x);
    reach.bottom = Math.max(reach.bottom, box.bottom - at.y);
    return { x: round(box.left - at.x), y: round(box.top - at.y), width: round(box.width), height: round(box.height) };
  };
  return { root, reach, placed };
}
const round = (number) => Math.round(number * 10) / 10;
const clear = (colour) => colour === "transparent" || /, 0\)$/.test(colour);

function fontOf(style) {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  if (!fontOf.known.has(font)) {
    pen.font = font;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText("x");
    fontOf.known.set(font, up / (up + down));
  }
  return fontOf.known.get(font);
}
fontOf.known = new Map();

const lettered = (style) => ({
  fill: style.color, "font-family": style.fontFamily, "font-size": style.fontSize, "font-weight": style.fontWeight, "font-style": style.fontStyle,
});

// A text, line by line as it is broken on the page.
function write(node, style, on) {
  const range = document.createRange();
  const lines = [];
  for (const word of node.data.matchAll(/\S+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    for (const box of range.getClientRects()) {
      const line = lines.at(-1);
      if (!box.width) continue;
      if (line && Math.abs(line.box.top - box.top) < 2 && box.left >= line.box.left) {
        if (line.last !== word.index) line.words.push(word[0]);
        line.right = Math.max(line.right, box.right);
      } else if (!line || line.last !== word.index) lines.push({ box, words: [word[0]], right: box.right });
      if (lines.length) lines.at(-1).last = word.index;
    }
  }
  for (const { box, words, right } of lines) {
    const { x, y, height } = on.placed({ left: box.left, top: box.top, right, bottom: box.bottom, width: right - box.left, height: box.height });
    on.root.append(drawnAs("text", { x, y: round(y + height * fontOf(style)), ...lettered(style) }, words.join(" ")));
  }
}

// The ground and the borders of an element of the page.
function frame(element, style, on) {
  const hatched = style.backgroundImage.includes("repeating-linear-gradient");
  const sides = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none" && !clear(style[`border${side}Color`]));
  if (clear(style.backgroundColor) && !hatched && !sides.length) return;
  for (const rect of element.getClientRects()) {
    if (!rect.width || !rect.height) continue;
    const box = on.placed(rect);
    const { x, y, width, height } = box;
    const radius = parseFloat(style.borderTopLeftRadius) * (style.borderTopLeftRadius.endsWith("%") ? width / 100 : 1);
    if (!clear(style.backgroundColor)) on.root.append(drawnAs("rect", { ...box, rx: radius, fill: style.backgroundColor }));
    if (hatched) on.root.append(drawnAs("rect", { ...box, fill: "url(#hatched)" }));
    const stroke = (side) => ({
      stroke: style[`border${side}Color`], "stroke-width": parseFloat(style[`border${side}Width`]),
      ...(style[`border${side}Style`] === "solid" ? {} : { "stroke-dasharray": style[`border${side}Style`] === "dotted" ? "1 2" : "3 2" }),
    });
    if (sides.length === 4) on.root.append(drawnAs("rect", { ...box, rx: radius, fill: "none", ...stroke("Top") }));
    else for (const side of sides) {
      const ends = { Top: [x, y, x + width, y], Bottom: [x, y + height, x + width, y + height], Left: [x, y, x, y + height], Right: [x + width, y, x + width, y + height] }[side];
      on.root.append(drawnAs("line", { x1: ends[0], y1: ends[1], x2: ends[2], y2: ends[3], ...stroke(side) }));
    }
  }
}

function set(element, on) {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || element.matches(LEFT_OUT)) return;
  frame(element, style, on);
  if (element instanceof SVGSVGElement) {
    const made = inked(element, null);
    for (const name of ["x", "y", "width", "height"]) made.setAttribute(name, on.placed(element.getBoundingClientRect())[name]);
    made.setAttribute("overflow", style.overflowX);
    on.root.append(made);
    return;
  }
  if (style.display === "list-item" && style.listStyleType === "decimal") {
    const range = document.createRange();
    range.selectNodeContents(element);
    const [first] = range.getClientRects();
    const number = element.value || [...element.parentElement.children].indexOf(element) + 1;
    const { x, y, height } = first ? on.placed(first) : {};
    if (first) on.root.append(drawnAs("text", { x: x - 6, y: round(y + height * fontOf(style)), ...lettered(style), "text-anchor": "end" }, `${number}.`));
  }
  for (const each of element.childNodes) {
    if (each.nodeType === Node.TEXT_NODE) write(each, style, on);
    else if (each.nodeType === Node.ELEMENT_NODE) set(each, on);
  }
}

// Words that stand nowhere on the page, broken to a width.
function caption(text, font, y, width, root) {
  pen.font = `${font["font-weight"]} ${font["font-size"]} ${font["font-family"]}`;
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width > width && lines.at(-1)) lines.push(word); else lines[lines.length - 1] = longer;
  }
  const step = parseFloat(font["font-size"]) * 1.35;
  lines.forEach((line, index) => root.append(drawnAs("text", { x: 0, y: round(y + step * (index + 0.8)), ...font }, line)));
  return y + step * lines.length;
}

// The figure with its title above, its legends and the citation below; as the reader sees it, in its colours.
function drawing({ element, legends, title, titled, source }) {
  const html = document.documentElement;
  const scrolled = scrollY;
  html.classList.add("measured"); // nothing sticks while it is measured, and no control takes room
  const ink = (name) => getComputedStyle(html).getPropertyValue(name).trim();
  const inner = drawnAs("g", {});
  const wide = Math.max(320, element.getBoundingClientRect().width);
  let [bottom, right] = [0, wide];
  if (!titled) bottom = caption(title, { "font-family": ink("--serif"), "font-size": "18px", "font-weight": "600", fill: ink("--ink") }, 0, wide, inner) + 10;
  const lent = [element, ...legends].flatMap(unrolled);
  for (const block of [element, ...legends]) {
    const on = sheet(block.getBoundingClientRect(), bottom);
    set(block, on);
    inner.append(on.root);
    bottom = on.reach.bottom + 10;
    right = Math.max(right, on.reach.right);
  }
  bottom = caption(source, { "font-family": ink("--sans"), "font-size": "11px", "font-weight": "400", fill: ink("--soft") }, bottom, right, inner);
  lent.forEach((each) => each.remove());
  html.classList.remove("measured");
  scrollTo({ top: scrolled, behavior: "instant" });
  const [width, height] = [Math.ceil(right + 32), Math.ceil(bottom + 32)];
  const root = drawnAs("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  inner.setAttribute("transform", "translate(16 16)");
  root.append(drawnAs("title", {}, title), drawnAs("rect", { width, height, fill: ink("--paper") }), inner);
  withReferences(root);
  if (root.querySelector('[fill="url(#hatched)"]')) {
    const pattern = drawnAs("pattern", { id: "hatched", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)" });
    pattern.append(drawnAs("rect", { width: 6, height: 1, fill: ink("--rule") }));
    root.querySelector("defs").append(pattern);
  }
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`, width, height };
}

// The same as pixels, two for each; fewer where it is very long.
async function pixels({ text, width, height }) {
  const scale = Math.min(2, 16000 / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}
