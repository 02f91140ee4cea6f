// Editing in place: starts the rich text editor in forms that htmx brings in, and leads the focus:
// into a form that opens, to the first fault of one that was refused, to what says that its row is
// gone, and back to the link that opened it when it has been saved or cancelled.

import { createEditor } from "django-prose-editor/configurable";
import { placeInEditor, placeInField, showCaret } from "./caret.js";
import { tellDone } from "./telling.js";

const MARKER = "data-django-prose-editor-configurable";
const SURFACE = ".ProseMirror[contenteditable]";
const FIELD = ".ProseMirror[contenteditable], input:not([type=hidden]), textarea, select";
const EDIT = ".tools a[data-act=edit]";

const editLinks = () => [...document.querySelectorAll(EDIT)];

function startEditors(root) {
  for (const area of root.querySelectorAll(`textarea[${MARKER}]`)) {
    if (!area.closest(".prose-editor")) {
      createEditor(area, JSON.parse(area.getAttribute(MARKER)));
    }
  }
}

// The whole form where there is room for it, otherwise its beginning or where the focus is.
function bringIntoView(form) {
  const isTall = form.offsetHeight > window.innerHeight * 0.8;
  if (!isTall) form.scrollIntoView({ block: "nearest" });
  else if (form.getBoundingClientRect().top > window.innerHeight / 2) form.scrollIntoView();
}

document.body.addEventListener("htmx:load", ({ detail: { elt } }) => {
  startEditors(elt);
  const form = elt.closest?.("[data-edit]");
  const first =
    form?.querySelector("[data-look-first]") ??
    form?.querySelector("[aria-invalid=true]") ??
    form?.querySelector("[autofocus]") ??
    form?.querySelector(FIELD);
  (first ?? form?.querySelector(".actions button, a"))?.focus();
  if (form) bringIntoView(form);
  if (first?.matches(`:read-write:not([${MARKER}])`)) placeInField(first);
});

// Not behind the buttons that stay in view (edit.css): a browser is content with the field's caret.
document.addEventListener("focusin", ({ target }) => {
  const buttons = target.closest("form.edit")?.querySelector(":scope > .actions");
  const isByKey = document.documentElement.dataset.by === "keys";
  if (!isByKey || !buttons || buttons.contains(target)) return;
  const covered = target.getBoundingClientRect().bottom - buttons.getBoundingClientRect().top;
  if (covered > -8 && target.offsetHeight < window.innerHeight / 2) window.scrollBy(0, covered + 8);
});

// The editor takes the label of the field that it stands for, and the focus when it was asked for.
function introduce(surface, textarea) {
  const label = textarea.labels?.[0];
  surface.setAttribute("role", "textbox");
  surface.setAttribute("aria-multiline", "true");
  if (label) surface.setAttribute("aria-label", label.textContent.trim());
  if (textarea.hasAttribute("aria-describedby")) {
    surface.setAttribute("aria-describedby", textarea.getAttribute("aria-describedby"));
  }
}

document.body.addEventListener("prose-editor:ready", (event) => {
  const { editor, textarea } = event.detail;
  introduce(editor.view.dom, textarea);
  const { activeElement } = document;
  const isBusy = activeElement !== textarea && activeElement.matches(":read-write, [data-look-first]");
  if (textarea.matches("[data-edit] *, [autofocus]") && !isBusy) {
    editor.commands.focus(placeInEditor(editor), { scrollIntoView: false });
    bringIntoView(textarea.closest("form"));
    showCaret(editor);
  }
  latest = editor;
});

// The keyboard of a telephone comes a moment later, and takes half the window.
let latest = null;
window.addEventListener("resize", () => {
  if (latest?.isFocused) showCaret(latest);
});

// Its menu of kinds gives the focus back when it closes without a choice.
document.addEventListener(
  "toggle",
  ({ target, newState }) => {
    const isLost = document.activeElement.contains(target);
    if (newState !== "closed" || !isLost || !target.matches(".prose-menubar__picker")) return;
    target.closest(".prose-editor").querySelector(SURFACE).focus({ preventScroll: true });
  },
  true,
);

// On a page of its own a form's editor may have started before this script.
for (const surface of document.querySelectorAll(".prose-editor .ProseMirror[contenteditable]")) {
  const textarea = surface.closest(".prose-editor").querySelector(`textarea[${MARKER}]`);
  introduce(surface, textarea);
  if (textarea.hasAttribute("autofocus")) surface.focus({ preventScroll: true });
}

const keyOf = (form) => form.id.match(/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0];

// The link that opened a form; after a question, the one that edits what it was about.
const openerOf = (form) =>
  document.querySelector(`${EDIT}[href="${CSS.escape(form.getAttribute("action"))}"]`) ??
  document.getElementById(`edit-${keyOf(form)}`);

// What only asked something, or is not saved yet, goes without asking the server.
document.addEventListener("click", (event) => {
  const form = event.target.closest("[data-close]")?.closest("[data-edit]");
  if (!form) return;
  event.preventDefault();
  form.remove();
  const added = document.querySelector(`.add[href="${CSS.escape(form.getAttribute("action"))}"]`);
  (added ?? openerOf(form))?.focus();
});

// Which links there were to open a form: what is new after adding a row is the row that was added.
// After deleting one, what has come to its place has the focus. Of a row that someone else has
// deleted there is what was written on it instead.
const GONE = "#main-gone";
let before = [];
let place = 0;

document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const form = detail.requestConfig.elt.closest("[data-edit]");
  before = editLinks().map((link) => link.id);
  place = Math.max(0, form ? before.indexOf(`edit-${keyOf(form)}`) : 0);
});

document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  const form = detail.requestConfig?.elt.closest("[data-edit]");
  if (!form || form.isConnected) return;
  if (detail.elt.matches?.(GONE)) {
    comeTo(detail.elt);
    return;
  }
  if (document.activeElement !== document.body) return;
  const links = editLinks();
  const isNew = form.id.startsWith("new-");
  const link = isNew
    ? (links.find(({ id }) => before.length && !before.includes(id)) ??
      document.querySelector(`.add[href="${CSS.escape(form.getAttribute("action"))}"]`))
    : (openerOf(form) ?? links[place] ?? links.at(-1));
  link?.focus({ preventScroll: true });
  if (link) bringToView(link);
});

function comeTo(panel) {
  panel.focus({ preventScroll: true });
  const isTall = panel.offsetHeight > window.innerHeight / 2;
  panel.scrollIntoView({ block: isTall ? "start" : "center" });
}

// Tools at the end of the window are always seen: it is their block that may not be.
function bringToView(one) {
  const tools = one.closest(".tools");
  const isApart = tools && getComputedStyle(tools).position === "fixed";
  (isApart ? tools.closest(".block") : one).scrollIntoView({ block: "nearest" });
}

document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.requestConfig?.verb === "post" && detail.xhr.status === 200) {
    const { elt } = detail.requestConfig;
    const did = [
      ["undone", elt.querySelector("[data-undo]")],
      ["redone", elt.querySelector("[data-redo]")],
      ["deleted", elt.id.startsWith("delete-")],
      ["saved", true],
    ];
    tellDone(did.find(([, isIt]) => isIt)[0]);
  }
});

// The reader stays where they were: while the new document stands beside the old one the browser
// would follow the old one down, and a message above it would push it down. What was pressed comes
// into view if it has moved out of it; a row that is moved stays under the pointer, and its
// neighbours pass by.
let height = 0;
let top = 0;
let moved = null;

const documentTop = () => document.getElementById("document").getBoundingClientRect().top;

const topOf = (id) => document.getElementById(id)?.getBoundingClientRect().top;

document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  height = window.scrollY;
  top = documentTop();
  const id = detail.requestConfig.elt.closest(".tools")?.closest(".block").id;
  moved = id && { id, top: topOf(id) };
});

document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target?.id !== "document") return;
  window.scrollTo({ top: height, behavior: "instant" });
  if (top < 0) window.scrollBy({ top: documentTop() - top, behavior: "instant" });
  if (moved) window.scrollBy({ top: topOf(moved.id) - moved.top || 0, behavior: "instant" });
  const pressed = detail.requestConfig?.elt.querySelector("[data-undo], [data-redo]");
  if (pressed?.dataset.row) land(pressed.dataset.row);
  const { activeElement } = document;
  if (activeElement !== document.body) bringToView(activeElement);
});

// After a step back one is at the row that it was about, or at what has come to its place.
function land(row) {
  const key = row.slice(row.indexOf("-") + 1);
  const place = Math.max(0, before.indexOf(`edit-${key}`));
  const links = editLinks();
  const link = document.getElementById(`edit-${key}`) ?? links[place] ?? links.at(-1);
  link?.focus({ preventScroll: true });
  const block = link?.closest(".block");
  const { top: from, bottom } = block?.getBoundingClientRect() ?? {};
  const isSeen = from > 0 && bottom < window.innerHeight;
  if (block && !isSeen) block.scrollIntoView({ block: "center" });
}
