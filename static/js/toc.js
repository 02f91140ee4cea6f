// The contents follow the reader: the last section that has begun above the middle of the window
// is marked. On a narrow window they start folded, so that the document itself comes first.
// An edit may swap the whole document, contents included; then it begins anew.

const narrow = window.matchMedia("(max-width: 1239px)");
let toc = null;
let links = [];

function mark() {
  const line = window.innerHeight * 0.4;
  const begun = links.filter(({ section }) => section.getBoundingClientRect().top <= line);
  const current = begun.at(-1) ?? links[0];
  for (const entry of links) {
    if (entry === current) entry.link.setAttribute("aria-current", "true");
    else entry.link.removeAttribute("aria-current");
  }
}

const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -60% 0px" });

function begin() {
  const found = document.querySelector(".toc");
  if (found === toc) return;
  toc = found;
  observer.disconnect();
  links = [...(toc?.querySelectorAll('a[href^="#"]') ?? [])]
    .map((link) => ({ link, section: document.getElementById(link.hash.slice(1)) }))
    .filter(({ section }) => section);
  if (narrow.matches) toc?.querySelector("details")?.removeAttribute("open");
  for (const { section } of links) observer.observe(section);
}

begin();
document.body.addEventListener("htmx:afterSettle", begin);
