import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Points } from '#ui/points/points.tsx';

interface RecordNoticeProps {
  days: number;
  isPending?: boolean;
  onAnswer: (isGiven: boolean) => void;
}

/**
 * What is recorded, who may hear it, how long it is kept, and that nothing hangs on it; then yes and no, equally large,
 * neither of them chosen beforehand (PIPL 14, 17, 29).
 */
export function RecordNotice({ days, isPending, onAnswer }: RecordNoticeProps) {
  const { t } = useWords('recording');
  return (
    <>
      <Points
        items={[t('ask.what'), t('ask.who'), t('ask.long', { days }), t('ask.stop'), t('ask.free')]}
      />
      <div className="call-two">
        <Button isWide className="call-large" isPending={isPending} onPress={() => onAnswer(true)}>
          {t('ask.yes')}
        </Button>
        <Button isWide className="call-large" isPending={isPending} onPress={() => onAnswer(false)}>
          {t('ask.no')}
        </Button>
      </div>
    </>
  );
}
