import type { Branch } from '#domain/api/branch.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import type { BookProps } from './paper-way.tsx';

/** The address to post papers to: the largest branch, which settles most. */
export function PostAddress() {
  const { t } = useWords('paper-ways');
  const { load } = useLoad<{ branches: readonly Branch[] }>('/api/branches');
  const [branch] = load.status === 'ready' ? load.data.branches : [];
  if (!branch) return null;
  return <p>{t('post.address', { address: branch.address, name: branch.name })}</p>;
}

/** The customer posts it: where to, and that we say when it has come. */
export function BookPost({ booking, onBook }: BookProps) {
  const { t } = useWords('paper-ways');
  return (
    <>
      <p>
        <Plain text={t('post.text')} />
      </p>
      <PostAddress />
      <Button isWide isPending={booking.isBusy} onPress={() => onBook({})}>
        {t('post.go')}
      </Button>
    </>
  );
}
