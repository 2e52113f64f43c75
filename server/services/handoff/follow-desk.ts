import { handoffLimits } from '#domain/handoff/limits.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import type { SseOut } from '../../http/sse.ts';
import type { Parts } from '../../parts.ts';
import { beatPresence, ensurePresence } from '../../store/presence.ts';
import { BYE_SPREAD_MS } from './follow-conversation.ts';
import { addLiveStream, newPresence } from './presence.ts';
import { DESK, deskOf, QUEUE } from './subjects.ts';
import { viewDesk } from './view-desk.ts';

/** Changes of a moment are shown together. */
const SETTLE_MS = 150;
const BEAT_MS = 5000;

/**
 * Shows a member their desk whenever something on it changes. Being connected is being there: offers go to who has
 * this stream open and is available.
 */
export async function followDesk(
  parts: Parts,
  staff: StaffMember,
  out: SseOut,
  stillThere: () => Promise<boolean>,
): Promise<void> {
  const gone = new AbortController();
  out.onGone(() => gone.abort());
  const endLive = addLiveStream(parts, staff.id);
  const watch = parts.hints.watch(DESK, deskOf(staff.id));
  // A sweep that finds any change wakes desks: they know no cursor.
  watch.seen = 0;
  let shown = '';
  try {
    const now = parts.clock.now();
    await ensurePresence(parts.store.db, newPresence(staff.id, now));
    await beatPresence(parts.store.db, [staff.id], now);
    parts.hints.notify(QUEUE);
    while (!out.isGone() && !parts.hints.isClosed()) {
      if (!(await stillThere())) {
        out.send({ event: 'gone', data: {} });
        return;
      }
      const desk = await viewDesk(parts, staff);
      // Waiting time goes by itself: it is no news.
      const text = JSON.stringify({ ...desk, longestWaitSeconds: 0 });
      const isSent =
        text === shown
          ? out.send({ event: 'beat', data: {} })
          : out.send({ event: 'desk', data: desk, retryMs: 1000 });
      if (!isSent) return;
      shown = text;
      await watch.wait(Math.min(BEAT_MS, handoffLimits.beatMs), gone.signal);
      await parts.hints.wait('pause', SETTLE_MS, gone.signal);
    }
    const retryMs = Math.round(Math.random() * BYE_SPREAD_MS);
    out.send({ event: 'bye', data: { retryMs }, retryMs });
  } catch (error) {
    parts.log.error('desk-stream-failed', error);
  } finally {
    watch.end();
    endLive();
  }
}
