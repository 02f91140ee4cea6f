// The size of the document's text, and the view for a meeting: + and − make it larger and smaller,
// Escape leaves the view. The size is this browser's own.

const KEY = "overens:size";
const LARGEST = 5;
const root = document.documentElement;
const bar = document.getElementById("desk-bar");

let size = Number(localStorage.getItem(KEY)) || 0;

function show() {
  root.dataset.textSize = size;
  for (const button of bar.querySelectorAll("[data-size-by]")) {
    const next = size + Number(button.dataset.sizeBy);
    button.setAttribute("aria-disabled", next !== clamped(next));
  }
}

function clamped(number) {
  return Math.min(LARGEST, Math.max(0, number));
}

function change(by) {
  size = clamped(size + by);
  localStorage.setItem(KEY, size);
  show();
}

bar.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-size-by]");
  if (button) change(Number(button.dataset.sizeBy));
});

if (document.querySelector("main.reading")) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input")) return;
    if (event.key === "Escape") bar.querySelector("[data-leave]").click();
    else if (event.key === "+") change(1);
    else if (event.key === "-") change(-1);
  });
}

show();
