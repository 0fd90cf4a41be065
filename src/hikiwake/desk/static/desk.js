"use strict";
// Forms with data-swap are sent in the background and only that part of the answer is put in place; without this script
// they are sent as any form. What is in focus is an item ([data-item]); keys.js has what acts on it.
const one = (selector, within = document) => within.querySelector(selector);
const say = (text) => { one("#said").textContent = text; };

function send(form, submitter) {
  const body = new FormData(form, submitter);
  const bar = one(".sent", form);
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    if (bar) request.upload.onprogress = ({ loaded, total }) => { bar.hidden = false; bar.value = loaded / total; };
    request.onload = () => done(request);
    request.onerror = failed;
    request.send(form.enctype === "multipart/form-data" ? body : new URLSearchParams(body));
  });
}

const items = () => [...document.querySelectorAll("[data-item]")];
const current = () => document.activeElement.closest("[data-item]");
const go = (to) => { if (to) { to.focus(); to.scrollIntoView({ block: "nearest" }); } };

// What was in focus is in focus again; where it is gone, what stands in its place.
function swap(selector, answer, form) {
  const place = one(selector), fresh = answer && one(selector, answer);
  if (!place || !fresh) return false;
  const at = items().indexOf(form.closest("[data-item]") || current());
  const id = at >= 0 && items()[at].id;
  place.replaceWith(document.adoptNode(fresh));
  if (answer.body.dataset.position) document.body.dataset.position = answer.body.dataset.position;
  document.title = answer.title;
  for (const name of ["h1", "#notices", "#making", "#faults"]) {
    const other = one(name, answer);
    if (one(name) && other) one(name).replaceWith(document.adoptNode(other));
  }
  if (at >= 0) go((id && document.getElementById(id)) || items()[Math.min(at, items().length - 1)] || fresh);
  const alert = one("[role=alert]", fresh), status = one("[role=status]", fresh);
  say((alert || status || fresh).textContent.trim().slice(0, 300));
  later();
  showKeys();
  return true;
}

let busy = false;
const SILENT = "The desk does not answer. Start it again, and see whether this was done; what was confirmed before is kept.";
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.swap) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  let taken = false;
  try {
    const request = await send(form, event.submitter);
    taken = request.status < 400;
    const answer = request.response;
    const lasting = form.enctype === "multipart/form-data" || (answer && one("[data-again]", answer));
    if (request.responseURL && taken && lasting) history.replaceState(null, "", request.responseURL);
    if (!swap(form.dataset.swap, answer, form)) location.assign(request.status < 400 ? request.responseURL : location.href);
  } catch {
    say(SILENT);
    one(".silent", form)?.remove();
    form.insertAdjacentHTML("beforeend", `<p class="fault silent" role="alert">${SILENT}</p>`);
  } finally {
    busy = false;
    document.dispatchEvent(new CustomEvent("answered", { detail: taken }));
  }
});

// What is in the making is asked for again until it is made; nobody who leaves meanwhile is brought back.
let leaving = false;
addEventListener("beforeunload", () => { leaving = true; });
function later() {
  if (one("[data-again]")) setTimeout(async () => {
    const answer = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const fresh = one("[data-again]", answer), place = one("[data-again]");
    if (!place || leaving) return;
    if (!fresh) location.reload();
    else { place.replaceWith(document.adoptNode(fresh)); later(); }
  }, 1000);
}

// Files may be dropped anywhere on a page that takes files.
const files = one('.drop input[type="file"]');
if (files) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) { files.files = event.dataTransfer.files; files.focus(); }
  });
}
if (one("[data-focus]") && !location.hash) go(items()[0]);
later();
