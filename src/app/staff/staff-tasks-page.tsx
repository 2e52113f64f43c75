import { useEffect, useState } from 'react';
import type { Branch } from '#domain/api/branch.ts';
import { flows } from '#domain/claims/flows.ts';
import { StaffTasks } from '#features/staff-tasks/staff-tasks.tsx';
import { useLoad } from '#platform/api/use-load.ts';
import { hasWord, loadWords, useWords } from '#platform/i18n/words.ts';
import type { PageProps } from '../shell/routes.ts';
import { StaffFrame, useToSignIn } from './staff-frame.tsx';

export function StaffTasksPage({ onGo }: PageProps) {
  const { t: claims } = useWords('claims');
  const [, setWordsCount] = useState(0);
  useEffect(() => {
    // Papers of any kind may come; until its words are here a paper is named by its kind of claim alone.
    loadWords(flows.map(({ id }) => `claims/${id}`)).then(
      () => setWordsCount((count) => count + 1),
      () => undefined,
    );
  }, []);
  const { load } = useLoad<{ branches: readonly Branch[] }>('/api/branches');
  const branches = load.status === 'ready' ? load.data.branches : [];
  return (
    <StaffFrame current="/staff/tasks" onGo={onGo}>
      <StaffTasks
        onSignedOut={useToSignIn(onGo)}
        branchName={(id) => branches.find((branch) => branch.id === id)?.name ?? id}
        paperName={(flow, field) => {
          const key = `fields.${field}.short`;
          const ns = [`claims/${flow}`, 'claims'].find((one) => hasWord(one, key));
          return ns ? claims(key, { ns }) : claims(`kinds.${flow}.name`);
        }}
      />
    </StaffFrame>
  );
}
