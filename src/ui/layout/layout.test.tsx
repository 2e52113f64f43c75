import { render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { sharedHelp } from '../help-bar/help-bar.examples.tsx';
import { HelpBar } from '../help-bar/help-bar.tsx';
import { Icon } from '../icon/icon.tsx';
import { JobCard } from '../job-card/job-card.tsx';
import { LinkButton } from '../link-button/link-button.tsx';
import { Page } from '../page/page.tsx';
import { SiteHeader } from '../site-header/site-header.tsx';
import { TextLink } from '../text-link/text-link.tsx';
import { Layout } from './layout.tsx';

const page = (
  <Layout
    skipLabel="跳到正文"
    header={
      <SiteHeader brand="银龄通道" homeHref="/" homeLabel="银龄通道，回首页">
        <TextLink href="/settings" icon={<Icon name="settings" />}>
          设置
        </TextLink>
      </SiteHeader>
    }
    help={<HelpBar {...sharedHelp} />}
  >
    <Page title="您好" back={{ href: '/', label: '返回' }}>
      <JobCard href="/claims" picture="search" title="查进度" />
      <LinkButton kind="main" href="/claims/new">
        开始
      </LinkButton>
    </Page>
  </Layout>
);

it('is header, page and help, in this order for eye, ear and keyboard', () => {
  render(page);
  const parts = [
    screen.getByRole('banner'),
    screen.getByRole('main'),
    screen.getByRole('complementary'),
  ];
  const inOrder = [...document.querySelectorAll('header, main, aside')];
  expect(inOrder).toEqual(parts);
});

it('goes straight to the page by its first link', () => {
  render(page);
  const first = screen.getAllByRole('link')[0];
  expect(first).toHaveAccessibleName('跳到正文');
  expect(document.querySelector(first?.getAttribute('href') ?? '')).toBe(screen.getByRole('main'));
});

it('holds no style attribute when it is made on the server: the content security policy would drop it', () => {
  expect(renderToString(page)).not.toMatch(/ style=/);
});
