import type { InsurerCustomer } from '../adapters/insurer/insurer.ts';
import type { Parts } from '../parts.ts';
import { findCustomer, saveCustomer } from '../store/customers.ts';

/** The insurer's word on this phone: `null` for nobody, `undefined` when it cannot be asked, which keeps nobody out. */
export async function askInsurer(
  parts: Parts,
  phone: string,
): Promise<InsurerCustomer | null | undefined> {
  try {
    return (await parts.insurer.findCustomer(phone)) ?? null;
  } catch (error) {
    parts.log.error('insurer-not-asked', error);
    return undefined;
  }
}

/**
 * Asks again for a customer of whom nothing is known: the insurer may have been away when they signed in.
 * @param freshMs where given, also for one of whom was asked longer ago than this; what is held stays if it is away
 */
export async function refreshProfile(
  parts: Parts,
  customerId: string,
  freshMs = Infinity,
): Promise<void> {
  const customer = await findCustomer(parts.store.db, parts.seal, customerId);
  if (!customer) return;
  const age = parts.clock.now() - (customer.profileAt ?? 0);
  if (customer.profile && age <= freshMs) return;
  const profile = await askInsurer(parts, customer.phone);
  if (!profile) return;
  await parts.store.write((tx) =>
    saveCustomer(tx, parts.seal, {
      newId: parts.ids.id(),
      phone: customer.phone,
      now: parts.clock.now(),
      profile,
    }),
  );
}
