// The paper sheet: one active row of fields, the others as text, the keyboard alone. Nothing here waits for the server:
// a row is sent when it is left, five seconds after the last letter, and on Ctrl+S; until the server has it draftKeeper
// holds it. One row travels at a time. An answer that is lost does no harm: the same row is sent again.
(() => {
  const fields = ['action', 'result', 'dueOn', 'proof', 'standard'];
  const idle = 5000, patience = 15000, again = 3000, oneStep = 1000, steps = 200, hintAfter = 700;
  const account = document.querySelector('meta[name="ct-account"]')?.content || 'nobody';
  const sourceKey = key => `ct.paper|${account}|${key}`;
  let sheet = null, clock = null, hintTimer = null, keys = 0;

  const cut = () => document.documentElement.classList.contains('line-cut');
  const copy = lines => lines.map(line => ({ ...line }));
  const blank = line => fields.every(f => !line[f]?.trim());
  const fill = (pattern, ...facts) => pattern.replace(/\{(\d)\}/g, (_, i) => facts[i]);
  const fresh = () => ({ key: ++keys, action: '', result: '', dueOn: '', proof: '', standard: '' });
  const keyed = cells => ({ key: ++keys, action: cells.action ?? '', result: cells.result ?? '', dueOn: cells.dueOn ?? '', proof: cells.proof ?? '', standard: cells.standard ?? '' });
  const open = row => !row.closed || row.conflict;

  function make(tag, attributes = {}, ...children) {
    const el = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on')) el.addEventListener(name.slice(2), value);
      else el.setAttribute(name, value === true ? '' : value);
    }
    el.append(...children.filter(child => child !== null && child !== undefined));
    return el;
  }
  const icon = name => make('span', { class: 'icon notranslate', translate: 'no', 'aria-hidden': 'true' }, name);

  /** 3011, 30/11, 30.11, 30/11/2027 as 30/11/2027; anything else as it is: the server says what is wrong with it. */
  function day(text, year) {
    const typed = text.trim();
    const run = typed.match(/^(\d{2})(\d{2})(\d{2}|\d{4})?$/) ?? typed.match(/^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/);
    if (!run) return text;
    const [d, m] = [+run[1], +run[2]], y = run[3] === undefined ? year : run[3].length === 2 ? 2000 + +run[3] : +run[3];
    const real = m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
    return real ? `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}` : text;
  }

  // ---- drawing -------------------------------------------------------------------------------------------------------

  function draw() {
    const w = sheet.words;
    const head = make('tr', {}, ...[['no', 'num'], ['name', ''], ...fields.map(f => [f, f === 'standard' ? 'mid' : '']), ['saved', '']].map(([f, cls]) => make('th', { scope: 'col', class: `c-${f} ${cls}` }, w[f])));
    sheet.table = make('table', { class: 'table paper-table', 'aria-label': w.table }, make('thead', {}, head));
    for (const row of sheet.rows) {
      row.body = make('tbody', {});
      sheet.table.append(row.body);
      drawRow(row);
    }
    sheet.voice = make('div', { class: 'paper-voice', role: 'status' });
    sheet.frame.replaceChildren(make('div', { class: 'table-frame' }, sheet.table), sheet.voice,
      make('button', { type: 'button', class: 'only-read', tabindex: '-1', 'data-save-now': true, 'data-hidden-key': true, onclick: () => saveNow() }, w.saveNow));
  }

  function drawRow(row) {
    const active = row === sheet.active;
    row.body.className = active ? 'paper-active' : row.closed ? 'paper-closed' : '';
    row.body.replaceChildren(...(active ? activeRows(row) : textRows(row)));
    drawState(row);
  }

  const cells = row => row.lines.length > 0 ? row.lines : [fresh()];

  function nameCell(row, lines) {
    const name = open(row) && row !== sheet.active ? make('button', { type: 'button', class: 'link plain' }, make('b', {}, row.name)) : make('b', {}, row.name);
    return make('td', { class: 'c-name', rowspan: lines }, name, row === sheet.active && row.post ? make('span', { class: 'muted' }, row.post) : null);
  }

  const stateCell = (row, lines) => row.stateCell = make('td', { class: 'c-saved', rowspan: lines });
  const numberCell = (row, lines) => make('td', { class: 'c-no num', rowspan: lines }, row === sheet.active ? make('b', {}, `${row.number}`) : `${row.number}`);

  function textRows(row) {
    const lines = row.lines.filter(line => !blank(line));
    if (row.closed && !row.conflict || lines.length === 0) {
      const word = row.closed ? make('span', { class: 'chip chip-excused' }, icon('do_not_disturb_on'), row.closed) : make('span', { class: 'muted' }, sheet.words.notYet);
      const note = row.closedNote ? make('span', { class: 'muted' }, ` ${row.closedNote}`) : null;
      if (lines.length === 0) return [make('tr', {}, numberCell(row, 1), nameCell(row, 1), make('td', { colspan: 5 }, word, note), stateCell(row, 1))];
      return [make('tr', {}, numberCell(row, lines.length + 1), nameCell(row, lines.length + 1), make('td', { colspan: 5 }, word, note), stateCell(row, lines.length + 1)), ...lines.map(line => make('tr', {}, ...texts(line)))];
    }
    return lines.map((line, i) => make('tr', {}, ...(i === 0 ? [numberCell(row, lines.length), nameCell(row, lines.length)] : []), ...texts(line), ...(i === 0 ? [stateCell(row, lines.length)] : [])));
  }

  const texts = line => fields.map(f => make('td', { class: `c-${f} ${f === 'standard' ? 'mid' : ''}`, 'data-field': f, 'data-label': sheet.words[f] }, line[f]));

  function activeRows(row) {
    if (row.lines.length === 0) row.lines.push(fresh());
    const rows = row.lines.map((line, i) => make('tr', {}, ...(i === 0 ? [numberCell(row, row.lines.length), nameCell(row, row.lines.length)] : []),
      ...fields.map(f => make('td', { class: `c-${f}`, 'data-label': sheet.words[f] }, control(row, line, i, f), make('div', { class: 'cell-note', id: `n-${line.key}-${f}` }))),
      ...(i === 0 ? [stateCell(row, row.lines.length)] : [])));
    const button = (words, act, name) => make('button', { type: 'button', class: 'button', onclick: act }, icon(name), words);
    row.hintBox = make('div', { class: 'paper-hint note note-hint', hidden: true });
    row.beforeBox = make('div', { class: 'paper-before' });
    row.conflictBox = make('div', { class: 'paper-conflict' });
    row.typedBox = make('div', { class: 'paper-typed muted small' });
    rows.push(make('tr', { class: 'paper-beside' }, make('td', { colspan: 8 }, make('div', { class: 'paper-beside-in' }, row.conflictBox, row.hintBox, row.beforeBox, row.typedBox,
      make('div', { class: 'paper-walk phone-only' }, button(sheet.words.addLine, () => addLine(), 'add'), button(sheet.words.previous, () => walk(-1, 'action'), 'arrow_back'), button(sheet.words.next, () => walk(1, 'action'), 'arrow_forward'))))));
    drawBefore(row);
    drawProblems(row);
    drawConflict(row);
    row.typedBox.textContent = row.typed ?? '';
    showHint(row, row.hint ?? null);
    return rows;
  }

  function control(row, line, i, f) {
    const long = f !== 'dueOn' && f !== 'standard';
    const el = make(long ? 'textarea' : 'input', {
      class: 'input', rows: long ? 1 : null, type: long ? null : 'text', inputmode: long ? null : 'numeric', autocomplete: 'off', enterkeyhint: 'next', 'data-field': f, 'data-line': i,
      'aria-label': fill(sheet.words.cell, sheet.words[f], row.name, i + 1), 'aria-describedby': `n-${line.key}-${f}`, placeholder: f === 'result' ? sheet.words.resultAsk : f === 'dueOn' ? sheet.words.dueAsk : null,
    });
    el.value = line[f];
    return el;
  }

  const controlOf = (row, i, f) => row.body.querySelector(`[data-line="${i}"][data-field="${f}"]`);

  function drawState(row) {
    if (!row.stateCell) return;
    const w = sheet.words;
    const [cls, symbol, words] = row.conflict ? ['held', 'difference', w.two] : row.problems.length > 0 ? ['held', 'error', w.look] : row.message ? ['held', 'cloud_off', w.held]
      : row.sending ? ['going', 'cloud_upload', w.saving] : row.held ? ['held', 'cloud_off', w.held] : row.dirty ? ['typing', 'edit', w.typing] : row.saved ? ['done', 'cloud_done', row.saved] : ['', null, '\u2014'];
    const said = `${cls}|${words}`;
    if (row.stateCell.dataset.said === said) return;
    row.stateCell.dataset.said = said;
    row.stateCell.className = `c-saved ${cls}`;
    row.stateCell.replaceChildren(...(symbol ? [icon(symbol), ' '] : []), ...(cls === 'done' ? [make('span', { class: 'only-read' }, `${w.saved} `)] : []), words);
  }

  function drawProblems(row) {
    if (row !== sheet.active) return;
    row.lines.forEach((line, i) => fields.forEach(f => {
      const problem = row.problems.find(p => p.key === line.key && p.field === f), el = controlOf(row, i, f), note = document.getElementById(`n-${line.key}-${f}`);
      if (!el || !note) return;
      el.classList.toggle('missing', !!problem);
      problem ? el.setAttribute('aria-invalid', 'true') : el.removeAttribute('aria-invalid');
      note.textContent = problem?.words ?? '';
    }));
  }

  function drawBefore(row) {
    const before = row.before, all = before?.lines ?? [];
    const shown = row.showsBefore ? all : all.slice(0, 1);
    row.beforeBox.replaceChildren(icon('history'), make('div', {}, before ? make('b', {}, `${before.title} `) : make('span', { class: 'muted' }, sheet.words.noBefore),
      ...shown.map((line, i) => make(row.showsBefore && all.length > 1 ? 'div' : 'span', {}, row.showsBefore && all.length > 1 ? `${i + 1}. ` : '', `${line.text} `, line.outcome ? make('b', {}, line.outcome) : '')),
      all.length > 1 ? make('button', { type: 'button', class: 'link', tabindex: '-1', 'aria-expanded': `${row.showsBefore}`, onclick: () => toggleBefore() }, `${row.showsBefore ? sheet.words.less : sheet.words.more} (F2)`) : null));
    row.beforeBox.classList.toggle('opened', row.showsBefore);
  }

  function drawConflict(row) {
    row.conflictBox.hidden = !row.conflict && !row.message;
    if (row.conflictBox.hidden) return row.conflictBox.replaceChildren();
    const text = lines => lines.filter(line => !blank(line)).map(line => fields.map(f => line[f]).filter(Boolean).join(' \u00b7 ')).join('\n') || sheet.words.empty;
    row.conflictBox.replaceChildren(make('p', { class: 'note-missing', role: 'alert' }, icon('difference'), ' ', row.conflict?.words ?? row.message));
    if (!row.conflict) return;
    const side = (title, lines, words, act) => make('div', {}, make('b', {}, title), make('p', {}, text(lines)), words ? make('button', { type: 'button', class: 'button', onclick: act }, words) : '');
    row.conflictBox.append(make('div', { class: 'two-texts' }, side(sheet.words.myText, row.lines, row.conflict.settled ? null : sheet.words.mine, () => keepMine(row)), side(sheet.words.theirText, row.conflict.theirs, sheet.words.theirs, () => keepTheirs(row))));
  }

  function showHint(row, words) {
    row.hint = words;
    if (!row.hintBox) return;
    row.hintBox.hidden = !words;
    row.hintBox.replaceChildren(...(words ? [icon('help'), make('div', {}, make('b', {}, sheet.words.hint), ` ${words} `, make('span', { class: 'muted' }, sheet.words.mayStay))] : []));
  }

  function say(words) {
    sheet.voice.textContent = words;
  }

  // ---- moving --------------------------------------------------------------------------------------------------------

  function focus(row, i, f) {
    const el = controlOf(row, Math.min(i, row.lines.length - 1), f);
    if (!el) return;
    el.focus({ preventScroll: true });
    el.setSelectionRange?.(el.value.length, el.value.length);
    row.body.scrollIntoView({ block: 'nearest' });
  }

  function activate(row, i = 0, f = 'action') {
    const left = sheet.active;
    if (left === row) return focus(row, i, f);
    sheet.active = row;
    if (left) {
      tidy(left);
      left.showsBefore = false;
      drawRow(left);
    }
    drawRow(row);
    focus(row, i, f);
    pump();
  }

  // A line that was begun and left blank goes; a date stands as people write it.
  function tidy(row) {
    row.lines.forEach(line => formatDay(row, line));
    row.lines = row.lines.filter(line => !blank(line) || row.ids[line.key]);
  }

  function formatDay(row, line) {
    const written = day(line.dueOn, sheet.year);
    if (written === line.dueOn) return;
    line.dueOn = written;
    if (row.dirty) keep(row);
    if (row !== sheet.active) return;
    const el = controlOf(row, row.lines.indexOf(line), 'dueOn');
    if (el) el.value = written;
  }

  const here = () => {
    const el = document.activeElement;
    return el?.dataset?.line !== undefined && sheet.frame.contains(el) ? { el, i: +el.dataset.line, f: el.dataset.field, row: sheet.active } : null;
  };

  const besides = (row, by) => {
    for (let n = sheet.rows.indexOf(row) + by; n >= 0 && n < sheet.rows.length; n += by) if (open(sheet.rows[n])) return sheet.rows[n];
    return null;
  };

  function walk(by, f) {
    const next = besides(sheet.active, by);
    if (next) activate(next, by < 0 && f === 'standard' ? Number.MAX_SAFE_INTEGER : 0, f);
    else if (by > 0) end();
  }

  function forward({ row, i, f }) {
    const at = fields.indexOf(f);
    if (f === 'dueOn') formatDay(row, row.lines[i]);
    if (at < fields.length - 1) focus(row, i, fields[at + 1]);
    else if (i < row.lines.length - 1) focus(row, i + 1, fields[0]);
    else walk(1, fields[0]);
  }

  function back({ row, i, f }) {
    const at = fields.indexOf(f);
    if (at > 0) focus(row, i, fields[at - 1]);
    else if (i > 0) focus(row, i - 1, fields[fields.length - 1]);
    else walk(-1, fields[fields.length - 1]);
  }

  // Behind the last person: back to whoever is missing, else to the main button.
  function end() {
    const last = sheet.active;
    if (last.dirty) send(last);
    const missing = sheet.rows.filter(row => open(row) && row.lines.every(blank));
    say(missing.length > 0 ? fill(sheet.words.endMissing, missing.length) : sheet.words.endAll);
    const next = missing.find(row => row !== last);
    if (next) activate(next);
    else if (missing.length === 0) document.querySelector('[data-main-action]')?.focus();
  }

  // ---- writing, undoing ----------------------------------------------------------------------------------------------

  function keep(row) {
    row.kept = JSON.stringify({ lines: bare(row), seen: row.seen, unsure: row.unsure });
    draftKeeper.keep(sheet.key, row.id, row.kept, '');
  }

  const bare = row => row.lines.map(line => ({ id: row.ids[line.key] ?? null, ...Object.fromEntries(fields.map(f => [f, line[f]])) }));

  function touched(row) {
    say('');
    row.dirty = true;
    row.typedAt = Date.now();
    row.held = false;
    row.message = null;
    keep(row);
    drawState(row);
    clearTimeout(hintTimer);
    hintTimer = setTimeout(askHint, hintAfter);
  }

  /** One step that can be taken back; letters of one cell typed without a pause are one. */
  function step(row, before, i, f, typing = false) {
    const last = sheet.done[sheet.done.length - 1], now = Date.now();
    sheet.undone = [];
    if (typing && last?.typing && last.row === row && last.i === i && last.f === f && now - last.at < oneStep) {
      last.after = copy(row.lines);
      last.at = now;
      return;
    }
    sheet.done.push({ row, before, after: copy(row.lines), i, f, typing, at: now });
    if (sheet.done.length > steps) sheet.done.shift();
  }

  function go(from, to, side) {
    const taken = from.pop();
    if (!taken) return say(sheet.words.nothingToUndo);
    to.push({ ...taken, typing: false });
    const { row } = taken;
    row.lines = copy(taken[side]);
    if (sheet.active && sheet.active !== row) tidy(sheet.active);
    const left = sheet.active;
    sheet.active = row;
    if (left && left !== row) drawRow(left);
    row.problems = [];
    touched(row);
    drawRow(row);
    focus(row, Math.min(taken.i, row.lines.length - 1), taken.f);
    say(fill(sheet.words.undone, row.name));
    pump();
  }

  function write({ row, i, f }, value) {
    const before = copy(row.lines);
    row.lines[i][f] = value;
    const el = controlOf(row, i, f);
    if (el && el.value !== value) el.value = value;
    row.problems = row.problems.filter(p => p.key !== row.lines[i].key || p.field !== f);
    drawProblems(row);
    step(row, before, i, f, true);
    touched(row);
  }

  function addLine() {
    const row = sheet.active;
    if (!row) return;
    if (row.lines.length >= +sheet.words.limit) return say(sheet.words.tooManyLines);
    // A second line without a first is the first.
    const last = row.lines.length - 1;
    if (last >= 0 && blank(row.lines[last])) return focus(row, last, fields[0]);
    row.lines.forEach(line => formatDay(row, line));
    const before = copy(row.lines);
    row.lines.push(fresh());
    step(row, before, row.lines.length - 1, fields[0]);
    drawRow(row);
    focus(row, row.lines.length - 1, fields[0]);
  }

  function dateAbove({ row, i }) {
    const above = [...sheet.rows.slice(0, sheet.rows.indexOf(row)).flatMap(r => r.lines), ...row.lines.slice(0, i)].reverse().find(line => line.dueOn.trim());
    if (!above) return say(sheet.words.noDateAbove);
    write({ row, i, f: 'dueOn' }, day(above.dueOn, sheet.year));
  }

  function toggleBefore() {
    const row = sheet.active;
    if (!row) return;
    row.showsBefore = !row.showsBefore;
    drawBefore(row);
    say(row.beforeBox.textContent.replace('history', ''));
  }

  function lightStandard(f, value) {
    document.querySelectorAll('#paper-standards [data-standard]').forEach(li => li.classList.toggle('chosen', f === 'standard' && li.dataset.standard === value));
    document.getElementById('paper-standards')?.classList.toggle('here', f === 'standard');
  }

  async function askHint() {
    const at = here() ?? (sheet?.active ? { row: sheet.active, i: 0 } : null);
    const line = at?.row.lines[at.i];
    if (!line || cut()) return;
    const asked = sheet.asked = {};
    const row = at.row;
    try {
      const words = await sheet.net.invokeMethodAsync('Hint', { id: null, ...Object.fromEntries(fields.map(f => [f, line[f]])) });
      if (sheet?.asked === asked && sheet.active === row) showHint(row, words);
    } catch { /* a hint is a help, never a need */ }
  }

  // ---- saving --------------------------------------------------------------------------------------------------------

  const due = (row, now) => row.dirty && !row.sending && !row.conflict && now >= (row.notBefore ?? 0) && (row !== sheet.active || now - row.typedAt >= idle);

  function pump() {
    if (!sheet) return;
    if (cut()) {
      for (const row of sheet.rows) if (row.dirty && !row.held) { row.held = true; drawState(row); }
      return;
    }
    if (!sheet.ready || sheet.busy) return;
    const now = Date.now(), row = sheet.rows.find(r => due(r, now));
    if (row) send(row);
  }

  async function send(row) {
    if (!sheet.ready || sheet.busy || cut() || row.conflict) return;
    const mine = sheet, sent = copy(row.lines), texts = bare(row), seen = row.mine ? null : [row.seen, ...row.unsure];
    mine.busy = true;
    row.sending = true;
    row.dirty = false;
    row.unsure = [...row.unsure, texts].slice(-8);
    keep(row);
    const kept = row.kept;
    drawState(row);
    let answer = null;
    try {
      answer = await Promise.race([mine.net.invokeMethodAsync('SaveRowAsync', { id: row.id, lines: texts, seen }), new Promise(done => setTimeout(done, patience, null))]);
    } catch { /* the line: sent again below */ }
    mine.busy = false;
    row.sending = false;
    if (mine !== sheet) return;
    if (answer) take(row, answer, sent, kept);
    else {
      row.dirty = row.held = true;
      row.notBefore = Date.now() + again;
    }
    drawState(row);
    pump();
  }

  function take(row, answer, sent, kept) {
    row.held = false;
    row.message = answer.message;
    if (answer.message) { if (row === sheet.active) drawConflict(row); return; }
    if (answer.conflict) {
      row.conflict = { words: answer.conflict, settled: answer.settled, theirs: answer.stored.map(keyed), stored: answer.stored, at: answer.at };
      row === sheet.active ? drawConflict(row) : drawRow(row);
      return;
    }
    if (row.mine) sheet.done.push({ row, before: answer.before.map(keyed), after: copy(sent), i: 0, f: 'action', at: 0 });
    row.mine = false;
    sent.forEach((line, i) => { if (answer.keys[i]) row.ids[line.key] = answer.keys[i]; else delete row.ids[line.key]; });
    row.seen = answer.stored;
    row.unsure = [];
    row.saved = answer.stored.length > 0 ? answer.at : null;
    row.problems = answer.problems.map(p => ({ ...p, key: sent[p.line].key }));
    if (row.dirty || row.problems.length > 0) keep(row);
    else draftKeeper.acknowledge(sheet.key, row.id, kept);
    row === sheet.active ? (drawProblems(row), drawConflict(row)) : drawRow(row);
  }

  function keepMine(row) {
    row.conflict = null;
    row.mine = true;
    touched(row);
    drawConflict(row);
    focus(row, 0, fields[0]);
    send(row);
  }

  function keepTheirs(row) {
    const { stored, at, settled } = row.conflict, before = copy(row.lines);
    row.conflict = null;
    row.dirty = row.held = row.mine = false;
    row.ids = {};
    row.lines = stored.map(cells => adopt(row, cells));
    row.seen = stored;
    row.unsure = [];
    row.problems = [];
    row.saved = at;
    if (!settled) step(row, before, 0, fields[0]);
    draftKeeper.forget(sheet.key, row.id);
    if (settled && !row.closed) row.closed = sheet.words.adopted;
    if (settled) {
      sheet.active = null;
      drawRow(row);
      const next = besides(row, 1) ?? besides(row, -1);
      if (next) activate(next);
    } else {
      drawRow(row);
      focus(row, 0, fields[0]);
    }
  }

  function adopt(row, cells) {
    const line = keyed(cells);
    row.ids[line.key] = cells.id;
    return line;
  }

  async function flush() {
    const until = Date.now() + patience;
    while (sheet && Date.now() < until && !cut() && sheet.rows.some(row => row.sending || row.dirty && !row.conflict)) {
      const row = sheet.busy ? null : sheet.rows.find(r => r.dirty && !r.conflict);
      if (row) { if (row === sheet.active) row.lines.forEach(line => formatDay(row, line)); await send(row); if (row.held) break; }
      else await new Promise(done => setTimeout(done, 50));
    }
  }

  const waiting = () => sheet.rows.filter(row => row.dirty || row.sending || row.conflict || row.problems.length > 0 || row.message);

  async function saveNow() {
    await flush();
    if (sheet && waiting().length === 0) say(sheet.words.allSaved);
  }

  // ---- the keyboard --------------------------------------------------------------------------------------------------

  function pressed(e) {
    if (e.isComposing || e.keyCode === 229 || !sheet) return;
    const at = here();
    if (!at) return;
    const plain = !e.ctrlKey && !e.altKey && !e.metaKey, ctrl = e.ctrlKey && !e.shiftKey && !e.altKey && !e.metaKey, letter = e.key.toLowerCase();
    // Stopped here: behind a row that was drawn anew, nobody could tell that the key was the sheet's own.
    const does = act => { e.preventDefault(); e.stopPropagation(); act(); };
    if (e.key === 'Enter' && plain) does(() => e.shiftKey ? back(at) : forward(at));
    else if (e.key === 'Enter' && ctrl) does(addLine);
    else if (e.key === 'Enter' && e.altKey && !e.ctrlKey && at.el.tagName === 'TEXTAREA') does(() => {
      at.el.setRangeText('\n', at.el.selectionStart, at.el.selectionEnd, 'end');
      write(at, at.el.value);
    });
    else if (ctrl && letter === 'd') does(() => dateAbove(at));
    else if (ctrl && letter === 'z') does(() => go(sheet.done, sheet.undone, 'before'));
    else if (ctrl && letter === 'y') does(() => go(sheet.undone, sheet.done, 'after'));
    else if (e.key === 'F2' && plain) does(toggleBefore);
    else if (e.key === 'PageDown' && plain) does(() => walk(1, at.f));
    else if (e.key === 'PageUp' && plain) does(() => walk(-1, at.f));
    else if (at.f === 'standard' && plain && e.key.length === 1) does(() => {
      if (e.key < '1' || e.key > '5') return;
      write(at, e.key);
      lightStandard('standard', e.key);
    });
  }

  // On the window and in the first phase: while the line is cut, nobody behind the document hears a letter.
  function typed(e) {
    if (!sheet || !sheet.frame.contains(e.target) || e.target.dataset.line === undefined) return;
    const at = { row: sheet.active, i: +e.target.dataset.line, f: e.target.dataset.field };
    write(at, at.f === 'standard' ? e.target.value.replace(/[^1-5]/g, '').slice(-1) : e.target.value);
    if (at.f === 'standard') lightStandard('standard', e.target.value);
  }

  function entered(e) {
    if (e.target.dataset?.line === undefined) return;
    lightStandard(e.target.dataset.field, e.target.value);
    clearTimeout(hintTimer);
    hintTimer = setTimeout(askHint, 0);
  }

  function exited(e) {
    const row = sheet?.active;
    if (!row || e.target.dataset?.field !== 'dueOn' || !row.body.contains(e.target)) return;
    const line = row.lines[+e.target.dataset.line];
    if (line) formatDay(row, line);
  }

  function clicked(e) {
    const body = e.target.closest('tbody'), row = sheet?.rows.find(r => r.body === body);
    if (row && row !== sheet.active && sheet.ready && open(row)) activate(row, 0, e.target.closest('[data-field]')?.dataset.field ?? 'action');
  }

  window.addEventListener('input', typed, true);

  // ---- from the page -------------------------------------------------------------------------------------------------

  window.paperEntry = {
    start(frame, net, model) {
      window.paperEntry.stop();
      sheet = { frame, net, ...model, active: null, done: [], undone: [], busy: false };
      sheet.rows = model.rows.map(given => {
        const row = { ...given, ids: {}, seen: given.lines, unsure: [], problems: [], dirty: false, held: false, sending: false, conflict: null, message: null, mine: false, showsBefore: false };
        row.lines = given.lines.map(cells => adopt(row, cells));
        return row;
      });
      const back = bringBack();
      draw();
      frame.addEventListener('keydown', pressed);
      frame.addEventListener('focusin', entered);
      frame.addEventListener('focusout', exited);
      frame.addEventListener('click', clicked);
      if (back > 0) say(fill(sheet.words.restored, back));
      clock = setInterval(pump, 500);
      if (sheet.ready) begin();
    },

    /** The source is chosen: typing begins. */
    go() {
      if (!sheet) return;
      sheet.ready = true;
      for (const row of sheet.rows) if (row.message) { row.message = null; row.dirty = true; }
      begin();
    },

    /** Saves everything; answers how many rows are not on the server, and opens the first of them. */
    async finish() {
      if (!sheet) return 0;
      await flush();
      const left = waiting();
      if (left.length > 0) activate(left[0]);
      return left.length;
    },

    /** The page is left: what is not on the server stays kept. */
    stop() {
      if (!sheet) return;
      clearInterval(clock);
      clearTimeout(hintTimer);
      const { frame } = sheet;
      frame.removeEventListener('keydown', pressed);
      frame.removeEventListener('focusin', entered);
      frame.removeEventListener('focusout', exited);
      frame.removeEventListener('click', clicked);
      sheet = null;
    },

    remember: (key, source) => { try { sessionStorage.setItem(sourceKey(key), JSON.stringify(source)); } catch { /* asked again next time */ } },

    recall: key => { try { return JSON.parse(sessionStorage.getItem(sourceKey(key))); } catch { return null; } },
  };

  function begin() {
    const first = sheet.active ?? sheet.rows.find(row => row.dirty && open(row)) ?? sheet.rows.find(row => open(row) && row.lines.every(blank)) ?? sheet.rows.find(open);
    if (!first) return;
    sheet.active === first ? focus(first, 0, fields[0]) : activate(first);
  }

  // What an earlier sitting could not save is laid over the rows and sent; the server says whether somebody was faster.
  function bringBack() {
    let back = 0;
    for (const kept of draftKeeper.pending(sheet.key)) {
      const row = sheet.rows.find(r => r.id === kept.field);
      let text = null;
      try { text = JSON.parse(kept.text); } catch { /* not ours */ }
      if (!row || !text?.lines) continue;
      row.ids = {};
      row.lines = text.lines.map(cells => adopt(row, cells));
      row.seen = text.seen ?? row.seen;
      row.unsure = text.unsure ?? [];
      row.dirty = true;
      row.typedAt = 0;
      row.kept = kept.text;
      back++;
    }
    return back;
  }
})();
