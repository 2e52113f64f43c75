import { Why } from '#features/display-mode/why.tsx';
import { ReadingSpeed } from '#features/reading/reading-speed.tsx';
import { Settings } from '#features/settings/settings.tsx';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function SettingsPage() {
  return (
    <WithGlossary>
      <Settings reading={<ReadingSpeed />} why={<Why />} />
    </WithGlossary>
  );
}
