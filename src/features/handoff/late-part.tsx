import type { ComponentType } from 'react';
import { OfflineError } from '#platform/api/client.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import type { Part } from './use-part.ts';

/** Shows a part once it is here, and says so while it is not. */
export function LatePart<Props extends object>({
  from,
  ...props
}: { from: Part<ComponentType<Props>> } & Props) {
  const { t } = useWords('common');
  const failure = useFailureWords();
  if (from.part) {
    const Here = from.part;
    return <Here {...(props as unknown as Props)} />;
  }
  return from.isFailed ? (
    <LoadFailed {...failure(new OfflineError('a part of the page'))} onRetry={from.again} />
  ) : (
    <Loading label={t('opening')} />
  );
}
