// Keeps every typed letter in this browser until the server says it has it. Plain DOM: works while the line is cut.
// Key: ct.keep|{account}|{draft}|{field}  Value: {"text", "base", "at", "rests"}
(() => {
  const account = document.querySelector('meta[name="ct-account"]')?.content || 'nobody';
  const mine = `ct.keep|${account}|`;
  const key = (draft, field) => `${mine}${draft}|${field}`;
  const read = k => { try { return JSON.parse(localStorage.getItem(k)); } catch { return null; } };

  let cutAt = 0;

  // Where a kept text is being typed. While that field stands on the page, its own events tell the server.
  const typedIn = new Map();
  const keyOf = el => key(el.dataset.keepDraft, el.dataset.keepField);
  const beingTyped = k => { const el = typedIn.get(k); return !!el?.isConnected && keyOf(el) === k; };

  function keep(el) {
    const { keepDraft: draft, keepField: field, keepBase: base = '' } = el.dataset;
    typedIn.set(key(draft, field), el);
    const before = read(key(draft, field));
    const rests = before?.base === base ? before.rests ?? [] : [];
    // A pause, or the last letter before the line was cut: this text was sent, and may have been saved although the
    // answer never came.
    const typed = Date.parse(before?.at);
    if (before?.base === base && (Date.now() - typed > 300 || typed <= cutAt)) rests.push(before.text);
    try {
      localStorage.setItem(key(draft, field), JSON.stringify({ text: el.value, base, at: new Date().toISOString(), rests: rests.slice(-5) }));
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
    /** What is kept for one draft and not being typed right now: [{field, text, base, at, rests}]. On a slow line the
        question comes after the first letters; bringing those back would overwrite the ones that followed. */
    pending: draft => entries(`${mine}${draft}|`).filter(kept => !beingTyped(kept.key)).map(({ field, text, base, at, rests }) => ({ field, text, base, at, rests })),

    /** Keeps a text that stands in no single field, such as a row of a sheet. */
    keep(draft, field, text, base) {
      try {
        localStorage.setItem(key(draft, field), JSON.stringify({ text, base, at: new Date().toISOString(), rests: [] }));
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

    /** Nothing typed from now on is heard by the server. */
    lineCut: () => { cutAt = Date.now(); },

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
