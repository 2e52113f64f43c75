import { useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LatePart } from './late-part.tsx';
import { usePart } from './use-part.ts';

interface SpeakProps {
  onDone: (sound: Blob, seconds: number) => void;
}

const loadRecordNote = () => import('./record-note.tsx').then((m) => m.RecordNote);

/** The button for a voice note; what records comes a moment after the page, or with the first tap. */
export function Speak({ onDone }: SpeakProps) {
  const { t } = useWords('conversation');
  const [isWanted, setWanted] = useState(false);
  const recorder = usePart(loadRecordNote, isWanted);
  if (recorder.part ?? isWanted)
    return <LatePart from={recorder} onDone={onDone} beginsAtOnce={isWanted} />;
  return (
    <Button isWide icon={<Icon name="microphone" />} onPress={() => setWanted(true)}>
      {t('voice.record')}
    </Button>
  );
}
