import { useState } from 'react';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import { FileButton } from '#ui/file-button/file-button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';

/** As it is where the part that makes it small cannot be had: the outbox sends it all the same. */
const makeSmall = (chosen: File): Promise<File> =>
  import('#platform/photo/prepare-photo.ts')
    .then(({ preparePhoto }) => preparePhoto(chosen))
    .then(
      ({ file }) => file,
      () => chosen,
    );

/** A photo for the conversation, made small on the phone first. */
export function SendPhoto({ log, onSent }: { log: Log; onSent: () => void }) {
  const { t } = useWords('conversation');
  const [state, setState] = useState<'still' | 'preparing' | 'too-large'>('still');
  const send = async (chosen: File) => {
    setState('preparing');
    const file = await makeSmall(chosen);
    if (file.size > handoffLimits.fileBytes) {
      setState('too-large');
      return;
    }
    await log.sendFile(file);
    setState('still');
    onSent();
  };
  return (
    <>
      <FileButton
        isWide
        types={['image/*']}
        icon={<Icon name="camera" />}
        isPending={state === 'preparing'}
        onPick={(file) => void send(file)}
      >
        {t(state === 'preparing' ? 'photo.preparing' : 'photo.send')}
      </FileButton>
      {state === 'too-large' ? (
        <Notice kind="warn" isStatus>
          {t('photo.tooLarge')}
        </Notice>
      ) : null}
    </>
  );
}
