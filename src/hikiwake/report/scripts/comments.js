// What a reader says of entries: kept until it is saved as a file, which `hikiwake take` reads. Nothing is sent.
const remarks = { of: "", drafts: {}, kept: [], saved: 0 };

// What was begun on another entry waits there.
function commentOn(id) {
  const words = byId("comment-words");
  if (remarks.of === id) return;
  remarks.drafts[remarks.of] = words.value;
  remarks.of = id;
  words.value = remarks.drafts[id] || "";
  byId("commenting").open = Boolean(words.value);
  byId("comment-said").textContent = "";
}

function sayKept(said) {
  byId("comment-said").textContent = said;
  byId("comment-save").disabled = !remarks.kept.length;
}

byId("comment-keep").addEventListener("click", () => {
  const author = byId("comment-author");
  const words = byId("comment-words");
  for (const field of [author, words]) field.setAttribute("aria-invalid", String(!field.value.trim()));
  const empty = [author, words].find((field) => !field.value.trim());
  if (empty) {
    sayKept("A comment needs a name or role, and words.");
    empty.focus();
    return;
  }
  const date = new Date().toISOString().slice(0, 10);
  remarks.kept.push({ entry: remarks.of, comment: words.value.trim(), author: author.value.trim(), date });
  words.value = "";
  const count = remarks.kept.length;
  sayKept(`${count} ${count === 1 ? "comment" : "comments"} kept; not yet saved.`);
});

byId("comment-save").addEventListener("click", () => {
  const file = { format: "hikiwake comments 1", page: document.title, comments: remarks.kept };
  save("comments.json", "application/json", `${JSON.stringify(file, null, 1)}\n`);
  remarks.saved = remarks.kept.length;
  sayKept("Saved as comments.json: send it to whoever made this page.");
});

window.addEventListener("beforeunload", (event) => {
  if (remarks.saved < remarks.kept.length) event.preventDefault();
});
