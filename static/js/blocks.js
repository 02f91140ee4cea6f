// A block of the document and its tools: what they are called, when they show, what opens a form.

import { forgetUnless, note } from "./caret.js";

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
  const block = event.target.closest(".block");
  const link = block?.querySelector(`:scope > ${EDIT}`);
  if (!link || event.target.closest("a, button, summary, .mark, .edit")) return;
  note(block, event);
  getSelection().removeAllRanges();
  link.click();
});

// A click makes a block the one that keys and, on a touch screen, tools are for.
document.addEventListener("click", (event) => {
  const { target } = event;
  if (target.closest("a, button, summary, label, .edit") || !getSelection().isCollapsed) return;
  const block = target.closest(".block");
  const link = block?.querySelector(`:scope > ${EDIT}`);
  if (!link) return;
  note(block, event);
  link.focus({ preventScroll: true });
});

// Tools that stand at the end of the window say nothing of where their block is.
document.addEventListener("focusin", ({ target }) => {
  const tools = target.closest(".tools");
  if (!tools || getComputedStyle(tools).position !== "fixed") return;
  const block = tools.closest(".block");
  const { top, bottom } = block.getBoundingClientRect();
  const isSeen = bottom > 64 && top < window.innerHeight - tools.offsetHeight;
  if (!isSeen) block.scrollIntoView({ block: "nearest" });
});

// Escape closes the menu of a block before anything else.
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest(".tools details[open]");
  if (!menu) return;
  event.preventDefault();
  menu.open = false;
  menu.querySelector("summary").focus();
});

// It does not wait, open, for the next time one comes to the block.
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  const tools = target.closest(".tools");
  if (!tools || !relatedTarget || tools.contains(relatedTarget)) return;
  tools.querySelector("details[open]")?.removeAttribute("open");
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
  forgetUnless(elt.matches(EDIT) ? elt.closest(".block") : null);
  const open = openForm(requestConfig.path);
  if (!open) return;
  event.preventDefault();
  open.querySelector(FIELD)?.focus();
});

const focusAt = (form, at) => (form.elements[at] ?? form.querySelector(FIELD))?.focus();

// Links elsewhere on the page (what is missing) open the form where it stands, at their field.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-opens]");
  const address = link?.getAttribute("href");
  if (!address) return;
  const openers = [...document.querySelectorAll(":is(.tools, .adds) a")];
  const opener =
    openers.find((one) => one.getAttribute("href") === address) ??
    openers.find((one) => one.pathname === link.pathname && !one.search);
  const open = openForm(address) ?? openForm(link.pathname);
  if (!opener && !open) return;
  event.preventDefault();
  link.closest(".confirm")?.remove();
  const at = new URLSearchParams(link.search).get("at");
  if (open) {
    focusAt(open, at);
    return;
  }
  const opened = () => {
    const form = openForm(opener.pathname);
    if (form) focusAt(form, at);
  };
  if (at && !opener.search) {
    document.body.addEventListener("htmx:afterSettle", opened, { once: true });
  }
  opener.click();
});

// What leads nowhere is still there for the focus to rest on.
document.addEventListener(
  "click",
  (event) => event.target.closest("[aria-disabled=true]") && event.preventDefault(),
  true,
);
