import type { ComponentType } from 'react';
import { HomePage } from '../customer/home-page.tsx';
import { HumanPage } from '../customer/human-page.tsx';

export type Audience = 'customer' | 'staff' | 'demo';

/** What every page gets: the parts of its path and a way to go elsewhere. */
export interface PageProps {
  params: Readonly<Record<string, string>>;
  onGo: (path: string, options?: { replace?: boolean }) => void;
}

export interface Route {
  path: string;
  audience: Audience;
  /** A key of `common.json`. */
  titleKey: string;
  /** Files of words that the page needs before it is shown; `:flow` stands for that part of the path. */
  words: readonly string[];
  load: () => Promise<ComponentType<PageProps>>;
}

/**
 * Every page of the product: the build writes `dist/routes.json` from it, and tests walk it. Each page is loaded
 * on demand, so that a customer's first load carries no other page's code and never the staff's; the two prerendered
 * ones come with the first load, since one file packs smaller than several.
 */
export const routes: readonly Route[] = [
  {
    path: '/',
    audience: 'customer',
    titleKey: 'pages.home',
    words: ['home'],
    load: () => Promise.resolve(HomePage),
  },
  {
    path: '/human',
    audience: 'customer',
    titleKey: 'pages.human',
    words: ['human'],
    load: () => Promise.resolve(HumanPage),
  },
  {
    path: '/human/:conversationId',
    audience: 'customer',
    titleKey: 'pages.conversation',
    words: ['human', 'conversation'],
    load: () => import('../customer/conversation-page.tsx').then((m) => m.ConversationPage),
  },
  {
    path: '/claims/new',
    audience: 'customer',
    titleKey: 'pages.claimNew',
    words: ['claims', 'glossary'],
    load: () => import('../customer/choose-claim-page.tsx').then((m) => m.ChooseClaimPage),
  },
  {
    path: '/claims/new/:flow/:step',
    audience: 'customer',
    titleKey: 'pages.claimStep',
    words: [
      'display',
      'claims',
      'problems',
      'claims/:flow',
      'glossary',
      'offline',
      'paper-ways',
      'policies',
    ],
    load: () => import('../customer/claim-step-page.tsx').then((m) => m.ClaimStepPage),
  },
  {
    path: '/claims',
    audience: 'customer',
    titleKey: 'pages.claims',
    words: ['status', 'claims', 'glossary'],
    load: () => import('../customer/claims-page.tsx').then((m) => m.ClaimsPage),
  },
  {
    path: '/claims/:id',
    audience: 'customer',
    titleKey: 'pages.claim',
    words: ['status', 'claims', 'glossary'],
    load: () => import('../customer/claim-page.tsx').then((m) => m.ClaimPage),
  },
  {
    path: '/claims/:id/sent',
    audience: 'customer',
    titleKey: 'pages.claimSent',
    words: ['status', 'claims', 'glossary'],
    load: () => import('../customer/claim-sent-page.tsx').then((m) => m.ClaimSentPage),
  },
  {
    path: '/branches',
    audience: 'customer',
    titleKey: 'pages.branches',
    words: ['branches', 'glossary'],
    load: () => import('../customer/branches-page.tsx').then((m) => m.BranchesPage),
  },
  {
    path: '/service',
    audience: 'customer',
    titleKey: 'pages.service',
    words: ['service'],
    load: () => import('../customer/service-page.tsx').then((m) => m.ServicePage),
  },
  {
    path: '/privacy',
    audience: 'customer',
    titleKey: 'pages.privacy',
    words: ['privacy', 'glossary'],
    load: () => import('../customer/privacy-page.tsx').then((m) => m.PrivacyPage),
  },
  {
    path: '/settings',
    audience: 'customer',
    titleKey: 'pages.settings',
    words: ['display', 'reading', 'settings', 'glossary'],
    load: () => import('../customer/settings-page.tsx').then((m) => m.SettingsPage),
  },
  {
    path: '/sign-in',
    audience: 'customer',
    titleKey: 'pages.signIn',
    words: ['sign-in', 'problems', 'glossary'],
    load: () => import('../customer/sign-in-page.tsx').then((m) => m.SignInPage),
  },
  {
    path: '/staff',
    audience: 'staff',
    titleKey: 'pages.staff',
    words: ['staff'],
    load: () => import('../staff/staff-sign-in-page.tsx').then((m) => m.StaffSignInPage),
  },
  {
    path: '/staff/queue',
    audience: 'staff',
    titleKey: 'pages.staffQueue',
    words: ['staff', 'staff-desk', 'staff-call', 'staff-recording', 'claims', 'problems'],
    load: () => import('../staff/staff-queue-page.tsx').then((m) => m.StaffQueuePage),
  },
  {
    path: '/staff/queue/:conversationId',
    audience: 'staff',
    titleKey: 'pages.staffQueue',
    words: ['staff', 'staff-desk', 'staff-call', 'staff-recording', 'claims', 'problems'],
    load: () => import('../staff/staff-queue-page.tsx').then((m) => m.StaffQueuePage),
  },
  {
    path: '/staff/claims',
    audience: 'staff',
    titleKey: 'pages.staffClaims',
    words: ['staff', 'claims', 'status'],
    load: () => import('../staff/staff-claims-page.tsx').then((m) => m.StaffClaimsPage),
  },
  {
    path: '/staff/claims/:id',
    audience: 'staff',
    titleKey: 'pages.staffClaim',
    words: ['staff', 'claims', 'status'],
    load: () => import('../staff/staff-claim-page.tsx').then((m) => m.StaffClaimPage),
  },
  {
    path: '/staff/tasks',
    audience: 'staff',
    titleKey: 'pages.staffTasks',
    words: ['staff', 'staff-tasks', 'claims', 'branches'],
    load: () => import('../staff/staff-tasks-page.tsx').then((m) => m.StaffTasksPage),
  },
  {
    path: '/staff/links',
    audience: 'staff',
    titleKey: 'pages.staffLinks',
    words: ['staff', 'staff-links'],
    load: () => import('../staff/staff-links-page.tsx').then((m) => m.StaffLinksPage),
  },
  {
    path: '/demo/phone',
    audience: 'demo',
    titleKey: 'pages.demoPhone',
    words: ['demo'],
    load: () => import('../demo/demo-phone-page.tsx').then((m) => m.DemoPhonePage),
  },
];
