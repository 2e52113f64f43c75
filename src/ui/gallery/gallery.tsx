/** Every control in every example, for eyes: `npx vite src/ui/gallery`, then `?mode=senior&text=5&contrast=high&only=button`. */
import { createRoot } from 'react-dom/client';
import { HelpBar } from '../help-bar/help-bar.tsx';
import { sharedHelp } from '../help-bar/help-bar.examples.tsx';
import { Layout } from '../layout/layout.tsx';
import { SiteHeader } from '../site-header/site-header.tsx';
import type { Example } from '../testing/example.ts';
import '../styles/tokens.css';
import '../styles/modes.css';
import '../styles/base.css';
import '../styles/layout.css';
import './gallery.css';

const modules = import.meta.glob<{ examples: readonly Example[] }>('../*/*.examples.tsx', {
  eager: true,
});
const query = new URLSearchParams(location.search);
const only = query.get('only')?.split(',');
for (const name of ['mode', 'text', 'contrast']) {
  const value = query.get(name);
  if (value) document.documentElement.setAttribute(`data-${name}`, value);
}

const controls = Object.entries(modules)
  .map(([path, { examples }]) => ({ name: path.split('/')[1] ?? path, examples }))
  .filter(({ name }) => !only || only.includes(name));

createRoot(document.getElementById('root') as HTMLElement).render(
  <Layout
    skipLabel="skip"
    header={<SiteHeader brand="银龄通道" homeHref="/" homeLabel="银龄通道" />}
    help={<HelpBar {...sharedHelp} label="help" status={query.get('status')} />}
  >
    {controls.map(({ name, examples }) => (
      <section key={name} className={`gallery gallery-${name}`}>
        {only ? null : <h2>{name}</h2>}
        {examples.map(({ id, element }) => (
          <div key={id} data-example={`${name}/${id}`}>
            {element}
          </div>
        ))}
      </section>
    ))}
  </Layout>,
);
