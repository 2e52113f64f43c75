import { Button } from '../button/button.tsx';
import type { Example } from '../testing/example.ts';
import type { PickedPhoto } from './picked-photo.ts';
import { PhotoPicker, type PhotoPickerProps } from './photo-picker.tsx';

const thumb = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><rect width="96" height="96" fill="#cbb"/><rect x="20" y="10" width="56" height="76" fill="#fff"/></svg>')}`;
export const photos: readonly PickedPhoto[] = [
  { id: 'a', name: '第 1 张', url: thumb, state: 'received', stateText: '收到了，看得清' },
  {
    id: 'b',
    name: '第 2 张',
    url: thumb,
    state: 'sending',
    stateText: '正在传，传了一半',
    progress: 0.5,
  },
  { id: 'c', name: '第 3 张', state: 'waiting', stateText: '没有网，连上就接着传' },
  { id: 'd', name: '第 4 张', url: thumb, state: 'failed', stateText: '没传上去' },
  { id: 'e', name: '第 5 张', state: 'rejected', stateText: '这不是照片，请换一张' },
];
/** As the page of a claim shows them: with advice, a PDF, and what can be done. */
export const coached: readonly PickedPhoto[] = [
  {
    id: 'f',
    name: '第 1 张',
    url: thumb,
    state: 'advised',
    stateText: '在您手机上，还没发',
    advice: '没拍全。把四个角都拍进来。',
    acts: ['again', 'anyway'],
    isNext: true,
  },
  {
    id: 'g',
    name: '文件 2',
    kind: 'pdf',
    pages: '3 页',
    state: 'received',
    stateText: '收到了',
    acts: ['look'],
  },
  {
    id: 'h',
    name: '第 3 张',
    state: 'unreadable',
    stateText: '收到了，可是看不清',
    acts: ['again', 'look'],
  },
];
const shared: PhotoPickerProps = {
  label: '发票的照片',
  hint: '把整张发票放进画面，字要看得清。',
  photos: [],
  words: {
    camera: '现在拍一张',
    album: '从相册里选',
    remove: '删掉',
    retry: '再传一次',
    again: '再拍一张',
    anyway: '就用这张',
    same: '去掉这张',
    look: '看大图',
  },
  onPick: () => undefined,
  onRemove: () => undefined,
  onRetry: () => undefined,
};

export const examples: readonly Example[] = [
  { id: 'empty', element: <PhotoPicker {...shared} /> },
  { id: 'every-state', element: <PhotoPicker {...shared} photos={photos} /> },
  {
    id: 'coached',
    element: (
      <PhotoPicker
        {...shared}
        photos={coached}
        gone={[{ id: 'x', text: '第 4 张去掉了', label: '放回来', place: 9 }]}
        more={<Button>拍不了？换个办法</Button>}
      />
    ),
  },
  {
    id: 'wrong',
    element: <PhotoPicker {...shared} id="invoicePhotos" error="还没有照片，请先拍一张发票。" />,
  },
  {
    id: 'full',
    element: (
      <PhotoPicker {...shared} hint="已经够了，不用再拍。" photos={photos.slice(0, 1)} isFull />
    ),
  },
];
