// Looking at one era: what belongs to others goes away, or pales where a drawing needs its place.
const eraChosen = document.querySelector('[data-asks="era"]');

function lookAtEra() {
  const era = asked("era");
  if (eraChosen) eraChosen.value = era;
  for (const each of document.querySelectorAll("[data-of-era]")) {
    each.classList.toggle("elsewhere", Boolean(era) && !each.dataset.ofEra.split(" ").includes(era));
  }
  entitle();
}

// The title of the window says what it shows: the one figure, the open entry or the part in view, the era, and the case.
const caseTitle = document.title;
let inView = "";
let shownAlone = ""; // the title of the one figure that is shown
function entitle() {
  const title = panel.open && byId("panel-title").textContent.trim();
  const era = eraChosen && eraChosen.value && eraChosen.selectedOptions[0].textContent;
  document.title = [shownAlone || (title ? title.slice(0, 80) : inView), era, caseTitle].filter(Boolean).join(" · ");
}

window.addEventListener("asked", lookAtEra);
document.addEventListener("unpacked", lookAtEra);
