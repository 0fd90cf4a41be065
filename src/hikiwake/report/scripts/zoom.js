// Zoom: the wide chart drawn again for a part of the time, on one even scale, with the marks stacked anew.
const chart = document.querySelector("svg.chart.wide");
const zoom = document.querySelector("select[data-zoom]");

function zooming() {
  const bar = zoom.closest(".filters");
  const whole = { view: chart.getAttribute("viewBox"), content: [...chart.querySelectorAll("g.panel")] };
  const [left, , width] = whole.view.split(" ").map(Number);
  const days = whole.content.map((panel) => [Number(panel.dataset.from), Number(panel.dataset.to)]);
  const original = new Map([...chart.querySelectorAll("a.mark")].map((link) => {
    const rect = link.firstElementChild;
    return [link, { x: rect.getAttribute("x"), y: rect.getAttribute("y"), width: rect.getAttribute("width"), height: rect.getAttribute("height"), parent: link.parentNode }];
  }));
  const dayOf = (link) => record.byId.get(target(link)).days;
  const last = Math.max(...[...original.keys()].map((link) => dayOf(link)[0])) + 90;
  const stage = document.createElementNS(chart.namespaceURI, "g");
  let domain = null;

  function svg(name, attributes, text) {
    const made = document.createElementNS(chart.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  }

  function restore() {
    domain = null;
    stage.remove();
    original.forEach((at, link) => {
      for (const key of ["x", "y", "width", "height"]) link.firstElementChild.setAttribute(key, at[key]);
      at.parent.append(link);
    });
    whole.content.forEach((panel) => { panel.style.display = ""; });
    chart.setAttribute("viewBox", whole.view);
  }

  // Lanes as in the chart of all eras: short marks next to the axis, what lasts long thin and farther out.
  function stacked(links, place, way, floor) {
    let depth = 3;
    for (const [thin, lane] of [[false, 11], [true, 6]]) {
      const ends = [];
      for (const link of links) {
        const [start, size] = place(link);
        if (size > width * 0.4 !== thin) continue;
        let free = ends.findIndex((end) => end <= start);
        if (free < 0) free = ends.length;
        ends[free] = start + size + 2;
        const thick = thin ? 3.5 : 8;
        const away = depth + lane * free + (lane - thick) / 2;
        const rect = link.firstElementChild;
        rect.setAttribute("x", start);
        rect.setAttribute("width", size);
        rect.setAttribute("height", thick);
        rect.setAttribute("y", way === "with" ? -away - thick : floor + away);
        stage.append(link);
      }
      depth += lane * ends.length;
    }
    return depth;
  }

  function ticks(from, to, scale, top, bottom) {
    const year = (day) => new Date((day - 719163) * 864e5);
    const span = (to - from) / 365.25;
    const months = span > 40 ? 120 : span > 8 ? 24 : span > 3 ? 12 : span > 1 ? 3 : 1;
    const date = year(from);
    date.setUTCDate(1);
    date.setUTCMonth(Math.ceil(date.getUTCMonth() / months) * months);
    if (months > 12) date.setUTCFullYear(Math.ceil(date.getUTCFullYear() / (months / 12)) * (months / 12), 0);
    for (; ; date.setUTCMonth(date.getUTCMonth() + months)) {
      const day = date.getTime() / 864e5 + 719163;
      if (day > to) break;
      const x = scale(day);
      const label = months >= 12 ? String(date.getUTCFullYear()) : date.toLocaleDateString("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
      stage.append(svg("line", { class: "tick", x1: x, x2: x, y1: top, y2: bottom }), svg("text", { class: "tick", x, y: bottom + 13 }, label));
    }
  }

  function draw() {
    const [from, to] = domain;
    const scale = (day) => Math.round((day - from) / (to - from) * (width - 4) * 10) / 10;
    const place = (link) => {
      const [first, end] = dayOf(link);
      const start = scale(Math.max(from, first));
      return [start, Math.max(7, scale(Math.min(to, end + 1)) - start)];
    };
    stage.replaceChildren();
    chart.append(stage);
    whole.content.forEach((panel) => { panel.style.display = "none"; });
    const inside = [...original.keys()].filter((link) => {
      const [first, end] = dayOf(link);
      return !link.classList.contains("off") && first <= to && end >= from;
    });
    const of = (way) => inside.filter((link) => link.classList.contains(way));
    const top = -8 - stacked(of("with"), place, "with", 0);
    const floor = stacked(of("against"), place, "against", 0) + 14;
    const apart = of("apart");
    const bottom = apart.length ? floor + stacked(apart, place, "apart", floor) + 4 : floor;
    const marks = [...stage.children];
    stage.replaceChildren(svg("rect", { class: "field", x: 0, y: top, width: width - 4, height: bottom - top }));
    ticks(from, to, scale, top, bottom);
    stage.append(svg("line", { class: "axis", x1: 0, x2: width - 4, y1: 0, y2: 0 }), ...marks);
    chart.setAttribute("viewBox", `${left} ${top - 6} ${width} ${bottom - top + 28}`);
  }

  function show(from, to) {
    restore();
    domain = [Math.round(from), Math.round(Math.max(to, from + 30))];
    draw();
  }

  zoom.addEventListener("change", () => {
    if (!zoom.value) return restore();
    const [from, to] = days[Number(zoom.value)];
    return show(from, Math.min(to, Math.max(last, from + 60)));
  });
  window.addEventListener("asked", () => { if (domain) show(...domain); });
  bar.querySelectorAll("[data-step]").forEach((button) => button.addEventListener("click", () => {
    const [from, to] = domain || [days[0][0], last];
    const span = to - from;
    const [shift, grow] = { in: [0, -0.25], out: [0, 0.5], back: [-0.4, 0], on: [0.4, 0] }[button.dataset.step];
    show(from + span * (shift - grow), to + span * (shift + grow));
  }));
}
if (chart && zoom) zooming();
lookAtEra();
follow();
