import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProcessReader } from '#server/adapters/reader/process.ts';
import { silentLog } from '#server/log.ts';
import { createPhotoCleaner } from '#server/services/photos/cleaner.ts';
import { chinese, makePdf } from './support/pdf-files.ts';

/** A medical e-invoice as an office's computer writes it: half a page, x and y in points from the top left. */
const LINES: readonly (readonly [text: string, x: number, y: number, size?: number])[] = [
  ['浙江省医疗门诊收费票据（电子）', 164, 34, 17],
  ['票据代码：33060125', 19, 60],
  ['票据号码：0048217365', 408, 60],
  ['交款人统一社会信用代码：', 19, 76],
  ['校验码：8f3c1a', 408, 76],
  ['交款人：王桂兰', 19, 92],
  ['开票日期：2026-10-14', 408, 92],
  ['项目名称', 23, 116],
  ['金额（元）', 214, 116],
  ['项目名称', 301, 116],
  ['金额（元）', 492, 116],
  ['诊查费', 23, 132],
  ['18.00', 238, 132],
  ['检查费', 301, 132],
  ['420.00', 510, 132],
  ['西药费', 23, 148],
  ['236.40', 232, 148],
  ['治疗费', 301, 148],
  ['66.00', 516, 148],
  ['化验费', 23, 164],
  ['145.50', 232, 164],
  ['金额合计（大写）捌佰捌拾伍元玖角整', 25, 221],
  ['（小写）885.90', 374, 221],
  ['门诊号：MZ20261014082', 45, 242],
  ['就诊日期：20261014', 232, 242],
  ['医疗机构类型：综合医院', 420, 242],
  ['性别：女', 45, 260],
  ['医保类型：职工医保', 232, 260],
  ['医保编号：19490308', 420, 260],
  ['医保统筹基金支付：512.31', 45, 277],
  ['其他支付：0.00', 232, 277],
  ['个人账户支付：180.50', 420, 277],
  ['个人自付：135.16', 45, 295],
  ['个人自费：57.93', 232, 295],
  ['个人现金支付：193.09', 420, 295],
  ['收款单位（章）：浙江省示范人民医院', 19, 322],
  ['复核人：李芳', 298, 322],
  ['收款人：自助机03', 442, 322],
];

const HEIGHT = 340;
const written = () =>
  makePdf([
    {
      width: 595,
      height: HEIGHT,
      content: LINES.map(([text, x, y, size = 10]) => chinese(text, x, HEIGHT - y, size)).join(''),
    },
  ]);

/** The same paper, scanned at the counter into a PDF. */
async function scanned(): Promise<Buffer> {
  const bytes = await readFile(new URL('fixtures/ocr/invoice.jpg', import.meta.url));
  return makePdf([
    {
      width: 842,
      height: 595,
      content: 'q 793 0 0 595 24 0 cm /Im Do Q',
      jpeg: { bytes, width: 1600, height: 1200 },
    },
  ]);
}

describe('a medical e-invoice that comes as a PDF', () => {
  const cleaner = createPhotoCleaner({ workers: 1 });
  const reader = createProcessReader(silentLog);
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pdf-invoice-'));
  });
  afterAll(async () => {
    cleaner.close();
    reader.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    ['written by a computer, its font not within,', written],
    ['scanned', scanned],
  ])(
    '%s is read like its photo',
    async (_, make) => {
      const path = join(folder, 'invoice.pdf');
      await writeFile(path, await make());
      const page = await cleaner.clean(path);
      if (page.state !== 'received') throw new Error(`rejected: ${page.reason}`);
      const { kind, fields } = await reader.read(page.full);
      expect(kind).toBe('invoice-outpatient');
      expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toMatchObject({
        totalFen: 88_590,
        invoiceDate: '2026-10-14',
        invoiceNumber: '0048217365',
        patientName: '王桂兰',
        hospital: '浙江省示范人民医院',
      });
    },
    60_000,
  );
});
