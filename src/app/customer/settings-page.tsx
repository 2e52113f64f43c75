import { useEffect } from 'react';
import { Why } from '#features/display-mode/why.tsx';
import { ReadingSpeed } from '#features/reading/reading-speed.tsx';
import type { SendKept } from '#features/settings/sign-out.tsx';
import { Settings } from '#features/settings/settings.tsx';
import { watchOwner } from '#platform/storage/phone-vault.ts';
import { WithGlossary } from '../shell/with-glossary.tsx';

/** What sends is brought when something is there to be sent. */
const sendKept: SendKept = async (unsent) => (await import('./send-kept.ts')).sendKept(unsent);

export function SettingsPage() {
  // Signing out here takes away what lies on the phone.
  useEffect(() => void watchOwner(), []);
  return (
    <WithGlossary>
      <Settings reading={<ReadingSpeed />} why={<Why />} sendKept={sendKept} />
    </WithGlossary>
  );
}
