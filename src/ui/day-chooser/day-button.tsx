import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Button } from 'react-aria-components/Button';

interface DayButtonProps {
  children: ReactNode;
  onPress: () => void;
  /** Given where the button stands for a day that may be the chosen one. */
  isChosen?: boolean;
  className?: string;
}

/** One large button of the day chooser: a plain one, or one that tells whether it is the chosen one. */
export function DayButton({ children, onPress, isChosen, className = '' }: DayButtonProps) {
  const shared = { className: `day-button ${className}`, onPress, children };
  return isChosen === undefined ? <Button {...shared} /> : <ToggleButton {...shared} isSelected={isChosen} />;
}
