// Find in the document. Ctrl+F stays the browser's own; ours, by its button or “/”, finds words
// that the headings hyphenate and leaves out tools, marks, comments and forms. All hits are marked
// with the CSS Custom Highlight API; where there is none, the hit one is at is selected.

const bar = document.getElementById("desk-bar");
const form = bar.querySelector("[role=search]");
const field = form.querySelector("input");
const count = form.querySelector("output");

const LEFT_OUT = ".tools, .adds, .mark, .count, .writer, .talk, .edit, .visually-hidden";
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, small, div";
const hasHighlights = "highlights" in CSS;
// Stands between two paragraphs, so that nothing is found across them.
const BORDER = "\ue000";

const pause = 150; // milliseconds after the last letter

let hits = [];
let at = -1;
let waiting = null;
// What `read` gave; the page is read once while one searches, and anew when it has changed.
let content = null;

// The text of the document in one string, and which text node each part of it is from.
function read() {
  const parts = [];
  let text = "";
  let last = null;
  for (const root of document.querySelectorAll(".sheet > .text, .behind")) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest(LEFT_OUT) || !node.data.trim()) continue;
      const block = parent.closest(BLOCKS);
      if (block !== last) text += BORDER;
      last = block;
      parts.push({ node, start: text.length });
      text += node.data;
    }
  }
  return { text, parts };
}

const escaped = (letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");

function pattern(words) {
  const spaced = words.trim().split(/\s+/);
  // A soft hyphen may stand between any two letters.
  const word = (letters) => [...letters].map(escaped).join("\u00ad?");
  return new RegExp(spaced.map(word).join("\\s+"), "giu");
}

// Hits come in order, as the parts do: each is looked for from where the one before was.
function ranges(words) {
  const { text, parts } = (content ??= read());
  let part = 0;
  const place = (index) => {
    while (part + 1 < parts.length && parts[part + 1].start <= index) part += 1;
    return [parts[part].node, index - parts[part].start];
  };
  return [...text.matchAll(pattern(words))].map((found) => {
    const range = document.createRange();
    range.setStart(...place(found.index));
    const [node, last] = place(found.index + found[0].length - 1);
    range.setEnd(node, last + 1);
    return range;
  });
}

function search() {
  clearTimeout(waiting);
  waiting = null;
  hits = field.value.trim() ? ranges(field.value) : [];
  const ahead = hits.findIndex((hit) => hit.getBoundingClientRect().bottom > 0);
  at = hits.length ? Math.max(0, ahead) : -1;
  if (hasHighlights) CSS.highlights.set("found", new Highlight(...hits));
  show();
}

function show() {
  const here = hits[at];
  if (hasHighlights) {
    CSS.highlights.set("found-here", new Highlight(...(here ? [here] : [])));
  } else if (here) {
    getSelection().removeAllRanges();
    getSelection().addRange(here);
  }
  here?.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
  const words = hits.length ? form.dataset.count : form.dataset.none;
  count.textContent = field.value.trim()
    ? words.replace("{at}", at + 1).replace("{all}", hits.length)
    : "";
}

function step(by) {
  if (waiting) search();
  if (!hits.length) return;
  at = (at + by + hits.length) % hits.length;
  show();
}

function open() {
  form.hidden = false;
  content = null;
  const chosen = getSelection().toString().trim();
  if (chosen && !chosen.includes("\n")) field.value = chosen;
  field.focus();
  field.select();
  search();
}

// Whoever has found a place goes on there: its block has the focus.
function close() {
  const block = hits[at]?.startContainer.parentElement.closest(".block");
  form.hidden = true;
  hits = [];
  at = -1;
  if (hasHighlights) for (const name of ["found", "found-here"]) CSS.highlights.delete(name);
  const link = block?.querySelector(":scope > .tools a") ?? bar.querySelector("[data-find]");
  link.focus({ preventScroll: true });
}

bar.querySelector("[data-find]").addEventListener("click", () => (form.hidden ? open() : close()));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", ({ target }) => {
  const pressed = target.closest("button")?.value;
  if (pressed === "close") close();
  else if (pressed) step(Number(pressed));
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

// The page with its keys off (keys.js) has its switch for “/” too.
document.addEventListener("keydown", (event) => {
  const isWriting = event.target.closest("input, textarea, select, [contenteditable], dialog");
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
  const isSingle = isPlain && event.key === "/" && !isWriting;
  const isChord = event.ctrlKey && event.shiftKey && event.code === "KeyF";
  const isOff = localStorage.getItem("overens:keys") === "off";
  if (!isChord && (!isSingle || isOff)) return;
  event.preventDefault();
  open();
});

document.body.addEventListener("htmx:afterSettle", () => {
  content = null;
  if (!form.hidden) search();
});
