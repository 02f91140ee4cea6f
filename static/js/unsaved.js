// What has been written but not saved is not lost: neither when something else on the page is
// saved, moved or cancelled, which fetches the document anew, nor by leaving the page unasked.

let kept = [];

// Some answers come to stand beside what they are about, and sweep nothing away.
function sweeps({ swapOverride, requestConfig }) {
  const asked = requestConfig.elt.closest("[hx-swap]")?.getAttribute("hx-swap");
  return (swapOverride ?? asked ?? "").startsWith("outerHTML");
}

// A form that is about to be swept away with its surroundings is taken aside …
document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  kept = [];
  if (!detail.shouldSwap || !sweeps(detail)) return;
  const own = detail.requestConfig.elt.closest("[data-edit]");
  for (const form of detail.target.querySelectorAll("[data-edit]")) {
    if (form === own) continue;
    kept.push({ form, focus: form.contains(document.activeElement) && document.activeElement });
    form.remove();
  }
});

// … and put back in the place that it has in the new document: instead of what it edits, beside
// the link that opened it, or, when that is no longer there, before the document.
function putBack(form, root) {
  const edited = document.getElementById(form.id);
  const opener = [...document.querySelectorAll(":is(.tools, .adds) a")].find(
    (link) => link.getAttribute("href") === form.getAttribute("action"),
  );
  if (edited) edited.replaceWith(form);
  else if (opener?.closest(".adds")) opener.closest(".adds").before(form);
  else if (opener) opener.closest(".block").after(form);
  else if (!form.matches(".confirm")) root.before(form);
}

document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
  for (const { form, focus } of kept) {
    putBack(form, document.getElementById(detail.target.id) ?? document.querySelector(".desk"));
    if (focus) focus.focus({ preventScroll: true });
  }
  kept = [];
});

document.addEventListener("input", ({ target }) => {
  target.closest("[data-edit]:not(.confirm)")?.setAttribute("data-unsaved", "");
});
document.addEventListener("submit", ({ target }) => target.removeAttribute("data-unsaved"));

// Refused, or sent in vain: it is as unsaved as before.
document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.requestConfig.elt.closest("[data-edit]:not(.confirm)");
  if (!form || detail.requestConfig.verb !== "post" || detail.xhr.status === 200) return;
  (form.isConnected ? form : document.getElementById(form.id))?.setAttribute("data-unsaved", "");
});

window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("[data-unsaved]")) event.preventDefault();
});
