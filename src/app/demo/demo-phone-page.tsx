import { DemoPhone } from '#features/demo-phone/demo-phone.tsx';

export function DemoPhonePage() {
  return <DemoPhone />;
}
