import type { Customer } from '#domain/api/customer.ts';
import { writeDisplay } from '#domain/senior/display.ts';
import { api } from '#platform/api/client.ts';
import { displayStore } from '#platform/display/display.ts';
import { sessionStore } from '#platform/session/session.ts';

/** Keeps the display of now on the account of whoever is signed in, where it has another one or none. */
export function keepOnAccount(): void {
  const { customer } = sessionStore.getState();
  const { mode, text, contrast } = displayStore().getState();
  const choice = { mode, text, contrast };
  if (!customer || (customer.display && writeDisplay(customer.display) === writeDisplay(choice)))
    return;
  api
    .put<{ customer: Customer }>('/api/me/display', choice)
    .then(({ customer: now }) => sessionStore.getState().adopt(now))
    // The device has it; the account gets it with the next choice or sign-in.
    .catch(() => undefined);
}
