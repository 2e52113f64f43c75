import { Human } from '#features/handoff/human.tsx';

export function HumanPage() {
  return <Human />;
}
