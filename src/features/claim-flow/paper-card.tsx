import type { ReactNode } from 'react';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon, type IconName } from '#ui/icon/icon.tsx';
import { Picture, type PictureName } from '#ui/picture/picture.tsx';
import type { ClaimWords } from './claim-words.ts';
import type { FieldControlProps } from './field-control.tsx';
import { fieldId } from './field-id.ts';
import { PaperField } from './paper-field.tsx';
import { useOpenQuestion } from './photo-field.tsx';
import { wayIn, type PaperWaysSlot } from './paper-ways.ts';

interface PaperCardProps extends Pick<
  FieldControlProps,
  'field' | 'value' | 'onChange' | 'error' | 'words' | 'draft'
> {
  spec: Extract<FieldControlProps['spec'], { kind: 'photos' }>;
  number: number;
  isOpen: boolean;
  onOpen: () => void;
  onDone: () => void;
  /** Another paper waits after this one. */
  isNextPaper: boolean;
  paperWays?: PaperWaysSlot;
}

/** How a paper looks, by its field; a sheet of paper where nothing is drawn for it. */
const pictures: Readonly<Record<string, PictureName>> = {
  invoicePhotos: 'invoice',
  dischargePhotos: 'hospital',
  costListPhotos: 'receipt',
  recordPhotos: 'clinic',
  accidentPhotos: 'accident',
  idPhotos: 'card',
  bookPhotos: 'card',
};

/** `question`: we have photos, and something about one is to be decided; `checking`: with us, and not yet looked through. */
type PaperState = 'missing' | 'optional' | 'photos' | 'question' | 'checking' | 'way';
const signs: Record<PaperState, IconName> = {
  missing: 'camera',
  optional: 'info',
  photos: 'good',
  question: 'warn',
  checking: 'wait',
  way: 'good',
};

/** One paper of the list: what it is, why, from where, its state in words; the open one can be photographed. */
export function PaperCard(props: PaperCardProps) {
  const { number, field, spec, value, error, words, isOpen, onOpen, onDone, isNextPaper } = props;
  const { t, has } = words;
  const { hasQuestion, isChecking } = useOpenQuestion(props);
  const key = `fields.${field}`;
  const way = wayIn(value);
  const count = Array.isArray(value) ? value.length : 0;
  const withPhotos = hasQuestion ? 'question' : isChecking ? 'checking' : 'photos';
  const state: PaperState =
    count > 0 ? withPhotos : way ? 'way' : spec.isOptional ? 'optional' : 'missing';
  const isMissing = state === 'missing' || state === 'optional';
  return (
    <li className="paper" id={fieldId(field)} data-state={state} data-open={isOpen || undefined}>
      <div className="paper-head">
        <Picture name={pictures[field] ?? 'receipt'} />
        <div className="paper-words">
          <h2 className="paper-title" tabIndex={-1}>
            {t('papers.name', { number, name: t(`${key}.short`) })}
          </h2>
          <p className="paper-state">
            <Icon name={signs[state]} />
            <span>{stateInWords(state, way, count, words)}</span>
          </p>
        </div>
      </div>
      {error && !isOpen ? <p className="field-error">{error}</p> : null}
      {has(`${key}.why`) ? (
        <PaperLine label={t('papers.why')} text={<Plain text={t(`${key}.why`)} />} />
      ) : null}
      {has(`${key}.where`) ? (
        <PaperLine label={t('papers.where')} text={<Plain text={t(`${key}.where`)} />} />
      ) : null}
      {isOpen ? (
        <>
          <PaperField
            {...props}
            isMain={isMissing}
            frame={{
              label: t(`${key}.label`),
              hint: has(`${key}.hint`) ? <Plain text={t(`${key}.hint`)} /> : undefined,
              error,
              isLabelHidden: true,
            }}
          />
          {!isMissing && isNextPaper ? (
            <Button kind={hasQuestion ? 'quiet' : 'main'} isWide onPress={onDone}>
              {t('papers.nextPaper')}
            </Button>
          ) : null}
        </>
      ) : (
        <Button onPress={onOpen}>
          {t(isMissing ? 'papers.open' : 'papers.look')}{' '}
          <span className="only-heard">{t(`${key}.short`)}</span>
        </Button>
      )}
    </li>
  );
}

function PaperLine({ label, text }: { label: string; text: ReactNode }) {
  return (
    <div className="paper-line">
      <strong>{label}</strong> {text}
    </div>
  );
}

function stateInWords(
  state: PaperState,
  way: ReturnType<typeof wayIn>,
  count: number,
  { t }: ClaimWords,
): string {
  if (count > 0 && state !== 'way') return t(`papers.state.${state}`, { count });
  if (state === 'way' && way) return t(`ways.${way}.title`);
  return t(state === 'optional' ? 'papers.state.optional' : 'papers.state.missing');
}
