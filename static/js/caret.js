// A text opens with the caret where one clicked or tapped last. What the page shows and what the form
// holds differ in white space and soft hyphens only, so the letters before it are counted.

const AIR = 12; // pixels around the caret

let waiting = null;

const letters = (text) => text.replace(/[\s\u00ad]/g, "").length;

// Remember where in `block` the click was made, if the browser can tell.
export function note(block, { clientX, clientY }) {
  const at = document.caretPositionFromPoint?.(clientX, clientY);
  waiting = null;
  if (!at || !block.contains(at.offsetNode)) return;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(at.offsetNode, at.offset);
  const before = range.cloneContents();
  for (const note of before.querySelectorAll(".mark, .count, .writer")) note.remove();
  waiting = { block, count: letters(before.textContent) };
}

// Another block, or a form beside it, knows nothing of that click.
export function forgetUnless(block) {
  if (waiting && waiting.block !== block) waiting = null;
}

function take() {
  const count = waiting?.count ?? null;
  waiting = null;
  return count;
}

// Where in `text` the letter number `count` begins.
function indexOf(text, count) {
  let passed = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (passed === count && letters(text[index])) return index;
    passed += letters(text[index]);
  }
  return text.length;
}

export function placeInField(field) {
  const count = take();
  // A day, a number and a list of choices have no caret to place.
  if (count === null || typeof field.selectionStart !== "number") return;
  const index = indexOf(field.value, count);
  field.setSelectionRange(index, index);
}

// Give the position for the editor's focus: where the click was made, otherwise the start.
export function placeInEditor(editor) {
  const count = take();
  if (count === null) return "start";
  let left = count;
  let found = "end";
  editor.state.doc.descendants((node, position) => {
    if (found !== "end" || !node.isText) return;
    const here = letters(node.text);
    if (left < here) found = position + indexOf(node.text, left);
    left -= here;
  });
  return found;
}

// The line of the caret between the editor's buttons and those that save, which both stay in view.
export function showCaret({ view, state }) {
  const { top, bottom } = view.coordsAtPos(state.selection.head);
  const menu = view.dom.closest(".prose-editor").querySelector(".prose-menubar");
  const actions = view.dom.closest("form").querySelector(":scope > .actions");
  const first = menu?.getBoundingClientRect().bottom ?? 0;
  const last = Math.min(window.innerHeight, actions?.getBoundingClientRect().top ?? Infinity);
  const by = top < first ? top - first - AIR : bottom > last ? bottom - last + AIR : 0;
  if (by) window.scrollBy({ top: by, behavior: "instant" });
}
