"use strict";
// Editions: the page as it could have been made on an earlier day lies packed inside it; the address says which is shown.
const ASKED = "as-written-by";

async function turned() {
  const day = new URLSearchParams(location.search).get(ASKED);
  const packed = day && document.querySelector(`[data-edition="${CSS.escape(day)}"]`);
  if (!packed) return;
  const bytes = Uint8Array.from(atob(packed.textContent), (each) => each.charCodeAt(0));
  const content = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  document.getElementById("edition").innerHTML = await new Response(content).text();
}

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-turn]")) return;
  const query = new URLSearchParams(location.search);
  query.delete(ASKED);
  if (event.target.value) query.set(ASKED, event.target.value);
  location.search = query;
});
