export type Encoding = 'br' | 'gzip' | 'identity';

/** What of brotli and gzip a browser takes; brotli first, whatever it prefers, since it is smaller and made already. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const q = new Map<string, number>();
  for (const part of (accepted ?? '').split(',')) {
    const [name = '', ...rest] = part.trim().toLowerCase().split(';');
    q.set(name.trim(), Number(/q\s*=\s*([\d.]+)/.exec(rest.join(';'))?.[1] ?? '1'));
  }
  const takes = (name: string): boolean => (q.get(name) ?? q.get('*') ?? 0) > 0;
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}
