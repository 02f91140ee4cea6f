// A block of the document and its tools: what they are called, when they show, what opens a form.

import { note } from "./caret.js";

const EDIT = ".tools a[data-act=edit]";
const FIELD = ".ProseMirror[contenteditable], input:not([type=hidden]), textarea, select";

// The page says the name of a row once, on the list of its tools; each of them is called by it.
function nameTools(root) {
  for (const tools of root.querySelectorAll(".tools")) {
    const name = tools.getAttribute("aria-label");
    for (const one of tools.querySelectorAll("a, button, summary")) {
      one.setAttribute("aria-label", `${one.title || one.textContent}: ${name}`);
    }
  }
}

document.body.addEventListener("htmx:load", ({ detail: { elt } }) => {
  nameTools(elt);
});
nameTools(document);

document.addEventListener("dblclick", (event) => {
  const block = event.target.closest(".block:not(.structured)");
  const link = block?.querySelector(`:scope > ${EDIT}`);
  if (!link || event.target.closest("a, button, summary, .mark")) return;
  note(block, event);
  getSelection().removeAllRanges();
  link.click();
});

// A click makes a block the one that keys and, on a touch screen, tools are for.
document.addEventListener("click", ({ target }) => {
  if (target.closest("a, button, summary, label, .edit") || !getSelection().isCollapsed) return;
  target.closest(".block")?.querySelector(`:scope > ${EDIT}`)?.focus({ preventScroll: true });
});

// Tools come to the pointer or to the focus, whichever moved last.
document.addEventListener("pointermove", () => {
  document.documentElement.dataset.by = "pointer";
});
document.addEventListener("keydown", () => {
  document.documentElement.dataset.by = "keys";
});

const openForm = (address) =>
  document.querySelector(`form[data-edit][action="${CSS.escape(address)}"]`);

// A form that is open already is not opened once more, and its menu does not stay in the way.
document.body.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, requestConfig } = event.detail;
  if (requestConfig.verb !== "get" || !elt.matches("a")) return;
  elt.closest(".tools details")?.removeAttribute("open");
  const open = openForm(requestConfig.path);
  if (!open) return;
  event.preventDefault();
  open.querySelector(FIELD)?.focus();
});

// Links elsewhere on the page (what is missing) open the form where it stands.
document.addEventListener("click", (event) => {
  const address = event.target.closest("a[data-opens]")?.getAttribute("href");
  if (!address) return;
  const openers = document.querySelectorAll(":is(.tools, .adds) a");
  const opener = [...openers].find((link) => link.getAttribute("href") === address);
  const open = openForm(address);
  if (opener || open) event.preventDefault();
  if (open) open.querySelector(FIELD)?.focus();
  else opener?.click();
});

// What leads nowhere is still there for the focus to rest on.
document.addEventListener(
  "click",
  (event) => event.target.closest("[aria-disabled=true]") && event.preventDefault(),
  true,
);
