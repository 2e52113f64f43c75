import { useState } from 'react';
import type { Claim } from '#domain/api/claim.ts';
import { useWords } from '#platform/i18n/words.ts';
import { useStatusWords } from './claim-words.ts';
import { changesOf, type Change } from './what-changed.ts';

/**
 * Says what is new since the page was opened, to whoever hears it: only what changed, once, and nothing on the screen
 * moves. Whoever sees the page sees the page itself change.
 */
export function News({ claim }: { claim: Claim }) {
  const { t } = useWords('status');
  const words = useStatusWords(claim.flow);
  const [before, setBefore] = useState(claim);
  const [news, setNews] = useState('');
  const say = (change: Change): string => {
    switch (change.kind) {
      case 'status':
        return words.status(change.status);
      case 'late':
        return t('late.title');
      case 'held':
        return t('payment.held');
      case 'paper-rejected':
        return t('newPaper', { paper: words.paper(change.field) });
    }
  };
  if (claim !== before) {
    setBefore(claim);
    const changes = changesOf(before, claim);
    if (changes.length > 0)
      setNews(changes.map((change) => t('news', { text: say(change) })).join(' '));
  }
  return (
    <p role="status" className="only-heard">
      {news}
    </p>
  );
}
