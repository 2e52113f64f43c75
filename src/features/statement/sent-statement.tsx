import { useWords } from '#platform/i18n/words.ts';
import { hush } from '#platform/speech/hush.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Recording } from '#ui/recording/recording.tsx';
import { Tag } from '#ui/tag/tag.tsx';

/** The recording that was taken: on the phone, on its way, or with us because the server has said so. */
export interface Sent {
  key: string;
  state: string;
  share: number;
  documentId?: string;
  previewUrl?: string;
  isVideo: boolean;
}

const stages = ['waiting', 'sending', 'checking', 'received', 'rejected', 'failed'] as const;

interface SentStatementProps {
  sent: Sent;
  onRetry: () => void;
  onAgain: () => void;
  onRemove: () => void;
}

export function SentStatement({ sent, onRetry, onAgain, onRemove }: SentStatementProps) {
  const { t } = useWords('statement');
  const { state, share, documentId, previewUrl, isVideo } = sent;
  const ofServer = documentId ? `/api/documents/${documentId}/media` : undefined;
  const stage = stages.find((one) => one === state) ?? (documentId ? 'received' : 'waiting');
  const url = previewUrl?.startsWith('blob:')
    ? previewUrl
    : stage === 'checking'
      ? undefined
      : ofServer;
  const isBad = stage === 'rejected' || stage === 'failed';
  return (
    <>
      <p role="status" className="statement-news">
        <Tag kind={isBad ? 'warn' : stage === 'received' ? 'good' : undefined}>
          {t(`states.${stage}`, { percent: Math.round(share * 100) })}
        </Tag>
      </p>
      {url && stage !== 'rejected' ? (
        <Recording
          url={url}
          isVideo={isVideo}
          words={{
            play: t(isVideo ? 'watch' : 'listen'),
            stop: t('pause'),
            failed: t('cannotPlay'),
            picture: t('picture'),
          }}
          onBegin={hush}
        />
      ) : null}
      {stage === 'failed' ? (
        <Button isWide icon={<Icon name="retry" />} onPress={onRetry}>
          {t('retry')}
        </Button>
      ) : null}
      <Button isWide icon={<Icon name="microphone" />} onPress={onAgain}>
        {t('again')}
      </Button>
      <Button isWide icon={<Icon name="remove" />} onPress={onRemove}>
        {t('drop')}
      </Button>
    </>
  );
}
