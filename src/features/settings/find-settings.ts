/** What can be set, in the order in which it stands on the page: the switch of the mode is found first (M-3.1c). */
export const settingIds = [
  'mode',
  'text',
  'contrast',
  'reading',
  'language',
  'why',
  'account',
  'privacy',
] as const;
export type SettingId = (typeof settingIds)[number];

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, '');

/**
 * The settings that somebody means, by any of their names or by part of one; all of them while nothing is asked for.
 * @param names of each setting, those that people use and those that the rules list, with spaces between
 */
export function findSettings(query: string, names: (id: SettingId) => string): SettingId[] {
  const asked = plain(query);
  if (asked === '') return [...settingIds];
  return settingIds.filter((id) =>
    names(id)
      .split(/\s+/)
      .map(plain)
      .some((name) => name !== '' && (name.includes(asked) || asked.includes(name))),
  );
}
