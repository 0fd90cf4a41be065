// A model is solved while it is edited: the form as it stands is sent to be solved, and what comes back is put in place.
// Rows are moved by their buttons, by Alt and the arrow keys, or dragged by their grip.
{
  const form = () => one("#model-form");
  const WAIT = 250;
  let waiting = 0, asked = 0, unsaved = false, last = "";

  const answerOf = async (request) => new DOMParser().parseFromString(await (await request).text(), "text/html");

  function put(answer) {
    const fresh = one("#solution", answer);
    if (!fresh || !one("#solution")) return;
    one("#solution").replaceWith(document.adoptNode(fresh));
    follow();
  }

  function tell(answer) {
    const told = one("#told", answer);
    if (!told) return;
    for (const place of form().querySelectorAll(".at, .words")) place.replaceChildren();
    for (const field of form().querySelectorAll(".field.wrong")) field.classList.remove("wrong");
    for (const said of [...told.children]) {
      const place = document.getElementById(said.dataset.at);
      if (!place) continue;
      place.replaceChildren(...said.childNodes);
      if ("wrong" in said.dataset) place.closest(".field")?.classList.add("wrong");
    }
  }

  async function solve() {
    const body = new URLSearchParams(new FormData(form()));
    const work = one("#solution")?.dataset.work;
    if (work) body.set("work", work);
    const number = ++asked;
    const answer = await answerOf(fetch("/models/solve", { method: "POST", body }));
    if (number === asked) { put(answer); tell(answer); }
  }

  function soon() {
    unsaved = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => solve().catch(() => say("The desk does not answer; nothing was changed.")), WAIT);
  }

  // A large model is asked after until it is solved.
  function follow() {
    const work = one("#solution")?.dataset.work, number = asked;
    if (work) setTimeout(async () => {
      const answer = await answerOf(fetch(`/models/solved?work=${work}`));
      if (number === asked && one("#solution")?.dataset.work === work) put(answer);
    }, 700);
  }

  function move(row, step) {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    other.insertAdjacentElement(step < 0 ? "beforebegin" : "afterend", row);
    moved(row);
  }

  function moved(row) {
    const place = [...row.parentElement.children].indexOf(row) + 1;
    [...row.parentElement.children].forEach((each, index) => {
      const label = one('label[for^="says-"]', each);
      if (label) label.textContent = `Wish ${index + 1}`;
    });
    say(`${place} of ${row.parentElement.children.length}`);
    soon();
  }

  document.addEventListener("input", (event) => { if (event.target.closest("#model-form")) soon(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#model-form button[data-move]");
    if (!button) return;
    event.preventDefault();
    move(button.closest("[data-row]"), Number(button.dataset.move));
    button.focus();
  });
  document.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key], row = event.target.closest("#model-form [data-row]");
    if (!event.altKey || !step || !row) return;
    event.preventDefault();
    const focus = document.activeElement;
    move(row, step);
    focus.focus();
  });

  // Where a fault is mended may lie in what is folded away.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#at-whole a");
    for (let at = link && document.getElementById(link.hash.slice(1)); at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  });

  let dragged = null;
  document.addEventListener("dragstart", (event) => {
    if (!event.target.closest?.(".grip")) return;
    dragged = event.target.closest("[data-row]");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(dragged, 0, 0);
    dragged.classList.add("dragged");
    setTimeout(() => dragged?.parentElement.classList.add("sorting"));
  });
  document.addEventListener("dragover", (event) => {
    const over = dragged && event.target.closest?.("[data-row]");
    if (!over || over.parentElement !== dragged.parentElement) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    over.insertAdjacentElement(event.clientY < box.top + box.height / 2 ? "beforebegin" : "afterend", dragged);
  });
  document.addEventListener("drop", (event) => { if (dragged) event.preventDefault(); });
  document.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("dragged");
    dragged.parentElement.classList.remove("sorting");
    moved(dragged);
    dragged = null;
  });

  // What was not saved is not left without a question, and a large model is not solved for nobody.
  document.addEventListener("submit", (event) => { if (event.target === form()) last = event.submitter?.value || "show"; }, true);
  addEventListener("beforeunload", (event) => { if (unsaved && form()) event.preventDefault(); });
  addEventListener("pagehide", () => {
    const work = one("#solution")?.dataset.work;
    if (work && form()) navigator.sendBeacon("/models/stop", new URLSearchParams({ case: form().elements.case.value, stop: work }));
  });

  // After a button the form is another one: its address is that of the model, and a large model is asked after.
  new MutationObserver(() => {
    if (last) unsaved = last === "save" ? Boolean(one("#model .fault[role=alert]")) : last !== "show" || unsaved;
    last = "";
    const address = one("#model")?.dataset.address;
    if (address && address !== location.pathname + location.search) history.replaceState(null, "", address);
    if (one("#solution")?.dataset.work && !asked) follow();
  }).observe(one("#content") || document.body, { childList: true });
  if (form()) follow();
}
