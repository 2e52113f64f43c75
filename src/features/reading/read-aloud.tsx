import { useState } from 'react';
import { loadWords, useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import './read-aloud.css';
import type { ReadingPanel } from './reading-panel.tsx';

/** Brings what reading needs. @throws the network's error */
export const loadReading = () =>
  Promise.all([import('./reading-panel.tsx'), loadWords(['reading'])]).then(
    ([code]) => code.ReadingPanel,
  );

/** "Read this page aloud", on every customer page in one place. All but the button itself comes with the first tap. */
export function ReadAloud({ path }: { path: string }) {
  const { t } = useWords('common');
  const [Panel, setPanel] = useState<typeof ReadingPanel | 'failed'>();
  const close = () => setPanel(undefined);
  const open = () =>
    loadReading().then(
      (Loaded) => setPanel(() => Loaded),
      () => setPanel('failed'),
    );
  const isOpen = typeof Panel === 'function';
  return (
    <>
      <Button
        className="read-aloud"
        icon={<Icon name="speak" />}
        aria-label={t('read.name')}
        aria-expanded={isOpen}
        onPress={() => (isOpen ? close() : void open())}
      >
        {t('read.open')}
      </Button>
      {isOpen ? (
        <Panel path={path} onClose={close} />
      ) : Panel ? (
        <p role="alert">{t('failure.offline')}</p>
      ) : null}
    </>
  );
}
