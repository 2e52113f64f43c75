import type { Customer } from '#domain/api/customer.ts';
import { ageBandOn, ageOn, chinaDay } from '#domain/lane/age.ts';
import type { Parts } from '../parts.ts';
import type { CustomerRecord } from '../store/customers.ts';

/** `138****0001` */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** The customer as their own page sees them: the age band leaves the server, the day of birth never. */
export function viewCustomer(parts: Pick<Parts, 'clock'>, customer: CustomerRecord): Customer {
  const { profile } = customer;
  const masked = maskPhone(customer.phone);
  return {
    id: customer.id,
    displayName: profile?.name ?? masked,
    maskedPhone: masked,
    ageBand: ageBandOn(profile?.bornOn, chinaDay(parts.clock.now())),
    ...(profile?.cardOnFile ? { cardOnFile: profile.cardOnFile } : {}),
    ...(customer.display ? { display: customer.display } : {}),
  };
}

/** What lane and queue credit go by. */
export function standingOf(parts: Pick<Parts, 'clock'>, customer: CustomerRecord | undefined) {
  const today = chinaDay(parts.clock.now());
  const bornOn = customer?.profile?.bornOn;
  return {
    today,
    bornOn,
    age: bornOn ? ageOn(bornOn, today) : undefined,
    ageBand: ageBandOn(bornOn, today),
    isInHardship: customer?.profile?.isInHardship ?? false,
  };
}
