import type { Branch } from '#domain/api/branch.ts';

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
