// Lists that wait: what a closed list holds stands in a <noscript>, to the browser one text, until somebody asks for it.
const waiting = (inside) => [...inside.querySelectorAll("noscript.later")];
const beginnings = new Map(); // of an id that waits: the list that holds it, and where its element begins in the text

function unpack(list) {
  const template = document.createElement("template");
  template.innerHTML = list.textContent;
  const parts = [...template.content.children];
  list.replaceWith(template.content);
  document.dispatchEvent(new CustomEvent("unpacked", { detail: parts }));
}
const unpackAll = (inside) => waiting(inside).forEach(unpack);

// An element of the page, taken out of its list where it waits there.
function byId(id) {
  const found = document.getElementById(id);
  if (found || !beginnings.has(id)) return found;
  unpack(beginnings.get(id)[0]);
  return document.getElementById(id);
}

// The same element only to be read: where it waits, a copy of it, and its list goes on waiting.
function glimpse(id) {
  const found = document.getElementById(id);
  if (found || !beginnings.has(id)) return found;
  const [list, at] = beginnings.get(id);
  const template = document.createElement("template");
  template.innerHTML = list.textContent.slice(at, at + 8000);
  return template.content.firstElementChild;
}

for (const list of waiting(document)) {
  for (const each of list.textContent.matchAll(/<[^<>]*\sid="([^"]+)"/g)) beginnings.set(each[1], [list, each.index]);
}
document.addEventListener("toggle", ({ target: details }) => {
  if (details.open) waiting(details).filter((each) => each.closest("details") === details).forEach(unpack);
}, true);
