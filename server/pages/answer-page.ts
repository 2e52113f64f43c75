import type { HelpRequest } from '#domain/api/help.ts';
import type { OpeningHours } from '#domain/handoff/hours-text.ts';
import type { DisplayMode } from '#domain/senior/display.ts';
import commonEn from '#locales/en/common.json' with { type: 'json' };
import conversationEn from '#locales/en/conversation.json' with { type: 'json' };
import humanEn from '#locales/en/human.json' with { type: 'json' };
import commonZh from '#locales/zh-CN/common.json' with { type: 'json' };
import conversationZh from '#locales/zh-CN/conversation.json' with { type: 'json' };
import humanZh from '#locales/zh-CN/human.json' with { type: 'json' };
import { humanHoursSaid, type Lng } from '../http/words.ts';
import { escapeHtml, telHref } from './page-files.ts';
import { plainTalk, type PlainTalk } from './plain-talk.ts';

const words = {
  'zh-CN': { common: commonZh, conversation: conversationZh, human: humanZh },
  en: { common: commonEn, conversation: conversationEn, human: humanEn },
} as const;

export interface AnswerFacts {
  lng: Lng;
  mode: DisplayMode;
  hotline: string;
  humanHours: OpeningHours;
  /** Nothing: this visitor has no such conversation. */
  request: HelpRequest | undefined;
  /** The plain form for a call-back was sent and could not be taken. */
  hasCallFailed?: boolean;
  /** What was said so far. */
  talk?: Omit<PlainTalk, 'conversationId' | 'lng' | 'isClosed'>;
}

function findWord(tree: unknown, path: readonly string[]): string | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return typeof tree === 'string' ? tree : undefined;
  return typeof tree === 'object' && tree !== null
    ? findWord((tree as Readonly<Record<string, unknown>>)[key], rest)
    : undefined;
}

/** The words of a key as the pages' own i18next chooses them: the plainer ones in senior mode where there are some. */
function sayer({ lng, mode }: Pick<AnswerFacts, 'lng' | 'mode'>) {
  return (
    file: 'common' | 'conversation' | 'human',
    key: string,
    values: Readonly<Record<string, string | number>> = {},
  ): string => {
    const tree = words[lng][file];
    const senior = mode === 'senior' ? findWord(tree, `${key}_senior`.split('.')) : undefined;
    const text = senior ?? findWord(tree, key.split('.')) ?? key;
    return escapeHtml(
      text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')),
    );
  };
}

function minutes(wait: { low: number; high: number }): { low: number; high: number } {
  const [low, high] = [wait.low, wait.high].map((seconds) => Math.max(1, Math.round(seconds / 60)));
  return { low: low ?? 1, high: high ?? 1 };
}

function linesOf(request: HelpRequest, say: ReturnType<typeof sayer>): string[] {
  if (request.state === 'closed') return [say('human', 'conversation.closed')];
  if (request.state === 'active') return [say('human', 'conversation.active')];
  const { position, waitSeconds } = request;
  return [
    say('human', 'conversation.accepted'),
    position <= 1
      ? say('human', 'conversation.next')
      : say('human', 'conversation.position', { position }),
    waitSeconds
      ? say('human', 'conversation.wait', minutes(waitSeconds))
      : say('human', 'conversation.waitUnknown'),
    say('human', 'conversation.keep'),
  ];
}

function statusOf(request: HelpRequest, say: ReturnType<typeof sayer>): string {
  if (request.state === 'closed') return say('human', 'conversation.closed');
  if (request.state === 'active') return say('common', 'help.active');
  const { position, waitSeconds, isOpen } = request;
  if (!isOpen) return say('common', 'help.acceptedShut', { position });
  return waitSeconds
    ? say('common', 'help.acceptedWait', { position, ...minutes(waitSeconds) })
    : say('common', 'help.accepted', { position });
}

/** A call-back without script: what was asked for, or a form of one box. The hours are said beside it. */
function callLines(
  { lng, humanHours, request, hasCallFailed }: AnswerFacts,
  say: ReturnType<typeof sayer>,
): string[] {
  if (!request || request.state === 'closed') return [];
  const { callback, conversationId } = request;
  const hours = `<p>${escapeHtml(humanHoursSaid(lng, humanHours))}</p>`;
  if (callback)
    return [
      `<p>${say('human', 'conversation.called', { phone: callback.maskedPhone })}</p>`,
      hours,
    ];
  return [
    hours,
    `<form method="post" action="/api/callbacks" class="stack-close">`,
    `<h2>${say('human', 'conversation.call')}</h2>`,
    ...(hasCallFailed ? [`<p role="alert">${say('human', 'conversation.callFailed')}</p>`] : []),
    `<input type="hidden" name="page" value="/human/${escapeHtml(conversationId)}">`,
    `<p><label for="call-phone">${say('human', 'conversation.callPhone')}</label></p>`,
    `<input id="call-phone" class="plain-box" name="phone" type="tel" inputmode="tel" autocomplete="tel">`,
    `<p><button type="submit" class="button button-quiet button-wide"><span class="button-words">${say('human', 'conversation.callAsk')}</span></button></p>`,
    '</form>',
  ];
}

/**
 * The plain answer to the human button, for whoever has no script (yet): put into the shell page between its marks, and
 * into the status line of its help bar. With the script, the app takes both over.
 * @param shell the shell page of this language and mode
 */
export function answerPage(shell: string, facts: AnswerFacts): string {
  const say = sayer(facts);
  const { request, hotline, talk, lng } = facts;
  const lines = request ? linesOf(request, say) : [say('human', 'conversation.gone')];
  const [lead = '', ...rest] = lines;
  const main = [
    '<div class="page">',
    `<h1 tabindex="-1" data-page-title="">${say('human', 'conversation.title')}</h1>`,
    `<div class="page-lead">${lead}</div>`,
    '<div class="page-body">',
    ...rest.map((line) => `<p>${line}</p>`),
    ...(request && talk
      ? plainTalk(
          {
            ...talk,
            conversationId: request.conversationId,
            lng,
            isClosed: request.state === 'closed',
          },
          say,
        )
      : []),
    ...callLines(facts, say),
    `<p><a class="button button-main button-wide" data-main="" href="${escapeHtml(telHref(hotline))}">`,
    `<span class="button-words">${say('common', 'help.hotline', { hotline })}</span></a></p>`,
    `<p><a class="button button-quiet" href="/"><span class="button-words">${say('common', 'homeLink')}</span></a></p>`,
    '</div></div>',
  ].join('');
  const title = `${say('human', 'conversation.title')} · ${say('common', 'brand')}`;
  return shell
    .replace(/<!--main-->[\s\S]*<!--\/main-->/, () => `<!--main-->${main}<!--/main-->`)
    .replace(
      /(<div\b[^>]*data-help="human-status"[^>]*>)(?=<\/div>)/,
      (tag) => `${tag}${request ? statusOf(request, say) : ''}`,
    )
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`);
}
