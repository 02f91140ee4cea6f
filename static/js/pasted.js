// A text that is pasted with headings and lists is sent with them: the text box shows its words,
// and the hidden field beside it holds the HTML that the browser had on its clipboard. Once the
// words are changed by hand they are what counts.

const LONGEST = 4_000_000;

const area = document.getElementById("id_text");
const html = document.getElementById("id_html");
const [formatted, plain] = document.querySelectorAll("[data-pasted]");
let pasting = "";

area.addEventListener("paste", ({ clipboardData }) => {
  const all = area.selectionEnd - area.selectionStart === area.value.length;
  const found = clipboardData.getData("text/html").replace(/<img\b[^>]*>/gi, "");
  pasting = all && found.length <= LONGEST ? found : "";
});

area.addEventListener("input", ({ inputType }) => {
  const had = html.value !== "";
  html.value = inputType === "insertFromPaste" ? pasting : "";
  pasting = "";
  formatted.hidden = html.value === "";
  plain.hidden = !had || html.value !== "" || area.value === "";
});

// What is more than the server takes is never sent: an answer without the text would lose it.
const tooLarge = document.getElementById("too-large");
const rest = 10_000; // bytes that the form has around the text

area.form.addEventListener("submit", (event) => {
  const most = Number(area.form.dataset.most) - rest;
  const size = (...texts) => new Blob(texts).size;
  if (size(area.value, html.value) > most) html.value = "";
  tooLarge.hidden = size(area.value) <= most;
  if (tooLarge.hidden) return;
  event.preventDefault();
  area.setAttribute("aria-invalid", "true");
  area.focus();
});

formatted.hidden = html.value === "";
