// Says in the bar over the document what has just happened: “Saved 14:32”. It is a status, so it is
// read aloud without taking the focus. The sentences come with the page, in the reader's language.

const bar = document.getElementById("desk-bar");

// As the page writes it elsewhere: Swedish has a full stop between hours and minutes.
export const clock = (moment) => {
  const { lang } = document.documentElement;
  const time = moment.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" });
  return lang === "sv" ? time.replace(":", ".") : time;
};

// Give the sentence that the page calls `name`, with its {words} filled in.
export function sentence(name, words = {}) {
  return bar.dataset[name].replace(/\{(\w+)\}/g, (_all, word) => words[word]);
}

export function tell(name, words = {}) {
  bar.querySelector("[role=status]").textContent = sentence(name, words);
}

export function tellDone(name) {
  tell(name, { time: clock(new Date()) });
  offer();
}

// What one did last can be taken back from here too, wherever on the page one is and also when it
// has been loaded anew: the button says what it is.
const takeBack = bar?.querySelector("[data-take-back]");
const undo = () => document.querySelector("[data-undo]");
takeBack?.addEventListener("click", () => undo()?.click());

// And what one took back can be made again from there.
const makeAgain = bar?.querySelector("[data-make-again]");
const redo = () => document.querySelector("[data-redo]");
makeAgain?.addEventListener("click", () => redo()?.click());

function offer() {
  makeAgain.hidden = !redo();
  const what = undo();
  takeBack.hidden = !what;
  if (what) takeBack.textContent = sentence("stepBack", { what: what.title });
}

if (takeBack) offer();
