// The words of the document as a reader sees them, and where in them something stands: headings that
// are hyphenated are read whole; tools, marks and comments are left out; what one writes just now,
// in the text editor or in a field, is in.

const LEFT_OUT = ".tools, .adds, .mark, .count, .writer, .talk, .edit, .visually-hidden";
const EDITOR = ".edit .ProseMirror[contenteditable]";
const FIELD = ".edit :is(textarea, input[type=text])";
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, small, div";
const HEADING = ":scope > :is(h1, h2, h3, h4, h5, h6), :scope > .block > :is(h1, h2, h3, h4, h5, h6)";
// Stands between two paragraphs, so that nothing is found across them.
const BORDER = "\ue000";
// How many letters stand around a hit in a list.
const AROUND = 36;

const isSeen = (element) => element.closest(EDITOR) || !element.closest(LEFT_OUT);

// Give the text of the document in one string, and which node each part of it is from.
export function read() {
  const parts = [];
  let text = "";
  let last = null;
  const take = (node, words, block) => {
    if (block !== last) text += BORDER;
    last = block;
    parts.push({ node, start: text.length });
    text += words;
  };
  for (const root of document.querySelectorAll(".sheet > .text, .behind")) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        const parent = node.parentElement;
        if (node.data.trim() && isSeen(parent)) take(node, node.data, parent.closest(BLOCKS));
      } else if (node.matches("br")) {
        last = null;
      } else if (node.matches(FIELD) && node.checkVisibility()) {
        take(node, node.value, node);
      }
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

// The heading above a place: of its section, or of one around it.
function headingOf(element) {
  let home = element.closest("section, .front, .behind");
  while (home && !home.querySelector(HEADING)) home = home.parentElement.closest("section, .behind");
  const words = (home?.querySelector(HEADING) ?? document.querySelector(".sheet h1"))?.textContent;
  return (words ?? "").trim().replaceAll("\u00ad", "");
}

const lastWords = (text) =>
  text.length > AROUND ? `…${text.slice(-AROUND).replace(/^\S*\s/, "")}` : text;
const firstWords = (text) =>
  text.length > AROUND ? `${text.slice(0, AROUND).replace(/\s\S*$/, "")} …` : text;

// A place where the words stand: the nodes and letters it goes from and to, and what is around it.
class Hit {
  constructor(text, found, from, to) {
    const end = found.index + found[0].length;
    this.from = from;
    this.to = to;
    this.element = from.node.nodeType === Node.TEXT_NODE ? from.node.parentElement : from.node;
    this.before = lastWords(text.slice(text.lastIndexOf(BORDER, found.index) + 1, found.index));
    this.words = found[0];
    this.after = firstWords(text.slice(end, end + 2 * AROUND).split(BORDER)[0]);
  }

  get heading() {
    return headingOf(this.element);
  }

  get isInField() {
    return this.element === this.from.node;
  }

  get isInEditor() {
    return this.isInField || Boolean(this.element.closest(EDITOR));
  }

  get range() {
    if (this.isInField) return null;
    const range = document.createRange();
    range.setStart(this.from.node, this.from.at);
    range.setEnd(this.to.node, this.to.at);
    return range;
  }

  get top() {
    return (this.range ?? this.element).getBoundingClientRect().top;
  }

  // What is written can be gone on with where it was found.
  select() {
    if (this.isInField) {
      this.element.setSelectionRange(this.from.at, this.to.at);
    } else {
      getSelection().removeAllRanges();
      getSelection().addRange(this.range);
    }
  }

  show() {
    this.element.scrollIntoView({ block: "center", behavior: "instant" });
    if (this.isInField) this.select();
  }
}

// Hits come in order, as the parts do: each is looked for from where the one before was.
export function hitsIn({ text, parts }, words) {
  let part = 0;
  const place = (index) => {
    while (part + 1 < parts.length && parts[part + 1].start <= index) part += 1;
    return { node: parts[part].node, at: index - parts[part].start };
  };
  return [...text.matchAll(pattern(words))].map((found) => {
    const from = place(found.index);
    const last = place(found.index + found[0].length - 1);
    return new Hit(text, found, from, { ...last, at: last.at + 1 });
  });
}
