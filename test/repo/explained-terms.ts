/** Values that reach `<Plain>` under another name than their key's: which file, and which keys they come from. */
export const GLOSSED_VALUES = [
  {
    file: 'src/features/claim-status/amount.tsx',
    value: 'label',
    keys: 'status: payment.methods.*',
  },
  { file: 'src/features/claim-status/papers.tsx', value: 'name', keys: 'status: papers.kinds.*' },
];

/**
 * Terms in texts that cannot hold a button (titles, labels, errors, a text message), and the text on the same page
 * that explains them: by a gloss, or in plain words of its own.
 */
export const EXPLAINED_BESIDE: readonly { texts: string; by: string; why: string }[] = [
  {
    texts: 'home: jobs.claim.title',
    by: 'home: jobs.claim.text',
    why: 'the same card says it in plain words',
  },
  {
    texts: 'home: jobs.branches.title',
    by: 'home: jobs.branches.text',
    why: 'the same card says it in plain words',
  },
  {
    texts: 'claims: kinds.hospital.title',
    by: 'claims: kinds.hospital.text',
    why: 'the same card says it in plain words',
  },
  {
    texts: 'claims: kinds.outpatient.title',
    by: 'claims: kinds.outpatient.text',
    why: 'the same card says it in plain words',
  },
  {
    texts: 'claims: sections.papers',
    by: 'claims: fields.invoicePhotos.hint',
    why: 'the title of the page with that question',
  },
  {
    texts: 'claims: ways.branch.title',
    by: 'claims: ways.branch.text',
    why: 'the line below it says it in plain words',
  },
  {
    texts: 'common: pages.claimNew',
    by: 'home: jobs.claim.text',
    why: 'the title of a window, reached by that card',
  },
  {
    texts: 'common: pages.claim',
    by: 'home: jobs.claims.text',
    why: 'the title of a window, reached by that card',
  },
  { texts: 'common: pages.branches', by: 'branches: lead', why: 'the title of that page’s window' },
  {
    texts: 'common: pages.signIn',
    by: 'sign-in: phone.lead',
    why: 'the title of that page’s window',
  },
  {
    texts: 'branches: level.*',
    by: 'branches: lead',
    why: 'the kind of each branch, below the lead',
  },
  {
    texts: 'problems: consent-needed',
    by: 'claims: fields.healthConsent.hint',
    why: 'beside the field that it speaks of',
  },
  {
    texts: 'problems: consent-missing',
    by: 'claims: fields.healthConsent.hint',
    why: 'leads to the field that it speaks of',
  },
  {
    texts: 'problems: amount-too-small',
    by: 'claims: fields.amountFen.hint',
    why: 'beside the field that it speaks of',
  },
  { texts: 'settings: privacy', by: 'privacy: lead', why: 'a link to the page that says it' },
  {
    texts: 'sms: code',
    by: 'sign-in: code.label',
    why: 'phones find the code by this word; the page says it plainly',
  },
  {
    texts: 'policies: hospital-cash',
    by: 'claims: kinds.hospital.text',
    why: 'the name of a product, on a claim that began with that card',
  },
];
