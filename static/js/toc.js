// The contents follow the reader: the last section that has begun in the upper part of the window
// is marked, and comes into view in a long list. On a narrow window they start folded, so that the
// document itself comes first. An edit may swap the whole document, contents included; then it
// begins anew.

const PART = 0.2;
const narrow = window.matchMedia("(max-width: 1239px)");
let toc = null;
let links = [];

function mark() {
  const line = window.innerHeight * PART;
  const begun = links.filter(({ section }) => section.getBoundingClientRect().top <= line);
  const current = begun.at(-1) ?? links[0];
  if (!current || current.link.hasAttribute("aria-current")) return;
  for (const { link } of links) link.removeAttribute("aria-current");
  current.link.setAttribute("aria-current", "true");
  follow(current.link);
}

// Only the list is moved, never the page under the reader.
function follow(link) {
  const list = toc.getBoundingClientRect();
  const here = link.getBoundingClientRect();
  if (here.top < list.top) toc.scrollTop -= list.top - here.top + list.height / 3;
  if (here.bottom > list.bottom) toc.scrollTop += here.bottom - list.bottom + list.height / 3;
}

const rootMargin = `0px 0px -${(1 - PART) * 100}% 0px`;
const observer = new IntersectionObserver(mark, { rootMargin });

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
