import type { Claim } from '#domain/api/claim.ts';
import { useWords } from '#platform/i18n/words.ts';
import { telHref } from '#platform/page/tel.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';

/** One named person from report to payment (G6). */
export function InCharge({ person }: { person: NonNullable<Claim['inCharge']> }) {
  const { t } = useWords('status');
  const { name, phone, hours } = person;
  return (
    <section className="stack-close in-charge" aria-labelledby="in-charge">
      <h2 id="in-charge">{t('inCharge.heading')}</h2>
      <p>
        <Plain text={t('inCharge.text', { name })} />
      </p>
      <LinkButton href={telHref(phone)} icon={<Icon name="phone" />}>
        {t('inCharge.call', { name })} <span className="number-whole">{phone}</span>
      </LinkButton>
      <p className="soft">
        <Plain text={t('inCharge.hours', { hours })} />
      </p>
    </section>
  );
}
