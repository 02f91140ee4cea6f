// How high the bar over the document is just now, for what stands under it (--bar, desk_bar.css):
// its lines are more on a narrow window, or while one searches.

const bar = document.getElementById("desk-bar");

new ResizeObserver(() => {
  document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
}).observe(bar);
