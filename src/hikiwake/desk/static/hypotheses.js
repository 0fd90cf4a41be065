// The matrix of competing hypotheses: arrows move, 1 to 5 mark, 0 takes a mark away; what is marked is kept a moment later.
const marks = one("#marks");
if (marks) {
  const ASIDE = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const MARKS = { 0: "", 1: "CC", 2: "C", 3: "N", 4: "I", 5: "II", Backspace: "", Delete: "" };
  const aim = one("#aim"), hint = one(".by-keys");
  if (hint) hint.hidden = false;
  const grid = () => [...marks.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("select")]);

  marks.addEventListener("keydown", (event) => {
    const cell = event.target.closest(".ach select");
    if (!cell || !keysOn.checked || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const rows = grid(), at = rows.findIndex((row) => row.includes(cell));
    if (ASIDE[event.key]) {
      event.preventDefault();
      const [down, right] = ASIDE[event.key];
      rows[at + down]?.[rows[at].indexOf(cell) + right]?.focus();
    } else if (event.key in MARKS) {
      event.preventDefault();
      if (cell.value === MARKS[event.key]) return;
      cell.value = MARKS[event.key];
      cell.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });

  // What the cell in focus is about.
  marks.addEventListener("focusin", (event) => {
    const cell = event.target.closest(".ach select");
    aim.hidden = !cell;
    if (!cell) return;
    const [says, row] = cell.getAttribute("aria-labelledby").split(" ").map((id) => document.getElementById(id).textContent);
    aim.replaceChildren(Object.assign(document.createElement("b"), { textContent: cell.closest("td").dataset.label }), ` ${says}`,
      document.createElement("br"), `with “${row}”`);
  });

  const differs = () => {
    const was = JSON.parse(one("#was").value);
    return [...marks.elements].some((each) => each.name in was && each.value !== was[each.name]);
  };
  const refused = () => one("#faults [role=alert]") || one("[role=alert]", marks);
  let waiting = 0;
  const keep = () => {
    if (!differs() || refused()) return;
    marks.requestSubmit();
    waiting = setTimeout(keep, 1500);
  };
  document.addEventListener("change", (event) => {
    if (event.target.form !== marks) return;
    clearTimeout(waiting);
    waiting = setTimeout(keep, 500);
  });
  addEventListener("pagehide", () => {
    if (differs() && !refused()) navigator.sendBeacon(marks.action, new URLSearchParams(new FormData(marks)));
  });
}
