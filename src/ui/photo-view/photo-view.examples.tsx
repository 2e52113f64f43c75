import type { Example } from '../testing/example.ts';
import { PhotoView, type PhotoViewProps } from './photo-view.tsx';

const invoice = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#cbb"/><rect x="60" y="60" width="480" height="680" fill="#fff"/><path d="M100 140h400M100 220h300M100 300h350M100 380h250" stroke="#333" stroke-width="8"/></svg>')}`;
export const shared: PhotoViewProps = {
  title: '第 2 张，一共 3 张',
  alt: '第 2 张',
  url: invoice,
  none: '这里看不到它，发给我们就能看。',
  stateText: '我们收到了',
  words: {
    bigger: '放大',
    smaller: '缩小',
    turn: '转一下',
    again: '再拍一张',
    earlier: '往前排',
    later: '往后排',
    remove: '去掉',
    close: '看好了',
  },
  onTurn: () => undefined,
  onAgain: () => undefined,
  onEarlier: () => undefined,
  onLater: () => undefined,
  onRemove: () => undefined,
  onClose: () => undefined,
};

export const examples: readonly Example[] = [
  { id: 'photo', element: <PhotoView {...shared} /> },
  {
    id: 'only-one',
    element: <PhotoView {...shared} title="第 1 张" onEarlier={undefined} onLater={undefined} />,
  },
  { id: 'not-drawn', element: <PhotoView {...shared} url={undefined} onTurn={undefined} /> },
];
