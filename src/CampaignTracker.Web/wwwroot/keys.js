// The keyboard: Ctrl+S saves now, Ctrl+Enter presses the main button, F1 lists the keys, Esc closes an open menu,
// N, P and G step and remark when no field has the focus, arrows on a map do not scroll. Nothing happens while a Vietnamese word is being composed.
(() => {
  const press = selector => {
    const target = [...document.querySelectorAll(selector)].find(e => e.offsetParent !== null || e.hasAttribute('data-hidden-key'));
    target?.click();
    return !!target;
  };
  const inField = () => document.activeElement?.matches('input, textarea, select, [contenteditable=""], [contenteditable=true]') ?? false;
  const inDialog = () => !!document.querySelector('dialog[open], .rz-dialog');
  const letters = { n: '[data-key-next]', p: '[data-key-previous]', g: '[data-key-remark]' };
  const closeDrops = except => document.querySelectorAll('details.drop[open]').forEach(d => { if (d !== except) d.open = false; });

  document.addEventListener('keydown', e => {
    if (e.isComposing || e.keyCode === 229) return;
    const letter = e.key.toLowerCase();
    if (e.ctrlKey && !e.shiftKey && !e.altKey && letter === 's') {
      e.preventDefault();
      press('[data-save-now]');
    } else if (e.ctrlKey && !e.shiftKey && !e.altKey && e.key === 'Enter' && !inDialog() && !e.target.closest?.('[data-own-keys]')) {
      if (press('[data-main-action]')) e.preventDefault();
    } else if (e.key === 'F1') {
      const box = document.querySelector('dialog[data-key-help]');
      if (box) { e.preventDefault(); if (!box.open) box.showModal(); }
    } else if (e.key.startsWith('Arrow') && e.target.closest?.('[data-arrows]')) {
      e.preventDefault();
    } else if (e.key === 'Escape') {
      const open = document.querySelector('details.drop[open]');
      if (open) { open.open = false; open.querySelector('summary')?.focus(); }
    } else if (!e.altKey && !e.ctrlKey && !e.metaKey && ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(e.key) && e.target.closest?.('[data-arrow-keys]')) {
      e.preventDefault(); // a tree or grid walks itself; the page must not scroll under it
    } else if (letters[letter] && !e.ctrlKey && !e.altKey && !e.metaKey && !inField() && !inDialog()) {
      if (press(letters[letter])) e.preventDefault();
    }
  });

  /** Leads to a field by its id, from a link that names what is missing. */
  window.focusField = (id, tries = 20) => {
    const field = document.getElementById(id);
    if (!field) { if (tries > 0) setTimeout(() => window.focusField(id, tries - 1), 50); return; }
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  };

  document.addEventListener('click', e => {
    const drop = e.target.closest?.('details.drop');
    closeDrops(e.target.closest?.('.drop-box a') ? null : drop);
    if (e.target.closest?.('[data-close-dialog]')) e.target.closest('dialog')?.close();
    if (e.target.closest?.('[data-open-keys]')) document.querySelector('dialog[data-key-help]')?.showModal();

    const skip = e.target.closest?.('a.skip');
    if (skip) { e.preventDefault(); document.getElementById('main')?.focus(); }

    const picker = e.target.closest?.('[data-pick-date]')?.parentElement.querySelector('input[type=date]');
    if (picker) { try { picker.showPicker(); } catch { picker.focus(); } }
  });
})();
