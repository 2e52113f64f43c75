/** Why a member of staff takes somebody before those who stand in front; kept in the audit and counted for supervisors. */
export const takeReasons = ['asked-for-me', 'known-to-me', 'cut-off', 'urgent'] as const;

export type TakeReason = (typeof takeReasons)[number];
