// Find in the document. Ctrl+F stays the browser's own; ours, by its button or “/”, finds what
// found.js reads, says how many there are and lists them with the words around. All hits are marked
// with the CSS Custom Highlight API; where there is none, the hit one is at is selected.

import { hitsIn, read } from "./found.js";

const bar = document.getElementById("desk-bar");
const form = bar.querySelector("[role=search]");
const field = form.querySelector("input");
const count = form.querySelector("output");
const list = form.querySelector(".hits");
const replacing = form.querySelector("[data-replace]");

const hasHighlights = "highlights" in CSS;
// The list stands beside the document where there is room for it.
const wide = window.matchMedia("(min-width: 1240px)");
const LISTED = 200;

const pause = 150; // milliseconds after the last letter

let hits = [];
let at = -1;
let waiting = null;
// What `read` gave; the page is read once while one searches, and anew when it has changed.
let content = null;
let cameFrom = null;

function search() {
  find();
  const ahead = hits.findIndex((hit) => hit.top > bar.offsetHeight);
  at = hits.length ? Math.max(0, ahead) : -1;
  show();
}

function find() {
  clearTimeout(waiting);
  waiting = null;
  const isAsked = field.value.trim() !== "";
  hits = isAsked ? hitsIn((content ??= read()), field.value) : [];
  const ranges = hits.map(({ range }) => range).filter(Boolean);
  if (hasHighlights) CSS.highlights.set("found", new Highlight(...ranges));
  list.hidden = !hits.length;
  list.querySelector("ol").replaceChildren(...hits.slice(0, LISTED).map(line));
}

// The document has changed under the search: the reader stays where they are.
function findAgain() {
  content = null;
  if (form.hidden) return;
  find();
  at = Math.min(at, hits.length - 1);
  mark();
}

function line(hit, number) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const heading = document.createElement("small");
  const words = document.createElement("mark");
  heading.textContent = hit.heading;
  words.textContent = hit.words;
  button.type = "button";
  button.dataset.hit = number;
  button.append(heading, hit.before, words, hit.after);
  item.append(button);
  return item;
}

function show() {
  mark();
  hits[at]?.show();
}

function mark() {
  const here = hits[at];
  if (hasHighlights) {
    CSS.highlights.set("found-here", new Highlight(...(here?.range ? [here.range] : [])));
  } else if (here) {
    here.select();
  }
  for (const old of document.querySelectorAll(".found-here")) old.classList.remove("found-here");
  if (here?.isInField) here.element.classList.add("found-here");
  list.querySelector("[aria-current]")?.removeAttribute("aria-current");
  const listed = list.querySelector(`[data-hit="${at}"]`);
  listed?.setAttribute("aria-current", "true");
  follow(listed);
  const words = hits.length ? form.dataset.count : form.dataset.none;
  count.textContent = field.value.trim()
    ? words.replace("{at}", at + 1).replace("{all}", hits.length)
    : "";
}

// Only the list is moved, never the page under the reader.
function follow(listed) {
  if (!listed || !list.open) return;
  const box = listed.offsetParent;
  const top = listed.offsetTop;
  if (top < box.scrollTop || top + listed.offsetHeight > box.scrollTop + box.clientHeight) {
    box.scrollTop = top - box.clientHeight / 3;
  }
}

function step(by) {
  if (waiting) search();
  if (!hits.length) return;
  at = (at + by + hits.length) % hits.length;
  show();
}

function open() {
  if (form.hidden) {
    cameFrom = document.activeElement;
    list.open = wide.matches;
  }
  form.hidden = false;
  content = null;
  const chosen = getSelection().toString().trim();
  if (chosen && !chosen.includes("\n")) field.value = chosen;
  field.focus({ preventScroll: true });
  field.select();
  search();
}

// Whoever has found a place goes on there: its block has the focus, or the text they write in.
// Otherwise the focus goes back to where it was.
function close() {
  const hit = hits[at];
  form.hidden = true;
  hits = [];
  at = -1;
  mark();
  if (hasHighlights) for (const name of ["found", "found-here"]) CSS.highlights.delete(name);
  if (hit?.isInEditor) {
    (hit.element.closest("[contenteditable]") ?? hit.element).focus({ preventScroll: true });
    hit.select();
    return;
  }
  const link = hit?.element.closest(".block")?.querySelector(":scope > .tools a");
  const was = cameFrom?.isConnected && cameFrom !== document.body ? cameFrom : null;
  (link ?? was ?? bar.querySelector("[data-find]")).focus({ preventScroll: Boolean(link) });
}

bar.querySelector("[data-find]").addEventListener("click", () => (form.hidden ? open() : close()));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.hit) {
    at = Number(button.dataset.hit);
    show();
    if (!wide.matches) list.open = false;
  } else if (button.value === "close") close();
  else step(Number(button.value));
});
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, pause);
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target === field) {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape") {
    event.preventDefault();
    close();
  }
});
replacing?.addEventListener("click", () => {
  replacing.search = new URLSearchParams({ sok: field.value.trim() });
});

// The page with its keys off (keys.js) has its switch for “/” too.
document.addEventListener("keydown", (event) => {
  if (event.key === "F3" && !form.hidden) {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
    return;
  }
  const isWriting = event.target.closest("input, textarea, select, [contenteditable], dialog");
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
  const isSingle = isPlain && event.key === "/" && !isWriting;
  const isChord = event.ctrlKey && event.shiftKey && event.code === "KeyF";
  const isOff = localStorage.getItem("overens:keys") === "off";
  if (!isChord && (!isSingle || isOff)) return;
  event.preventDefault();
  open();
});

document.body.addEventListener("htmx:afterSettle", findAgain);
document.addEventListener("input", ({ target }) => {
  if (form.hidden || form.contains(target)) return;
  clearTimeout(waiting);
  waiting = setTimeout(findAgain, pause);
});
