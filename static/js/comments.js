// Comments in their places: the page of a document loads its conversations once it is shown and
// hangs each at the block it is about: a count in the margin that opens it under the block. Words
// that are selected, or the block one stands in (key c), can be commented on. Without this script
// the conversations are a page of their own.

import { leadTo } from "./commented.js";
import { rangeOf } from "./quoted.js";
import "./unsent.js";

const opened = new Set(); // which rows have their conversations open, by data-at
let asked = ""; // the words that the form on its way is about
let landed = ""; // the row whose conversation was just changed: the focus goes there
let stood = 0; // how far down in the window it was, or the form that was sent
let wrote = false; // whether a conversation was begun
let kept = []; // forms that were swept away with their surroundings before they were sent

const holder = () => document.getElementById("comments");
const list = () => document.getElementById("threads");
const sheet = () => document.querySelector("#document .sheet");
const rowOf = (id) => id?.match(/^([a-z]+)-([0-9a-f]{8}-[0-9a-f-]{27})(?:-\w+)?$/);

// --- Where they stand -----------------------------------------------------------------------

// What is said of a section stands last in it, where one comments on it.
function spotOf(thread) {
  const { at } = thread.dataset;
  const section = document.getElementById(thread.closest(".place").dataset.section ?? "");
  if (section && at.startsWith("section-")) return section;
  const own = document.getElementById(`${at}-block`) ?? document.getElementById(at);
  if (at && own?.matches(".block")) return own;
  return section?.querySelector(".block") ?? null;
}

function show(talk, count, isOpen) {
  talk.hidden = !isOpen;
  count.setAttribute("aria-expanded", isOpen);
  for (const { dataset } of talk.querySelectorAll(".thread")) {
    if (isOpen) opened.add(dataset.at);
    else opened.delete(dataset.at);
  }
}

function numbered(length) {
  const { one, many } = list().dataset;
  return length === 1 ? one : many.replace("0", length);
}

function hang(spot, threads) {
  const talk = document.createElement("div");
  talk.className = "talk";
  talk.id = `talk-${threads[0].id}`;
  talk.append(...threads);
  const count = document.createElement("button");
  const { icon } = list().dataset;
  count.type = "button";
  count.className = "count";
  count.title = numbered(threads.length);
  count.ariaLabel = count.title;
  count.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${icon}"></use></svg>`;
  count.append(threads.length);
  count.setAttribute("aria-controls", talk.id);
  count.addEventListener("click", () => show(talk, count, talk.hidden));
  if (spot.matches(".section")) {
    const ways = lastOf(spot, ".adds:not(.remark)") ?? lastOf(spot, ".adds") ?? null;
    spot.insertBefore(talk, ways);
    talk.before(count);
  } else {
    spot.insertBefore(count, spot.querySelector(":scope > .tools"));
    spot.after(talk);
  }
  show(talk, count, threads.some(({ dataset }) => opened.has(dataset.at)));
}

// What a conversation hangs at: the block before it, or the section that it ends.
const spotAt = (talk) =>
  talk.previousElementSibling?.matches(".block") ? talk.previousElementSibling : talk.closest(".section");

const lastOf = (parent, kind) => [...parent.querySelectorAll(`:scope > ${kind}`)].at(-1);

function clear() {
  for (const form of document.querySelectorAll("#document [data-comment]")) keep(form);
  document.querySelectorAll(".talk, .count, .section > :is(.remark, .elsewhere)").forEach((one) => one.remove());
}

function place() {
  if (!list() || !sheet()) return;
  const spots = new Map();
  const gone = new Map();
  for (const thread of list().querySelectorAll(".thread")) {
    const spot = spotOf(thread);
    if (!spot) continue;
    for (const [from, one] of [[spots, spot], [gone, thread.closest(".place")]])
      from.set(one, [...(from.get(one) ?? []), thread]);
  }
  for (const [spot, threads] of spots) hang(spot, threads);
  for (const one of list().querySelectorAll(".place[data-section]")) {
    // Of a very long list only a part is here: a link leads to what else is said of the section.
    for (const line of one.querySelectorAll(":scope > .adds, :scope > .elsewhere")) {
      line.classList.toggle("remark", line.matches(".adds"));
      document.getElementById(one.dataset.section)?.append(line);
    }
    if (one.querySelector(".thread, .adds")) continue;
    if (gone.has(one)) leadTo(one, gone.get(one), numbered(gone.get(one).length));
    else one.remove();
  }
  putBack();
  mark();
  const talk = landed && document.querySelector(`.thread[data-at="${landed}"]`)?.closest(".talk");
  if (talk) stay(talk);
  landed = "";
  left?.focus({ preventScroll: true });
  left = null;
}

// Whoever has written reads on where they wrote, with the conversation there.
function stay(talk) {
  const written = lastOf(talk, ".thread");
  const count = document.querySelector(`.count[aria-controls="${talk.id}"]`);
  count.focus({ preventScroll: true });
  const { top } = (wrote ? written : talk).getBoundingClientRect();
  window.scrollBy({ top: top - stood, behavior: "instant" });
  talk.scrollIntoView({ block: "nearest" });
}

// Whoever lets go of a comment goes on with what it was about.
let left = null;

document.addEventListener("click", ({ target }) => {
  const form = target.closest(".sheet [data-comment] .actions a")?.closest("form");
  if (!form) return;
  const query = new URLSearchParams(form.getAttribute("action").split("?")[1]);
  left = document.getElementById(`edit-${query.get("key")}`);
});

// A single block that was saved came back without its count.
function rehang() {
  for (const talk of document.querySelectorAll(".talk")) {
    if (document.querySelector(`.count[aria-controls="${talk.id}"]`)) continue;
    const spot = spotAt(talk);
    if (!spot) continue;
    const threads = [...talk.children].filter((one) => one.matches(".thread"));
    talk.remove();
    hang(spot, threads);
  }
  mark();
}

// --- The words that a comment is about --------------------------------------------------------

function mark() {
  if (!CSS.highlights) return;
  const ranges = [];
  for (const thread of document.querySelectorAll(".talk .thread[data-quote]")) {
    const root = spotAt(thread.closest(".talk"));
    const range = root && rangeOf(thread.dataset.quote, root);
    if (range) ranges.push(range);
  }
  CSS.highlights.set("commented", new Highlight(...ranges));
}

// --- Writing one ------------------------------------------------------------------------------

// The block that holds the whole selection, or the section when it reaches over several.
function selected() {
  const selection = getSelection();
  const words = selection.toString().trim();
  if (words.length < 2 || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const element = around.nodeType === Node.ELEMENT_NODE ? around : around.parentElement;
  if (!sheet()?.contains(element) || element.closest("form, .talk, .tools")) return null;
  const spot = element.closest(".block") ?? element.closest(".section");
  return spot && { spot, words, range };
}

function addressFor(spot) {
  const row = rowOf(spot.id);
  if (row) return `${list().dataset.new}?row=${row[1]}&key=${row[2]}`;
  const section = spot.closest(".section");
  const inSection = rowOf(section?.id);
  if (inSection) return `${list().dataset.new}?row=section&key=${inSection[2]}`;
  return section?.querySelector(".remark .add")?.getAttribute("href") ?? list().dataset.new;
}

function write(spot, words = "") {
  const slot = document.createElement("div");
  if (spot.matches(".section")) spot.append(slot);
  else (spot.nextElementSibling?.matches(".talk") ? spot.nextElementSibling : spot).after(slot);
  slot.setAttribute("hx-select", "[data-comment]"); // also tells messages.js what to expect
  asked = words;
  htmx.ajax("GET", addressFor(spot), { source: slot, target: slot, swap: "outerHTML" });
  button.hidden = true;
}

function quoteIn(form, words) {
  form.elements.quote.value = words;
  const quote = document.createElement("blockquote");
  quote.className = "quote";
  quote.textContent = words;
  const about = form.querySelector(".about");
  if (about) about.after(quote);
  else form.prepend(quote);
}

const button = document.createElement("button");
button.type = "button";
button.className = "ds-button comment-selection";
button.dataset.size = "sm";
button.hidden = true;
document.body.append(button);
// Pressing it must not let go of what is selected.
button.addEventListener("mousedown", (event) => event.preventDefault());
button.addEventListener("click", () => {
  const found = selected();
  if (found) write(found.spot, found.words);
});

document.addEventListener("selectionchange", () => {
  const found = list()?.dataset.new && selected();
  button.hidden = !found;
  if (!found) return;
  const box = found.range.getBoundingClientRect();
  button.textContent = list().dataset.words;
  button.style.top = `${window.scrollY + box.bottom + 6}px`;
  button.style.left = `${Math.min(Math.max(8, box.left), window.innerWidth - 220)}px`;
});

// A form that opens takes its place; what was selected may still be selected beside it.
document.body.addEventListener("htmx:beforeSwap", () => {
  button.hidden = true;
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest("[data-comment]");
  const isOne = form && !form.elements.decision; // of two buttons neither is the usual one
  if (isOne && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  if (form && event.key === "Escape") form.querySelector(".actions a")?.click();
  if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  if (localStorage.getItem("overens:keys") === "off") return; // keys.js
  if (!list()?.dataset.new || !sheet()) return;
  const found = selected();
  const spot =
    found?.spot ?? event.target.closest("#document .block, #document .section");
  if (!spot) return;
  event.preventDefault();
  write(spot, found?.words);
});

// The menu of a block has it too, once it is opened: there are hundreds of them.
document.addEventListener("click", ({ target }) => {
  const menu = target.closest(".tools summary")?.nextElementSibling;
  if (!menu || menu.querySelector("button") || !list()?.dataset.verb) return;
  const tools = menu.closest(".tools");
  const one = document.createElement("button");
  one.type = "button";
  one.textContent = list().dataset.verb;
  one.ariaLabel = `${list().dataset.verb}: ${tools.getAttribute("aria-label")}`;
  one.addEventListener("click", () => write(tools.closest(".block")));
  menu.prepend(one);
});

// --- Nothing that is written is lost ------------------------------------------------------------

function keep(form) {
  if (form.hasAttribute("data-unsaved") && !form.hasAttribute("data-sent")) kept.push(form);
  form.remove();
}

function putBack() {
  for (const form of kept) {
    const address = form.getAttribute("action");
    const query = new URLSearchParams(address.split("?")[1]);
    const block = document.getElementById(`${query.get("row")}-${query.get("key")}`);
    const links = [...document.querySelectorAll("#document a[href]")];
    const link = links.find((one) => one.getAttribute("href") === address);
    (block ?? link?.closest(".adds, .acts") ?? holder()).after(form);
  }
  kept = [];
}

// --- Coming and going -------------------------------------------------------------------------

// Where an address leads, the conversation is open.
function arrive() {
  const place = location.hash.slice(1);
  const thread = document.getElementById(place)?.closest(".thread");
  if (thread) opened.add(thread.dataset.at);
  else if (rowOf(place)) opened.add(place.replace(/-block$/, ""));
  for (const { dataset } of document.querySelectorAll("[data-news]")) opened.add(dataset.at);
}

addEventListener("hashchange", () => {
  const there = document.getElementById(location.hash.slice(1));
  const talk = there?.closest(".talk[hidden]");
  if (!talk) return;
  document.querySelector(`.count[aria-controls="${talk.id}"]`).click();
  there.scrollIntoView({ block: "center" });
});

async function load() {
  const address = holder()?.dataset.load;
  if (!address) {
    arrive();
    return place();
  }
  const answer = await fetch(address);
  if (!answer.ok || answer.redirected) return; // the link to the page of its own remains
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.getElementById("threads");
  if (!found || !holder()) return;
  clear();
  holder().replaceChildren(...holder().querySelectorAll(":scope > h2"), found);
  htmx.process(found);
  arrive();
  place();
}

document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!detail.shouldSwap) return;
  const { elt } = detail.requestConfig;
  const form = elt.closest("[data-comment]");
  const talk = elt.closest(".talk");
  landed = talk?.querySelector(".thread").dataset.at ?? "";
  stood = (talk ?? form)?.getBoundingClientRect().top ?? 0;
  wrote = Boolean(form) && !talk;
  if (form && detail.xhr.status === 422) form.removeAttribute("data-sent");
  if (form && detail.xhr.status === 200) {
    const query = new URLSearchParams(form.getAttribute("action")?.split("?")[1]);
    if (query.get("key")) opened.add((landed = `${query.get("row")}-${query.get("key")}`));
    form.setAttribute("data-sent", "");
  }
  if (["threads", "document"].includes(detail.target.id)) clear();
});

document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target?.id === "threads") place();
  else if (detail.target?.id === "document" || !holder()?.isConnected) load();
  else rehang();
});

document.body.addEventListener("htmx:load", ({ detail }) => {
  if (!detail.elt.matches?.("[data-comment]")) return;
  const field = detail.elt.querySelector("[aria-invalid=true], textarea:not([hidden])");
  field?.focus();
  if (asked) quoteIn(detail.elt, asked);
  asked = "";
  detail.elt.scrollIntoView({ block: "nearest" });
});

addEventListener("DOMContentLoaded", load);
if (document.readyState === "complete") load();
