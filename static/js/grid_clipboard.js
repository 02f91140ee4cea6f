// Copying out gives a table for Word, Outlook and Excel; what is pasted is read by the server, which
// asks what can be meant in more than one way.

import { cellAt, columnOf, current, grid, isNew, isWritten, keyOf, marked, rows, saidIn, sentence, tell } from "./grid_cells.js";
import { apply, inTurn, isEditing, post, save, setGroup } from "./grid_saving.js";

const bar = document.getElementById("grid-bar");
const dialog = document.getElementById("asks");

const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function escaped(text) {
  const place = document.createElement("i");
  place.textContent = text;
  return place.innerHTML.replaceAll("\n", "<br>");
}

const inGrid = () => grid.contains(document.activeElement) && !isEditing();

function copy(event) {
  if (!inGrid() || String(getSelection())) return;
  const block = marked().map((row) => row.filter((cell) => cell.cellIndex).map(saidIn));
  if (!block[0]?.length) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", block.map((row) => row.map(quoted).join("\t")).join("\n"));
  const table = block.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`);
  event.clipboardData.setData("text/html", `<table border="1">${table.join("")}</table>`);
  tell(sentence("copied", { rows: block.length, columns: block[0].length }));
}

// The text of a row is not emptied along with a block: without it there is no row.
export function clear() {
  const block = marked();
  const isWide = block[0].filter((cell) => cell.cellIndex).length > 1;
  const written = block.flat().filter((cell) => isWritten(cell) && !isNew(cell) && saidIn(cell))
    .filter((cell) => !isWide || columnOf(cell) !== "text")
    .map((cell) => ({ cell, text: "", was: saidIn(cell) }));
  if (written.length) save(written);
}

export function fillDown() {
  const [first, ...rest] = marked();
  const written = rest.flat().filter((cell) => isWritten(cell) && !isNew(cell)).map((cell) => {
    const above = first.find((one) => one.cellIndex === cell.cellIndex);
    return { cell, text: saidIn(above), was: saidIn(cell) };
  }).filter(({ text, was }) => text !== was);
  if (written.length) save(written);
}

function paste(event) {
  if (!bar || !inGrid() || !current()?.cellIndex) return;
  event.preventDefault();
  const block = marked();
  const [[first]] = block;
  const all = rows();
  const data = new FormData();
  for (const kind of ["plain", "html"]) {
    data.set(kind === "plain" ? "text" : kind, event.clipboardData.getData(`text/${kind}`));
  }
  const below = all.slice(all.indexOf(first.parentElement));
  data.set("rows", isNew(first) ? "" : below.map((row) => row.dataset.key).filter(Boolean).join(" "));
  data.set("column", columnOf(first));
  data.set("since", document.getElementById("document").dataset.latest);
  data.set("shown", document.getElementById("document").dataset.shown);
  data.set("height", block.length);
  data.set("width", block[0].length);
  setGroup(data, first.parentElement);
  send(data);
}

const send = (data) => inTurn(async () => {
  const answer = await post(bar.dataset.paste, data);
  if (answer?.matches("form.ask")) ask(answer, data);
  else if (answer) await apply(answer);
});

function ask(form, data) {
  const back = current();
  tell("");
  dialog.replaceChildren(form);
  dialog.showModal();
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "paste") {
      for (const [name, said] of new FormData(form)) data.set(name, said);
      send(data);
    }
    (cellAt(keyOf(back), back.cellIndex) ?? back).focus();
  }, { once: true });
  dialog.returnValue = "";
}

document.addEventListener("copy", copy);
document.addEventListener("cut", (event) => {
  copy(event);
  if (bar && event.defaultPrevented) clear();
});
document.addEventListener("paste", paste);
