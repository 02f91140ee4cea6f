// What is written in the table goes to the server one after the other, and what comes back takes its
// place cell by cell: focus, marking and scroll stay. What a colleague has changed is fetched when
// the server says so, and waits while one writes in a cell.

import {
  anchorPlace, cellAt, columnOf, current, goTo, grid, heads, isUnwritten, keyOf,
  leaveUnwritten, paint, say, sentence, setAnchor, tabStop, tell, unwritten, writtenIn,
} from "./grid_cells.js";

const EVERY = 5_000;
const bar = document.getElementById("grid-bar");
const page = document.getElementById("document");
const own = new Set();
let line = Promise.resolve();
let underWay = 0;
let hasReported = false; // the latest thing done here was a report, which no step takes back
let waits = null; // the rows to mark once the table is fetched anew

export const isEditing = () => Boolean(grid.querySelector(".editor"));

const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1]
  ?? JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];

class Refused extends Error {}

export async function post(address, data) {
  const answer = await fetch(address + location.search, {
    method: "POST",
    body: data,
    headers: { "X-CSRFToken": token(), Accept: "text/x-rows" },
    redirect: "manual",
  });
  if (answer.type === "opaqueredirect") return null;
  const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (answer.ok || shown.querySelector("[data-told]")) return shown.body.firstElementChild;
  const told = shown.querySelectorAll(".problem h1, .problem p:not(.code):not(:has(a))");
  const why = answer.status === 403 ? sentence("signedOut") : [...told].map((one) => one.textContent).join(" ");
  throw new Refused(why || sentence("failed"));
}

// One after the other: a row that has just been written has its key when the next cell is saved.
export function inTurn(act) {
  underWay += 1;
  tell(sentence("saving"));
  line = line.then(act).catch((error) => tell(error instanceof Refused ? error.message : sentence("failed")))
    .finally(() => { underWay -= 1; });
  return line;
}

// `written` are cells with their new text and the text it was based on.
export function save(written) {
  for (const { cell, text } of written) {
    say(cell, text);
    cell.dataset.underWay = "";
  }
  const row = written[0].cell.parentElement;
  if (row.matches(".new") && hasWords(row)) comes(row);
  return inTurn(async () => {
    const data = new FormData();
    let sent = written;
    if (!row.dataset.key) {
      for (const { cell } of written) delete cell.dataset.underWay;
      // Kept where it stands until the row says what is to be done.
      if (!hasWords(row)) return tell("");
      sent = [...row.cells].slice(1).filter((cell) => !cell.querySelector(".editor"))
        .map((cell) => ({ cell, text: writtenIn(cell), was: "" })).filter((one) => one.text.trim());
      setGroup(data, row);
    }
    data.set("cells", JSON.stringify(sent.map(({ cell, text, was }) => [keyOf(cell), columnOf(cell), text, was])));
    try {
      const answer = await post(bar.dataset.save, data);
      for (const { cell } of sent) delete cell.dataset.underWay;
      if (answer.dataset.added && !row.dataset.key) {
        row.dataset.key = answer.dataset.added;
        row.id = `activity-${row.dataset.key}`;
      }
      apply(answer);
    } catch (error) {
      const why = error instanceof Refused ? error.message : sentence("failed");
      for (const { cell, text, was } of sent) {
        delete cell.dataset.underWay;
        leaveUnwritten(cell, unwritten(text, was, why));
      }
      throw error;
    }
  });
}

const hasWords = (row) =>
  [...row.cells].some((cell) => cell.cellIndex && columnOf(cell) === "text" && writtenIn(cell).trim());

export function setGroup(data, row) {
  const { group, value } = row.closest("tbody").dataset;
  data.set("group", group);
  data.set("value", value);
}

// The row in which one has written is on its way into the plan; the next one is ready at once, so that
// one who goes on writing never lands in another row.
function comes(row) {
  const next = row.cloneNode(true);
  row.classList.replace("new", "coming");
  for (const cell of next.cells) {
    cell.removeAttribute("tabindex");
    cell.removeAttribute("aria-selected");
    delete cell.dataset.underWay;
    if (cell.cellIndex) say(cell, "");
  }
  row.after(next);
  delete row.querySelector("[data-hint]")?.dataset.hint;
}

export function apply(answer) {
  if (answer.dataset.change) own.add(Number(answer.dataset.change));
  if (answer.dataset.undo) offer("undo", answer.dataset.undo);
  hasReported = answer.dataset.reported !== undefined;
  tell(answer.dataset.told ?? "");
  if (answer.dataset.howMany) document.getElementById("how-many").textContent = answer.dataset.howMany;
  for (const row of answer.querySelectorAll("tr[data-key]")) show(row);
  for (const left of answer.querySelectorAll("template[data-row]")) {
    const column = heads().findIndex((head) => head.dataset.column === left.dataset.column);
    const cell = cellAt(left.dataset.row, column);
    if (cell) leaveUnwritten(cell, left.content.cloneNode(true));
    else tell(left.content.textContent.trim());
  }
  for (const lost of answer.querySelectorAll(".lost")) bar.querySelector("[role=status]").append(lost);
  if (answer.dataset.whole !== undefined) return refresh([], answer.dataset.added);
}

function show(row) {
  const there = document.getElementById(row.id);
  [...(there?.cells ?? [])].forEach((cell, at) => {
    if (cell.querySelector(".editor") || cell.dataset.underWay !== undefined) return;
    if (at && cell.innerHTML === row.cells[at].innerHTML && !isUnwritten(cell)) return;
    cell.replaceChildren(...row.cells[at].cloneNode(true).childNodes);
    cell.removeAttribute("aria-invalid");
    if (at) cell.title = row.cells[at].title;
    for (const stop of cell.querySelectorAll("a, input")) stop.tabIndex = -1;
  });
}

// The table as it is now, from the page's own address.
export async function refresh(fresh = [], added = "") {
  if (isEditing()) {
    waits = [...(waits ?? []), ...fresh];
    return;
  }
  waits = null;
  const answer = await fetch(location.href);
  const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
  const table = shown.getElementById("grid");
  if (!table || isEditing()) return;
  const cell = current();
  const hasFocus = cell?.contains(document.activeElement);
  const [key, column, at] = cell ? [keyOf(cell), cell.cellIndex, cell.parentElement.rowIndex] : ["", 1, 1];
  const from = anchorPlace();
  const left = [...grid.querySelectorAll("[aria-invalid]")].map((one) => [keyOf(one), one.cellIndex, [...one.childNodes]]);
  const chosen = [...grid.querySelectorAll(".mark input:checked")].map((one) => one.value);
  grid.replaceChildren(...table.childNodes);
  for (const id of ["how-many", "undo-form", "redo-form", "choose"]) {
    const [there, now] = [document, shown].map((one) => one.getElementById(id));
    if (there && now && !there.contains(document.activeElement)) there.replaceWith(now);
  }
  Object.assign(page.dataset, shown.getElementById("document").dataset);
  ready();
  for (const value of chosen) {
    const box = grid.querySelector(`.mark input[value="${value}"]`);
    if (box) box.checked = true;
  }
  for (const [of, where, nodes] of left) {
    const place = cellAt(of, where);
    const box = document.createDocumentFragment();
    box.append(...nodes);
    if (place) leaveUnwritten(place, box);
  }
  const back = cellAt(added || key, column) ?? grid.rows[Math.min(at, grid.rows.length - 1)]?.cells[column] ?? grid.querySelector("tbody th[scope=row]");
  if (hasFocus) goTo(back);
  else tabStop(back);
  if (from && !added) setAnchor(cellAt(...from));
  paint();
  for (const one of fresh) document.getElementById(`activity-${one}`)?.classList.add("fresh");
  document.dispatchEvent(new Event("grid:shown"));
}

// What works without a script is no tab stop with it: the grid has one.
export function ready() {
  for (const stop of grid.querySelectorAll("tbody :is(a, input)")) stop.tabIndex = -1;
  for (const row of grid.querySelectorAll("tr.new")) row.hidden = false;
}

// When the editor closes, what has come meanwhile is shown.
export const catchUp = () => waits && refresh(waits);

function offer(name, address) {
  const form = document.getElementById(`${name}-form`);
  form.action = address;
  form.hidden = false;
  if (name === "undo") document.getElementById("redo-form").hidden = true;
}

// What is still on its way is saved first: that is what is taken back.
export const step = (name) => inTurn(async () => {
  const form = document.getElementById(`${name}-form`);
  if (hasReported) {
    hasReported = false;
    return tell(sentence("noUndoReport"));
  }
  if (!form || form.hidden) return tell(sentence("noUndo"));
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { "X-CSRFToken": token() },
    redirect: "manual",
  });
  if (answer.type !== "opaqueredirect") {
    const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
    throw new Refused(shown.querySelector(".problem p")?.textContent.trim() ?? sentence("failed"));
  }
  await refresh();
  tell(sentence(name === "undo" ? "undone" : "redone"));
});

async function poll() {
  if (document.hidden || underWay) return;
  const query = new URLSearchParams({ efter: page.dataset.latest });
  if (grid.dataset.asks !== undefined) query.set("visat", page.dataset.heard ?? page.dataset.shown);
  const answer = await fetch(`${bar.dataset.news}?${query}`, { redirect: "manual" }).catch(() => null);
  if (answer?.status !== 200) return;
  const { latest, changes, reports, heard } = await answer.json();
  Object.assign(page.dataset, { latest, heard });
  const theirs = [...changes.filter(({ id }) => !own.has(id)), ...reports];
  if (!theirs.length) return;
  await refresh(theirs.flatMap(({ keys }) => keys));
  tell(theirs[0].words);
}

if (bar) {
  setInterval(poll, EVERY);
  document.addEventListener("visibilitychange", poll);
}

