// The cells of the table of a plan: which there are, what they say, which are marked. A cell that was
// not saved has two texts: what is saved, and what somebody has written.

export const grid = document.getElementById("grid");
const bar = document.getElementById("grid-bar");

export const sentence = (name, words = {}) =>
  (bar?.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_all, word) => words[word]);
export const tell = (said) => {
  if (bar) bar.querySelector("[role=status]").textContent = said;
};

export const rows = () => [...grid.querySelectorAll("tr[data-key], tr.coming, tr.new:not([hidden])")];
export const heads = () => [...grid.tHead.rows[0].cells];
export const columnOf = (cell) => heads()[cell.cellIndex].dataset.column;
export const editorOf = (cell) => heads()[cell.cellIndex].dataset.editor;
export const keyOf = (cell) => cell.parentElement.dataset.key ?? "";
export const isNew = (cell) => !cell.parentElement.dataset.key;
export const editorFor = (cell) => document.querySelector(`[data-editor-of="${columnOf(cell)}"]`);
export const isWritten = (cell) => Boolean(cell.cellIndex && editorFor(cell));
// The page on which is written what a cell only shows.
export const pageOf = (cell) =>
  heads()[cell.cellIndex].dataset.page?.replace(/[0-]{36}/, keyOf(cell));
export const cellAt = (key, column) => document.getElementById(`activity-${key}`)?.cells[column];

export const saidIn = (cell) => (cell.querySelector("[data-saved]") ?? cell).textContent;
export const writtenIn = (cell) => cell.querySelector("[data-mine]")?.textContent ?? saidIn(cell);
export const isUnwritten = (cell) => Boolean(cell.querySelector("[data-mine]"));

export function say(cell, text) {
  cell.textContent = text;
  cell.removeAttribute("aria-invalid");
}

// What was written stays, with the reason; `content` comes from the server, or is made here.
export function leaveUnwritten(cell, content) {
  cell.replaceChildren(content);
  cell.setAttribute("aria-invalid", "true");
  const reason = cell.querySelector(".error");
  if (!reason) return;
  reason.id = `why-${keyOf(cell)}-${cell.cellIndex}`;
  cell.setAttribute("aria-describedby", reason.id);
}

export function unwritten(mine, saved, reason) {
  const box = document.createElement("div");
  box.className = "wrong";
  for (const [tag, name, text] of [
    ["span", "mine", mine],
    ["span", "saved", saved],
    ["small", "", reason],
  ]) {
    const part = document.createElement(tag);
    part.textContent = text;
    if (name) part.setAttribute(`data-${name}`, "");
    else part.className = "error";
    part.hidden = name === "saved";
    box.append(part);
  }
  return box;
}

// One cell has the focus and is the only tab stop; from the anchor to it cells are marked.
let anchor = null;

export const current = () => grid.querySelector("[tabindex='0']");

export function goTo(cell, isMarking = false) {
  if (!cell) return;
  const before = current();
  if (before) before.tabIndex = -1;
  cell.tabIndex = 0;
  if (!isMarking || !anchor?.isConnected) anchor = cell;
  cell.focus({ preventScroll: true });
  // The row's heads stand still over the others: `scroll-margin` keeps a cell clear of them.
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  paint();
}

export function tabStop(cell) {
  for (const other of grid.querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  if (!cell) return;
  cell.tabIndex = 0;
  anchor = cell;
  paint();
}

// The marked cells as rows of cells; the focused one alone where nothing is marked.
export function marked() {
  const cell = current();
  if (!cell) return [];
  const from = anchor?.isConnected ? anchor : cell;
  const all = rows();
  const [top, bottom] = [from, cell].map((one) => all.indexOf(one.parentElement)).sort((a, b) => a - b);
  const [left, right] = [from, cell].map((one) => one.cellIndex).sort((a, b) => a - b);
  return all.slice(Math.max(top, 0), bottom + 1).map((row) => [...row.cells].slice(left, right + 1));
}

export function paint() {
  for (const cell of grid.querySelectorAll("[aria-selected]")) cell.removeAttribute("aria-selected");
  const block = marked();
  if (block.length * (block[0]?.length ?? 0) < 2) return;
  for (const row of block) for (const cell of row) cell.setAttribute("aria-selected", "true");
  tell(sentence("cells", { rows: block.length, columns: block[0].length }));
}

export const anchorPlace = () => anchor && [keyOf(anchor), anchor.cellIndex];
export const setAnchor = (cell) => {
  if (cell) anchor = cell;
};
