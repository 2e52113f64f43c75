import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { findTerms, termsOf, type TextPart } from './glossary.ts';

export interface Glossary {
  find: (text: string) => TextPart[];
  /** On the button that closes an explanation. */
  closeLabel: string;
}

/** The glossary in the page's language. It finds nothing on a page whose route does not load `glossary`. */
export function useGlossary(): Glossary {
  const { t, i18n } = useTranslation('glossary');
  const { language } = i18n;
  return useMemo(() => {
    const terms = termsOf(i18n.getResourceBundle(language, 'glossary'));
    return { find: (text) => findTerms(text, terms), closeLabel: t('close') };
  }, [i18n, language, t]);
}
