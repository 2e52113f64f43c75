import { useEffect, useState } from 'react';
import { api } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';

/** Asked once for each recording: a "no" is not asked again on the same visit. */
const asked = new Set<string>();

/**
 * What a service has written down of the recording, for a yes: before that it is no answer. Where nothing writes it down, or
 * it cannot be had now, the page says nothing of it.
 */
export function HeardText({
  documentId,
  onText,
}: {
  documentId: string;
  onText: (text: string) => void;
}) {
  const { t } = useWords('statement');
  const [heard, setHeard] = useState<string>();
  useEffect(() => {
    if (asked.has(documentId)) return undefined;
    let isHere = true;
    api.post<{ text?: string }>(`/api/documents/${documentId}/transcript`, {}).then(
      ({ text }) => {
        if (isHere) setHeard(text);
      },
      // The recording itself is with us: its words are a help and nothing more.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [documentId]);
  if (!heard) return null;
  const close = () => {
    asked.add(documentId);
    setHeard(undefined);
  };
  return (
    <div className="statement-heard">
      <p>{t('text.title')}</p>
      <blockquote>{heard}</blockquote>
      <div className="statement-others">
        <Button
          onPress={() => {
            close();
            onText(heard);
          }}
        >
          {t('text.yes')}
        </Button>
        <Button onPress={close}>{t('text.no')}</Button>
      </div>
    </div>
  );
}
