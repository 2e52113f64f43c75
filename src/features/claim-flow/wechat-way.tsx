import { useEffect, useState } from 'react';
import { detectHost } from '#platform/wechat/host.ts';
import type { WeChatChooser } from '#platform/wechat/chooser.ts';
import { Button } from '#ui/button/button.tsx';
import { MoreIcon } from '#ui/icon/more-icon.tsx';
import type { ClaimWords } from './claim-words.ts';

/** WeChat is asked once for each page that was opened: a refusal stays one. */
let opening: Promise<WeChatChooser | undefined> | undefined;

const openOnce = () =>
  (opening ??= detectHost(navigator.userAgent, navigator.platform).startsWith('wechat-')
    ? import('#platform/wechat/chooser.ts').then(({ openChooser }) => openChooser())
    : Promise.resolve(undefined));

interface WeChatWayProps {
  words: ClaimWords;
  /** As many as may still be added. */
  most: number;
  onPick: (files: readonly File[]) => void;
}

/** WeChat's own chooser, once WeChat has said that it will; anywhere else nothing. */
export function WeChatWay({ words, most, onPick }: WeChatWayProps) {
  const { t } = words;
  const [chooser, setChooser] = useState<WeChatChooser>();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let isHere = true;
    openOnce().then(
      (found) => isHere && setChooser(found),
      // Its code did not come: the file input stands beside it.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  if (!chooser) return null;
  const choose = () => {
    setHasFailed(false);
    chooser.choose(most).then(
      (files) => files.length > 0 && onPick(files),
      () => setHasFailed(true),
    );
  };
  return (
    <>
      <Button isWide icon={<MoreIcon name="chat" />} onPress={choose}>
        {t('photos.wechat')}
      </Button>
      <p role="status" data-news="">
        {hasFailed ? t('photos.wechatFailed') : null}
      </p>
    </>
  );
}
