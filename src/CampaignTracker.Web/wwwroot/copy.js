// A button with data-copy="id" puts the text of that element on the clipboard, within the click itself: browsers allow it only there.
// Without a secure address (a server by its number in the house's own net) the old way is taken.
(() => {
  const oldWay = text => {
    const box = document.createElement('textarea');
    box.value = text;
    box.style.position = 'fixed';
    box.style.opacity = '0';
    document.body.append(box);
    box.select();
    document.execCommand('copy');
    box.remove();
  };
  document.addEventListener('click', e => {
    const button = e.target.closest?.('[data-copy]');
    const source = button && !button.disabled && document.getElementById(button.dataset.copy);
    if (!source) return;
    const text = (source.value ?? source.textContent).trim();
    if (navigator.clipboard) navigator.clipboard.writeText(text).catch(() => oldWay(text));
    else oldWay(text);
  }, true);
})();
