// Looks closer at a map: buttons with data-zoom ("1", "-1", "0") beside it, or + - 0 while a shape has the focus. The drawing grows within its frame, which scrolls;
// numbers and hatches keep their size. Works while the line is cut.
(() => {
  const steps = [1, 2, 4, 7];

  function zoom(side, by) {
    const frame = side.querySelector('.map-frame'), map = frame.querySelector('.map');
    const now = +(map.dataset.at ?? 0), next = by === 0 ? 0 : Math.min(steps.length - 1, Math.max(0, now + by));
    if (next === now) return;
    const shape = map.querySelector('a[tabindex="0"] path').getBoundingClientRect(), before = frame.getBoundingClientRect();
    // What is looked at stays in the middle: the place in focus from the whole map, else the middle of the frame.
    const [x, y] = now === 0 ? [shape.x + shape.width / 2, shape.y + shape.height / 2] : [before.x + before.width / 2, before.y + before.height / 2];
    const old = map.getBoundingClientRect(), at = [(x - old.x) / old.width, (y - old.y) / old.height];
    if (now === 0) frame.style.height = `${before.height}px`;
    if (next === 0) frame.style.height = '';
    map.dataset.at = next;
    map.style.width = map.style.maxWidth = next === 0 ? '' : `${steps[next] * frame.clientWidth}px`;
    map.style.setProperty('--zoom', steps[next]);
    for (const hatch of map.querySelectorAll('pattern')) hatch.setAttribute('patternTransform', `${hatch.dataset.turn} scale(${1 / steps[next]})`);
    const grown = map.getBoundingClientRect();
    frame.scrollLeft = at[0] * grown.width - frame.clientWidth / 2;
    frame.scrollTop = at[1] * grown.height - frame.clientHeight / 2;
    for (const button of side.querySelectorAll('[data-zoom]')) button.setAttribute('aria-disabled', button.dataset.zoom === '1' ? next === steps.length - 1 : next === 0);
  }

  document.addEventListener('click', e => {
    const button = e.target.closest?.('[data-zoom]');
    if (button) zoom(button.closest('.map-side'), +button.dataset.zoom);
  });
  document.addEventListener('keydown', e => {
    const by = { '+': 1, '=': 1, '-': -1, 0: 0 }[e.key], side = e.target.closest?.('.map')?.closest('.map-side');
    if (side && by !== undefined && !e.ctrlKey && !e.altKey && !e.metaKey) { e.preventDefault(); zoom(side, by); }
  });
})();
