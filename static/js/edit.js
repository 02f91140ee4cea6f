// Editing in place: starts the rich text editor in forms that htmx brings in, and leads the focus:
// into a form that opens, to the first fault of one that was refused, and back to the link that
// opened it when it has been saved or cancelled.

import { createEditor } from "django-prose-editor/configurable";

const MARKER = "data-django-prose-editor-configurable";
const FIELD = ".ProseMirror[contenteditable], input:not([type=hidden]), textarea, select";

function startEditors(root) {
  for (const area of root.querySelectorAll(`textarea[${MARKER}]`)) {
    if (!area.closest(".prose-editor")) {
      createEditor(area, JSON.parse(area.getAttribute(MARKER)));
    }
  }
}

document.body.addEventListener("htmx:load", (event) => {
  startEditors(event.detail.elt);
  const form = event.detail.elt.closest?.("[data-edit]");
  (form?.querySelector("[aria-invalid=true]") ?? form?.querySelector(FIELD))?.focus();
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
  if (textarea.closest("[data-edit]") && document.activeElement === document.body) {
    editor.commands.focus("start");
  }
});

// On a page of its own a form's editor may have started before this script.
for (const surface of document.querySelectorAll(".prose-editor .ProseMirror[contenteditable]")) {
  introduce(surface, surface.closest(".prose-editor").querySelector(`textarea[${MARKER}]`));
}

// Which links there were to open a form: what is new after adding a row is the row that was added.
let before = new Set();
const editLinks = () => [...document.querySelectorAll(".tools a[id^=edit-]")];

document.body.addEventListener("htmx:beforeSwap", () => {
  before = new Set(editLinks().map((link) => link.id));
});

document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  const form = detail.requestConfig?.elt.closest("[data-edit]");
  if (!form || form.isConnected || document.activeElement !== document.body) return;
  const key = form.id.match(/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0];
  const isNew = form.id.startsWith("new-");
  const link = isNew
    ? (editLinks().find(({ id }) => before.size && !before.has(id)) ??
      document.querySelector(`.add[href="${form.getAttribute("action")}"]`))
    : document.getElementById(`edit-${key}`);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
});

// The reader stays where they were: while the new document stands beside the old one the browser
// would follow the old one down. What was pressed comes into view if it has moved out of it.
let height = 0;

document.body.addEventListener("htmx:beforeSwap", () => {
  height = window.scrollY;
});

document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target?.id !== "document") return;
  window.scrollTo({ top: height, behavior: "instant" });
  const { activeElement } = document;
  if (activeElement !== document.body) activeElement.scrollIntoView({ block: "nearest" });
});
