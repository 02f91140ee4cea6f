// What has been written and not saved is kept in this browser, also when the browser is closed: for
// each form its fields and what the row said when it was opened (`seen`), so that someone else's
// change meanwhile is shown when it is saved. It is let go of when the form is saved, when it is
// discarded, and when one signs out (drafts_end.js). This script comes before edit.js, which makes the editor
// from the text that is put back here.

import { clock, sentence, tell } from "./telling.js";

const account = document.body.dataset.account;
const prefix = `overens:draft:${account}:`;
const notice = document.getElementById("kept");
const pause = 400; // milliseconds after the last key
const pending = new Map();

const addressOf = (form) => form.getAttribute("action");
const forms = () => [...document.querySelectorAll("form[data-edit]:not(.confirm)")];

function read(address) {
  return JSON.parse(localStorage.getItem(prefix + address));
}

// What the form stands in, for a list of what is not saved.
function nameOf(form) {
  const heading = form.closest(".section")?.querySelector(":scope > .heading > :first-child");
  const words = heading?.textContent ?? document.title.split(" · ")[0];
  return words.trim().replaceAll("\u00ad", "");
}

function keep(form) {
  clearTimeout(pending.get(form));
  pending.delete(form);
  if (!form.isConnected) return;
  const fields = [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken",
  );
  const draft = { at: Date.now(), page: location.pathname, name: nameOf(form), fields };
  try {
    localStorage.setItem(prefix + addressOf(form), JSON.stringify(draft));
  } catch {
    // Full or forbidden: the warning on leaving is still there.
  }
}

function drop(address) {
  localStorage.removeItem(prefix + address);
  show();
}

document.addEventListener("input", ({ target }) => {
  const form = target.closest("form[data-edit]:not(.confirm)");
  if (!form) return;
  clearTimeout(pending.get(form));
  pending.set(form, setTimeout(keep, pause, form));
});
window.addEventListener("pagehide", () => [...pending.keys()].forEach(keep));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) [...pending.keys()].forEach(keep);
});

// --- Putting back ---------------------------------------------------------------------------

function fill(form, fields) {
  const left = new Map();
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value]);
  for (const field of form.elements) {
    const values = left.get(field.name) ?? [];
    if (field.matches("[type=checkbox], [type=radio]")) {
      field.checked = values.includes(field.value);
    } else if (field.matches("select")) {
      for (const one of field.options) one.selected = values.includes(one.value);
    } else if (values.length && field.matches("input:not([type=file]), textarea")) {
      field.value = values.shift();
    }
  }
}

document.body.addEventListener("htmx:load", ({ detail: { elt } }) => {
  const form = elt.matches?.("form[data-edit]:not(.confirm)") ? elt : null;
  const draft = form && read(addressOf(form));
  // A form that the server sends back holds what was written already.
  if (!draft || form.querySelector(".errorlist, [role=alert]")) return;
  fill(form, draft.fields);
  form.setAttribute("data-unsaved", "");
  const note = document.createElement("p");
  note.className = "kept";
  note.textContent = sentence("restored", { time: when(draft.at) });
  form.prepend(note);
  show();
});

// --- Letting go -----------------------------------------------------------------------------

// Saved: the form is gone, and no form has come in its place that says why not.
document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
  const form = detail.requestConfig?.elt;
  if (detail.requestConfig?.verb !== "post" || !form?.matches("[data-edit]")) return;
  clearTimeout(pending.get(form));
  pending.delete(form);
  if (detail.xhr.status === 200) drop(addressOf(form));
});

// Cancelled: what was written stays among what is not saved, where it can be discarded.
document.addEventListener("click", ({ target }) => {
  const form = target.closest("[data-edit] > .actions a")?.closest("[data-edit]");
  if (!form) return;
  clearTimeout(pending.get(form));
  pending.delete(form);
  if (form.hasAttribute("data-unsaved")) {
    keep(form);
    tell("kept");
    setTimeout(show); // once the form is gone
  } else {
    drop(addressOf(form));
  }
});

// --- What there is --------------------------------------------------------------------------

function when(at) {
  const day = new Date(at);
  const isToday = day.toDateString() === new Date().toDateString();
  const { lang } = document.documentElement;
  const date = day.toLocaleDateString(lang, { day: "numeric", month: "long" });
  return isToday ? clock(day) : `${date} ${clock(day)}`;
}

function button(words, variant, pressed) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "ds-button";
  made.dataset.size = "sm";
  made.dataset.variant = variant;
  made.textContent = words;
  made.addEventListener("click", pressed);
  return made;
}

// Running text without its tags: a blank line between paragraphs, a dash before what is listed.
function plain(value) {
  if (!/^<[a-z][^]*>$/.test(value)) return value;
  const marked = value
    .replace(/<li>/g, "$&- ")
    .replace(/<\/(p|h\d)>/g, "$&\n\n")
    .replace(/<br>/g, "$&\n");
  return new DOMParser().parseFromString(marked, "text/html").body.textContent;
}

function wordsOf({ fields }) {
  const written = fields.filter(([name]) => name !== "seen").map(([, value]) => plain(value).trim());
  return written.filter(Boolean).join("\n");
}

// Not by navigator.clipboard, which a server without TLS has not.
function copy(area, { currentTarget }) {
  area.select();
  if (document.execCommand("copy")) currentTarget.textContent = notice.dataset.copied;
}

const openerOf = (address) =>
  document.querySelector(`:is(.tools, .adds) a[href="${CSS.escape(address)}"]`);

function line(address, draft) {
  const item = document.createElement("li");
  const opener = openerOf(address);
  const words = document.createElement("span");
  words.textContent = `${draft.name} (${when(draft.at)})`;
  item.append(words);
  if (opener) {
    item.append(button(notice.dataset.open, "secondary", () => opener.click()));
  } else {
    // Deleted, or nothing is written here any more: the text is there to be copied.
    const text = document.createElement("textarea");
    text.readOnly = true;
    text.setAttribute("aria-label", notice.dataset.gone);
    text.value = wordsOf(draft);
    words.textContent += `. ${notice.dataset.gone}`;
    item.append(text, button(notice.dataset.copy, "secondary", (event) => copy(text, event)));
  }
  item.append(button(notice.dataset.drop, "tertiary", () => drop(address)));
  return item;
}

// Whoever comes to the text itself sees it there too.
function markAt(opener) {
  const mark = document.createElement("p");
  mark.className = "kept-here";
  mark.append(notice.querySelector("h2").textContent);
  mark.append(button(notice.dataset.open, "tertiary", () => opener.click()));
  (opener.closest(".block") ?? opener.closest(".adds")).before(mark);
}

function show() {
  const open = new Set(forms().map(addressOf));
  const kept = Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .map((name) => [name.slice(prefix.length), JSON.parse(localStorage.getItem(name))])
    .filter(([address, draft]) => draft.page === location.pathname && !open.has(address));
  const lines = kept.map(([address, draft]) => line(address, draft));
  document.querySelectorAll(".kept-here").forEach((mark) => mark.remove());
  kept.map(([address]) => openerOf(address)).forEach((opener) => opener && markAt(opener));
  notice.querySelector("ul").replaceChildren(...lines);
  notice.hidden = !kept.length;
}

show();
document.body.addEventListener("htmx:afterSettle", show);
