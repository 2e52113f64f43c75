import { useEffect, useRef, useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { useSession } from '#platform/session/session.ts';
import { countOf, readUnsent, type Unsent } from '#platform/storage/unsent.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Notice } from '#ui/notice/notice.tsx';

/** Sends what is on this phone only, for as long as it is not stopped. */
export interface Sending {
  /** How far what is on its way now has come: 1 for each whole thing. */
  shares: () => number;
  stop: () => void;
}
export type SendKept = (unsent: Unsent) => Promise<Sending>;

/** How often what is left is counted, ms. */
const LOOK_MS = 1000;
/** After so long without any movement, ms, it is said that nothing moves. */
const STILL_MS = 12_000;

interface SignOutProps {
  /** Without it nothing can be sent from here. */
  sendKept?: SendKept;
  onDone: () => void;
}

type Stage = 'none' | 'asked' | 'sending' | 'pending';

/** The way out. What only this phone has is told first, with how much it is: nothing is lost by one tap. */
export function SignOut({ sendKept, onDone }: SignOutProps) {
  const { t } = useWords('settings');
  const { signOut } = useSession();
  const [stage, setStage] = useState<Stage>('none');
  const [hasFailed, setFailed] = useState(false);
  const [unsent, setUnsent] = useState<Unsent>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (stage === 'asked' || stage === 'sending') heading.current?.focus();
  }, [stage]);

  const end = async () => {
    setStage('pending');
    try {
      await signOut();
      setFailed(false);
      onDone();
    } catch {
      // Signing out is only ever said when the server has done it.
      setFailed(true);
    }
    setStage('none');
  };
  const ask = async () => {
    // Where what lies here cannot be read, nothing of it can be sent either.
    const found = await readUnsent().catch(() => undefined);
    if (!found || countOf(found) === 0) return end();
    setFailed(false);
    setUnsent(found);
    setStage('asked');
  };
  const trouble = hasFailed ? <Notice kind="warn">{t('account.failed')}</Notice> : null;
  if (!unsent || stage === 'none' || stage === 'pending') {
    return (
      <>
        <div role="status">{trouble}</div>
        <Button onPress={() => void ask()} isPending={stage === 'pending'}>
          {t(stage === 'pending' ? 'account.signingOut' : 'account.signOut')}
        </Button>
      </>
    );
  }
  const canSend = sendKept && unsent.flows.length + unsent.conversations.length > 0;
  return (
    <div className="unsent stack-close">
      <h3 ref={heading} tabIndex={-1}>
        {t('account.unsent.title')}
      </h3>
      {stage === 'sending' && sendKept ? (
        <SendFirst unsent={unsent} sendKept={sendKept} onEnd={() => void ask()} />
      ) : (
        <>
          <p>{t('account.unsent.what')}</p>
          <Amounts unsent={unsent} />
          <p>
            <Plain text={t('account.unsent.gone')} />
          </p>
          {canSend ? (
            <Button kind="main" isWide onPress={() => setStage('sending')}>
              {t('account.unsent.sendFirst')}
            </Button>
          ) : null}
          {unsent.places.length > 0 ? <p>{t('account.unsent.place')}</p> : null}
          {unsent.places.map(({ href, what }) => (
            <LinkButton key={href} href={href} isWide>
              {t(`account.unsent.look.${what}`)}
            </LinkButton>
          ))}
          <Button isWide onPress={() => setStage('none')}>
            {t('account.unsent.stay')}
          </Button>
          <Button kind="danger" isWide onPress={() => void end()}>
            {t('account.unsent.anyway')}
          </Button>
        </>
      )}
    </div>
  );
}

/** How much of what there is. */
function Amounts({ unsent }: { unsent: Unsent }) {
  const { t } = useWords('settings');
  const kinds = ['photos', 'recordings', 'answers', 'messages'] as const;
  return (
    <ul>
      {kinds.map((kind) =>
        unsent[kind] > 0 ? (
          <li key={kind}>{t(`account.unsent.${kind}`, { count: unsent[kind] })}</li>
        ) : null,
      )}
    </ul>
  );
}

interface SendFirstProps {
  unsent: Unsent;
  sendKept: SendKept;
  /** All that goes by itself has gone, or the person waits no longer. */
  onEnd: () => void;
}

/** Waits for what goes by itself, with how much is left. */
function SendFirst({ unsent, sendKept, onEnd }: SendFirstProps) {
  const { t } = useWords('settings');
  const [left, setLeft] = useState(unsent);
  const [done, setDone] = useState(0);
  const [isStill, setStill] = useState(false);
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  });
  const all = countOf(unsent);
  useEffect(() => {
    let isHere = true;
    let sending: Sending | undefined;
    let movedAt = Date.now();
    let before = 0;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const now = await readUnsent().catch(() => undefined);
      if (!isHere) return;
      if (now) {
        setLeft(now);
        if (now.flows.length + now.conversations.length === 0) return latest.current();
        const share = (all - countOf(now) + (sending?.shares() ?? 0)) / all;
        if (share !== before) movedAt = Date.now();
        before = share;
        setDone(Math.min(1, Math.max(0, share)));
      }
      setStill(Date.now() - movedAt > STILL_MS);
      timer = setTimeout(() => void look(), LOOK_MS);
    };
    sendKept(unsent).then(
      (made) => {
        if (isHere) sending = made;
        else made.stop();
      },
      // What sends could not be loaded: it is said that nothing moves.
      () => undefined,
    );
    timer = setTimeout(() => void look(), LOOK_MS);
    return () => {
      isHere = false;
      clearTimeout(timer);
      sending?.stop();
    };
  }, [all, sendKept, unsent]);
  return (
    <>
      <p id="unsent-left">{t('account.unsent.sending')}</p>
      <div role="status">
        <Amounts unsent={left} />
        {isStill ? <Notice kind="warn">{t('account.unsent.slow')}</Notice> : null}
      </div>
      <progress className="unsent-progress" max={1} value={done} aria-labelledby="unsent-left" />
      <Button isWide onPress={onEnd}>
        {t('account.unsent.stop')}
      </Button>
    </>
  );
}
