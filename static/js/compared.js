// Reading a redline: the change before and the one after, in reach wherever one is.

const buttons = document.querySelector(".to-and-fro");
const changes = [...document.querySelectorAll(".compared .change")];

// The one that was gone to, while it is seen; otherwise the last that begins above the window's
// upper third, which may be scrolled past: then it is the one before.
function nextOne(step) {
  const aimed = document.querySelector(".change:target")?.getBoundingClientRect();
  if (aimed && aimed.bottom > 0 && aimed.top < window.innerHeight)
    return changes.findIndex((one) => one.matches(":target")) + step;
  const line = window.innerHeight / 3;
  const after = changes.findIndex((one) => one.getBoundingClientRect().top > line);
  const first = after < 0 ? changes.length : after;
  return step > 0 ? first : first - 1;
}

buttons?.addEventListener("click", ({ target }) => {
  const step = Number(target.closest("button")?.value ?? 0);
  const next = step && changes[nextOne(step)];
  if (!next) return;
  // Neither a line in the browser's history for each step, nor the focus away from the button.
  window.location.replace(`#${next.id}`);
  target.focus({ preventScroll: true });
});
