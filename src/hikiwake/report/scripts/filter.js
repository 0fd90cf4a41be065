// Filters: a row stays when every choice is among its own words; marks follow their rows.
const NOUNS = { timeline: "events", positions: "positions" };

function chosen(bar) {
  return [...bar.querySelectorAll("[data-facet]")].filter((each) => each.value).map((each) => [each.dataset.facet, each.value]);
}

function fits(row, facet, value) {
  return (row.dataset[facet] || "").split(" ").includes(value);
}

function filter(bar) {
  const scope = bar.dataset.scope;
  const choices = chosen(bar);
  const lists = document.querySelector(`[data-rows="${scope}"]`);
  const hidden = new Set();
  let shown = 0;
  if (crowd && scope === "timeline") {
    shown = filterCrowd((row) => choices.every(([facet, value]) => fits({ dataset: row }, facet, value)));
    const ranged = choices.length || crowd.range;
    bar.querySelector("output").textContent = ranged ? `${shown.toLocaleString("en")} of ${crowd.rows.size.toLocaleString("en")} ${NOUNS[scope]}` : "";
    return;
  }
  unpackAll(lists);
  for (const row of lists.querySelectorAll(".row")) {
    row.hidden = !choices.every(([facet, value]) => fits(row, facet, value));
    if (row.hidden) hidden.add(row.id); else shown += 1;
  }
  for (const shownHere of lists.querySelectorAll("[data-shown]")) {
    const list = shownHere.closest("details");
    const left = list.querySelectorAll(".row:not([hidden])").length;
    shownHere.textContent = left;
    list.hidden = !left;
    list.open = choices.length > 0 && left > 0 && shown <= 40;
  }
  for (const link of bar.closest("section").querySelectorAll("a.mark, td a.dot")) {
    link.classList.toggle("off", hidden.has(target(link)));
  }
  const total = shown + hidden.size;
  bar.querySelector("output").textContent = choices.length ? `${shown} of ${total} ${NOUNS[scope]}` : "";
  bar.dispatchEvent(new CustomEvent("filtered"));
}

for (const bar of document.querySelectorAll("[data-scope]")) {
  bar.addEventListener("change", (event) => { if (event.target.dataset.facet) filter(bar); });
  bar.addEventListener("ranged", () => filter(bar));
  bar.querySelector("[data-clear]").addEventListener("click", () => {
    bar.querySelectorAll("select").forEach((each) => { each.value = ""; });
    if (crowd) crowd.range = null;
    bar.querySelectorAll("[data-zoom]").forEach((each) => each.dispatchEvent(new Event("change", { bubbles: true })));
    filter(bar);
  });
}

// Whose names stand first on the map is the reader's choice.
const order = document.querySelector("[data-names]");
if (order) order.addEventListener("change", () => {
  for (const label of document.querySelectorAll(".map text")) {
    const [first, second] = ["0", "1"].map((each) => label.querySelector(`[data-name="${each}"]`));
    if (!second) continue;
    const slash = label.querySelector('[data-name="slash"]');
    label.append(...(order.value === "0" ? [first, slash, second] : [second, slash, first]));
  }
});

// The navigation says where the reader is.
const links = new Map([...document.querySelectorAll("nav.sections a")].map((each) => [target(each), each]));
const watch = new IntersectionObserver((seen) => {
  for (const each of seen) {
    const link = links.get(each.target.id);
    if (link && each.isIntersecting) {
      links.forEach((other) => other.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "true");
      inView = link === links.values().next().value ? "" : link.textContent;
      entitle();
    }
  }
}, { rootMargin: "-20% 0px -70% 0px" });
links.forEach((_, id) => watch.observe(byId(id)));
