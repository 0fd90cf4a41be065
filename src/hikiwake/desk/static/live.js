// What others do is shown as it happens, while the page is in sight: the part of it that lists what is there is replaced,
// and nothing in which somebody types, or has typed. Else it is told, with a link.
if (document.body.dataset.position && window.EventSource) {
  const news = one("#news");
  let source = null, waiting = null;
  const known = () => document.body.dataset.position;

  function typed(field) {
    if (field.tagName === "SELECT") return field.selectedIndex !== Math.max(0, [...field.options].findIndex((each) => each.defaultSelected));
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    return field.type !== "hidden" && field.value !== field.defaultValue;
  }
  const engaged = (part) => part.contains(document.activeElement) && typing(document.activeElement)
    || [...part.querySelectorAll("input, textarea, select")].some(typed);

  // What in a fresh part is the same as an element of the old one.
  function twin(element, fresh) {
    if (element.id) return fresh.querySelector(`#${CSS.escape(element.id)}`);
    const like = (each) => [each.tagName, each.textContent.trim(), each.getAttribute("href"), each.form?.action].join("\n");
    const item = element.closest("[data-item]"), within = item ? twin(item, fresh) : fresh;
    return within && [...within.querySelectorAll(element.tagName)].find((each) => like(each) === like(element));
  }

  // Where what is in focus is there no more, a line that says so stands in its place: no key acts on what moved up.
  function goneFrom(fresh, item, said) {
    const line = item.cloneNode(false), others = [...fresh.querySelectorAll("[data-item]")];
    line.textContent = said;
    const after = others[items().indexOf(item)];
    if (after) after.before(line);
    else (others.at(-1)?.parentElement || fresh).append(line);
    return line;
  }

  function replace(part, fresh, said) {
    const focus = part.contains(document.activeElement) ? document.activeElement : null;
    const item = focus?.closest("[data-item]");
    const same = focus && (twin(focus, fresh) || (item && (twin(item, fresh) || goneFrom(fresh, item, said))));
    for (const each of part.querySelectorAll("details[open]")) {
      const other = twin(one("summary", each), fresh);
      if (other) other.parentElement.open = true;
    }
    part.replaceWith(document.adoptNode(fresh));
    if (same) same.focus({ preventScroll: true });
  }

  function tell(said) {
    one("span", news).textContent = said;
    news.hidden = false;
  }

  async function show({ position, said, rows }) {
    document.body.dataset.position = position;
    const changed = one("[data-row]");
    if (changed && rows.includes(changed.dataset.row)) { one("#changed").hidden = false; say(one("#changed").textContent); }
    const part = document.body.dataset.live && one(document.body.dataset.live);
    if (part && !engaged(part)) {
      const answer = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      const fresh = one(document.body.dataset.live, answer);
      if (fresh && !busy && !engaged(part) && part.isConnected) {
        replace(part, fresh, said);
        one("#notices").replaceWith(document.adoptNode(one("#notices", answer)));
        document.body.dataset.position = answer.body.dataset.position;
        news.hidden = true;
        showKeys();
        later();
        say(said);
        return;
      }
    }
    if (said) tell(said);
  }

  function take(event) {
    clearTimeout(waiting);
    const told = JSON.parse(event.data);
    if (busy) waiting = setTimeout(take, 300, event);
    else if (told.position && told.position !== known()) show(told).catch(() => {});
  }

  function listen() {
    source?.close();
    source = null;
    if (document.visibilityState !== "visible") return;
    source = new EventSource(`/live?after=${encodeURIComponent(known())}`);
    source.onmessage = take;
    source.onerror = () => { if (source?.readyState === EventSource.CLOSED) { clearTimeout(waiting); waiting = setTimeout(listen, 30000); } };
  }
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
}
