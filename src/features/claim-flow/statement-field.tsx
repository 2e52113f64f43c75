import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Draft } from '#domain/api/draft.ts';
import type { AnswerValue, FieldSpec } from '#domain/flow/types.ts';
import { hasKeptRecording } from '#platform/recorder/kept-recording.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import type { ClaimWords } from './claim-words.ts';
import { FieldControl } from './field-control.tsx';
import { statementStore } from './statement-on-its-way.ts';
import type { StatementSlot } from './statement-slot.ts';

interface StatementFieldProps {
  field: string;
  spec: FieldSpec | undefined;
  value: AnswerValue | undefined;
  onChange: (value: AnswerValue | null) => void;
  /** What was heard of it and said yes to. */
  text: AnswerValue | undefined;
  onText: (text: string | null) => void;
  words: ClaimWords;
  draft: Draft;
  slot?: StatementSlot;
  onOpen: (isOpen: boolean) => void;
  pressed: number;
}

/**
 * What happened in one's own voice (E6), beside the question and always optional: one quiet button, behind which the
 * recorder comes. It is open at once where something was recorded already. Its words stand as a box of their own, once
 * they were said yes to.
 */
export function StatementField(props: StatementFieldProps) {
  const { field, spec, value, onChange, words, draft, slot } = props;
  if (spec?.kind === 'text') {
    if (typeof value !== 'string') return null;
    return <FieldControl {...{ field, spec, value, onChange, words, draft }} isAlone={false} />;
  }
  return slot ? <Recording {...props} slot={slot} /> : null;
}

function Recording(props: StatementFieldProps & { slot: StatementSlot }) {
  const { field, onChange, text, onText, words, draft, slot, onOpen, pressed } = props;
  const { t } = words;
  const [isOpen, setIsOpen] = useState(false);
  const store = statementStore(draft, field, onChange);
  const { photos, add, remove, retry } = useStore(store);
  const last = photos[photos.length - 1];
  const known = draft.documents.find(({ id }) => id === last?.documentId);
  const sent = last && {
    ...last,
    isVideo: known?.media === 'video' || (last.file?.type.startsWith('video/') ?? false),
  };
  const key = draft.flow;
  useEffect(() => {
    let isHere = true;
    hasKeptRecording(key).then(
      (isKept) => isHere && isKept && setIsOpen(true),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [key]);
  if (!isOpen && !sent) {
    return (
      <Button isWide icon={<Icon name="microphone" />} onPress={() => setIsOpen(true)}>
        {t('statement.open')}
      </Button>
    );
  }
  const clear = () => {
    for (const photo of store.getState().photos) remove(photo.key);
  };
  return slot({
    slot: key,
    sent,
    onUse: (file) => {
      clear();
      add([file]);
    },
    onRemove: () => {
      clear();
      // Its words go with it.
      if (text !== undefined) onText(null);
    },
    onRetry: () => sent && retry(sent.key),
    text: typeof text === 'string' ? text : undefined,
    onText,
    onOpen,
    pressed,
    onClose: () => setIsOpen(false),
  });
}
