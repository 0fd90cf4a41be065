// Editions: the page as written by an earlier day, or following one document, lies packed inside it; the address says which.
const READ_AS = ["following", "as-written-by"];
const readAs = () => READ_AS.map((name) => (asked(name) ? `${name}=${asked(name)}` : "")).find(Boolean) || "";
const shownAs = readAs();

async function turned() {
  const packed = shownAs && document.querySelector(`[data-edition="${CSS.escape(shownAs)}"]`);
  if (!packed) return;
  const bytes = Uint8Array.from(atob(packed.textContent), (each) => each.charCodeAt(0));
  const content = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  document.getElementById("edition").innerHTML = await new Response(content).text();
}

// One document was written by one day: whoever follows it reads nothing else, so one of the two is asked at a time.
document.addEventListener("change", (event) => {
  const { asks } = event.target.dataset;
  if (READ_AS.includes(asks)) {
    const changes = Object.fromEntries(READ_AS.map((name) => [name, name === asks ? event.target.value : ""]));
    location.assign(addressWith(changes));
  } else if (asks) ask({ [asks]: event.target.value });
});
window.addEventListener("popstate", () => {
  if (readAs() !== shownAs) location.reload();
  else window.dispatchEvent(new Event("asked"));
});
