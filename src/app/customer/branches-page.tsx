import { Branches } from '#features/branches/branches.tsx';

export function BranchesPage() {
  return <Branches />;
}
