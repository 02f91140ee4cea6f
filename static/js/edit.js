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

// After saving, the focus goes to the edit link of what was saved.
document.body.addEventListener("htmx:afterSettle", (event) => {
  const address = event.detail.pathInfo?.requestPath ?? "";
  if (event.detail.requestConfig?.verb !== "post") return;
  const key = address.match(/[0-9a-f-]{36}/)?.[0];
  const link = key && document.getElementById(`edit-${key}`);
  if (link && document.activeElement === document.body) link.focus({ preventScroll: true });
});
