import type { Branch } from '#domain/api/branch.ts';
import type { InsurerCustomer } from './insurer.ts';

/** People of the demo: nobody real. Ages are as of late 2026; the README lists how to sign in as each. */
export const demoCustomers: Readonly<Record<string, InsurerCustomer>> = Object.fromEntries(
  (
    [
      // phone, name, born, hardship, policies, card on file
      ['13800000001', '王秀兰', '1956-03-12', false, ['health'], ['中国工商银行', '6021']],
      ['13800000002', '李建国', '1944-08-05', false, ['health'], ['中国农业银行', '3378']],
      ['13800000003', '张伟', '1988-11-23', false, ['health'], ['招商银行', '9150']],
      ['13800000004', '陈桂英', '1961-01-30', true, ['health'], undefined],
      [
        '13800000005',
        '刘志强',
        '1959-06-18',
        false,
        ['health', 'hospital-cash'],
        ['中国建设银行', '4402'],
      ],
      ['13800000006', '赵淑珍', '1938-12-02', false, ['health'], undefined],
      ['13800000007', '杨帆', '1995-04-09', false, ['health'], ['中国银行', '7719']],
      [
        '13800000008',
        '阿依古丽·买买提',
        '1966-09-27',
        false,
        ['health'],
        ['中国邮政储蓄银行', '5036'],
      ],
      ['13800000009', '黄文斌', '1971-02-14', false, ['health'], undefined],
      ['13800000010', '周玉梅', '1952-05-21', false, ['health'], ['中国邮政储蓄银行', '8843']],
      ['13800000011', '吴德明', '1946-10-11', false, ['health'], ['中国农业银行', '2267']],
      ['13800000012', '孙晓敏', '2000-07-03', false, ['health'], ['交通银行', '1194']],
    ] as const
  ).map(([phone, name, bornOn, isInHardship, products, card], at): [string, InsurerCustomer] => [
    phone,
    {
      ref: `demo-${at + 1}`,
      name,
      bornOn,
      isInHardship,
      policies: products.map((product) => ({
        id: `demo-${at + 1}-${product}`,
        product,
        pays: product === 'health' ? ['hospital', 'outpatient'] : ['hospital'],
      })),
      cardOnFile: card ? { bank: card[0], lastFour: card[1] } : undefined,
    },
  ]),
);

/** Branches of a province, a city and a county, with what helps there. */
export const demoBranches: readonly Branch[] = [
  {
    id: 'province-1',
    name: '银龄保险 省级客户服务中心',
    level: 'province',
    address: '云江省长宁市人民路 100 号',
    phone: '400-000-0000',
    hours: '08:30-17:30',
    aids: [
      'ramp',
      'wheelchair',
      'priority-number',
      'priority-seats',
      'reading-glasses',
      'hearing-help',
      'large-print',
      'first-aid-box',
      'dialect-staff',
      'home-visit',
    ],
  },
  {
    id: 'city-1',
    name: '银龄保险 青石市支公司',
    level: 'city',
    address: '云江省青石市中山路 28 号',
    phone: '400-000-0000',
    hours: '08:30-17:00',
    aids: [
      'ramp',
      'wheelchair',
      'priority-number',
      'priority-seats',
      'reading-glasses',
      'large-print',
      'first-aid-box',
    ],
  },
  {
    id: 'county-1',
    name: '银龄保险 白杨县服务部',
    level: 'county',
    address: '云江省白杨县建设街 6 号',
    phone: '400-000-0000',
    hours: '09:00-16:30',
    aids: [
      'ramp',
      'priority-number',
      'priority-seats',
      'reading-glasses',
      'dialect-staff',
      'home-visit',
    ],
  },
];
