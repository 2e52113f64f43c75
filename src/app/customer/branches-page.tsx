import { Branches } from '#features/branches/branches.tsx';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function BranchesPage() {
  return (
    <WithGlossary>
      <Branches />
    </WithGlossary>
  );
}
