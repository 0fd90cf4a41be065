// Questions by document: a row stays when it has all that the address asks for; its groups count what is left.
const besides = byId("otherwise-filters");

function besideFilter() {
  const choices = [...besides.querySelectorAll("[data-asks]")].map((select) => {
    select.value = asked(select.dataset.asks);
    return [select.dataset.asks, select.value];
  }).filter(([, value]) => value);
  if (choices.length) unpackAll(byId("otherwise"));
  let total = 0;
  let shown = 0;
  for (const group of document.querySelectorAll("#otherwise details.list")) {
    const rows = [...group.querySelectorAll("tr.row")];
    if (!rows.length) continue; // it waits, so nothing has been asked
    for (const row of rows) {
      row.hidden = !choices.every(([name, value]) => (row.getAttribute(`data-${name}`) || "").split(" ").includes(value));
    }
    const left = rows.filter((row) => !row.hidden).length;
    group.querySelector("[data-shown]").textContent = left;
    group.hidden = !left;
    if (choices.length) group.open = left > 0 && shown < 40;
    total += rows.length;
    shown += left;
  }
  besides.querySelector("output").textContent = choices.length ? `${shown} of ${total} questions` : "";
}

if (besides) {
  window.addEventListener("asked", besideFilter);
  besides.querySelector("[data-clear]").addEventListener("click", () => {
    ask(Object.fromEntries([...besides.querySelectorAll("[data-asks]")].map((select) => [select.dataset.asks, ""])));
  });
  if ([...besides.querySelectorAll("[data-asks]")].some((select) => asked(select.dataset.asks))) besideFilter();
}
