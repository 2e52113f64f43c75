import type { DisplayLink, LinkKind } from '#domain/api/link.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { linkLifeMs, signLink } from '../display-links.ts';

/**
 * Makes a link that opens the large-text page for somebody who was asked and wants it. Written down is who made what kind,
 * never for whom: the link itself does not know.
 * @param origin scheme and host that people see
 */
export async function makeLink(
  parts: Parts,
  staff: StaffMember,
  kind: LinkKind,
  origin: string,
): Promise<DisplayLink> {
  const expiresAt = Math.floor((parts.clock.now() + linkLifeMs[kind]) / 1000) * 1000;
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: 'display-link-made',
      subject: { kind: 'staff', id: staff.id },
      detail: { kind, expiresAt },
    }),
  );
  return {
    url: `${origin}/?${signLink(parts.seal, kind, expiresAt)}`,
    expiresAt: new Date(expiresAt).toISOString(),
  };
}
