// The words of the text editor in the reader's language. They come with the page
// (desk/editing/editor_words.py). The editor asks window.gettext for those of its dialogue, so
// this runs before it; the words of its buttons it writes in English, and they are exchanged here.

{
  const words = JSON.parse(document.getElementById("editor-words").textContent);

  function inWords(word) {
    return words[word] ?? word;
  }

  function exchange(menu) {
    for (const button of menu.querySelectorAll("button[title]")) {
      button.title = inWords(button.title);
      if (button.ariaLabel) button.ariaLabel = inWords(button.ariaLabel);
    }
    for (const option of menu.querySelectorAll(".prose-menubar__option > *")) {
      option.textContent = inWords(option.textContent);
    }
  }

  window.gettext = inWords;

  // The menu copies a button whenever the cursor comes to another kind of block.
  document.addEventListener("prose-editor:ready", (event) => {
    const { editor, textarea } = event.detail;
    const show = () => {
      const menu = textarea.closest(".prose-editor").querySelector(".prose-menubar");
      if (menu) exchange(menu);
    };
    show();
    editor.on("create", show);
    editor.on("transaction", show);
  });
}
