import type { ReactNode } from 'react';

export interface LayoutProps {
  /** Words of the first Tab stop, which goes to the main column. */
  skipLabel: string;
  header: ReactNode;
  help: ReactNode;
  children: ReactNode;
}

/** The page around every page: header, main column, help bar, in this order for eye, ear and keyboard (W-3.2.6). */
export function Layout({ skipLabel, header, help, children }: LayoutProps) {
  return (
    <div className="layout">
      <a className="layout-skip" href="#main">
        {skipLabel}
      </a>
      <header className="layout-header">{header}</header>
      <main className="layout-main" id="main" tabIndex={-1}>
        {children}
      </main>
      {help}
    </div>
  );
}
