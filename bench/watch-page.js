/**
 * Put into every document of a measured tab before its own scripts. Plain JavaScript, since it is sent as it is. Reports
 * through the binding `benchReport`, times in ms of the wall clock:
 *
 * `painted`: the frame after the human button was there and the page had its first paint, with the button's middle.
 * `effect`: the frame in which the status says something; on the page that follows a plain form, that page's first
 * contentful paint. `accepted`: the same, once the words are those of the server's yes (`benchAccepted`).
 */
(() => {
  const seen = { lcp: 0, blocked: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.blocked.push({ start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });

  const paintOf = (name) => performance.getEntriesByName(name)[0]?.startTime;

  /** What a visit without a touch comes to; times from this document's start, `loadedAt` by the wall clock. */
  window.benchSummary = () => ({
    ...seen,
    firstPaint: paintOf('first-paint'),
    firstContentfulPaint: paintOf('first-contentful-paint'),
    loadedAt: performance.timeOrigin + performance.getEntriesByType('navigation')[0].loadEventEnd,
  });

  // The first document of a tab keeps its start for the one that follows a plain form.
  const isAnswerPage = location.pathname.startsWith('/human');
  if (!isAnswerPage) window.name = String(performance.timeOrigin);

  let isTapReady = false;
  let hasEffect = false;
  let isAccepted = false;
  const report = (kind, at, more) =>
    window.benchReport?.({ kind, at, start: Number(window.name), ...more });
  const look = () => {
    requestAnimationFrame(look);
    const paint = paintOf('first-contentful-paint');
    if (paint === undefined) return;
    const now = performance.timeOrigin + performance.now();
    if (!isTapReady && !isAnswerPage) {
      const box = document.querySelector('[data-help="human"]')?.getBoundingClientRect();
      if (!box || box.width === 0) return;
      isTapReady = true;
      report('painted', now, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
      return;
    }
    const text = document.querySelector('[data-help="human-status"]')?.textContent.trim() ?? '';
    if (text === '') return;
    const at = isAnswerPage ? performance.timeOrigin + paint : now;
    if (!hasEffect) {
      hasEffect = true;
      report('effect', at);
    }
    if (!isAccepted && text.includes(window.benchAccepted)) {
      isAccepted = true;
      report('accepted', at);
    }
  };
  requestAnimationFrame(look);
})();
