// Unsaved text that drafts.js keeps in this browser belongs to the one who wrote it: it goes when
// that person signs out or someone else signs in, and after thirty days.

const PREFIX = "overens:draft:";
const LONGEST = 30 * 24 * 60 * 60 * 1000;

const { account, signOut } = document.body.dataset;
const drafts = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));

for (const name of drafts()) {
  const isOthers = account && !name.startsWith(`${PREFIX}${account}:`);
  if (isOthers || Date.now() - JSON.parse(localStorage.getItem(name)).at > LONGEST) {
    localStorage.removeItem(name);
  }
}

document.addEventListener("submit", ({ target }) => {
  if (new URL(target.action, location).pathname !== signOut) return;
  // Last of all on this page, after what drafts.js writes on leaving.
  window.addEventListener("pagehide", () => {
    for (const name of drafts()) localStorage.removeItem(name);
  });
});
