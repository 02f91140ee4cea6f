// Editing in place: starts the rich text editor in forms that htmx brings in, and keeps the focus
// where the reader was when a form has been saved.

import { createEditor } from "django-prose-editor/configurable";

const MARKER = "data-django-prose-editor-configurable";

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
  if (form) {
    const first = form.querySelector(
      ".errorlist ~ [name], .ProseMirror, input:not([type=hidden]), textarea, select",
    );
    first?.focus();
  }
});

// The editor takes the label of the field that it stands for, and the focus when it was asked for.
document.body.addEventListener("prose-editor:ready", (event) => {
  const { editor, textarea } = event.detail;
  const surface = editor.view.dom;
  const label = textarea.labels?.[0];
  surface.setAttribute("role", "textbox");
  surface.setAttribute("aria-multiline", "true");
  if (label) surface.setAttribute("aria-label", label.textContent.trim());
  if (textarea.hasAttribute("aria-describedby")) {
    surface.setAttribute("aria-describedby", textarea.getAttribute("aria-describedby"));
  }
  if (textarea.closest("[data-edit]") && document.activeElement === document.body) {
    editor.commands.focus("start");
  }
});

// After saving, the focus goes to the edit link of what was saved.
document.body.addEventListener("htmx:afterSettle", (event) => {
  const address = event.detail.pathInfo?.requestPath ?? "";
  if (event.detail.requestConfig?.verb !== "post") return;
  const key = address.match(/[0-9a-f-]{36}/)?.[0];
  const link = key && document.getElementById(`edit-${key}`);
  if (link && document.activeElement === document.body) link.focus({ preventScroll: true });
});
