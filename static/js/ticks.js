// Ticks beside paragraphs: with Shift, all from the last one that was ticked to this one.
let last = null;

// The box itself, and not what a keyboard's Space sends through it, knows whether Shift is held.
let isShifted = false;
for (const name of ["click", "keydown", "keyup"]) {
  document.addEventListener(name, (event) => (isShifted = event.shiftKey), true);
}

document.addEventListener(
  "change",
  (event) => {
    const box = event.target;
    if (!box.matches?.(".pick")) return;
    // A tick changes nothing by itself: nothing is sent.
    event.stopPropagation();
    const boxes = [...document.querySelectorAll(".pick")];
    const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
    if (isShifted && from >= 0) {
      for (const one of boxes.slice(from, to + 1)) one.checked = box.checked;
    }
    last = box;
  },
  true,
);
