// Walks a table of fields: Enter to the next cell and at the row's end to the next row, Shift+Enter back, arrows up and down in the same column.
// Plain DOM: works while the line is cut. Nothing happens while a Vietnamese word is being composed.
(() => {
  const fields = scope => [...scope.querySelectorAll('td input.input:not([disabled])')].filter(e => e.offsetParent !== null);

  function next(grid, field, by) {
    const all = fields(grid);
    const to = all[all.indexOf(field) + by];
    if (to) to.focus();
    else if (by > 0) document.querySelector('[data-cells-end] button')?.focus();
  }

  function inColumn(field, by) {
    const [row, cell] = [field.closest('tr'), field.closest('td')];
    for (let other = row; (other = by > 0 ? other.nextElementSibling : other.previousElementSibling);) {
      const to = other.querySelector(`td.${cell.classList[0]} input.input:not([disabled])`);
      if (to) { to.focus(); return; }
    }
  }

  document.addEventListener('keydown', e => {
    const grid = e.target.closest?.('[data-cells]');
    if (!grid || e.isComposing || e.keyCode === 229 || e.ctrlKey || e.altKey || e.metaKey || !e.target.matches('td input.input')) return;
    if (e.key === 'Enter') { e.preventDefault(); next(grid, e.target, e.shiftKey ? -1 : 1); }
    else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') { e.preventDefault(); inColumn(e.target, e.key === 'ArrowDown' ? 1 : -1); }
  });

  // A key typed into the choice replaces the one before.
  document.addEventListener('focusin', e => {
    if (e.target.closest?.('[data-cells] td.answer, [data-cells] td.figure') && e.target.select) e.target.select();
  });
})();
