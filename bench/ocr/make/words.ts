import { idCheckCharacter } from '../../../src/domain/flow/id-number.ts';
import { hasLuhnCheckDigit } from '../../../src/domain/flow/validate.ts';
import type { Random } from '../../senior/random.ts';

/** What stands on made-up papers. Numbers hold their check digits and are otherwise drawn by chance. */
export const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random.even() * list.length)] as T;

export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random.even() * (high - low + 1));

export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(between(random, 0, 9))).join('');

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文覃农韦蒙岑',
  '欧阳',
  '上官',
  '司马',
  '诸葛',
];
const GIVEN =
  '秀英兰芳桂珍玉梅淑华丽娟敏静丹霞红萍琴云莲凤春菊香月建国志强军平刚勇明德福海涛波辉斌飞鹏宇文金荣根生土水木成宝贵昌盛永长庆喜祥瑞和顺达仁义礼智信忠孝廉洪亮龙虎山川林森江河湖晓晨阳光星辰雪冰雨露';
const MINORITY = [
  ['买买提·吐尔逊', '维吾尔'],
  ['阿依古丽·艾合买提', '维吾尔'],
  ['古丽娜尔·阿不都热依木', '维吾尔'],
  ['巴合提·哈力', '哈萨克'],
  ['扎西次仁', '藏'],
  ['卓玛央宗', '藏'],
  ['乌云其木格', '蒙古'],
  ['额尔敦巴特尔', '蒙古'],
] as const;
const NATIONS = [
  '汉',
  '汉',
  '汉',
  '汉',
  '回',
  '满',
  '壮',
  '苗',
  '土家',
  '彝',
  '布依',
  '侗',
  '朝鲜',
  '畲',
];

export interface Person {
  name: string;
  ethnicity: string;
  sex: '男' | '女';
  /** YYYY-MM-DD */
  birth: string;
  address: string;
  idNumber: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

export function day(random: Random, from: number, to: number): string {
  return `${between(random, from, to)}-${two(between(random, 1, 12))}-${two(between(random, 1, 28))}`;
}

const PLACES = [
  ['110105', '北京市朝阳区'],
  ['310104', '上海市徐汇区'],
  ['330106', '浙江省杭州市西湖区'],
  ['320583', '江苏省昆山市'],
  ['440106', '广东省广州市天河区'],
  ['510107', '成都市武侯区'],
  ['420111', '武汉市洪山区'],
  ['370202', '山东省青岛市市南区'],
  ['450103', '广西南宁市青秀区'],
  ['650102', '新疆乌鲁木齐市天山区'],
  ['150102', '内蒙古呼和浩特市新城区'],
  ['532901', '云南省大理白族自治州大理市'],
  ['522627', '贵州省黔东南苗族侗族自治州天柱县'],
  ['210102', '沈阳市和平区'],
  ['610113', '西安市雁塔区'],
  ['350206', '福建省厦门市湖里区'],
] as const;
const ROADS = [
  '人民路',
  '解放路',
  '建设路',
  '中山北路',
  '文化街',
  '和平里',
  '光明大道',
  '东风路',
  '长江西路',
  '新华南路',
];
const TOWNS = ['城关镇', '凤城街道', '清河乡', '双桥镇', '白石镇', '青山村委会', ''];

export function person(random: Random): Person {
  const sex = random.chance(0.5) ? '男' : '女';
  const birth = day(random, 1936, 2004);
  const [code, place] = pick(random, PLACES);
  const own = random.chance(0.1) ? pick(random, MINORITY) : undefined;
  const given = Array.from({ length: between(random, 1, 2) }, () => pick(random, [...GIVEN])).join(
    '',
  );
  const serial = digits(random, 2) + String(between(random, 0, 4) * 2 + (sex === '男' ? 1 : 0));
  const first = code + birth.replaceAll('-', '') + serial;
  const home =
    pick(random, [
      `${between(random, 1, 980)}号`,
      `${between(random, 1, 88)}弄${between(random, 1, 60)}号`,
    ]) +
    pick(random, [
      '',
      `${between(random, 1, 30)}幢${between(random, 1, 4)}单元${between(random, 101, 2803)}室`,
      `${between(random, 101, 903)}室`,
    ]);
  return {
    name: own?.[0] ?? pick(random, SURNAMES) + given,
    ethnicity: own?.[1] ?? pick(random, NATIONS),
    sex,
    birth,
    address: `${place}${pick(random, TOWNS)}${pick(random, ROADS)}${home}`,
    idNumber: first + idCheckCharacter(first),
  };
}

const OFFICES = [
  '杭州市公安局西湖分局',
  '昆山市公安局',
  '北京市公安局朝阳分局',
  '天柱县公安局',
  '上海市公安局徐汇分局',
  '广州市公安局天河区分局',
  '呼和浩特市公安局新城区分局',
  '大理市公安局',
  '乌鲁木齐市公安局天山区分局',
  '青岛市公安局市南分局',
];
export const office = (random: Random): string => pick(random, OFFICES);

/** Beginnings of cards with how many digits they have, from tables that banks publish. */
const CARDS = [
  ['中国工商银行', '622202', 19],
  ['中国工商银行', '621226', 19],
  ['中国农业银行', '622848', 19],
  ['中国农业银行', '623052', 19],
  ['中国银行', '621660', 19],
  ['中国银行', '621785', 19],
  ['中国建设银行', '621700', 19],
  ['中国建设银行', '622966', 16],
  ['交通银行', '622260', 19],
  ['交通银行', '601428', 17],
  ['中国邮政储蓄银行', '621098', 19],
  ['招商银行', '622588', 16],
  ['招商银行', '621485', 16],
  ['兴业银行', '622908', 18],
  ['中信银行', '621771', 16],
  ['平安银行', '622298', 16],
  ['宁波银行', '621418', 19],
  ['江苏银行', '622173', 19],
  ['中国民生银行', '622622', 16],
  ['中国光大银行', '622660', 16],
  ['上海浦东发展银行', '622521', 16],
  ['成都农商银行', '622888', 19],
  ['浙江省农村信用社联合社', '622858', 19],
] as const;

export function bankCard(random: Random): { bank: string; cardNumber: string } {
  const [bank, prefix, length] = pick(random, CARDS);
  const body = prefix + digits(random, length - 1 - prefix.length);
  const check = Array.from({ length: 10 }, (_, i) => String(i)).find((one) =>
    hasLuhnCheckDigit(body + one),
  );
  return { bank, cardNumber: `${body}${check ?? ''}` };
}

export const PROVINCES = [
  '浙江省',
  '北京市',
  '上海市',
  '江苏省',
  '广东省',
  '四川省',
  '湖北省',
  '山东省',
  '广西壮族自治区',
  '贵州省',
  '福建省',
  '陕西省',
  '中央',
  '',
];
const HOSPITALS = [
  '浙江大学医学院附属第一医院',
  '北京协和医院',
  '上海交通大学医学院附属瑞金医院',
  '昆山市中医医院',
  '天柱县人民医院',
  '广州市妇女儿童医疗中心',
  '四川省人民医院',
  '华中科技大学同济医学院附属协和医院',
  '青岛市市立医院',
  '南宁市第二人民医院',
  '双桥镇中心卫生院',
  '清河乡卫生院',
  '西湖区文新街道社区卫生服务中心',
  '黔东南苗族侗族自治州妇幼保健院',
  '厦门市第五医院',
  '西安交通大学第一附属医院',
  '成都中医药大学附属医院（四川省中医医院）',
  '中国人民解放军总医院',
  '复旦大学附属中山医院徐汇医院',
  '余姚市第四人民医院',
  '苏州大学附属儿童医院',
  '武汉市精神卫生中心',
  '大理白族自治州人民医院',
  '市南区八大峡街道社区卫生服务站',
];
export const hospital = (random: Random): string => pick(random, HOSPITALS);

const FIGURES = '零壹贰叁肆伍陆柒捌玖';

function group(value: number): string {
  let words = '';
  let hasGap = false;
  for (const [worth, name] of [
    [1000, '仟'],
    [100, '佰'],
    [10, '拾'],
    [1, ''],
  ] as const) {
    const figure = Math.floor(value / worth) % 10;
    if (figure === 0) hasGap = words !== '';
    else {
      words += (hasGap ? '零' : '') + (FIGURES[figure] ?? '') + name;
      hasGap = false;
    }
  }
  return words;
}

/** 分 in the words of invoices. */
export function inWords(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const [high, low] = [Math.floor(yuan / 10_000), yuan % 10_000];
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const whole = (high ? `${group(high)}万${low > 0 && low < 1000 ? '零' : ''}` : '') + group(low);
  const tail =
    jiao === 0 && rest === 0
      ? '整'
      : (jiao > 0 ? `${FIGURES[jiao] ?? ''}角` : '零') +
        (rest > 0 ? `${FIGURES[rest] ?? ''}分` : '整');
  return `${whole}元${tail}`;
}

export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${two(fen % 100)}`;
