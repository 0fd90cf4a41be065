// The record: every entry is a compact line; rows are written from lines when they are asked for.
const STEP = 100; // rows that are written at a time
const record = (() => {
  const island = document.getElementById("record-lines");
  if (!island) return null;
  const { words, lines } = JSON.parse(island.textContent);
  const names = ["kind", "actor", "about", "document", "status", "era"];
  const byId = new Map();
  for (const [id, said, days, when, look, series, tags, more, facets, cited, doubts] of lines) {
    const line = { id, said, days, cited, doubts, when: words[when], look: words[look], series: words[series] };
    line.tags = tags.map((each) => words[each]);
    line.more = more.map((pair) => pair.map((each) => words[each]));
    names.forEach((name, index) => { line[name] = facets[index].map((each) => words[each]); });
    byId.set(id, line);
  }
  return { lines: [...byId.values()], byId, fitting: [...byId.values()], made: new Map(), range: null, from: 0, to: 0 };
})();

function made(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function linked(className, id, text) {
  const link = made("a", className, text);
  link.setAttribute("href", `#${id}`);
  return link;
}

// What a mark of an entry is called: when, and in what words.
function recordName(id) {
  const line = record && record.byId.get(id);
  return line ? [line.when, line.said].filter(Boolean).join(" · ") : "";
}

const SORTS = { event: "Event", position: "Position", figure: "Figure", survey: "Survey", cause: "Cause" };

// The row of an entry: when, what with its tags, and who tells of it.
function recordRow(id) {
  const line = record && record.byId.get(id);
  if (!line) return null;
  if (record.made.has(id)) return record.made.get(id);
  const row = made("tr", "row");
  row.id = id;
  row.dataset.sort = SORTS[line.kind[0]];
  const [when, what, by] = [made("td", "when"), made("td", "what"), made("td", "by")];
  if (line.look) when.append(made("i", `mark ${line.look}`));
  when.append(line.when);
  what.append(made("span", "sort", row.dataset.sort), linked("open", id, line.said));
  for (const doubt of line.doubts) what.append(" ", linked("doubt", doubt, "?"));
  if (line.tags.length) what.append(" ", made("span", "tags", line.tags.join(", ")));
  if (line.series) what.append(" ", linked("tags", line.series, "part of a series"));
  const more = made("span", "more");
  for (const [name, value] of line.more) {
    const pair = made("span");
    pair.append(made("i", "", name), ` ${value}`);
    more.append(pair);
  }
  what.append(more);
  for (const [number, times] of line.cited) {
    const link = linked("", `document-${number}`, grounds.documents[number].label);
    if (times > 1) link.append(made("b", "", ` ×${times}`));
    by.append(link);
  }
  row.append(when, what, by);
  record.made.set(id, row);
  return row;
}

// The table shows a window of what fits; buttons move on at either end.
function writeRows(from, to) {
  const list = document.querySelector("[data-lines]");
  const { fitting } = record;
  Object.assign(record, { from, to: Math.min(to, fitting.length) });
  const step = (text, start, end) => {
    const row = made("tr", "further");
    const cell = made("td");
    cell.colSpan = 3;
    const button = made("button", "", text);
    button.type = "button";
    button.addEventListener("click", () => writeRows(start, end));
    cell.append(button);
    row.append(cell);
    return row;
  };
  const left = fitting.length - to;
  list.replaceChildren(
    ...(from > 0 ? [step(`${Math.min(STEP, from)} earlier of ${from}`, Math.max(0, from - STEP), to)] : []),
    ...fitting.slice(from, to).map((line) => recordRow(line.id)),
    ...(left > 0 ? [step(`${Math.min(STEP, left)} more of ${left}`, from, to + STEP)] : []),
  );
}

// Brings the row of an entry onto the page, among its neighbours; a choice that leaves it out is lifted.
function reveal(id) {
  const line = record && record.byId.get(id);
  if (!line) return;
  if (!record.ready) narrowRecord();
  if (!record.fitting.includes(line)) clearRecord();
  const at = record.fitting.indexOf(line);
  writeRows(Math.max(0, at - 10), at + STEP);
}
