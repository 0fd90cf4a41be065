// A passage is chosen in a text, by mouse or by keys. Its place is told in characters (code points), as everywhere in a
// case; a browser counts UTF-16 units, of which some characters have two.
const pane = one("#text"), cite = one("#cite");
if (pane && cite) {
  const blocks = [...pane.querySelectorAll(".block")];
  const startOf = (block) => Number(block.dataset.start);
  const points = (text) => [...text].length;
  const blockOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(".block");
  let by = null, sentences = null;

  function pointOf(block, node, offset) {
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return startOf(block) + points(range.toString());
  }

  // A selection may begin or end between two blocks.
  function chosen() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0), within = blocks.filter((block) => range.intersectsNode(block));
    if (!within.length) return null;
    const first = blockOf(range.startContainer), last = blockOf(range.endContainer), end = within.at(-1);
    return {
      start: first && pane.contains(first) ? pointOf(first, range.startContainer, range.startOffset) : startOf(within[0]),
      end: last && pane.contains(last) ? pointOf(last, range.endContainer, range.endOffset) : startOf(end) + points(end.textContent),
      words: selection.toString().trim(),
    };
  }

  function show(place) {
    for (const [name, value] of [["from", place?.start], ["until", place?.end], ["words", place?.words]]) cite.elements[name].value = value ?? "";
    cite.classList.toggle("chosen", Boolean(place));
  }

  document.addEventListener("selectionchange", () => {
    if (document.activeElement && cite.contains(document.activeElement)) return;
    const place = chosen();
    if (place && place.words) show(place);
    if (by && (place?.start !== by.start || place.end !== by.end)) by = null;
  });
  cite.elements.words.addEventListener("input", () => { for (const name of ["from", "until"]) cite.elements[name].value = ""; });

  function nodeAt(point) {
    const block = blocks.findLast((each) => startOf(each) <= point) || blocks[0];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let left = point - startOf(block), node = null;
    while (walker.nextNode()) {
      node = walker.currentNode;
      const all = [...node.data];
      if (left <= all.length) return [node, all.slice(0, left).join("").length];
      left -= all.length;
    }
    return node ? [node, node.data.length] : [block, 0];
  }

  function select(start, end) {
    const range = document.createRange();
    range.setStart(...nodeAt(start));
    range.setEnd(...nodeAt(end));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    const box = range.getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight - 60) scrollBy(0, box.top - innerHeight / 3);
    const place = chosen();
    if (place) { show(place); say(place.words); }
  }

  const inSight = () => startOf(blocks.find((block) => block.getBoundingClientRect().bottom > 60) || blocks[0]);
  const text = () => [...blocks.map((block) => block.textContent).join("")];

  // The next place where a word begins or ends, from a character on, in a direction.
  function wordFrom(point, step) {
    const all = text(), edge = (at) => /\s/.test(all[at - 1] ?? " ") !== /\s/.test(all[at] ?? " ");
    let at = point + step;
    while (at > 0 && at < all.length && !edge(at)) at += step;
    return Math.max(0, Math.min(all.length, at));
  }

  async function move(step, { shiftKey, ctrlKey }) {
    sentences ??= await (await fetch(pane.dataset.sentences)).json();
    if (!sentences.length) return;
    if (!by) {
      const from = chosen()?.start ?? inSight();
      const first = Math.max(0, sentences.findIndex(([, end]) => end > from));
      by = { first, last: first, start: sentences[first][0], end: sentences[first][1] };
    } else if (ctrlKey) {
      const [edge, other] = shiftKey ? ["end", "start"] : ["start", "end"];
      const to = wordFrom(by[edge], step);
      if (shiftKey ? to > by[other] : to < by[other]) by[edge] = to;
    } else {
      const last = Math.max(shiftKey ? by.first : 0, Math.min(sentences.length - 1, by.last + step));
      by = { first: shiftKey ? by.first : last, last };
      by.start = sentences[by.first][0];
      by.end = sentences[last][1];
    }
    select(by.start, by.end);
  }

  pane.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.altKey || event.metaKey) return;
    if (step) { event.preventDefault(); move(step, event); }
    if (event.key === "Enter") { event.preventDefault(); cite.elements.kind.focus(); }
    if (event.key === "Escape") { getSelection().removeAllRanges(); by = null; show(null); }
  });
  one(".by-keys", cite).hidden = false;
}
