import { Icon } from '../icon/icon.tsx';
import type { Example } from '../testing/example.ts';
import { FileButton } from './file-button.tsx';

export const examples: readonly Example[] = [
  {
    id: 'photo',
    element: (
      <FileButton types={['image/jpeg']} icon={<Icon name="camera" />} onPick={() => undefined}>
        发照片
      </FileButton>
    ),
  },
];
