// The contents follow the reader: the section that has the focus is marked while it is in view,
// otherwise the last one that has begun in the upper part of the window; what ends the page is
// reached by scrolling to its end. The mark comes into view in a long list. On a narrow window they
// start folded, so that the document itself comes first. An edit may swap the whole document,
// contents included; then it begins anew.

const PART = 0.2;
const narrow = window.matchMedia("(max-width: 1239px)");
let toc = null;
let links = [];

// How far down a section counts as begun: all of the window once the page is at its end.
function line() {
  const height = window.innerHeight;
  const end = document.documentElement.scrollHeight - height;
  const last = Math.min(end, height * (1 - PART));
  const left = Math.min(end - window.scrollY, last);
  return height * (PART + (last > 0 ? (1 - PART) * (1 - left / last) : 0));
}

function withFocus() {
  const { activeElement } = document;
  const { top, bottom } = activeElement.getBoundingClientRect();
  if (bottom <= 0 || top >= window.innerHeight) return null;
  return links.findLast(({ section }) => section.contains(activeElement));
}

function mark() {
  const lowest = line();
  const begun = () => links.filter(({ section }) => section.getBoundingClientRect().top <= lowest);
  const current = withFocus() ?? begun().at(-1) ?? links[0];
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

function begin() {
  const found = document.querySelector(".toc");
  if (found !== toc) {
    toc = found;
    links = [...(toc?.querySelectorAll('a[href^="#"]') ?? [])]
      .map((link) => ({ link, section: document.getElementById(link.hash.slice(1)) }))
      .filter(({ section }) => section);
    if (narrow.matches) toc?.querySelector("details")?.removeAttribute("open");
  }
  mark();
}

let isAsked = false;

// Once for each picture that the browser shows, however often it tells of it.
function ask() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    mark();
  });
}

begin();
document.body.addEventListener("htmx:afterSettle", begin);
document.addEventListener("focusin", ask);
window.addEventListener("scroll", ask, { passive: true });
window.addEventListener("resize", ask);
