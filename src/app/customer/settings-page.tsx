import { Why } from '#features/display-mode/why.tsx';
import { Settings } from '#features/settings/settings.tsx';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function SettingsPage() {
  return (
    <WithGlossary>
      <Settings why={<Why />} />
    </WithGlossary>
  );
}
