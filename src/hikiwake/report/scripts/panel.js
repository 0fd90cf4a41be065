// Opening an entry: its row is copied into the panel, and its passages are put beside it from the page's own record.
const grounds = JSON.parse(document.getElementById("grounds").textContent);
const panel = document.getElementById("panel");
const tip = document.getElementById("tip");
const target = (link) => decodeURIComponent(link.getAttribute("href").slice(1));
let opener = null;

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

const rowIn = (found) => found && (found.classList.contains("row") ? found : found.querySelector(":scope > .row"));
const rowOf = (id) => rowIn(byId(id) || recordRow(id));
const rowRead = (id) => rowIn(glimpse(id) || recordRow(id)); // to be read only: its list goes on waiting

function passageItem([index, holder, said]) {
  const [number, start, end, page, quote, before, after] = grounds.passages[index];
  const source = grounds.documents[number];
  const item = element("li");
  const link = element("a", source.label);
  link.href = `#document-${number}`;
  item.append(link);
  if (grounds.holders[holder] && !source.label.startsWith(grounds.holders[holder])) {
    item.append(`, telling of ${grounds.holders[holder]}`);
  }
  if (said) item.append(element("span", ` (here: ${said})`, "tags"));
  if (quote) {
    const words = element("blockquote");
    if (before) words.append(element("span", before, "beside"), " ");
    words.append(quote);
    if (after) words.append(" ", element("span", after, "beside"));
    item.append(words);
  } else item.append(element("p", source.silent || grounds.lost, "silent"));
  const where = `characters ${start.toLocaleString("en")}–${end.toLocaleString("en")}`;
  item.append(element("div", page ? `page ${page}, ${where}` : where, "place"));
  return item;
}

// What a result stands on: its entries, each of which opens in turn.
function restsOn(id) {
  const entries = (grounds.rests[id] || []).map((each) => [each, rowRead(each)]).filter(([, row]) => row);
  if (!entries.length) return [];
  const list = element("ul", "", "rests");
  list.append(...entries.map(([each, row]) => {
    const item = element("li");
    const [words, said] = row.querySelectorAll("a.open .more > span");
    const link = element("a", (words || row.querySelector("a.open")).textContent.replace(/\s+/g, " ").trim());
    link.href = `#${each}`;
    const when = row.querySelector(".when");
    if (when) item.append(element("span", `${when.textContent.trim()} `, "tags"));
    item.append(link);
    const by = said || row.querySelector(".by");
    if (by) item.append(element("span", ` ${[...by.childNodes].map((each) => each.textContent.trim()).filter(Boolean).join(" ").replace(/\s+/g, " ").trim()}`, "tags"));
    return item;
  }));
  return [element("h3", "It stands on"), list];
}

function fill(id, row) {
  const body = byId("panel-body");
  const main = row.querySelector("a.open");
  const copy = row.cloneNode(true);
  copy.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
  copy.querySelectorAll("svg, .by, .sort, i.mark").forEach((each) => each.remove());
  const more = copy.querySelector(".more");
  if (more) more.remove();
  const title = element("h2", "", "");
  title.id = "panel-title";
  title.tabIndex = -1;
  const subject = copy.querySelector("[data-title]");
  const wording = subject || copy.querySelector("a.open");
  title.append(...(wording ? wording : copy).cloneNode(true).childNodes);
  if (!title.textContent.trim()) title.textContent = main ? main.textContent : "An entry";
  title.classList.toggle("long", title.textContent.length > 120);
  const worth = (each) => each.textContent.trim() && !each.querySelector("a.open");
  const line = (each) => {
    const made = element("p");
    each.classList.remove("unseen");
    made.append(each.tagName === "TD" ? each.textContent : each);
    return made;
  };
  const when = [...copy.querySelectorAll(".when")].filter(worth).map(line);
  const rest = [...copy.querySelectorAll(".tags, .doubt")].filter(worth).map(line);
  const why = subject && main ? [element("p", main.textContent)] : [];
  body.replaceChildren(title, ...when, ...(more ? [...why, more] : []), ...rest, ...(more ? [] : why), ...restsOn(id));
  const section = row.closest(".told");
  byId("panel-kind").textContent = row.dataset.sort || (section.querySelector("h3") || section.closest(".part").querySelector("h2")).textContent;
  byId("panel-passages").replaceChildren(...(grounds.entries[id] || []).map(passageItem));
  byId("panel-link").href = `#${encodeURIComponent(id)}`;
  byId("commenting").hidden = Boolean(grounds.rests[id]); // a result is no entry of the record
  commentOn(id);
}

function mark(id) {
  document.querySelectorAll(".shown").forEach((each) => each.classList.remove("shown"));
  document.querySelectorAll(`main a[href="#${CSS.escape(id)}"]:not(.open)`).forEach((each) => each.classList.add("shown"));
}

function open(id, from) {
  const row = grounds.entries[id] && rowOf(id);
  if (!row) return false;
  opener = from || opener;
  fill(id, row);
  mark(id);
  tip.hidden = true;
  if (!panel.open) panel.show();
  panel.scrollTop = 0;
  byId("panel-title").focus({ preventScroll: true });
  goTo(id);
  entitle();
  return true;
}

function shut() {
  if (!panel.open) return false;
  panel.close();
  mark("");
  entitle();
  return true;
}

function close() {
  if (!shut()) return;
  goTo("");
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id && !byId(id)) reveal(id);
  const place = id && byId(id);
  if (!place || !grounds.entries[id]) shut();
  if (!place) return;
  if (!place.matches(":target")) location.replace(location.hash); // it waited when the browser looked for it
  const inner = place.querySelector(":scope > details");
  for (let each = inner || place.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
  settle(place);
  if (document.readyState !== "complete") window.addEventListener("load", () => settle(place), { once: true });
  open(id, (rowOf(id) || place).querySelector("a.open"));
}

// What is drawn only when it comes into view may have another height than was guessed: go there until it holds still.
function settle(place, tries = 20) {
  const before = place.getBoundingClientRect().top;
  const block = place.offsetHeight > innerHeight / 2 ? "start" : "center";
  place.scrollIntoView({ block, behavior: "instant" });
  const moved = Math.abs(place.getBoundingClientRect().top - before) > 2;
  if (tries && (moved || tries > 12)) requestAnimationFrame(() => settle(place, tries - 1));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.id === "panel-link") return;
  const inside = panel.contains(link);
  if (open(target(link), inside ? opener : link)) event.preventDefault();
  else if (inside) close();
});
byId("panel-close").addEventListener("click", close);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  tip.hidden = true;
  const facet = document.querySelector("details.facet[open]");
  if (facet) {
    facet.open = false;
    facet.querySelector("summary").focus();
  } else close();
});
window.addEventListener("hashchange", follow);

// A hint beside a mark while it is pointed at or has the focus; screen readers get the same words as its name.
const MARKS = "a.mark, a.dot, a.segment, a.edge, a.stop, a.pile, a.outlook, a.box, a.sign, .saying a";
function hint(link) {
  const row = rowRead(target(link));
  const label = link.getAttribute("aria-label");
  if (!row && !label) return;
  tip.textContent = label || told(row);
  placeTip(link);
}
function told(row) {
  const when = row.querySelector(".when");
  const words = row.querySelector("a.open .more") || row.querySelector("a.open");
  const figure = row.querySelector(".figure");
  return [when && when.textContent.trim(), words.textContent.trim(), figure && figure.textContent].filter(Boolean).join(" · ");
}
function placeTip(link) {
  tip.hidden = false;
  const box = link.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left + box.width / 2 - tip.offsetWidth / 2), innerWidth - tip.offsetWidth - 8);
  const above = box.top - tip.offsetHeight - 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > 4 ? above : box.bottom + 8}px`;
}
for (const name of ["mouseover", "focusin"]) {
  document.addEventListener(name, (event) => {
    const link = event.target.closest && event.target.closest(MARKS);
    if (link) hint(link); else hintAgain();
  });
}
// What moves under a resting pointer is not pointed at: the mark that has the focus keeps its hint.
function hintAgain() {
  const focused = document.activeElement;
  if (!tip.hidden && focused && focused.matches(MARKS)) hint(focused); else tip.hidden = true;
}
document.addEventListener("scroll", hintAgain, { passive: true });

// Marks of one figure are one stop of the tab key; the arrow keys go from mark to mark.
const FIGURES = "svg.chart, .matrix, svg.drivers, svg.answers, svg.gap, svg.lanes, svg.paths, svg.turns";
function oneStop(figure) {
  figure.querySelectorAll(MARKS).forEach((link, index) => {
    const name = recordName(target(link));
    const row = !name && rowRead(target(link));
    if (link.matches(".outlook, .box") || link.hasAttribute("aria-label")) { /* has a name of its own */ }
    else if (name) link.setAttribute("aria-label", name);
    else if (row && row.isConnected) link.setAttribute("aria-labelledby", row.id || target(link));
    else if (row) link.setAttribute("aria-label", told(row)); // its list waits
    link.tabIndex = index ? -1 : 0;
  });
  figure.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = event.target.closest(MARKS);
    if (!step || !at) return;
    event.preventDefault();
    const marks = [...figure.querySelectorAll(MARKS)].filter((each) => !each.classList.contains("off"));
    const next = marks[(marks.indexOf(at) + step + marks.length) % marks.length];
    at.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}
document.querySelectorAll(FIGURES).forEach(oneStop);
document.addEventListener("unpacked", ({ detail }) => {
  for (const part of detail) [part, ...part.querySelectorAll(FIGURES)].filter((each) => each.matches(FIGURES)).forEach(oneStop);
  if (panel.open) mark(decodeURIComponent(location.hash.slice(1)));
});
