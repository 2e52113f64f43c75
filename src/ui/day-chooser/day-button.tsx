import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Button } from 'react-aria-components/Button';

interface DayButtonProps {
  children: ReactNode;
  onPress: () => void;
  /** Given where the button stands for a day that may be the chosen one. */
  isChosen?: boolean;
  /** Said instead of a bare number; holds that number (W-2.5.3). */
  label?: string;
  className?: string;
}

/** One large button of the day chooser: a plain one, or one that tells whether it is the chosen one. */
export function DayButton({ children, onPress, isChosen, label, className = '' }: DayButtonProps) {
  const shared = { className: `day-button ${className}`, onPress, children, 'aria-label': label };
  return isChosen === undefined ? (
    <Button {...shared} />
  ) : (
    <ToggleButton {...shared} isSelected={isChosen} />
  );
}
