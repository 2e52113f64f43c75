import { useEffect, useState, type ComponentType } from 'react';
import { Human } from '#features/handoff/human.tsx';
import { loadWords } from '#platform/i18n/words.ts';

export function HumanPage() {
  const [Callback, setCallback] = useState<ComponentType>();
  useEffect(() => {
    Promise.all([import('#features/handoff/callback.tsx'), loadWords(['conversation'])]).then(
      ([{ CallbackAlone }]) => setCallback(() => CallbackAlone),
      // Without it there are still the button and the telephone, which the page was made for.
      () => undefined,
    );
  }, []);
  return <Human>{Callback ? <Callback /> : null}</Human>;
}
