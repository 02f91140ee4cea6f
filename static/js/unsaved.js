// What has been written but not saved is not lost: neither when something else on the page is
// saved, moved or cancelled, which fetches the document anew, nor by leaving the page unasked.

let kept = [];

// A form that is about to be swept away with its surroundings is taken aside …
document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  kept = [];
  if (!detail.shouldSwap) return;
  const own = detail.requestConfig.elt.closest("[data-edit]");
  for (const form of detail.target.querySelectorAll("[data-edit]")) {
    if (form === own) continue;
    kept.push({ form, focus: form.contains(document.activeElement) && document.activeElement });
    form.remove();
  }
});

// … and put back in the place that it has in the new document.
document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
  for (const { form, focus } of kept) {
    const place =
      document.getElementById(form.id) ??
      document.querySelector(`.add[href="${form.getAttribute("action")}"]`)?.closest(".adds");
    if (place) place.replaceWith(form);
    else (document.getElementById(detail.target.id) ?? document.querySelector(".desk")).before(form);
    if (focus) focus.focus({ preventScroll: true });
  }
  kept = [];
});

document.addEventListener("input", ({ target }) => {
  target.closest("[data-edit]")?.setAttribute("data-unsaved", "");
});
document.addEventListener("submit", ({ target }) => target.removeAttribute("data-unsaved"));
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("[data-unsaved]")) event.preventDefault();
});
