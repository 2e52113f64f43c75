import { lazy, Suspense } from 'react';
import { helpInLog } from '#features/help-fill/help-in-log.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { loadWords } from '#platform/i18n/words.ts';

const Link = lazy(async () => {
  try {
    const [{ HelpInTalk }] = await Promise.all([
      import('./help-in-talk.tsx'),
      loadWords(['help-fill']),
    ]);
    return { default: HelpInTalk };
  } catch {
    // Without a network the line stands by itself; the claim's own page says the same.
    return { default: () => null };
  }
});

interface HelpInTalkLoaderProps {
  events: readonly StreamEvent[];
  seq: number | undefined;
}

/** The way to its question, beside a line that tells of a proposal or a pointed question, while that still waits. */
export function HelpInTalkLoader({ events, seq }: HelpInTalkLoaderProps) {
  const event = events.find((one) => one.seq === seq);
  const { draftId, field } = event?.body ?? {};
  if (typeof draftId !== 'string' || typeof field !== 'string') return null;
  const { proposals, pointed } = helpInLog(events, draftId);
  const isOpen = proposals.some((one) => one.seq === seq) || pointed?.seq === seq;
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Link draftId={draftId} field={field} />
    </Suspense>
  );
}
