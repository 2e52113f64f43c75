import { noteTriedWay } from './tried.ts';

/** Notes from now on how somebody answers: that a file was chosen, that something was typed. Never what. */
export function watchTried(): void {
  document.addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLTextAreaElement) noteTriedWay('typing');
      else if (target instanceof HTMLInputElement) {
        if (target.type === 'file') noteTriedWay('photo');
        else if (!/^(radio|checkbox|hidden|range)$/.test(target.type)) noteTriedWay('typing');
      }
    },
    true,
  );
}
