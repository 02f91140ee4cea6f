// The words that a comment is about, in the text as it stands on the page: white space, soft hyphens
// and what the page adds to a block make no difference.

// Give their range inside `root`, or null when they no longer stand there.
export function rangeOf(quote, root) {
  const words = quote.match(/[\p{L}\p{N}_]+/gu);
  if (!words) return null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".tools, .count, .talk, .mark, .adds, form")
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += `${walker.currentNode.data} `;
  }
  const found = new RegExp(words.join("[^\\p{L}\\p{N}_]+"), "iu").exec(text);
  if (!found) return null;
  const at = (index) => nodes.findLast(({ start }) => start <= index);
  const range = new Range();
  const [first, last] = [at(found.index), at(found.index + found[0].length - 1)];
  range.setStart(first.node, found.index - first.start);
  range.setEnd(last.node, found.index + found[0].length - last.start);
  return range;
}
