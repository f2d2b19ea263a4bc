// Drawings of a page as files: a button with data-picture="id" takes the drawing in that element with the styles it shows, puts title, date and legend to it
// and saves it as SVG or, twice as large on white, as PNG. Nothing leaves the browser.
(() => {
  const space = 'http://www.w3.org/2000/svg', edge = 24, line = 22, ink = '#23201D', muted = '#5C564F';
  const styles = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'font-size', 'font-weight', 'font-family', 'text-anchor', 'dominant-baseline', 'vector-effect', 'overflow'];

  const make = (name, attributes, text) => {
    const made = document.createElementNS(space, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    if (text) made.textContent = text;
    return made;
  };

  const write = (x, y, text, weight, size, fill) => make('text', { x, y, fill, 'font-size': size, 'font-weight': weight, 'font-family': "'Source Sans 3', 'Noto Sans', Arial, sans-serif" }, text);

  // A copy that looks the same without the page's style sheets, and leads nowhere.
  function copyOf(svg) {
    const copy = svg.cloneNode(true), from = [svg, ...svg.querySelectorAll('*')], to = [copy, ...copy.querySelectorAll('*')];
    from.forEach((element, i) => {
      const shown = getComputedStyle(element);
      if (shown.display === 'none' || shown.visibility === 'hidden') to[i].setAttribute('display', 'none');
      for (const name of styles) {
        const value = shown.getPropertyValue(name);
        // The patterns lie in the picture itself: no address of the page belongs in front of their names.
        if (value) to[i].style.setProperty(name, value.replace(/url\(["']?[^"')#]*(#[^"')]+)["']?\)/, 'url($1)'));
      }
      if (element.tagName === 'circle') to[i].setAttribute('r', parseFloat(shown.r) || element.getAttribute('r'));
      for (const name of element.tagName === 'a' ? ['href', 'tabindex', 'class'] : ['class', 'role']) to[i].removeAttribute(name);
    });
    return copy;
  }

  const drawingOf = holder => [...holder.querySelectorAll('svg')].sort((a, b) => b.getBoundingClientRect().width * b.getBoundingClientRect().height - a.getBoundingClientRect().width * a.getBoundingClientRect().height)[0];

  function compose(holder, button) {
    const svg = drawingOf(holder);
    if (!svg) return null;
    // Words may stand around a drawing that measures itself in percent: data-around says how far, left, top, right, bottom.
    const [left, above, right, below] = (svg.dataset.around ?? '0 0 0 0').split(' ').map(Number), frame = svg.getBoundingClientRect(), seen = svg.viewBox.baseVal;
    const box = { width: frame.width + left + right, height: frame.height + above + below }, scale = Math.max(1, 600 / box.width), width = Math.round(box.width * scale), height = Math.round(box.height * scale);
    const legend = [...holder.querySelectorAll('[data-legend] li')];
    const wanted = Math.max(width, 9.5 * button.dataset.title.length) + 2 * edge, top = edge + 2 * line + 16, full = top + height + legend.length * line + 2 * edge + (button.dataset.mark ? line : 0);
    const picture = make('svg', { xmlns: space, width: wanted, height: full, viewBox: `0 0 ${wanted} ${full}` });
    picture.append(make('rect', { width: wanted, height: full, fill: '#fff' }), write(edge, edge + 16, button.dataset.title, 650, 19, ink), write(edge, edge + 16 + line, button.dataset.date, 400, 15, muted));
    const inner = copyOf(svg), copy = svg.dataset.around ? make('svg', {}) : inner;
    inner.removeAttribute('style');
    if (copy !== inner) {
      for (const [name, value] of [['width', frame.width], ['height', frame.height], ['overflow', 'visible']]) inner.setAttribute(name, value);
      copy.append(inner);
    }
    for (const [name, value] of [['x', edge], ['y', top], ['width', width], ['height', height], ['viewBox', seen && seen.width ? `${seen.x} ${seen.y} ${seen.width} ${seen.height}` : `${-left} ${-above} ${box.width} ${box.height}`]]) copy.setAttribute(name, value);
    picture.append(copy);
    legend.forEach((item, i) => {
      const y = top + height + edge + i * line, sign = item.querySelector('svg');
      if (sign) {
        const swatch = copyOf(sign);
        swatch.setAttribute('x', edge);
        swatch.setAttribute('y', y - 12);
        picture.append(swatch);
      }
      picture.append(write(edge + 40, y, [...item.childNodes].filter(part => part.nodeType !== Node.COMMENT_NODE).map(part => part.textContent.trim()).filter(text => text).join(': '), 400, 15, ink));
    });
    if (button.dataset.mark) picture.append(write(edge, full - edge, button.dataset.mark, 600, 15, muted));
    return { text: new XMLSerializer().serializeToString(picture), width: wanted, height: full };
  }

  function save(blob, name) {
    const link = document.createElement('a'), address = URL.createObjectURL(blob);
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  function paint({ text, width, height }, name) {
    const image = new Image(), address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * width;
      canvas.height = 2 * height;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      canvas.toBlob(blob => blob && save(blob, name), 'image/png');
    };
    image.src = address;
  }

  document.addEventListener('click', e => {
    const button = e.target.closest?.('[data-picture]'), holder = button && document.getElementById(button.dataset.picture), picture = holder && compose(holder, button);
    if (picture) button.dataset.format === 'png' ? paint(picture, `${button.dataset.file}.png`) : save(new Blob([picture.text], { type: 'image/svg+xml' }), `${button.dataset.file}.svg`);
    if (e.target.closest?.('[data-print]')) window.print();
  });

  // On paper the table stands beneath its chart.
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details.chart-table:not([open])')];
    for (const table of opened) table.open = true;
  });
  window.addEventListener('afterprint', () => { for (const table of opened) table.open = false; });
})();
