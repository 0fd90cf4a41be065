// Very many events: rows are written from compact records when they are asked for, and the chart counts what fits.
const STEP = 200; // rows that are written at a time
const crowd = (() => {
  const island = document.getElementById("crowd");
  if (!island) return null;
  const { words, eras } = JSON.parse(island.textContent);
  const names = ["when", "who", "act", "issues", "tag", "look", "cited", "issue", "actor", "happened", "partOf", "doubts"];
  const rows = new Map();
  for (const [era, each] of Object.entries(eras)) {
    eras[era] = each.map(([id, summary, start, end, parts, ...told]) => {
      const row = { id, summary, start, end, parts, era };
      told.forEach((word, index) => { row[names[index]] = words[word]; });
      row.document = row.cited.split(" ").map((cite) => cite.split(":")[0]).join(" ");
      rows.set(id, row);
      return row;
    });
  }
  return { eras, rows, fitting: eras, made: new Map(), from: new Map(), range: null };
})();

function made(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function linked(className, href, text) {
  const link = made("a", className, text);
  link.setAttribute("href", href);
  return link;
}

// The row of an event as the template writes it in a smaller case.
function crowdRow(id) {
  const row = crowd && crowd.rows.get(id);
  if (!row) return null;
  if (crowd.made.has(id)) return crowd.made.get(id);
  const item = made("li", "row");
  item.id = id;
  const when = made("span", "when");
  when.append(made("i", `mark ${row.look}`), row.when);
  const what = made("span", "what");
  what.append(linked("open", `#${id}`, row.summary));
  for (const doubt of row.doubts.split(" ").filter(Boolean)) what.append(" ", linked("doubt", `#${doubt}`, "?"));
  if (row.tag) what.append(" ", made("span", "tags outcome", row.tag));
  if (row.parts) what.append(" ", made("span", "tags", `series of ${row.parts} told`));
  if (row.partOf) what.append(" ", linked("tags", `#${row.partOf}`, "part of a series"));
  const more = made("span", "more");
  for (const [name, value] of [["who", row.who], ["act", row.act], ["about", row.issues]]) {
    if (!value) continue;
    const line = made("span");
    line.append(made("i", "", name), ` ${value}`);
    more.append(line);
  }
  what.append(more);
  const by = made("span", "by");
  for (const cite of row.cited.split(" ").filter(Boolean)) {
    const [number, times] = cite.split(":");
    const link = linked("", `#document-${number}`, grounds.documents[number].label);
    link.dataset.document = number;
    if (times > 1) link.append(made("b", "", ` ×${times}`));
    by.append(link);
  }
  item.append(when, what, by);
  crowd.made.set(id, item);
  return item;
}

// A list shows a window of its rows; buttons move on at either end.
function writeList(list, from, to) {
  const rows = crowd.fitting[list.dataset.era] || [];
  const step = (text, start, end) => {
    const item = made("li", "further");
    const button = made("button", "", text);
    button.type = "button";
    button.addEventListener("click", () => writeList(list, start, end));
    item.append(button);
    return item;
  };
  const left = rows.length - to;
  list.replaceChildren(
    ...(from > 0 ? [step(`${Math.min(STEP, from)} earlier of ${from}`, Math.max(0, from - STEP), to)] : []),
    ...rows.slice(from, to).map((row) => crowdRow(row.id)),
    ...(left > 0 ? [step(`${Math.min(STEP, left)} more of ${left}`, from, to + STEP)] : []),
  );
}

function reveal(id) {
  const row = crowd && crowd.rows.get(id);
  if (!row) return;
  const list = document.querySelector(`[data-era="${CSS.escape(row.era)}"]`);
  const at = crowd.fitting[row.era].indexOf(row);
  if (at < 0) return;
  list.closest("details").open = true;
  writeList(list, Math.max(0, at - 20), at + STEP);
}

// A pile shrinks to the share of its events that fit; it keeps its foot on the axis.
function countPiles(fitting) {
  const starts = {};
  for (const [name, eras] of [["all", crowd.eras], ["fitting", fitting]]) {
    starts[name] = new Map();
    for (const [era, rows] of Object.entries(eras)) for (const row of rows) {
      const key = `${era} ${row.look.split(" ", 1)[0]}`;
      if (!starts[name].has(key)) starts[name].set(key, []);
      starts[name].get(key).push(row.start);
    }
  }
  for (const pile of document.querySelectorAll("a.pile")) {
    const [, way] = pile.classList;
    const [from, to] = [Number(pile.dataset.from), Number(pile.dataset.to)];
    const count = (name) => (starts[name].get(`${pile.getAttribute("href").slice(5)} ${way}`) || []).filter((day) => day >= from && day <= to).length;
    const share = count("fitting") / Math.max(1, count("all"));
    pile.classList.toggle("off", !share);
    const { range } = crowd;
    pile.classList.toggle("chosen", Boolean(range) && range.from === from && range.to === to && range.way === way);
    const rect = pile.firstElementChild;
    const wide = Boolean(pile.closest(".wide"));
    const foot = wide === (way === "with") ? "far" : "near";
    const [at, size] = wide ? ["y", "height"] : ["x", "width"];
    if (!rect.dataset.size) { rect.dataset.size = rect.getAttribute(size); rect.dataset.at = rect.getAttribute(at); }
    const length = Number(rect.dataset.size) * share;
    rect.setAttribute(size, length);
    if (foot === "far") rect.setAttribute(at, Number(rect.dataset.at) + Number(rect.dataset.size) - length);
  }
}

// The filter of the timeline on records; returns how many events fit.
function filterCrowd(fitsRow) {
  const inRange = (row) => !crowd.range || (row.start >= crowd.range.from && row.start <= crowd.range.to && row.look.startsWith(crowd.range.way));
  const only = (eras, fits) => Object.fromEntries(Object.entries(eras).map(([era, rows]) => [era, rows.filter(fits)]));
  const fitting = only(crowd.eras, fitsRow);
  crowd.fitting = only(fitting, inRange);
  let shown = 0;
  for (const list of document.querySelectorAll("[data-era]")) {
    const details = list.closest("details");
    const left = crowd.fitting[list.dataset.era].length;
    shown += left;
    details.querySelector("[data-shown]").textContent = left;
    details.hidden = !left;
    if (details.open) writeList(list, 0, STEP);
  }
  countPiles(fitting);
  return shown;
}

if (crowd) {
  for (const list of document.querySelectorAll("[data-era]")) {
    list.closest("details").addEventListener("toggle", (event) => {
      if (event.target.open && !list.children.length) writeList(list, 0, STEP);
    });
  }
  document.addEventListener("click", (event) => {
    const pile = event.target.closest("a.pile");
    if (!pile) return;
    const way = ["with", "against", "apart"].find((each) => pile.classList.contains(each));
    crowd.range = { from: Number(pile.dataset.from), to: Number(pile.dataset.to), way };
    document.querySelector('[data-scope="timeline"]').dispatchEvent(new CustomEvent("ranged"));
    document.getElementById(pile.getAttribute("href").slice(1)).open = true;
  });
}
