import { useEffect } from 'react';
import { Why } from '#features/display-mode/why.tsx';
import { ReadingSpeed } from '#features/reading/reading-speed.tsx';
import { Settings } from '#features/settings/settings.tsx';
import { watchOwner } from '#platform/storage/phone-vault.ts';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function SettingsPage() {
  // Signing out here takes away what lies on the phone.
  useEffect(() => void watchOwner(), []);
  return (
    <WithGlossary>
      <Settings reading={<ReadingSpeed />} why={<Why />} />
    </WithGlossary>
  );
}
