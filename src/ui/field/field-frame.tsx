import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { Icon } from '../icon/icon.tsx';
import './field.css';

/** What every control that takes an answer has in common. */
export interface FieldProps {
  /** Where an error summary's link leads. */
  id?: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to mend it. Shown beside the field and tied to it (W-3.3.1). */
  error?: string;
  /** The page's title already asks the question: the label is heard and not shown a second time. */
  isLabelHidden?: boolean;
}

type FieldFrameProps = Omit<FieldProps, 'id'> & { children: ReactNode };

/** Label, hint, error, control, in this order. Stands inside a react-aria field, which ties them together. */
export function FieldFrame({ label, hint, error, isLabelHidden, children }: FieldFrameProps) {
  return (
    <>
      <Label className={isLabelHidden ? 'only-heard' : 'field-label'}>{label}</Label>
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldProblem>{error}</FieldProblem>
      {children}
    </>
  );
}

/** The error of a react-aria field: sign, words, and a bar at the field's side; never colour alone (M-1.4). */
export function FieldProblem({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <FieldError className="field-error">
      <Icon name="warn" />
      <span>{children}</span>
    </FieldError>
  );
}
