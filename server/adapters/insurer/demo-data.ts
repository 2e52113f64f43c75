import type { InsuredPerson } from '#domain/policies/terms.ts';
import type { InsurerCustomer, InsurerPolicy } from './insurer.ts';

/** What each product of the demo pays for (flow ids) and at most for one event, 分. */
const products = {
  health: { pays: ['hospital', 'outpatient'], limitFen: 20_000_000 },
  'hospital-cash': { pays: ['hospital'], limitFen: 1_800_000 },
  accident: { pays: ['accident'], limitFen: 10_000_000 },
  'critical-illness': { pays: ['illness'], limitFen: 30_000_000 },
  life: { pays: ['death'], limitFen: 20_000_000 },
  car: { pays: ['car'], limitFen: 30_000_000 },
  home: { pays: ['home'], limitFen: 50_000_000 },
} as const satisfies Record<string, Pick<InsurerPolicy, 'pays' | 'limitFen'>>;
type Product = keyof typeof products;

interface DemoPerson {
  phone: string;
  name: string;
  bornOn: string;
  isInHardship?: boolean;
  products: readonly Product[];
  card?: readonly [bank: string, lastFour: string];
  /** First and last day of cover of all their policies. */
  from?: string;
  to?: string;
  /** Others whom some of their policies insure. */
  alsoInsured?: { products: readonly Product[]; persons: readonly InsuredPerson[] };
  knows?: Pick<InsurerCustomer, 'earlierClaims' | 'hospitalRecords'>;
}

/** People of the demo: nobody real. Ages are as of late 2026; the README lists how to sign in as each. */
const people: readonly DemoPerson[] = [
  {
    phone: '13800000001',
    name: '王秀兰',
    bornOn: '1956-03-12',
    products: ['health', 'accident', 'critical-illness'],
    card: ['中国工商银行', '6021'],
    knows: {
      earlierClaims: [{ flow: 'outpatient', payout: 'cardOnFile', hospital: '青石市人民医院' }],
    },
  },
  {
    phone: '13800000002',
    name: '李建国',
    bornOn: '1944-08-05',
    products: ['health', 'accident'],
    card: ['中国农业银行', '3378'],
  },
  {
    phone: '13800000003',
    name: '张伟',
    bornOn: '1988-11-23',
    products: ['health', 'car', 'home'],
    card: ['招商银行', '9150'],
  },
  {
    // In hardship, no card known; was paid at the counter before. Her daughter (13800000007) insures her too.
    phone: '13800000004',
    name: '陈桂英',
    bornOn: '1961-01-30',
    isInHardship: true,
    products: ['health'],
    knows: { earlierClaims: [{ flow: 'hospital', payout: 'counter', hospital: '白杨县医院' }] },
  },
  {
    phone: '13800000005',
    name: '刘志强',
    bornOn: '1959-06-18',
    products: ['health', 'hospital-cash'],
    card: ['中国建设银行', '4402'],
  },
  {
    phone: '13800000006',
    name: '赵淑珍',
    bornOn: '1938-12-02',
    products: ['health', 'accident'],
  },
  {
    phone: '13800000007',
    name: '杨帆',
    bornOn: '1995-04-09',
    products: ['health', 'life'],
    card: ['中国银行', '7719'],
    alsoInsured: {
      products: ['health', 'life'],
      persons: [{ id: 'demo-4', name: '陈桂英', relation: 'parent', bornOn: '1961-01-30' }],
    },
  },
  {
    phone: '13800000008',
    name: '阿依古丽·买买提',
    bornOn: '1966-09-27',
    products: ['health'],
    card: ['中国邮政储蓄银行', '5036'],
  },
  {
    phone: '13800000009',
    name: '黄文斌',
    bornOn: '1971-02-14',
    products: ['health', 'car', 'home'],
  },
  {
    // Lapsed at the end of October 2026: a stay from 1 November on is a day too late.
    phone: '13800000010',
    name: '周玉梅',
    bornOn: '1952-05-21',
    products: ['health'],
    card: ['中国邮政储蓄银行', '8843'],
    to: '2026-10-31',
  },
  {
    // The hospital has told the insurer of a stay: the claim waits for his yes (C5).
    phone: '13800000011',
    name: '吴德明',
    bornOn: '1946-10-11',
    products: ['health'],
    card: ['中国农业银行', '2267'],
    knows: {
      hospitalRecords: [
        {
          id: 'demo-record-1',
          hospital: '青石市人民医院',
          admittedOn: '2026-11-03',
          dischargedOn: '2026-11-12',
          totalFen: 286_450,
          cause: 'illness',
        },
      ],
    },
  },
  {
    phone: '13800000012',
    name: '孙晓敏',
    bornOn: '2000-07-03',
    products: ['health', 'accident'],
    card: ['交通银行', '1194'],
  },
];

function customerOf(person: DemoPerson, at: number): InsurerCustomer {
  const ref = `demo-${at + 1}`;
  const { name, bornOn, card, alsoInsured } = person;
  const self: InsuredPerson = { id: ref, name, relation: 'self', bornOn };
  const insuredBy = (product: Product): InsuredPerson[] => {
    const others = alsoInsured?.products.includes(product) ? alsoInsured.persons : [];
    return product === 'life' && others.length > 0 ? [...others] : [self, ...others];
  };
  return {
    ref,
    name,
    bornOn,
    isInHardship: person.isInHardship ?? false,
    policies: person.products.map((product) => ({
      id: `${ref}-${product}`,
      product,
      ...products[product],
      insured: insuredBy(product),
      from: person.from ?? '2020-01-01',
      ...(person.to ? { to: person.to } : {}),
    })),
    ...(card ? { cardOnFile: { bank: card[0], lastFour: card[1] } } : {}),
    ...person.knows,
  };
}

/** The customers by phone. */
export const demoCustomers: Readonly<Record<string, InsurerCustomer>> = Object.fromEntries(
  people.map((person, at) => [person.phone, customerOf(person, at)]),
);
