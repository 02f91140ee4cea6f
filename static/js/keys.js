// The draft by keyboard: from block to block, into a form and out of it. The focus stands on the
// link that edits a block, so that Enter opens it and the browser's own keys go on from there.
// Keys without Ctrl or Alt work outside of fields only, and can be switched off in the list that
// “?” opens (WCAG 2.1.4).

import { tell } from "./telling.js";

const SWITCH = "overens:keys";
const EDIT = ".tools a[data-act=edit]";
const FIELD = "input, textarea, select, [contenteditable]";

const list = document.getElementById("keys");
const single = list.querySelector("input[type=checkbox]");
single.checked = localStorage.getItem(SWITCH) !== "off";
single.addEventListener("change", () => {
  localStorage.setItem(SWITCH, single.checked ? "on" : "off");
});

const block = () => document.activeElement.closest(".block:not(:has(.edit))");
const links = () => [...document.querySelectorAll(EDIT)];
const act = (name) => block()?.querySelector(`:scope > .tools [data-act=${name}]`)?.click();
const go = (way) => block()?.querySelector(`:scope > .tools [value=${way}]`)?.click();

// The next block from the one with the focus, otherwise the first that is on the screen.
function step(by) {
  const all = links();
  const here = all.indexOf(block()?.querySelector(`:scope > ${EDIT}`));
  const top = document.getElementById("desk-bar").getBoundingClientRect().bottom;
  const seen = all.findIndex((link) => link.closest(".block").getBoundingClientRect().top >= top);
  const link = here < 0 ? all[seen < 0 ? 0 : seen] : all[here + by];
  link?.focus({ preventScroll: true });
  link?.closest(".block").scrollIntoView({ block: "nearest" });
}

function addSection() {
  const section = document.activeElement.closest(".section");
  const adds = [...(section ?? document.querySelector(".sheet")).querySelectorAll(".adds a")];
  adds.findLast((link) => link.pathname.endsWith("/section/ny/"))?.click();
}

const SINGLE = {
  "?": () => list.showModal(),
  j: () => step(1),
  k: () => step(-1),
  e: () => act("edit"),
  n: () => act("after"),
  N: addSection,
  m: () => act("move"),
  Delete: () => act("delete"),
  ">": () => go("in"),
  "<": () => go("out"),
};

function save(form) {
  if (form) form.requestSubmit(form.querySelector(".actions:last-of-type [type=submit]"));
  else tell("nothing");
}

// What is written stays in the browser (drafts.js).
function close(form) {
  form.querySelector(".actions:last-of-type a").click();
}

// Nothing else is taken back while something that is written waits to be saved.
function press(name, otherwise) {
  const button = document.querySelector(`[data-${name}]`);
  if (button) button.click();
  else tell(otherwise);
}
const back = () => press("undo", "noUndo");
const again = () => press("redo", "noRedo");
const STEPS = { z: back, y: again, "shift+z": again };

// A menu, a dialogue or a list of choices has Escape for itself.
const isBusy = () => document.querySelector("dialog[open], :popover-open, .top details[open]");

const isStep = ({ ctrlKey, metaKey, altKey }) =>
  (ctrlKey || metaKey) && !altKey && !document.querySelector("[data-unsaved]");

function pressed(event) {
  if (event.isComposing || isBusy()) return;
  const { key, target } = event;
  const form = target.closest("form[data-edit]");
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  let done = null;
  if (isCommand && key === "s") {
    done = () => save(form ?? [...document.querySelectorAll("form[data-edit]")].at(-1));
  } else if (form && isCommand && key === "Enter") {
    done = () => save(form);
  } else if (form && isPlain && key === "Escape") {
    done = () => close(form);
  } else if (!target.closest(FIELD) && isStep(event)) {
    // The letter is a capital also where Caps Lock is on.
    done = STEPS[(event.shiftKey ? "shift+" : "") + key.toLowerCase()];
  } else if (!form && event.altKey && !event.ctrlKey && block()) {
    done = { ArrowUp: () => go("up"), ArrowDown: () => go("down") }[key];
  } else if (!form && isPlain && single.checked && !target.closest(FIELD)) {
    done = SINGLE[key];
  }
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
  done();
}

// Before the text editor, which has meanings of its own for Escape and Ctrl+Enter.
document.addEventListener("keydown", pressed, true);

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-keys]")) list.showModal();
  // A click beside the list closes it.
  if (target === list) list.close();
});
