import { usePhoneVault } from '#platform/storage/phone-vault.ts';
import { createPageVault, type Vault } from '#platform/storage/vault.ts';

/** A phone that nobody has used before; of no use after the test. */
export function ownPhone(vault: Vault = createPageVault()): Vault {
  usePhoneVault(vault);
  return vault;
}
