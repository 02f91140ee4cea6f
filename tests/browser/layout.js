// What the eye would object to on the page as it is shown now: sentences, none when all is well.
// Run in the page by test_every_page.py.
() => {
  const found = [];
  const root = document.documentElement;
  const name = (element) =>
    element.tagName.toLowerCase() + (element.className?.baseVal === undefined && element.className
      ? "." + element.className.trim().replace(/\s+/g, ".") : "") + (element.id ? "#" + element.id : "");

  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")]
      .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
      .slice(-3);
    found.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth} for ${wide.map(name)}`);
  }

  // Read aloud, not shown: clipped away to its middle.
  const clipped = (element) => {
    for (let one = element; one; one = one.parentElement) {
      if (getComputedStyle(one).clipPath === "inset(50%)") return true;
    }
    return false;
  };

  // On a phone the way back ends where its line does; what is left out stands in the heading below.
  const shortened = (element) => {
    const step = element.closest(".crumbs li");
    return step !== null && getComputedStyle(step).textOverflow === "ellipsis";
  };

  // Every line of text that is seen.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(".skip, script, noscript, option")) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || clipped(parent)) continue;
    if (shortened(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.height > 1) lines.push({ box, parent, text: node.data.trim().slice(0, 40) });
    }
  }
  for (const { box, parent, text } of lines) {
    if (box.left < -1 || box.right > root.clientWidth + 1) {
      if (!parent.closest(".prose-menubar")) found.push(`outside the window: “${text}” in ${name(parent)}`);
    }
  }
  // Text goes on under what is fixed at the end of the window; test_action_area.py sees to it that
  // the page's last line comes clear of it.
  const fixed = (line) => {
    const area = line.parent.closest(".offers, .to-answer");
    return area !== null && getComputedStyle(area).position === "fixed";
  };
  // Two lines that cover each other. The boxes of lines are taller than their letters.
  const covers = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.45 * Math.min(a.height, b.height);
  lines.sort((a, b) => a.box.top - b.box.top);
  lines.forEach((one, index) => {
    for (let next = index + 1; next < lines.length; next++) {
      const other = lines[next];
      if (other.box.top > one.box.bottom) break;
      if (one.parent !== other.parent && fixed(one) === fixed(other) && covers(one.box, other.box)) {
        found.push(`“${one.text}” (${name(one.parent)}) and “${other.text}” (${name(other.parent)}) overlap`);
      }
    }
  });
  // The letters of no text are cut off by their box.
  for (const one of document.querySelectorAll("main *, header *")) {
    const style = getComputedStyle(one);
    if (["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1 &&
        !one.matches(".rooms a *") && !shortened(one) && !clipped(one) && one.checkVisibility() && one.textContent.trim()) {
      found.push(`cut off: ${name(one)}`);
    }
  }
  // Nothing is smaller than 14 px.
  const small = new Set(lines.filter(({ parent }) => parseFloat(getComputedStyle(parent).fontSize) < 14)
    .map(({ parent }) => name(parent)));
  for (const one of small) found.push(`smaller than 14 px: ${one}`);
  return [...new Set(found)];
}
