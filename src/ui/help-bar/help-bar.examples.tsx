import type { Example } from '../testing/example.ts';
import { HelpBar } from './help-bar.tsx';

export const sharedHelp = {
  label: '找人帮忙',
  action: '/api/help-requests',
  fields: [{ name: 'page', value: '/' }],
  buttonLabel: '找真人帮忙',
  note: '有不明白的，随时叫我们。',
  hotline: { href: 'tel:95500', label: '打电话', number: '95500' },
  early: {
    connecting: '正在为您接通',
    accepted: '已收到，您排在第 # 位。',
    wait: '已收到，您排在第 # 位，大约等 #low 到 #high 分钟。',
    shut: '已收到，您排在第 # 位，一上班就找您。',
    kept: '还没接通，会接着试。',
    failed: '没接通，请打热线。',
  },
};

export const examples: readonly Example[] = [
  { id: 'at-rest', element: <HelpBar {...sharedHelp} /> },
  {
    id: 'accepted',
    element: (
      <HelpBar
        {...sharedHelp}
        label="找人帮忙（已收到）"
        status="已收到。您前面还有 2 位，大约等 3 到 5 分钟。"
      />
    ),
  },
];
