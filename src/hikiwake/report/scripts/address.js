"use strict";
// The address holds what the page shows: as what it is read, the era, what the record is filtered by, and the open entry.
const asked = (name) => new URLSearchParams(location.search).get(name) || "";

function addressWith(changes, hash) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value); else query.delete(name);
  }
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "") + (hash === undefined ? location.hash : hash);
}

// A new state of the page is one step of its history; who acts on the address hears of it, as when the reader goes back.
function ask(changes) {
  history.pushState(null, "", addressWith(changes));
  window.dispatchEvent(new Event("asked"));
}

function goTo(id) {
  const hash = id ? `#${encodeURIComponent(id)}` : "";
  if (location.hash !== hash) history.pushState(null, "", addressWith({}, hash));
}
