// The navigation says where the reader is.
const links = new Map([...document.querySelectorAll("nav.sections a")].map((each) => [target(each), each]));
const watch = new IntersectionObserver((seen) => {
  for (const each of seen) {
    const link = links.get(each.target.id);
    if (link && each.isIntersecting) {
      links.forEach((other) => other.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "true");
      inView = link === links.values().next().value ? "" : link.textContent;
      entitle();
    }
  }
}, { rootMargin: "-20% 0px -70% 0px" });
links.forEach((_, id) => watch.observe(byId(id)));
