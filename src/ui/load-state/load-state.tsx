import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import './load-state.css';

/** While the page's content is on its way. Said once to whoever hears the page. */
export function Loading({ label }: { label: string }) {
  return (
    <p role="status" className="soft">
      {label}
    </p>
  );
}

export interface LoadFailedProps {
  title: string;
  /** Why, and what to do. */
  text: string;
  retryLabel: string;
  onRetry: () => void;
}

/** The content could not be had: why, and once more. */
export function LoadFailed({ title, text, retryLabel, onRetry }: LoadFailedProps) {
  return (
    <div className="load-failed" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      <Button kind="main" icon={<Icon name="retry" />} onPress={onRetry}>
        {retryLabel}
      </Button>
    </div>
  );
}
