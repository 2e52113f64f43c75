import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { StaffClaim as StaffClaimData } from '#domain/api/staff.ts';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { StaffClaim } from './staff-claim.tsx';
import { StaffClaimList } from './staff-claim-list.tsx';

const claim: StaffClaimData = {
  id: 'k1',
  number: 'SL261121123458',
  flow: 'hospital',
  flowVersion: 1,
  status: 'received',
  lane: 'green',
  laneReasons: ['small-amount', 'papers-complete'],
  ruleVersion: '2026-11-01',
  submittedAt: '2026-11-21T14:00:00+08:00',
  promiseBy: '2026-11-22T14:00:00+08:00',
  clocks: [{ kind: 'decide', dueAt: '2026-12-21T14:00:00+08:00' }],
  withdrawUntil: '2026-11-21T14:10:00+08:00',
  timeline: [{ at: '2026-11-21T14:00:00+08:00', kind: 'received', actor: 'customer' }],
  documents: [{ id: 'd1', kind: 'invoicePhotos', state: 'received' }],
  answers: { payeeCard: '**** 0018' },
  steps: [],
  policies: [],
  appointments: [],
  can: { withdraw: false, proceed: false, askReview: false, sendPapers: false },
  isLate: false,
  customerName: '王女士',
  maskedPhone: '138****0001',
  maskedFields: ['payeeCard'],
  desk: {
    task: 'decide',
    assessment: {
      outcome: 'person',
      reasons: ['over-small-claim'],
      at: '2026-11-21T14:01:00+08:00',
    },
    alerts: [{ kind: 'promise-late', at: '2026-11-22T14:00:00+08:00' }],
    decisions: [],
    reviews: [],
    limitFen: 1_000_000,
    paidFen: 0,
    claimedFen: 400_000,
    paperFields: ['invoicePhotos', 'dischargePhotos'],
    calls: [],
    audit: [
      { at: '2026-11-21T14:00:00+08:00', who: 'customer', action: 'claim-submitted', detail: '' },
    ],
    may: {
      decide: true,
      askPapers: true,
      takePapers: false,
      callPayee: false,
      payOut: false,
      takeCharge: true,
    },
    isForAnother: false,
    plainWordsMin: 15,
    clauseMin: 4,
  },
};
const words = ['staff', 'claims', 'status'];

async function open(routes: Routes) {
  const calls = fakeFetch(routes);
  const onSignedOut = vi.fn();
  await show(
    <StaffClaim
      id="k1"
      onSignedOut={onSignedOut}
      answers={({ claim: { answers }, instead, beside }) => (
        <p>
          {instead('payeeCard') ?? String(answers.payeeCard)} {beside('payeeCard', '银行卡号')}
        </p>
      )}
    />,
    { words },
  );
  return { calls, onSignedOut, user: userEvent.setup() };
}

describe('The list of claims as staff see it', () => {
  it('tells each with its customer, lane and promise, and leads to it', async () => {
    fakeFetch({ 'GET /api/staff/claims': ok({ claims: [claim] }) });
    await show(<StaffClaimList onSignedOut={() => undefined} />, { words });
    const link = await screen.findByRole('link', { name: 'SL 2611 2112 3458' });
    expect(link).toHaveAttribute('href', '/staff/claims/k1');
    const row = screen.getAllByRole('row')[1];
    expect(row).toHaveTextContent('王女士住院理赔绿色通道已收到');
    expect(row).toHaveTextContent('11月22日（星期日）下午2点前');
  });

  it('has older ones on further pages', async () => {
    const older = { ...claim, id: 'k0', number: 'SL261001000012' };
    fakeFetch({
      'GET /api/staff/claims': ok({ claims: [claim], next: '17_k1' }),
      'GET /api/staff/claims?after=17_k1': ok({ claims: [older] }),
    });
    await show(<StaffClaimList onSignedOut={() => undefined} />, { words });
    await userEvent.click(await screen.findByRole('button', { name: '更早的' }));
    expect(await screen.findByRole('link', { name: 'SL 2610 0100 0012' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '回到最新的' }));
    expect(await screen.findByRole('link', { name: 'SL 2611 2112 3458' })).toBeInTheDocument();
  });
});

describe('One claim as staff see it', () => {
  it('shows facts, photos and history', async () => {
    await open({ 'GET /api/staff/claims/k1': ok(claim) });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'SL 2611 2112 3458' }),
    ).toBeInTheDocument();
    expect(screen.getByText('小额 · 材料齐全')).toBeInTheDocument();
    expect(screen.getByText('超过小额限额')).toBeInTheDocument();
    expect(screen.getByText('过了承诺时间')).toBeInTheDocument();
    expect(screen.getByText('核定：12月21日（星期一）下午2点前')).toBeInTheDocument();
    const photo = screen.getByRole('link', { name: '打开大图：发票照片 1' });
    expect(photo).toHaveAttribute('href', '/api/documents/d1/image?size=full');
    expect(screen.getByText('收到申请 · 客户')).toBeInTheDocument();
  });

  it('shows the whole of a masked value for a reason, and in this view only', async () => {
    const { calls, user } = await open({
      'GET /api/staff/claims/k1': ok(claim),
      'POST /api/staff/claims/k1/unmask': ok({ field: 'payeeCard', value: '6222021234567894' }),
    });
    await user.click(await screen.findByRole('button', { name: '查看完整内容：银行卡号' }));
    const dialog = within(screen.getByRole('dialog', { name: '查看银行卡号的完整内容' }));
    await user.click(dialog.getByRole('button', { name: '查看' }));
    expect(dialog.getByText('请选一个理由。')).toBeInTheDocument();
    expect(calls.filter(({ method }) => method === 'POST')).toEqual([]);
    await user.click(dialog.getByRole('radio', { name: '核对付款' }));
    await user.click(dialog.getByRole('button', { name: '查看' }));
    expect(await screen.findByText('6222021234567894')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: '查看完整内容：银行卡号' }),
    ).not.toBeInTheDocument();
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      field: 'payeeCard',
      reason: 'payment-check',
    });
  });

  it('offers no look at what this role may not see, but at the telephone', async () => {
    await open({ 'GET /api/staff/claims/k1': ok({ ...claim, maskedFields: [] }) });
    expect(await screen.findByRole('button', { name: '查看完整内容：手机号' })).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: '查看完整内容：银行卡号' }),
    ).not.toBeInTheDocument();
  });

  it('says why the server refuses a look', async () => {
    const { user } = await open({
      'GET /api/staff/claims/k1': ok(claim),
      'POST /api/staff/claims/k1/unmask': problem(
        403,
        'staff-not-allowed',
        '您的岗位不能做这个操作。',
      ),
    });
    await user.click(await screen.findByRole('button', { name: '查看完整内容：手机号' }));
    await user.click(screen.getByRole('radio', { name: '处理投诉' }));
    await user.click(screen.getByRole('button', { name: '查看' }));
    expect(await screen.findByText('您的岗位不能做这个操作。')).toBeInTheDocument();
  });

  it('is decided with an amount, or with a clause and plain words, as the customer will read them', async () => {
    const { calls, user } = await open({
      'GET /api/staff/claims/k1': ok(claim),
      'POST /api/staff/claims/k1/decision': ok({
        ...claim,
        status: 'refused',
        desk: { ...claim.desk, may: { ...claim.desk.may, decide: false, askPapers: false } },
      }),
    });
    const part = within(await screen.findByRole('region', { name: '核定' }));
    await user.click(part.getByRole('button', { name: '定下来' }));
    expect(part.getByText('请选一个结果。')).toBeInTheDocument();
    expect(calls.filter(({ method }) => method === 'POST')).toEqual([]);
    await user.click(part.getByRole('radio', { name: '全部赔' }));
    expect(part.getByRole('textbox', { name: '赔多少' })).toHaveValue('4000');
    expect(part.getByText('可以赔 4,000.00 元')).toBeInTheDocument();
    await user.click(part.getByRole('radio', { name: '不赔' }));
    await user.type(part.getByRole('textbox', { name: /^合同条款/ }), '第三条');
    const why = '发票上的日子在合同开始以前。';
    await user.type(part.getByRole('textbox', { name: /^写给客户的原因/ }), why);
    expect(
      within(part.getByRole('region', { name: '客户会看到' })).getByText(why),
    ).toBeInTheDocument();
    await user.click(part.getByRole('button', { name: '定下来' }));
    expect(await screen.findByText('现在没有要办的。')).toBeInTheDocument();
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      outcome: 'refused',
      clause: '第三条',
      words: why,
    });
  });

  it('has papers asked for of the list alone, each with why', async () => {
    const { calls, user } = await open({
      'GET /api/staff/claims/k1': ok(claim),
      'POST /api/staff/claims/k1/papers-request': ok({ ...claim, status: 'papers-needed' }),
    });
    const part = within(await screen.findByRole('region', { name: '要补的材料' }));
    await user.click(part.getByRole('button', { name: '通知客户' }));
    expect(part.getByText('请至少选一样。')).toBeInTheDocument();
    await user.click(part.getByRole('checkbox', { name: /^出院小结/ }));
    await user.type(part.getByRole('textbox', { name: '为什么要出院小结' }), '要知道哪天出院');
    await user.click(part.getByRole('button', { name: '通知客户' }));
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
        papers: [{ field: 'dischargePhotos', reason: '要知道哪天出院' }],
      }),
    );
  });

  it('offers nothing that this member may not do', async () => {
    const none = {
      decide: false,
      askPapers: false,
      takePapers: false,
      callPayee: false,
      payOut: false,
      takeCharge: false,
    };
    await open({
      'GET /api/staff/claims/k1': ok({
        ...claim,
        desk: { ...claim.desk, may: none, isForAnother: true },
      }),
    });
    expect(await screen.findByText(/由另一个人办/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '定下来' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '由我负责' })).not.toBeInTheDocument();
  });

  it('sends whose session has ended to sign in', async () => {
    const { onSignedOut } = await open({
      'GET /api/staff/claims/k1': problem(401, 'staff-sign-in-needed', '请先登录员工账号。'),
    });
    await waitFor(() => expect(onSignedOut).toHaveBeenCalled());
  });
});
