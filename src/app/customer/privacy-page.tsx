import { Privacy } from '#features/privacy/privacy.tsx';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function PrivacyPage() {
  return (
    <WithGlossary>
      <Privacy />
    </WithGlossary>
  );
}
