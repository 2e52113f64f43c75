import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { useStuckHeight } from '../layout/use-stuck-height.ts';
import { LinkButton } from '../link-button/link-button.tsx';
import './help-bar.css';

export interface HelpBarProps {
  /** Names the region for whoever hears the page. */
  label: string;
  /** Where the plain form posts before and without JavaScript. */
  action: string;
  /** Hidden inputs of that form, in this order. */
  fields?: readonly { name: string; value: string }[];
  /** Called instead of the post once the page lives; call `event.preventDefault()`. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
  isPending?: boolean;
  buttonLabel: string;
  /** A line about it; shown where there is room. */
  note?: string;
  /** `label` is the word, `number` what is dialled: it breaks between its groups only where nothing else helps. */
  hotline: { href: string; label: string; number: string };
  /** What has become of the request. The element is there from the start, so that its first words are heard too. */
  status?: ReactNode;
  /** What the page's head script says when it takes a tap before the app has loaded; `#` stands for the place, `#low` and `#high` for the minutes. */
  early: Readonly<Record<'connecting' | 'accepted' | 'wait' | 'shut' | 'kept' | 'failed', string>>;
}

/** Above this share of the window's height the bar hides more than it helps, and no longer sticks. */
const TALLEST_SHARE = 0.4;
const isTooTall = (height: number, windowHeight: number) => height > windowHeight * TALLEST_SHARE;

/** React leaves an element's inside alone when it is given as HTML: the head script may write there before hydration. */
const nothing = { __html: '' };

/** A person and the hotline, in the same place and order on every page. A real form: works before the script and without it. */
export function HelpBar({
  label,
  action,
  fields = [],
  onSubmit,
  isPending,
  buttonLabel,
  note,
  hotline,
  status,
  early,
}: HelpBarProps) {
  const bar = useRef<HTMLElement>(null);
  // From its first effect on the app writes into the same live region, and React clears what the head script left there.
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  useStuckHeight(bar, '--help-bar-height', isTooTall);
  // At the largest text the answer can make the bar too tall to stick: it goes to the page's end, and takes along the eye
  // of whoever has just tapped.
  const wasPending = useRef(false);
  useEffect(() => {
    const isAnswered = wasPending.current && !isPending;
    wasPending.current = isPending === true;
    if (!isAnswered) return;
    // The frame after the one in which its new height is measured.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (bar.current?.hasAttribute('data-tall')) bar.current.scrollIntoView({ block: 'end' });
      }),
    );
  }, [isPending]);
  return (
    <aside ref={bar} className="help-bar" aria-label={label}>
      {note ? <p className="help-bar-note">{note}</p> : null}
      <div
        role="status"
        data-help="human-status"
        className="help-bar-status"
        suppressHydrationWarning
        {...(isAlive ? { children: status } : { dangerouslySetInnerHTML: nothing })}
      />
      <div className="help-bar-ways">
        <form
          method="post"
          action={action}
          onSubmit={onSubmit}
          className="help-bar-form"
          data-help-form=""
          data-connecting={early.connecting}
          data-accepted={early.accepted}
          data-wait={early.wait}
          data-shut={early.shut}
          data-kept={early.kept}
          data-failed={early.failed}
        >
          {fields.map(({ name, value }) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button
            type="submit"
            kind="human"
            isWide
            isPending={isPending}
            icon={<Icon name="person" />}
            data-help="human"
          >
            {buttonLabel}
          </Button>
        </form>
        <LinkButton href={hotline.href} icon={<Icon name="phone" />} data-help="hotline" isWide>
          {hotline.label} <span className="help-bar-number">{hotline.number}</span>
        </LinkButton>
      </div>
    </aside>
  );
}
