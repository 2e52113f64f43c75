import type { ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';

interface LinkRouterProps {
  /** Goes to a path of this site without loading the page anew. */
  navigate: (path: string) => void;
  children: ReactNode;
}

/** Makes every link of ours stay in the page. */
export function LinkRouter({ navigate, children }: LinkRouterProps) {
  return <RouterProvider navigate={navigate}>{children}</RouterProvider>;
}
