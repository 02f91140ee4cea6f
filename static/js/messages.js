// An htmx request that fails changes nothing on the page; say so where messages are read aloud.
// The sentence comes with the page, in the reader's language.

function fail() {
  const box = document.getElementById("messages");
  const list = document.createElement("ul");
  const item = document.createElement("li");
  list.className = "messages";
  item.className = "error";
  item.textContent = box.dataset.failed;
  list.append(item);
  box.replaceChildren(list);
  box.scrollIntoView({ block: "nearest" });
}

for (const event of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(event, fail);
}
