import { Component, type ReactNode } from 'react';
import { Crashed } from './fallback-pages.tsx';

interface State {
  hasCrashed: boolean;
}

/** A page that fails says so in plain words, with the human button still below it, and can be opened again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { hasCrashed: false };

  static getDerivedStateFromError(): State {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return <Crashed onRetry={() => this.setState({ hasCrashed: false })} />;
  }
}
