import { readFileSync } from 'node:fs';

interface Job {
  title: string;
  text: string;
}
/** What every page of the bench says: the words of our own home page, so that all are as long as ours. */
export interface PageWords {
  brand: string;
  title: string;
  lead: string;
  toSenior: string;
  jobs: (Job & { href: string })[];
  human: string;
  hotline: string;
  connecting: string;
  /** `#` stands for the place in the queue. */
  accepted: string;
  /** What stands before the minutes where a wait is said too. */
  wait: string;
  failed: string;
}

const read = (file: string) =>
  JSON.parse(
    readFileSync(new URL(`../locales/zh-CN/${file}.json`, import.meta.url), 'utf8'),
  ) as unknown;

/** Reads the words of the home page from where the product has them. @throws when they have moved */
export function readPageWords(): PageWords {
  const home = read('home') as { title: string; lead: string; jobs: Record<string, Job> };
  const common = read('common') as {
    brand: string;
    mode: { toSenior: string };
    help: Record<
      'human' | 'hotline' | 'connecting' | 'accepted' | 'acceptedWait' | 'failed',
      string
    >;
  };
  const number = '95500';
  return {
    brand: common.brand,
    title: home.title,
    lead: home.lead,
    toSenior: common.mode.toSenior,
    jobs: Object.entries(home.jobs).map(([id, { title, text }]) => ({
      title,
      text,
      href: `/${id}`,
    })),
    human: common.help.human,
    hotline: common.help.hotline.replace('{{hotline}}', number),
    connecting: common.help.connecting,
    accepted: common.help.accepted.replace('{{position}}', '#'),
    wait: /\}\}([^{}]*)\{\{low/.exec(common.help.acceptedWait)?.[1]?.trim() ?? '',
    failed: common.help.failed.replace('{{hotline}}', number),
  };
}
