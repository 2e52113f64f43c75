import { Privacy } from '#features/privacy/privacy.tsx';

export function PrivacyPage() {
  return <Privacy />;
}
