import { Settings } from '#features/settings/settings.tsx';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function SettingsPage() {
  return (
    <WithGlossary>
      <Settings />
    </WithGlossary>
  );
}
