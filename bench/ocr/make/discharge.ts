import type { Random } from '../../senior/random.ts';
import { box, sheet, write, type Ink, type Paper } from './draw.ts';
import { addDays, dayIn, HAN } from './invoices.ts';
import { between, day, digits, hospital, person, pick } from './words.ts';

/** A discharge summary: running text with a few labels. */
export function discharge(random: Random): Paper {
  const [width, height] = [1000, 1300];
  const { name, sex } = person(random);
  const place = hospital(random);
  const admitted = day(random, 2024, 2026);
  const days = between(random, 1, 28);
  const discharged = addDays(admitted, days);
  const font = pick(random, HAN);
  const size = between(random, 25, 29);
  const style = pick(random, [0, 1, 1, 3]);
  const ink: Ink = { size, font };
  const says = [
    '入院诊断：1.高血压病3级 2.冠心病',
    '出院诊断：1.高血压病3级 2.冠心病',
    '入院情况：患者因头晕三天入院，查体血压升高，',
    '心肺听诊未闻及明显异常。',
    '诊疗经过：入院后完善检查，予降压、改善循环',
    '等治疗，患者症状好转。',
    '出院医嘱：1.低盐饮食，按时服药。',
    '2.两周后门诊复查，如有不适随时就诊。',
  ];
  const inside = [
    box(0, 0, width, height, '#fcfcfa'),
    write(place, width / 2, 110, {
      size: Math.min(46, 860 / place.length),
      font,
      weight: 700,
      anchor: 'middle',
    }),
    write(pick(random, ['出院记录', '出院小结', '出 院 记 录']), width / 2, 180, {
      size: 40,
      font,
      weight: 700,
      anchor: 'middle',
    }),
    write(`姓名：${name}`, 70, 260, ink) +
      write(`性别：${sex}`, 420, 260, ink) +
      write(`年龄：${between(random, 50, 88)}岁`, 640, 260, ink),
    write(`科室：${pick(random, ['心内科', '骨科', '神经内科'])}`, 70, 315, ink) +
      write(`住院号：${digits(random, 8)}`, 420, 315, ink),
    write(`入院日期：${dayIn(admitted, style)}`, 70, 370, ink) +
      write(`出院日期：${dayIn(discharged, style)}`, 520, 370, ink),
    write(`住院天数：${days}天`, 70, 425, ink),
    ...says.map((line, i) => write(line, 70, 500 + i * size * 2, ink)),
    write(`医师签名：${pick(random, ['刘洋', '陈静'])}`, 620, 1180, ink),
  ].join('');
  return {
    type: 'discharge',
    fields: { hospital: place, payer: name, admitted, discharged },
    svg: sheet(width, height, inside),
    width,
    height,
  };
}
