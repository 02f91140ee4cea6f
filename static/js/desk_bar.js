// How far down the bar over the document reaches just now, for what stands under it (--bar,
// desk_bar.css): on a narrow window the search lies over it and is higher.

import "./contents.js";

const bar = document.getElementById("desk-bar");
const search = bar.querySelector("[role=search]");

const observer = new ResizeObserver(() => {
  const height = Math.max(bar.offsetHeight, search.offsetTop + search.offsetHeight);
  document.documentElement.style.setProperty("--bar", `${height}px`);
});
observer.observe(bar);
observer.observe(search);
