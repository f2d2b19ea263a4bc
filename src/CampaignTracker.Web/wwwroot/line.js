// Starts Blazor and watches the line. While it is cut a bar at the bottom says so and typing goes on; every three
// seconds the server is asked whether it lives. Only then: rejoin the same circuit, or, if that is gone, reload.
(() => {
  const every = 3000;
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });
  let cut = false, cutAgain = false;

  const alive = async () => {
    try { return (await fetch('/health/live', { cache: 'no-store' })).status === 200; } catch { return false; }
  };
  const wait = () => new Promise(done => {
    const again = () => { clearTimeout(timer); removeEventListener('online', again); done(); };
    const timer = setTimeout(again, every);
    addEventListener('online', again);
  });

  function show() {
    const words = document.getElementById('line-words');
    if (words) words.textContent = words.dataset.words.replace('{0}', clock.format(new Date()));
    document.documentElement.classList.add('line-cut');
  }

  // Nobody hears the circuit's events now; the draft keeper has already heard these.
  for (const event of ['input', 'change'])
    document.addEventListener(event, e => { if (cut) e.stopImmediatePropagation(); }, true);

  async function rejoin() {
    if (cut) { cutAgain = true; return; }
    cut = true;
    show();
    do {
      const took = await reconnected();
      cutAgain = false;
      // What the server drew meanwhile is on its way: it must be here before what was typed is laid over it.
      await new Promise(done => setTimeout(done, Math.max(500, 3 * took)));
    } while (cutAgain);
    cut = false;
    document.documentElement.classList.remove('line-cut');
    window.draftKeeper?.flush();
  }

  // Answers how long the server took; where the circuit is gone the page is loaded anew instead.
  async function reconnected() {
    for (;;) {
      const asked = performance.now();
      if (await alive()) {
        try {
          if (await Blazor.reconnect()) return performance.now() - asked;
          location.reload();
          return await new Promise(() => { });
        } catch { /* the line went again between the two questions */ }
      }
      await wait();
    }
  }

  const placeholder = document.getElementById('waiting');
  if (placeholder) {
    const drawn = () => document.querySelector('.app') && (placeholder.remove(), observer.disconnect());
    const observer = new MutationObserver(drawn);
    observer.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => { const late = document.getElementById('waiting-long'); if (late) late.hidden = false; }, 8000);
  }

  Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: rejoin, onConnectionUp: () => { } } } });
})();
