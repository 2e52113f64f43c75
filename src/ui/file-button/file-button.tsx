import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../button/button.tsx';

export interface FileButtonProps {
  children: ReactNode;
  /** MIME types that may be chosen. */
  types: readonly string[];
  onPick: (file: File) => void;
  icon?: ReactNode;
  isWide?: boolean;
  isPending?: boolean;
}

/** Chooses one file; a phone offers its camera and its album by itself. */
export function FileButton({ types, onPick, children, ...button }: FileButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={types}
      onSelect={(files) => {
        const [file] = files ?? [];
        if (file) onPick(file);
      }}
    >
      <Button {...button}>{children}</Button>
    </FileTrigger>
  );
}
