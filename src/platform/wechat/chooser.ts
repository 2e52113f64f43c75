import { api } from '../api/client.ts';
import { detectHost } from './host.ts';
import { loadSdk, type Sdk, type WeChatSignature } from './sdk.ts';

/** WeChat's own chooser: its album with ticks, and its camera. */
export interface WeChatChooser {
  /** @returns what was chosen, in that order; empty when nothing was. @throws Error when WeChat refuses or is silent */
  choose: (most: number) => Promise<File[]>;
}

interface Parts {
  load?: () => Promise<Sdk>;
  sign?: (url: string) => Promise<WeChatSignature>;
  /** How long WeChat may take to say that the page may ask, ms. */
  configMs?: number;
  /** How long one picture may take to come, ms. */
  pictureMs?: number;
}

/** WeChat takes nine at once and no more. */
const MOST = 9;
const NEEDED = ['chooseImage', 'getLocalImgData'];
/** The address with which the page was opened: iOS verifies that one, Android the present one (wechat.md §4). */
const entryUrl = typeof location === 'undefined' ? '' : location.href.split('#')[0];

/** Android and HarmonyOS answer with text where iOS answers with lists and objects (wechat.md §5). */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    // Text that is no JSON is itself: one id.
    return value;
  }
}

/** Rejects when nothing is heard in time: outside WeChat, and on bad days inside, callbacks never come. */
function inTime<T>(
  ms: number,
  begin: (done: (value: T) => void, no: (why: string) => void) => void,
) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('wechat-silent')), ms);
    const end = (work: () => void) => {
      clearTimeout(timer);
      work();
    };
    begin(
      (value) => end(() => resolve(value)),
      (why) => end(() => reject(new Error(why))),
    );
  });
}

async function configure(sdk: Sdk, signature: WeChatSignature, ms: number): Promise<void> {
  let failure: string | undefined;
  await inTime<void>(ms, (done, no) => {
    // `ready` comes after a failure too, so the failure is remembered (trap 2).
    sdk.error(({ errMsg }) => {
      failure = errMsg ?? 'config:fail';
      no(failure);
    });
    sdk.config({ ...signature, jsApiList: [...NEEDED] });
    // After a first `config` it comes at once: what counts is checkJsApi's answer below (trap 7).
    sdk.ready(() => (failure ? no(failure) : done()));
  });
  const result = await inTime<unknown>(ms, (done, no) =>
    sdk.checkJsApi({
      jsApiList: [...NEEDED],
      success: ({ checkResult }) => done(parsed(checkResult)),
      fail: ({ errMsg }) => no(errMsg ?? 'checkJsApi:fail'),
    }),
  );
  const can = (typeof result === 'object' && result !== null ? result : {}) as Record<
    string,
    unknown
  >;
  if (failure) throw new Error(failure);
  if (!NEEDED.every((name) => can[name] === true)) throw new Error('wechat-cannot');
}

/** Android leaves out `data:` and breaks the lines of base64 (wechat.md §6.1). */
function fileOf(localData: unknown, number: number): File {
  if (typeof localData !== 'string') throw new Error('wechat-no-data');
  const [, given, base64 = ''] =
    /^(?:data:(image\/[a-z+.-]+);base64,)?([\s\S]*)$/i.exec(localData) ?? [];
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
  // iOS says image/jgp here; what it truly is, the server sees by its bytes.
  const type = given === 'image/png' ? given : 'image/jpeg';
  return new File([bytes], `wechat-${number}.${type === 'image/png' ? 'png' : 'jpg'}`, { type });
}

const askServer = (url: string) =>
  api.get<WeChatSignature>(`/api/wechat/signature?url=${encodeURIComponent(url)}`);

/**
 * WeChat's chooser, where there is one: inside WeChat, where the insurer is set up for it, and only after WeChat has said
 * yes. @returns undefined anywhere else, for whatever reason: the plain file input stands beside it
 */
export async function openChooser({
  load = loadSdk,
  sign = askServer,
  configMs = 5000,
  pictureMs = 20_000,
}: Parts = {}): Promise<WeChatChooser | undefined> {
  const host = detectHost(navigator.userAgent, navigator.platform);
  if (!host.startsWith('wechat-')) return undefined;
  const current = location.href.split('#')[0] ?? '';
  const first = host === 'wechat-ios' ? (entryUrl ?? current) : current;
  const second = first === current ? entryUrl : current;
  let sdk: Sdk;
  try {
    const signature = await sign(first);
    sdk = await load();
    try {
      await configure(sdk, signature, configMs);
    } catch (error) {
      const isOtherUrl = error instanceof Error && /invalid signature/i.test(error.message);
      if (!isOtherUrl || !second || second === first) throw error;
      await configure(sdk, await sign(second), configMs);
    }
  } catch {
    // Not set up, refused or silent: then it is not offered.
    return undefined;
  }

  const picture = (localId: string, number: number) =>
    inTime<File>(pictureMs, (done, no) =>
      sdk.getLocalImgData({
        localId,
        success: ({ localData }) => {
          try {
            done(fileOf(localData, number));
          } catch (error) {
            no(String(error));
          }
        },
        fail: ({ errMsg }) => no(errMsg ?? 'getLocalImgData:fail'),
      }),
    );
  return {
    choose: async (most) => {
      const chosen = await new Promise<unknown>((resolve, reject) =>
        // A person may take as long as they like here.
        sdk.chooseImage({
          count: Math.max(1, Math.min(MOST, most)),
          sizeType: ['original'],
          sourceType: ['album', 'camera'],
          success: ({ localIds }) => resolve(parsed(localIds)),
          cancel: () => resolve([]),
          fail: ({ errMsg }) => reject(new Error(errMsg ?? 'chooseImage:fail')),
        }),
      );
      const ids = Array.isArray(chosen) ? chosen.map(String) : chosen ? [String(chosen)] : [];
      const files: File[] = [];
      // One after the other: two at once lose the first one's answer (trap 5).
      for (const [i, id] of ids.entries()) files.push(await picture(id, i + 1));
      return files;
    },
  };
}
