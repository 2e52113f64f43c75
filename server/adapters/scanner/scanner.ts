/** `found` carries the scanner's own name for it, for whoever runs the server; nobody else reads it. */
export type ScanResult = { kind: 'clean' } | { kind: 'found'; name: string };

/** Looks through what strangers send before anybody opens it. */
export interface Scanner {
  /** Words for the log and /readyz: `clamd`, or `none` where nothing is looked through. */
  readonly kind: 'clamd' | 'none';
  /**
   * Looks through a file.
   * @param path a file of this machine; its bytes are sent, so the scanner may be on another one
   * @throws ScannerError when it could not be looked through: ask again, the file is not to blame
   */
  scan(path: string): Promise<ScanResult>;
  /** Whether it answers now. */
  isUp(): Promise<boolean>;
}

/** The scanner does not answer, or not as it should. */
export class ScannerError extends Error {
  override name = 'ScannerError';
}
