// Switches of the levers: which are on stands in the address; what each would change stands, framed, in the matrix as well.
const levers = [...document.querySelectorAll("[data-lever]")];

function pull() {
  const on = new Set(asked("lever").split(" "));
  document.querySelectorAll("td a.assumed").forEach((each) => each.remove());
  for (const lever of levers) {
    lever.checked = on.has(lever.dataset.lever);
    if (lever.checked) for (const each of lever.parentElement.querySelectorAll("[data-changes]")) assume(lever, each);
  }
}

function assume(lever, changes) {
  const cell = document.querySelector(`[data-cell="${CSS.escape(changes.dataset.changes)}"]`);
  if (!cell) return;
  const link = element("a", "", "assumed");
  link.href = `#lever-${lever.dataset.lever}`;
  link.append(changes.querySelector("svg").cloneNode(true), element("span", `under an assumption: ${changes.querySelector(".said").textContent}`, "unseen"));
  cell.append(link);
}

document.addEventListener("change", ({ target: lever }) => {
  if (!levers.includes(lever)) return;
  ask({ lever: levers.filter((each) => each.checked).map((each) => each.dataset.lever).join(" ") });
  byId("spoken").textContent = lever.checked ? lever.parentElement.querySelector(".after").textContent.replace(/\s+/g, " ") : "";
});
window.addEventListener("asked", pull);
pull();
