import type { ComponentProps, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import './button.css';

export interface ButtonProps {
  children: ReactNode;
  /** `main`: the one way forward of a page. `quiet`: everything beside it. `danger`: takes something away. `human`: a person. */
  kind?: 'main' | 'quiet' | 'danger' | 'human';
  onPress?: () => void;
  type?: 'button' | 'submit';
  isDisabled?: boolean;
  /** Under way: keeps focus, takes no second press. Say in `children` what is being done. */
  isPending?: boolean;
  /** An `<Icon>`; always beside words, never instead of them. */
  icon?: ReactNode;
  /** Takes the whole width of its place. */
  isWide?: boolean;
  name?: string;
  value?: string;
  form?: string;
  className?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-expanded'?: boolean;
  'data-help'?: 'human';
}

const drawPending = (props: ComponentProps<'button'>) => (
  <button {...props} data-pending="" aria-disabled="true" />
);

/** A button. Acts when the finger is lifted inside it (W-2.5.2). */
export function Button({
  kind = 'quiet',
  icon,
  isWide,
  children,
  className,
  isPending,
  onPress,
  type,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      // Not react-aria's own isPending: it announces by an element that outlives this page and then has no name. It also
      // takes these two attributes off again wherever they are not its own, so they are set where it draws the button.
      {...(isPending ? { render: drawPending } : {})}
      type={isPending ? 'button' : type}
      onPress={isPending ? undefined : onPress}
      {...(kind === 'main' ? { 'data-main': '' } : {})}
      className={`button button-${kind}${isWide ? ' button-wide' : ''}${className ? ` ${className}` : ''}`}
    >
      {icon}
      <span className="button-words">{children}</span>
    </AriaButton>
  );
}
