import type { Example } from '../testing/example.ts';
import { PhotoPicker, type PhotoPickerProps, type PickedPhoto } from './photo-picker.tsx';

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
const shared: PhotoPickerProps = {
  label: '发票的照片',
  hint: '把整张发票放进画面，字要看得清。',
  photos: [],
  words: { camera: '现在拍一张', album: '从相册里选', remove: '删掉', retry: '再传一次' },
  onPick: () => undefined,
  onRemove: () => undefined,
  onRetry: () => undefined,
};

export const examples: readonly Example[] = [
  { id: 'empty', element: <PhotoPicker {...shared} /> },
  { id: 'every-state', element: <PhotoPicker {...shared} photos={photos} /> },
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
