// Every figure can be saved and embedded, and the record can be cited as the page shows it.
const PUBLISHED = "figure, .effects, table:not(.lines, .cells, .told:not(.history), [hidden])";
const figures = new Map();

function plainText(element) {
  const words = [...element.childNodes].filter((each) => !(each.matches && each.matches(".tags"))).map((each) => each.textContent).join("");
  return words.replace(/\s+/g, " ").trim();
}

// What a figure is called: what labels it, else the headings above it.
function titleOf(element) {
  const label = element.getAttribute("aria-labelledby");
  if (label && byId(label)) return plainText(byId(label));
  const section = element.closest("section.told");
  const heading = section.querySelector(":scope > h3");
  for (let each = element; each !== section; each = each.parentElement) {
    for (let prior = each.previousElementSibling; prior; prior = prior.previousElementSibling) {
      if (!prior.matches("h4, h5, summary")) continue;
      const own = plainText((prior.matches("summary") && prior.querySelector("b")) || prior);
      return heading ? `${plainText(heading)}: ${own}` : own;
    }
  }
  const drawn = element.querySelector("svg[aria-label]");
  return heading ? plainText(heading) : drawn ? drawn.getAttribute("aria-label") : plainText(section.closest(".part").querySelector("h2"));
}

function nameOf(element) {
  const base = element.id || element.getAttribute("aria-labelledby") || element.closest("details[id], section.told").id;
  let name = base;
  for (let number = 2; figures.has(name); number += 1) name = `${base}-${number}`;
  return name;
}

// The citation as the page stands: with the era that is looked at, and the address where the page has one on the net.
const onTheNet = () => (location.protocol.startsWith("http") ? location.href.split("#")[0] : "");
const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
const tex = (text) => text.replace(/[\\{}$&#_%~^]/g, (sign) => TEX[sign] || `\\${sign}`);
const eraNamed = () => (eraChosen && eraChosen.value ? `Era: ${plainText(eraChosen.selectedOptions[0])}` : "");
const cite = {
  text: (text) => [text, eraNamed() && `${eraNamed()}.`, onTheNet()].filter(Boolean).join(" "),
  bibtex(text) {
    const more = [eraNamed() && `  note = {${tex(eraNamed())}},`, onTheNet() && `  url = {${onTheNet()}},`].filter(Boolean);
    return [text.replace(/\s*\}\s*$/, ""), ...more, "}"].join("\n");
  },
  csl(text) {
    const items = JSON.parse(text);
    if (eraNamed()) items[0].note = eraNamed();
    if (onTheNet()) items[0].URL = onTheNet();
    return JSON.stringify(items, null, 1);
  },
};

function writeCitations() {
  for (const each of document.querySelectorAll("[data-cited]")) {
    const place = each.firstElementChild;
    if (each.dataset.plain === undefined) each.dataset.plain = place.textContent;
    place.textContent = cite[each.dataset.cited](each.dataset.plain);
  }
}
const citation = () => plainText(document.querySelector('[data-cited="text"] > :first-child'));

async function copy(text, button) {
  try { await navigator.clipboard.writeText(text); } catch { copyBySelection(text); }
  byId("spoken").textContent = "Copied";
  const { textContent: was } = button.dataset.was ? { textContent: button.dataset.was } : button;
  Object.assign(button.dataset, { was });
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = was; }, 1600);
}
function copyBySelection(text) {
  const area = made("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

// The rows behind a table: its cells in words; a heading that spans it goes before the rows that it is over.
function wordsOf(cell) {
  const parts = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { if (node.data.trim()) parts.push(node.data.trim()); return; }
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches("svg, .more, noscript")) return;
    if (node.matches("a") && !node.textContent.trim()) { parts.push(node.getAttribute("aria-label") || recordName(target(node)) || target(node)); return; }
    node.childNodes.forEach(walk);
  };
  walk(cell);
  return parts.join(cell.querySelectorAll("a").length > 1 ? "; " : " ").replace(/\s+/g, " ");
}
function rowsOfTable(table) {
  const over = [...table.querySelectorAll("tbody tr > th[colspan]:only-child")];
  let group = "";
  const rows = [];
  for (const row of table.rows) {
    if (over.includes(row.cells[0])) { group = wordsOf(row.cells[0]); continue; }
    const cells = [...row.cells].map(wordsOf);
    rows.push(over.length ? [row.closest("thead") ? "Group" : group, ...cells] : cells);
  }
  return rows;
}

// The rows behind a drawing: the entry of every mark that is shown, or what the mark is called.
function rowsOfMarks(figure) {
  const links = [...figure.querySelectorAll('a[href^="#"]')].filter((each) => each.closest("svg") && each.getClientRects().length && !each.matches(".off"));
  const lines = new Map();
  for (const link of links) {
    const id = target(link);
    const cited = new Set((grounds.entries[id] || []).map(([index]) => grounds.passages[index][0]));
    const label = link.getAttribute("aria-label") || wordsOf(link);
    lines.set(id, (record && record.byId.get(id)) || { id, kind: [""], when: "", said: label, tags: [], more: [], cited: [...cited].sort((a, b) => a - b).map((each) => [each, 1]) });
  }
  return rowsOfLines([...lines.values()]);
}

function rowsOf({ element }) {
  const table = element.matches("table") ? element : element.dataset.rows && byId(element.dataset.rows);
  if (table) return rowsOfTable(table);
  const several = [...element.querySelectorAll("table")];
  if (!several.length) return rowsOfMarks(element);
  return several.flatMap((each, index) => rowsOfTable(each).slice(index ? 1 : 0).map((row, at) => [at || index ? titleOf(each).split(": ").at(-1) : "Group", ...row]));
}

function addressOf(name) {
  const page = onTheNet() || decodeURIComponent(location.pathname.split("/").pop()) + location.search;
  return `${page}#figure=${encodeURIComponent(name)}`;
}
function snippet(figure) {
  const safe = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const height = Math.ceil(figure.element.getBoundingClientRect().height) + 190;
  return `<iframe src="${safe(addressOf(figure.name))}" title="${safe(figure.title)}" width="100%" height="${height}" loading="lazy"></iframe>`;
}

const drawingOf = (figure) => drawing({ ...figure, source: citation() });
const SAVES = {
  SVG: (figure) => save(`${figure.name}.svg`, "image/svg+xml", drawingOf(figure).text),
  PNG: async (figure) => save(`${figure.name}.png`, "image/png", await pixels(drawingOf(figure))),
  CSV: (figure) => save(`${figure.name}.csv`, "text/csv", csvText(rowsOf(figure))),
  Embed: (figure, button) => copy(snippet(figure), button),
};

// A figure may have its legends inside; those of a section are for its drawings, and for the tables that stand in it itself.
function legendsOf(element) {
  const section = element.closest("section.told");
  const outside = element.matches("figure") ? !element.querySelector(".legend") : (element.closest(".scroll") || element).parentElement === section;
  return outside ? [...section.querySelectorAll(":scope > .legend")] : [];
}

function offer(element) {
  const legends = legendsOf(element);
  const label = element.getAttribute("aria-labelledby");
  const titled = Boolean(label && element.contains(byId(label)));
  const figure = { element, legends, titled, name: nameOf(element), title: titleOf(element) };
  figures.set(figure.name, figure);
  const row = made("div", element.matches("table") ? "tools of-table" : "tools");
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", `Save or embed: ${figure.title}`);
  for (const [word, act] of Object.entries(SAVES)) {
    const button = made("button", "", word);
    button.type = "button";
    button.dataset.saves = word;
    button.setAttribute("aria-label", `${word} of “${figure.title}”`);
    button.addEventListener("click", () => act(figure, button));
    row.append(button);
  }
  if (element.matches("figure")) element.append(row); else (element.closest(".scroll") || element).after(row);
}

// With #figure=NAME the page is that figure alone, with its title, its legends, the citation, and a way to the whole page.
function alone(figure) {
  const { element, legends, title, titled } = figure;
  document.documentElement.classList.add("alone");
  for (let each = element.parentElement; each !== document.documentElement; each = each.parentElement) {
    each.classList.add("leads");
    if (each.matches("details")) each.open = true;
  }
  [element, ...legends].forEach((each) => each.classList.add("kept"));
  document.body.append(...document.querySelectorAll("svg.shapes"));
  const page = made("a", "", "The whole page");
  page.href = location.href.split("#")[0];
  Object.assign(page, { target: "_blank", rel: "noopener" });
  const foot = made("p", "kept note", `${citation()} `);
  foot.append(page);
  document.body.append(foot);
  if (!titled) document.body.prepend(made("h1", "kept", title));
  shownAlone = title;
  entitle();
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    window.open(`${page.href}${link.getAttribute("href")}`, "_blank", "noopener");
  }, true);
}

const apart = (each) => !each.parentElement.closest("figure, .effects"); // what stands in another is a part of it
const offerIn = (part) => [part, ...part.querySelectorAll(PUBLISHED)].filter((each) => each.matches(PUBLISHED) && apart(each)).forEach(offer);
function figureAsked() {
  if (!location.hash.startsWith("#figure=")) return undefined;
  const name = decodeURIComponent(location.hash.slice(8));
  if (!figures.has(name)) unpackAll(document); // it may wait in a closed list
  return figures.get(name);
}
offerIn(byId("content"));
document.addEventListener("unpacked", ({ detail }) => detail.forEach(offerIn));
for (const each of document.querySelectorAll("[data-cited]")) {
  const button = made("button", "", `Copy ${each.dataset.name || "the citation"}`);
  button.type = "button";
  button.addEventListener("click", () => copy(each.firstElementChild.textContent, button));
  each.append(button);
}
writeCitations();
window.addEventListener("asked", writeCitations);
window.addEventListener("hashchange", () => {
  if (figureAsked() || document.documentElement.matches(".alone")) location.reload();
});
if (figureAsked()) alone(figureAsked());
