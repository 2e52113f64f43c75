/** Why a link that suggests the large-text page was made: by staff for somebody, printed beside a policy, sent by the hotline. */
export const linkKinds = ['staff', 'qr', 'hotline'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What `<html data-link>` says of the link by which a page was opened; absent where it was an ordinary one. */
export type LinkState = LinkKind | 'expired';

/** A link that suggests the large-text page. It names nobody. */
export interface DisplayLink {
  url: string;
  /** ISO 8601. */
  expiresAt: string;
}
