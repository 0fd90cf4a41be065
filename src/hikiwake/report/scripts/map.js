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

// What passes by a formula is marked on the map, and said beside it; of what is not marked the record does not say so.
const cut = document.querySelector('[data-asks="formula"]');
function markCut() {
  cut.value = asked("formula");
  const chosen = cut.selectedOptions[0];
  const passes = chosen ? (chosen.dataset.passes || "").split(" ") : [];
  const named = new Set();
  for (const place of document.querySelectorAll(".map .place")) {
    const on = passes.includes(place.dataset.place);
    place.classList.toggle("passing", on);
    place.querySelectorAll("[data-to]").forEach((each) => each.remove());
    if (!on) continue;
    named.add(place.textContent.trim());
    const to = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
    to.dataset.to = "";
    to.textContent = place.dataset.claimed ? ` → ${place.dataset.claimed}` : " →";
    place.querySelector("text").append(to);
  }
  document.querySelector("[data-cut]").textContent = chosen && named.size ? `By “${chosen.textContent}” there pass, as the record names them: ${[...named].join(", ")}.` : "";
}
if (cut) {
  window.addEventListener("asked", markCut);
  if (order) order.addEventListener("change", markCut);
  markCut();
}
