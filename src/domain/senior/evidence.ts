/**
 * What each sign is worth, as data: senior-signals.md §3. Provenance `A` is an assumption and `derived` a calculation from
 * Dutch, all-age figures: both are to be replaced by own data first, and neither is a finding (§8, 10).
 */
export interface EvidenceRow {
  /** ln of the likelihood ratio "60 or over" to "others". */
  lnLr: number;
  /** Correlated evidence: of one family, only the largest counts. */
  family: 'host' | 'link' | 'age' | 'contrast';
  /** Row of senior-signals.md §1 or §2, or `A`, `D`, `derived`, `fact`. */
  provenance: string;
}

export const evidence = {
  'host-care': { lnLr: 1.7, family: 'host', provenance: 'SIG-5 derived' },
  'host-large': { lnLr: 0.75, family: 'host', provenance: 'SIG-5 SIG-6 derived' },
  'host-default': { lnLr: -0.5, family: 'host', provenance: 'SIG-5 SIG-6 derived' },
  'care-mode': { lnLr: 1.7, family: 'host', provenance: 'SIG-5 A D' },
  'link-staff': { lnLr: 2.3, family: 'link', provenance: 'SIG-2 A' },
  'link-hotline': { lnLr: 2.3, family: 'link', provenance: 'SIG-2 A' },
  'link-qr': { lnLr: 0.4, family: 'link', provenance: 'SIG-2 A' },
  'operator-60': { lnLr: Infinity, family: 'age', provenance: 'SIG-3 fact' },
  'operator-under-60': { lnLr: -Infinity, family: 'age', provenance: 'SIG-3 fact' },
  'insured-60': { lnLr: 1.1, family: 'age', provenance: 'SIG-4 A' },
  contrast: { lnLr: 0.4, family: 'contrast', provenance: 'SIG-7 A' },
} as const satisfies Record<string, EvidenceRow>;

export type EvidenceId = keyof typeof evidence;

/** Text size from which the host's wish counts as care level, and as large: ratios to the standard size (wechat.md §3.1). */
export const hostLevels = { care: 1.4, large: 1.05 } as const;

/** Share of people of 60 and over: among China's netizens (CNNIC 56th, June 2025), and in an own mix where known. */
export const priors = { netizens: 0.143, older: 0.35 } as const;
