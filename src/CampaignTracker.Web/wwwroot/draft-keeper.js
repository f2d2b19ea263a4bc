// Keeps every typed letter in this browser until the server says it has it. Plain DOM: works while the line is cut.
// Key: ct.keep|{account}|{draft}|{field}  Value: {"text", "base", "at", "stood": every text that stood there over this base, as its print}
(() => {
  const account = document.querySelector('meta[name="ct-account"]')?.content || 'nobody';
  const mine = `ct.keep|${account}|`;
  const key = (draft, field) => `${mine}${draft}|${field}`;
  const read = k => { try { return JSON.parse(localStorage.getItem(k)); } catch { return null; } };

  // Where a kept text is being typed (while that field stands on the page, its own events tell the server), and over what.
  const typedIn = new Map(), last = new Map();
  const keyOf = el => key(el.dataset.keepDraft, el.dataset.keepField);
  const beingTyped = k => { const el = typedIn.get(k); return !!el?.isConnected && keyOf(el) === k; };

  // A text in a few digits, by which it is known again however blanks and letters were stored (FNV-1a).
  function print(text) {
    let digits = 0x811c9dc5;
    for (const letter of text.normalize('NFC').replace(/\s+/g, ' ').trim()) digits = Math.imul(digits ^ letter.codePointAt(0), 0x01000193);
    return (digits >>> 0).toString(36);
  }

  function keep(el) {
    const { keepDraft: draft, keepField: field, keepBase: base = '' } = el.dataset;
    const k = key(draft, field);
    typedIn.set(k, el);
    // Any text over this base may have been saved although the answer, or the new base, never came.
    const before = read(k) ?? last.get(k);
    const stood = [...before?.base === base ? before.stood ?? [] : [], print(el.value)].slice(-500);
    last.set(k, { base, stood });
    try {
      localStorage.setItem(k, JSON.stringify({ text: el.value, base, at: new Date().toISOString(), stood }));
    } catch {
      document.getElementById('keep-full')?.classList.add('shown');
    }
  }

  document.addEventListener('input', e => {
    const el = e.target;
    if (el.dataset?.keepDraft !== undefined && el.dataset.keepField !== undefined) keep(el);
  }, true);

  function entries(prefix) {
    const found = [];
    for (let i = 0; i < localStorage.length; i++) {
      const k = localStorage.key(i);
      const value = k.startsWith(prefix) ? read(k) : null;
      if (value) found.push({ key: k, field: k.slice(prefix.length), ...value });
    }
    return found;
  }

  window.draftKeeper = {
    /** What is kept for one draft and not being typed right now: [{field, text, base, at}]. On a slow line the
        question comes after the first letters; bringing those back would overwrite the ones that followed. */
    pending: draft => entries(`${mine}${draft}|`).filter(kept => !beingTyped(kept.key)).map(({ field, text, base, at }) => ({ field, text, base, at })),

    /** Whether this text stood in the field while the kept one was typed: then it is this writer's own, saved on the way. */
    wasTyped: (draft, field, text) => read(key(draft, field))?.stood?.includes(print(text)) ?? false,

    /** Keeps a text that stands in no single field, such as a row of a sheet. */
    keep(draft, field, text, base) {
      try {
        localStorage.setItem(key(draft, field), JSON.stringify({ text, base, at: new Date().toISOString(), stood: [] }));
      } catch {
        document.getElementById('keep-full')?.classList.add('shown');
      }
    },

    /** The server has this text: forget it, unless more was typed meanwhile. Answers whether it was forgotten. */
    acknowledge(draft, field, text) {
      const k = key(draft, field);
      if (read(k)?.text !== text) return false;
      localStorage.removeItem(k);
      document.getElementById('keep-full')?.classList.remove('shown');
      return true;
    },

    /** The user chose the server's text: forget ours, whatever it says. */
    forget: (draft, field) => localStorage.removeItem(key(draft, field)),

    /** Everything of this account goes: at sign-out, on a shared machine. */
    forgetAccount: () => entries(mine).forEach(e => localStorage.removeItem(e.key)),

    anyPending: () => entries(mine).length > 0,

    /** The line is back on the same circuit: tell the server what was typed meanwhile. Where somebody else was faster,
        the page is opened anew: then it shows both texts. */
    flush() {
      const typed = [...document.querySelectorAll('[data-keep-draft][data-keep-field]')]
        .map(el => ({ el, kept: read(keyOf(el)) })).filter(field => field.kept);
      if (typed.some(({ el, kept }) => kept.text !== el.value || kept.base !== (el.dataset.keepBase ?? ''))) {
        location.reload();
        return;
      }
      for (const { el } of typed) {
        el.dispatchEvent(new Event('input', { bubbles: true }));
        el.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
  };

  document.addEventListener('submit', e => {
    const form = e.target;
    if (!form.matches?.('form[data-sign-out]')) return;
    if (window.draftKeeper.anyPending() && !confirm(form.dataset.unsaved)) { e.preventDefault(); return; }
    window.draftKeeper.forgetAccount();
  });
})();
