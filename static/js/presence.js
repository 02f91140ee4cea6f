// Both see who else is in the document: the page tells every twenty seconds that it is open and
// where one writes, and is told who else is here and what they have changed. What is on the page
// changes only when the reader asks for it: text does not move under someone's eyes.

const EVERY = 20_000;
const box = document.getElementById("presence");
let told = {};
let timer = 0;

const latest = () => document.getElementById("document").dataset.latest;

// The key of the row that one writes in: the form with the cursor, otherwise the last one opened.
function writingIn() {
  const form =
    document.activeElement.closest("[data-edit]") ??
    [...document.querySelectorAll("[data-edit]")].at(-1);
  return form?.id.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/)?.[0] ?? "";
}

// The cookie has a newer token than the page after signing in in another window.
function token() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  return cookie ?? JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
}

const telling = () => ({ writing_in: writingIn(), since: latest() });
const isNew = () => Object.entries(telling()).some(([name, value]) => told[name] !== value);

async function tell() {
  told = telling();
  try {
    const answer = await fetch(box.dataset.url, {
      method: "POST",
      body: new URLSearchParams(told),
      headers: { "X-CSRFToken": token() },
    });
    // Signed out, or the document has been fetched anew meanwhile.
    if (!answer.ok || answer.redirected || told.since !== latest()) return;
    show(await answer.text());
  } catch {
    // Away from the network for a while: the next time will do.
  }
}

// A line is exchanged only when it says something else, so that it is read aloud only then.
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const line of ["here", "news"]) {
    const [now, before] = [page, box].map((place) => place.querySelector(`.${line}`));
    if (now?.outerHTML === before?.dataset.source) continue;
    before?.remove();
    if (!now) continue;
    now.dataset.source = now.outerHTML;
    box.append(now);
    window.htmx.process(now);
    if (line === "here") room.observe(now);
  }
  mark();
}

// Where the bar has no room for the first of the names it says how many instead (narrow_bar.css).
const room = new ResizeObserver((entries) => {
  for (const { target } of entries.filter((one) => one.target.isConnected)) {
    target.classList.remove("crowded");
    const name = document.createRange();
    name.selectNode(target.querySelector(".person").firstChild);
    const { right } = name.getBoundingClientRect();
    target.classList.toggle("crowded", right > target.getBoundingClientRect().right);
  }
});

// A quiet mark at what the others write in.
function mark() {
  for (const old of document.querySelectorAll(".writer")) old.remove();
  for (const { dataset } of box.querySelectorAll("[data-writing]")) {
    const key = CSS.escape(dataset.writing);
    const place = document.querySelector(
      `.block[id$="${key}"], .block[id$="${key}-block"], [data-edit][id$="${key}"]:not([id^=new]), [data-edit][id$="${key}-block"]`,
    );
    if (!place) continue;
    const note = document.createElement("span");
    note.className = "writer";
    note.textContent = dataset.mark;
    if (place.matches("form")) place.prepend(note);
    else place.append(note);
  }
}

function begin() {
  clearInterval(timer);
  if (document.hidden) return;
  timer = setInterval(tell, EVERY);
  tell();
}

document.addEventListener("visibilitychange", begin);

document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  mark();
  const link = detail.requestConfig?.elt;
  if (link?.dataset.show !== undefined && detail.target?.id === "document") land(link);
  else if (isNew()) tell();
});

// Where the other has changed something, once it has been fetched.
function land(link) {
  link.closest(".news")?.remove();
  tell();
  const place =
    document.getElementById(`${link.dataset.show}-block`) ??
    document.getElementById(link.dataset.show);
  if (!place) return;
  place.classList.add("fresh");
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: place.offsetHeight > window.innerHeight / 2 ? "start" : "center" });
}

begin();
