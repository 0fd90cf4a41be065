// Narrowing the record: several values of a facet are one or the other, several facets are one and the other.
const narrow = document.querySelector("[data-record]");
const FACETS = ["kind", "actor", "about", "document", "status"];
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function wanted() {
  const values = Object.fromEntries(FACETS.map((name) => [name, new Set(asked(name).split(";").filter(Boolean))]));
  return { values, era: asked("era"), words: folded(asked("words")).split(/\s+/).filter(Boolean) };
}

function textOf(line) {
  if (line.text === undefined) line.text = folded([line.when, line.said, ...line.tags, ...line.more.flat()].join(" "));
  return line.text;
}

function fitsLine(line, want, but) {
  const { range } = record;
  if (range && but !== "range" && !(line.kind[0] === "event" && line.days[0] >= range.from && line.days[0] <= range.to && line.look.startsWith(range.way))) return false;
  if (want.era && !line.era.includes(want.era)) return false;
  if (FACETS.some((name) => name !== but && want.values[name].size && !line[name].some((each) => want.values[name].has(each)))) return false;
  return !want.words.length || want.words.every((word) => textOf(line).includes(word));
}

// Beside each value stands how many lines it would leave, whatever else of its own facet is chosen; counted when opened.
function countValues(want) {
  for (const facet of narrow.querySelectorAll("[data-facet]")) {
    const { facet: name } = facet.dataset;
    facet.querySelector("summary output").textContent = want.values[name].size || "";
    facet.querySelectorAll("input").forEach((box) => { box.checked = want.values[name].has(box.value); });
    if (!facet.open) continue;
    const counts = new Map();
    for (const line of record.lines) {
      if (fitsLine(line, want, name)) for (const each of line[name]) counts.set(each, (counts.get(each) || 0) + 1);
    }
    for (const box of facet.querySelectorAll("input")) {
      const count = counts.get(box.value) || 0;
      box.parentElement.querySelector("output").textContent = count.toLocaleString("en");
      box.parentElement.hidden = !count && !box.checked;
    }
  }
}

function narrowRecord() {
  record.ready = true;
  const state = JSON.stringify([...FACETS, "words", "era"].map(asked).concat(record.range));
  if (state === record.state) return; // another state of the page, the same of the record
  record.state = state;
  const want = wanted();
  record.fitting = record.lines.filter((line) => fitsLine(line, want));
  countValues(want);
  const words = narrow.querySelector("[data-words]");
  if (document.activeElement !== words) words.value = asked("words");
  const all = record.lines.length.toLocaleString("en");
  const left = record.fitting.length.toLocaleString("en");
  narrow.querySelector("[data-count]").textContent = left === all ? `${all} entries` : `${left} of ${all} entries`;
  writeRows(0, STEP);
  const shown = new Set(record.fitting.map((line) => line.id));
  for (const link of document.querySelectorAll("#part-record a.mark, #part-record td a.dot")) {
    link.classList.toggle("off", record.byId.has(target(link)) && !shown.has(target(link)));
  }
  countPiles(want);
}

function clearRecord() {
  record.range = null;
  ask(Object.fromEntries([...FACETS, "words", "era"].map((name) => [name, ""])));
}

// A pile shrinks to the share of its events that fit; it keeps its foot on the axis.
function countPiles(want) {
  const piles = document.querySelectorAll("a.pile");
  if (!piles.length) return;
  const { range } = record;
  const ways = Object.fromEntries(["with", "against", "apart"].map((way) => {
    const own = record.lines.filter((line) => line.kind[0] === "event" && line.look.startsWith(way));
    const fit = [0];
    for (const line of own) fit.push(fit.at(-1) + fitsLine(line, want, "range"));
    return [way, { days: own.map((line) => line.days[0]), fit }];
  }));
  for (const pile of piles) {
    const [, way] = pile.classList;
    const [from, to] = [Number(pile.dataset.from), Number(pile.dataset.to)];
    const { days, fit } = ways[way];
    const [first, last] = [before(days, from), before(days, to + 1)];
    const share = (fit[last] - fit[first]) / Math.max(1, last - first);
    pile.classList.toggle("off", !share);
    pile.classList.toggle("chosen", Boolean(range) && range.from === from && range.to === to && range.way === way);
    const rect = pile.firstElementChild;
    const wide = Boolean(pile.closest(".wide"));
    const [at, size] = wide ? ["y", "height"] : ["x", "width"];
    if (!rect.dataset.size) { rect.dataset.size = rect.getAttribute(size); rect.dataset.at = rect.getAttribute(at); }
    const length = Number(rect.dataset.size) * share;
    rect.setAttribute(size, length);
    if (wide === (way === "with")) rect.setAttribute(at, Number(rect.dataset.at) + Number(rect.dataset.size) - length);
  }
}

// How many of the days in order come before one of them.
function before(days, day) {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] < day) low = middle + 1; else high = middle;
  }
  return low;
}

// What is shown, as a table for a spreadsheet; a cell that one would take for a formula is marked, as in a case folder.
function csvText(rows) {
  const cell = (value) => {
    const text = /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function rowsOfLines(lines) {
  const of = (line) => [
    line.id, SORTS[line.kind[0]] || "", line.when, line.said, line.tags.join("; "),
    line.more.map(([name, value]) => `${name}: ${value}`).join("; "),
    line.cited.map(([number]) => grounds.documents[number].label).join("; "),
  ];
  return [["id", "kind", "when", "what", "tags", "more", "told by"], ...lines.map(of)];
}

function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000); // the browser may not have begun
}

if (record) {
  let waiting = 0;
  narrow.addEventListener("change", (event) => {
    const facet = event.target.closest("[data-facet]");
    if (!facet) return;
    const values = [...facet.querySelectorAll("input:checked")].map((each) => each.value);
    ask({ [facet.dataset.facet]: values.join(";") });
  });
  narrow.querySelector("[data-words]").addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask({ words: event.target.value.trim() }), 250);
  });
  narrow.querySelector("[data-clear]").addEventListener("click", clearRecord);
  narrow.querySelector("[data-save]").addEventListener("click", () => save("record.csv", "text/csv", csvText(rowsOfLines(record.fitting))));
  narrow.addEventListener("toggle", (event) => {
    if (!event.target.open) return;
    narrow.querySelectorAll("details[open]").forEach((each) => { if (each !== event.target) each.open = false; });
    countValues(wanted());
    const values = event.target.querySelector(".options");
    values.style.left = "0";
    values.style.left = `${Math.min(0, document.documentElement.clientWidth - 8 - values.getBoundingClientRect().right)}px`;
  }, true);
  const chosen = () => [...FACETS, "words", "era"].some(asked);
  window.addEventListener("asked", () => { if (record.ready || chosen()) narrowRecord(); });
  new IntersectionObserver((seen, watch) => {
    if (!record.ready && seen.some((each) => each.isIntersecting)) requestAnimationFrame(() => record.ready || narrowRecord());
    if (record.ready) watch.disconnect();
  }, { rootMargin: "1200px 0px" }).observe(narrow);
  if (chosen()) narrowRecord();
  document.addEventListener("click", (event) => {
    const pile = event.target.closest("a.pile");
    if (!pile) return;
    const way = ["with", "against", "apart"].find((each) => pile.classList.contains(each));
    record.range = { from: Number(pile.dataset.from), to: Number(pile.dataset.to), way };
    narrowRecord();
  });
}
