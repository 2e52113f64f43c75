import { useEffect, useState } from 'react';
import { loadWords, useWords } from '#platform/i18n/words.ts';
import { Notice } from '#ui/notice/notice.tsx';
import type { Statement, StatementProps } from './statement.tsx';

/** Brings what recording needs. @throws the network's error */
export const loadStatement = () =>
  Promise.all([import('./statement.tsx'), loadWords(['statement'])]).then(
    ([code]) => code.Statement,
  );

/** The recorder, brought when it is wanted; a claim goes on without it where it cannot be had. */
export function StatementLoader(props: StatementProps) {
  const { t } = useWords('claims');
  const [Panel, setPanel] = useState<typeof Statement | 'failed'>();
  useEffect(() => {
    let isHere = true;
    loadStatement().then(
      (Loaded) => isHere && setPanel(() => Loaded),
      () => isHere && setPanel('failed'),
    );
    return () => {
      isHere = false;
    };
  }, []);
  if (Panel === 'failed') {
    return (
      <Notice kind="info" isStatus>
        {t('statement.failed')}
      </Notice>
    );
  }
  return Panel ? <Panel {...props} /> : <p>{t('loading')}</p>;
}
