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
    const marks = new Map([...whole.querySelectorAll("a.mark")].map((each) => [each.getAttribute("href"), each]));
    for (const each of close.querySelectorAll("a.mark")) {
      for (const name of ["class", "aria-label"]) each.setAttribute(name, marks.get(each.getAttribute("href")).getAttribute(name));
    }
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
document.addEventListener("click", (event) => {
  const chart = event.target.closest("svg.chart");
  if (!chart || event.target.closest("a")) return;
  const away = (link) => {
    const box = (link.querySelector("path") || link).getBoundingClientRect();
    return Math.hypot(Math.max(box.left - event.clientX, 0, event.clientX - box.right), Math.max(box.top - event.clientY, 0, event.clientY - box.bottom));
  };
  const [near] = [...chart.querySelectorAll("a.mark:not(.off)")].map((link) => [away(link), link]).filter(([far]) => far <= FINGER).sort((one, other) => one[0] - other[0])[0]?.slice(1) || [];
  if (near) open(target(near), near);
});
lookAtEra();
follow();
