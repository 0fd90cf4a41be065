// Buttons, links and summaries with data-key are keys: on the item in focus, else anywhere. data-key is the key as it is at
// first; which one a user has chosen in its place stands in this browser. None acts while somebody types.
const keysOn = one("#keys-on"), keys = one("#keys"), keysForm = one("#keys-form"), keysFault = one("#keys-fault");
keysOn.checked = localStorage.getItem("keys") !== "off";
keysOn.addEventListener("change", () => localStorage.setItem("keys", keysOn.checked ? "on" : "off"));
const typing = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const STEPS = { j: 1, k: -1 };
const firsts = [...document.querySelectorAll("[data-of]")].map((row) => row.dataset.of);
const fieldOf = (first) => keysForm.elements[`key-${first}`];

const isKey = (key) => typeof key === "string" && [...key].length === 1 && key.trim() && key !== "?";
function keptKeys() {
  try {
    const kept = JSON.parse(localStorage.getItem("keymap")) || {};
    const told = new Map(firsts.map((first) => [first, isKey(kept[first]) ? kept[first] : first]));
    return new Set(told.values()).size === firsts.length ? told : new Map();
  } catch { return new Map(); }
}
let chosen = keptKeys();
const keyOf = (first) => chosen.get(first) || first;
const firstOf = (key) => firsts.find((first) => keyOf(first) === key) || (firsts.includes(key) ? "" : key);

function showKeys() {
  for (const each of document.querySelectorAll("[data-key]")) {
    const key = keyOf(each.dataset.key), shown = one("kbd", each);
    each.setAttribute("aria-keyshortcuts", key);
    if (shown) shown.textContent = key;
  }
  for (const row of document.querySelectorAll("[data-of]")) {
    const first = row.dataset.of;
    row.hidden = STEPS[first] ? !items().length : !one(`[data-key="${CSS.escape(first)}"]`);
    one("kbd", row).textContent = keyOf(first);
    fieldOf(first).value = keyOf(first);
  }
}

keysForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = new Map(firsts.map((first) => [first, fieldOf(first).value.trim()]));
  const called = (first) => fieldOf(first).labels[0].textContent.trim();
  const odd = firsts.find((first) => !isKey(wanted.get(first)));
  const twice = firsts.filter((first) => firsts.some((other) => other !== first && wanted.get(other) === wanted.get(first)));
  keysFault.hidden = !odd && !twice.length;
  if (odd) keysFault.textContent = `${called(odd)} needs one key, not a space and not ?. Nothing was changed.`;
  else if (twice.length) keysFault.textContent = `${twice.map(called).join(" and ")} have the same key. Nothing was changed.`;
  else keepKeys(wanted);
});
function keepKeys(wanted) {
  chosen = wanted;
  localStorage.setItem("keymap", JSON.stringify(Object.fromEntries(wanted)));
  keysFault.hidden = true;
  showKeys();
  say("The keys are kept in this browser.");
}
one("#keys-first").addEventListener("click", () => keepKeys(new Map(firsts.map((first) => [first, first]))));

document.addEventListener("keydown", (event) => {
  const note = event.key === "Escape" && event.target.closest("details.note");
  if (note) { note.open = false; go(note.closest("[data-item]")); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || (one("dialog[open]") && event.key !== "?")) return;
  if (event.key !== "?" && !keysOn.checked) return;
  const first = event.key === "?" ? "?" : firstOf(event.key);
  if (!first) return;
  if (event.repeat && !STEPS[first]) { event.preventDefault(); return; }
  if (busy && first !== "?" && (firsts.includes(first) || one(named(first)))) { event.preventDefault(); pressed.push(first); return; }
  if (act(first)) event.preventDefault();
});

// The way of a key; whether it has one here.
const named = (first) => `[data-key="${CSS.escape(first)}"]`;
function act(first) {
  const item = current(), all = items();
  if (STEPS[first] && all.length) {
    go(item ? all[all.indexOf(item) + STEPS[first]] : all[0]);
    return true;
  }
  const button = (item && one(named(first), item)) || [...document.querySelectorAll(named(first))].find((each) => !each.closest("[data-item]"));
  button?.click();
  return Boolean(button);
}

// Keys that are pressed while a decision is under way act after it, in their order: each on what is then in focus. Where
// it was refused they act no more, since they were meant for what would have followed.
let pressed = [];
document.addEventListener("answered", ({ detail: taken }) => {
  if (!taken && pressed.length) {
    say(`${one("#said").textContent} ${pressed.length === 1 ? "One key" : `${pressed.length} keys`} pressed since then did nothing.`);
    pressed = [];
  }
  while (pressed.length && !busy && !one("dialog[open]")) act(pressed.shift());
});

// What is opened to be filled in is in focus at once.
document.addEventListener("toggle", (event) => {
  if (event.target.matches("details.note") && event.target.open) one("textarea, input:not([type=hidden])", event.target).focus();
}, true);

// What a decision would change is computed when somebody asks, or rests on the item.
async function load(link) {
  const place = one(link.dataset.load);
  link.removeAttribute("data-load");
  try {
    const answer = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    const fresh = place && one(`#${CSS.escape(place.id)}`, answer);
    if (fresh && place.isConnected) place.replaceWith(document.adoptNode(fresh));
    return fresh;
  } catch { return null; }
}
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-load]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const fresh = await load(link);
  if (fresh) say(fresh.textContent.trim().slice(0, 300)); else location.assign(link.href);
});
let resting = 0;
function rest() {
  clearTimeout(resting);
  resting = setTimeout(() => { const link = current() && one("a[data-load]", current()); if (link) load(link); }, 600);
}
document.addEventListener("focusin", rest);
rest();

one("#keys-open").hidden = false;
one("#keys-open").addEventListener("click", () => { if (keys.open) keys.close(); else { showKeys(); keysFault.hidden = true; keys.showModal(); } });
one("#keys-close").addEventListener("click", () => keys.close());
showKeys();
