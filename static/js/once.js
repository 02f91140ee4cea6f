// A form with data-once is sent once: pressing again while the answer is on its way does nothing. Where
// it matters the server keeps to that too. A form that htmx sends is swapped away by its answer.

const LONGEST = 15_000; // milliseconds; whoever stopped the page may press again then
const isOurs = (form) => form.matches("form[data-once]");

function mark(form, isSent) {
  form.toggleAttribute("data-under-way", isSent);
  for (const button of form.querySelectorAll("[type=submit]")) {
    // Not `disabled`, which would take the focus and the button's own value away.
    if (isSent) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

window.addEventListener(
  "submit",
  (event) => {
    if (!isOurs(event.target) || !event.target.hasAttribute("data-under-way")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

window.addEventListener("submit", ({ target, defaultPrevented }) => {
  if (!isOurs(target) || defaultPrevented) return;
  mark(target, true);
  setTimeout(mark, LONGEST, target, false);
});

// Who comes back finds the form as it was left.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-under-way]")) mark(form, false);
});
