// What is pasted into a text from Word, Google Docs or LibreOffice becomes what the editor knows:
// paragraphs, headings, lists, bold, italic, links. The server does the same with what is sent to
// it (core/wordpaste.py); here the writer sees at once what will be kept. Runs before the editor,
// which is a module.

{
  const GONE = `script, title, meta, link, xml, img, del, input, [class*=MsoToc],
    [class*=MsoCommentReference], .msocomanchor, .EOP`;
  const UNSEEN = /mso-element:\s*(comment|annotation)|mso-hide:\s*all|display:\s*none/i;
  const MARK = "[data-style*='mso-list:Ignore' i]";
  const ORDERED = /^\s*\(?(\d+|[a-zåäö]|[ivxlc]+)[.)]/i;
  const BULLET = /^\s*[•·●▪]\s*/;
  const ADDRESS = /^(https?:|mailto:)/i;
  const EMPHASIS = { B: "strong", STRONG: "strong", I: "em", EM: "em" };
  const HEADINGS = { H1: "h3", H2: "h3", H3: "h3", H4: "h4", H5: "h4", H6: "h4" };
  const KEPT = new Set("P UL OL LI BLOCKQUOTE BR A STRONG EM H3 H4".split(" "));
  const BLOCKS = new Set("DIV TABLE TBODY THEAD TR TD TH SECTION ARTICLE PRE DL DT DD".split(" "));

  const styleOf = (element) => element.getAttribute("data-style") ?? "";

  function unwrap(element) {
    element.replaceWith(...element.childNodes);
  }

  function renamed(element, tag) {
    const other = element.ownerDocument.createElement(tag);
    other.append(...element.childNodes);
    element.replaceWith(other);
    return other;
  }

  // An item of a list as Word and Word on the web write it: a paragraph, or a list of its own.
  function levelOf(element) {
    const level = styleOf(element).match(/mso-list:\s*\S+\s+level(\d)/i)?.[1];
    return Number(level ?? element.getAttribute("data-aria-level") ?? 0);
  }

  function isOrdered(element, mark) {
    return element.matches("li") ? element.parentElement.matches("ol") : ORDERED.test(mark);
  }

  // Where the next item goes: into the list of its level that is open, or a new one in the last item.
  function listFor(open, level, tag, before) {
    while (open.length && open.at(-1).level > level) open.pop();
    if (open.at(-1)?.level === level && !open.at(-1).list.matches(tag)) open.pop();
    if (open.at(-1)?.level === level) return open.at(-1).list;
    const list = before.ownerDocument.createElement(tag);
    const parent = open.at(-1)?.list.lastElementChild;
    if (parent) parent.append(list);
    else before.before(list);
    open.push({ level, list });
    return list;
  }

  // "• ", written by hand, is an item too.
  function markItems(root) {
    for (const paragraph of root.querySelectorAll("p")) {
      const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
      if (!words || !BULLET.test(words.data) || levelOf(paragraph)) continue;
      words.data = words.data.replace(BULLET, "");
      paragraph.setAttribute("data-aria-level", 1);
    }
  }

  function makeRealLists(root) {
    let open = [];
    let last = null;
    for (const element of root.querySelectorAll("p[data-style*=mso-list], [data-aria-level]")) {
      const level = levelOf(element);
      const mark = element.querySelector(MARK);
      const text = mark?.textContent ?? "";
      mark?.remove();
      if (!level) continue;
      const place = element.closest(".ListContainerWrapper") ?? element;
      if (last && last.nextElementSibling !== place) open = [];
      const list = listFor(open, level, isOrdered(element, text) ? "ol" : "ul", place);
      const item = element.ownerDocument.createElement("li");
      item.append(...(element.matches("li") ? element.childNodes : [renamed(element, "p")]));
      list.append(item);
      if (place !== element) place.remove();
      last = open[0].list;
    }
    for (const mark of root.querySelectorAll(MARK)) mark.remove();
  }

  // A span says in its style what an element would say. Inside what is bold already it says nothing.
  function takeEmphasis(element) {
    const style = styleOf(element);
    const wanted = new Set(EMPHASIS[element.tagName] ? [EMPHASIS[element.tagName]] : []);
    if (/(?<![-\w])font-weight:\s*(bold|[6-9]00)/i.test(style)) wanted.add("strong");
    if (/(?<![-\w])font-weight:\s*(normal|[1-4]00)/i.test(style)) wanted.delete("strong");
    if (/(?<![-\w])font-style:\s*italic/i.test(style)) wanted.add("em");
    if (element.closest("h1, h2, h3, h4, h5, h6")) wanted.delete("strong");
    for (const tag of wanted) {
      if (element.parentElement.closest(tag)) continue;
      const marked = element.ownerDocument.createElement(tag);
      marked.append(...element.childNodes);
      element.append(marked);
    }
    unwrap(element);
  }

  function isEmpty(block) {
    return !block.textContent.replaceAll("\u00a0", " ").trim();
  }

  function asMeant(html) {
    // The page's policy would complain of each style that the parser met.
    const quiet = html.replace(/<[^>]+>/g, (tag) =>
      tag.replace(/\sstyle\s*=/gi, " data-style=").replace(/^<(\/?)style\b/i, "<$1del"),
    );
    const { body } = new DOMParser().parseFromString(quiet, "text/html");
    for (const element of body.querySelectorAll(GONE)) element.remove();
    for (const element of body.querySelectorAll("[data-style]")) {
      if (UNSEEN.test(styleOf(element))) element.remove();
    }
    markItems(body);
    makeRealLists(body);
    for (const heading of body.querySelectorAll("p.MsoTitle")) renamed(heading, "h3");
    for (const element of body.querySelectorAll("*")) {
      const { tagName } = element;
      if (tagName === "SPAN" || tagName === "FONT" || EMPHASIS[tagName]) takeEmphasis(element);
      else if (HEADINGS[tagName]) renamed(element, HEADINGS[tagName]);
      else if (BLOCKS.has(tagName)) {
        if (element.querySelector("p, h1, h2, h3, h4, h5, h6, ul, ol, table, div")) unwrap(element);
        else renamed(element, "p");
      } else if (tagName === "A" && !ADDRESS.test(element.getAttribute("href") ?? "")) unwrap(element);
      else if (!KEPT.has(tagName)) unwrap(element);
      else for (const name of element.getAttributeNames()) {
        if (name !== "href") element.removeAttribute(name);
      }
    }
    for (const block of body.querySelectorAll("p, h3, h4, li")) if (isEmpty(block)) block.remove();
    const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
    const found = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    for (const comment of found) comment.remove();
    return body.innerHTML;
  }

  // What the editor itself has copied is already in its own form.
  document.addEventListener("prose-editor:ready", ({ detail: { editor } }) => {
    const { view } = editor;
    const theirs = view.props.transformPastedHTML;
    view.setProps({
      transformPastedHTML(html, ...rest) {
        const meant = html.includes("data-pm-slice") ? html : asMeant(html);
        return theirs ? theirs.call(this, meant, ...rest) : meant;
      },
    });
  });
}
