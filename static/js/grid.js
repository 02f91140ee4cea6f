// The table of a plan as a grid: keys, marking and editors. Without this every row has a link to its
// page; with it a cell is written in where it stands. Tab leaves the grid.

import {
  cellAt, current, editorFor, editorOf, goTo, grid, heads, isWritten, keyOf, marked, pageOf, rows, saidIn,
  say, sentence, tabStop, tell, writtenIn,
} from "./grid_cells.js";
import { clear, fillDown } from "./grid_clipboard.js";
import { apply, catchUp, inTurn, post, ready, save, step } from "./grid_saving.js";

const PAGE = 10;
const canWrite = Boolean(document.getElementById("grid-bar"));
const marks = document.getElementById("marked");
let editing = null;

// Where one goes from a cell; groups have rows of heads between them.
function away(cell, down, right) {
  const all = rows();
  const row = all[Math.min(Math.max(all.indexOf(cell.parentElement) + down, 0), all.length - 1)];
  return row.cells[Math.min(Math.max(cell.cellIndex + right, 0), row.cells.length - 1)];
}

function open(cell, isEmpty = false) {
  if (!cell.cellIndex) return;
  if (!isWritten(cell)) return openPage(cell, isEmpty);
  const field = editorFor(cell).content.firstElementChild.cloneNode(true);
  const form = document.createElement("form");
  form.className = "editor";
  // Presence tells others where one writes.
  form.dataset.edit = "";
  form.id = `cell-${keyOf(cell)}`;
  const was = saidIn(cell);
  field.value = isEmpty && editorOf(cell) !== "choice" ? "" : writtenIn(cell);
  form.append(field);
  cell.append(form);
  editing = { cell, field, form, was };
  field.focus();
  field.setSelectionRange?.(field.value.length, field.value.length);
  grow(field);
}

// A letter leads nowhere: it was meant for the cell.
function openPage(cell, isLetter) {
  const page = keyOf(cell) && pageOf(cell);
  if (page && !isLetter) location.assign(page);
  else if (canWrite) tell(sentence(page ? "onItsPage" : "locked"));
}

function grow(field) {
  if (!field.matches("textarea")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function close(isSaved) {
  if (!editing) return;
  const { cell, field, form, was } = editing;
  editing = null;
  const text = field.value;
  form.remove();
  if (isSaved && (text !== was || text !== writtenIn(cell))) save([{ cell, text, was }]);
  else catchUp();
}

function inEditor(event) {
  const { cell, field } = editing;
  const { key } = event;
  let next = null;
  if (key === "Escape") next = cell;
  else if (key === "Enter" && event.altKey && field.matches("textarea")) {
    field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
    grow(field);
    event.preventDefault();
    return;
  } else if (key === "Enter") next = away(cell, event.shiftKey ? -1 : 1, 0);
  else if (key === "Tab") next = away(cell, 0, event.shiftKey ? -1 : 1);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  close(key !== "Escape");
  goTo(next);
}

const chosenRows = () => {
  const boxes = [...grid.querySelectorAll(".mark input:checked")].map((box) => box.value);
  return boxes.length ? boxes : marked().map(([cell]) => keyOf(cell)).filter(Boolean);
};

function toRows(act, data = new FormData()) {
  data.delete("rad");
  for (const key of chosenRows()) data.append("rad", key);
  data.set("act", act);
  return inTurn(async () => apply(await post(marks.getAttribute("action").split("?")[0], data)));
}

// A row after the one where one is: the one that waits in the same group.
function newRow(cell) {
  const row = cell.closest("tbody").querySelector("tr.new") ?? rows().findLast((one) => one.matches(".new"));
  goTo(row?.cells[heads().findIndex((head) => head.dataset.column === "text")]);
}

const MOVES = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
  PageUp: [-PAGE, 0], PageDown: [PAGE, 0], Home: [0, -Infinity], End: [0, Infinity],
};

const withCtrl = {
  a: () => {
    goTo(rows()[0].cells[1]);
    goTo(rows().at(-1).cells[heads().length - 1], true);
  },
  d: fillDown,
  D: () => toRows("duplicate"),
  z: () => step("undo"),
  y: () => step("redo"),
  Z: () => step("redo"),
  Enter: () => newRow(current()),
  Delete: () => toRows("delete"),
  Home: (isMarking) => goTo(rows()[0].cells[1], isMarking),
  End: (isMarking) => goTo(rows().at(-1).cells[heads().length - 1], isMarking),
};

const isLetter = (event) =>
  event.key === "Dead" || event.key === "Process" ||
  ([...event.key].length === 1 && (!(event.ctrlKey || event.metaKey || event.altKey) || event.getModifierState("AltGraph")));

function inGrid(event) {
  const cell = event.target.closest("td, th");
  const { key } = event;
  const isCtrl = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (event.target.closest("button, .mark a") && key !== "Escape" && !MOVES[key]) return;
  let act = null;
  if (event.altKey && !isCtrl && ["ArrowUp", "ArrowDown"].includes(key) && canWrite) {
    act = () => toRows(key === "ArrowUp" ? "up" : "down");
  } else if (isCtrl && withCtrl[key]) act = () => withCtrl[key](event.shiftKey);
  else if (MOVES[key] && !isCtrl && !event.altKey) act = () => goTo(away(cell, ...MOVES[key]), event.shiftKey);
  else if (!cell.cellIndex && key === " ") act = () => cell.querySelector("input")?.click();
  else if (!cell.cellIndex && key === "Enter") act = () => cell.querySelector("a")?.click();
  else if (["Enter", "F2"].includes(key) && !isCtrl) act = () => open(cell);
  else if (["Delete", "Backspace"].includes(key) && canWrite) act = clear;
  else if (key === "Escape") act = () => giveUp(cell);
  else if (isLetter(event) && cell.cellIndex) {
    if (!isWritten(cell)) event.preventDefault();
    open(cell, true); // the letter lands in it
    return;
  }
  if (!act) return;
  event.preventDefault();
  act();
}

// Of two texts, or one that is wrong: what is saved stays.
function giveUp(cell) {
  if (cell.querySelector("[data-mine]")) say(cell, saidIn(cell));
  goTo(cell);
}

function keep(button) {
  const cell = button.closest("td, th");
  const [mine, was] = [writtenIn(cell), saidIn(cell)];
  const both = cell.querySelector("[data-both]").textContent || `${was}\n${mine}`;
  say(cell, was);
  goTo(cell);
  if (button.dataset.keep === "mine") save([{ cell, text: mine, was }]);
  if (button.dataset.keep === "both") {
    open(cell);
    editing.field.value = both;
    grow(editing.field);
  }
}

function showMarks() {
  const number = grid.querySelectorAll(".mark input:checked").length;
  if (!marks) return;
  marks.hidden = !number;
  marks.querySelector("[data-number]").hidden = false;
  marks.querySelector("[data-number]").textContent = sentence(number === 1 ? "markedOne" : "marked", { number });
}

grid.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (editing) inEditor(event);
  else if (event.target.closest("tbody")) inGrid(event);
});
grid.addEventListener("mousedown", (event) => {
  const cell = event.target.closest("tbody td, tbody th[scope=row]");
  if (!cell || event.button || event.target.closest(".editor, button, a, input")) return;
  if (event.shiftKey) event.preventDefault(); // marks cells, not words
  close(true);
  goTo(cell, event.shiftKey);
});
grid.addEventListener("dblclick", ({ target }) => {
  const cell = target.closest("tbody td, tbody th[scope=row]");
  if (cell && !editing && !target.closest("button")) open(cell);
});
// On a phone a tap opens the row.
grid.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-keep]");
  if (button) keep(button);
  else if (!target.closest("a, input, button, .editor") && matchMedia("(max-width: 599px)").matches) {
    target.closest("tr[data-key]")?.querySelector(".mark a").click();
  }
});
grid.addEventListener("change", ({ target }) => target.matches(".mark input") && showMarks());
grid.addEventListener("input", ({ target }) => grow(target));
grid.addEventListener("submit", (event) => event.preventDefault());
// Leaving by the mouse saves; a dialogue or another window does not take the focus for good.
grid.addEventListener("focusout", ({ relatedTarget }) => {
  if (editing && relatedTarget && !editing.form.contains(relatedTarget)) close(true);
});
marks?.addEventListener("submit", (event) => {
  event.preventDefault();
  toRows(event.submitter.value, new FormData(marks));
});
for (const name of ["undo", "redo"]) {
  document.addEventListener("submit", (event) => {
    if (event.target.id !== `${name}-form`) return;
    event.preventDefault();
    step(name);
  });
}
document.querySelector("[data-new]")?.addEventListener("click", (event) => {
  const cell = current();
  if (!cell || matchMedia("(max-width: 599px)").matches) return;
  event.preventDefault();
  newRow(cell);
});
document.addEventListener("grid:shown", showMarks);
window.addEventListener("beforeunload", (event) => {
  if (editing && editing.field.value !== editing.was) event.preventDefault();
});

ready();
showMarks();
tabStop(grid.querySelector("tbody th[scope=row]") ?? rows()[0]?.cells[1]);
if (location.hash) goTo(cellAt(location.hash.replace("#activity-", ""), 1));
