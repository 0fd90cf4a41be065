// On a narrow page the eras stand one below another; their drawings wait until the page is narrow.
const slim = matchMedia("(max-width: 1040px)");
function unfold() {
  const eras = document.querySelector(".eras");
  if (!eras || !slim.matches || !waiting(eras).length) return;
  unpackAll(eras);
  alike(document.querySelector("svg.chart.wide"), eras);
}

// The marks of a drawing are named and filtered as those of another.
function alike(one, other) {
  const marks = new Map([...one.querySelectorAll("a.mark")].map((each) => [each.getAttribute("href"), each]));
  for (const each of other.querySelectorAll("a.mark")) {
    for (const name of ["class", "aria-label"]) each.setAttribute(name, marks.get(each.getAttribute("href")).getAttribute(name));
  }
}
slim.addEventListener("change", unfold);
unfold();

// A closer look: the drawing of one era takes the place of the whole chart. The address says which (zoom, else era).
const whole = document.querySelector("svg.chart.wide");
const zoom = document.querySelector("select[data-zoom]");

function zooming() {
  const drawn = new Map([...document.querySelectorAll("template[data-close-up]")].map((each) => [each.dataset.closeUp, each]));
  let close = null;
  let shown = "";

  function look() {
    const era = [asked("zoom") || asked("era")].find((each) => drawn.has(each)) || "";
    zoom.value = era;
    if (era === shown) return;
    shown = era;
    if (close) close.remove();
    close = era ? drawn.get(era).content.firstElementChild.cloneNode(true) : null;
    whole.toggleAttribute("hidden", Boolean(close));
    if (!close) return;
    alike(whole, close);
    whole.after(close);
    oneStop(close);
  }

  const choose = (era) => ask({ zoom: era || (asked("era") ? "all" : "") });
  zoom.addEventListener("change", () => choose(zoom.value));
  document.querySelectorAll("[data-step]").forEach((button) => button.addEventListener("click", () => {
    const eras = ["", ...drawn.keys()];
    const step = Number(button.dataset.step);
    choose(eras[(eras.indexOf(shown) + step + eras.length) % eras.length]);
  }));
  window.addEventListener("asked", look);
  look();
}
if (whole && zoom) zooming();

// A tap beside a mark is meant for the nearest one within the reach of a finger.
const FINGER = 14;
function nearest(chart, x, y) {
  let near = null;
  let least = FINGER;
  for (const link of chart.querySelectorAll("a.mark:not(.off)")) {
    const box = link.getBoundingClientRect();
    const far = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    if (far < least) [near, least] = [link, far];
  }
  return near;
}
document.addEventListener("click", (event) => {
  const chart = event.target.closest("svg.chart");
  if (!chart || event.target.closest("a")) return;
  const words = event.target.closest(".beside");
  const link = words ? words.previousElementSibling : nearest(chart, event.clientX, event.clientY);
  if (link) open(target(link), link);
});
lookAtEra();
follow();
