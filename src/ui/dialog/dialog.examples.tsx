import { useState } from 'react';
import { Button } from '../button/button.tsx';
import type { Example } from '../testing/example.ts';
import { Dialog } from './dialog.tsx';

function Live({ isOpenAtFirst = false }: { isOpenAtFirst?: boolean }) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <>
      <Button onPress={() => setOpen(true)}>查看卡号</Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title="为什么要看卡号？" closeLabel="关闭">
        <p>每次查看都会记下来。</p>
        <Button kind="main">查看</Button>
      </Dialog>
    </>
  );
}

export const examples: readonly Example[] = [{ id: 'closed', element: <Live /> }];
export const openExamples: readonly Example[] = [{ id: 'open', element: <Live isOpenAtFirst /> }];
