import type { BrowserContext } from '@playwright/test';

/** What an electronic invoice of a stay in hospital says, and where: px on a page of 1600 × 1200. */
const lines: readonly (readonly [text: string, left: number, top: number, size: number])[] = [
  ['云江省医疗住院收费票据（电子）', 480, 60, 44],
  ['票据代码：53060126', 120, 170, 30],
  ['票据号码：0061728394', 980, 170, 30],
  ['交款人：王秀兰', 120, 240, 30],
  ['开票日期：2026-11-10', 980, 240, 30],
  ['项目名称', 160, 330, 30],
  ['金额（元）', 620, 330, 30],
  ['床位费', 160, 390, 30],
  ['420.00', 640, 390, 30],
  ['西药费', 160, 440, 30],
  ['1260.50', 640, 440, 30],
  ['检查费', 160, 490, 30],
  ['700.00', 640, 490, 30],
  ['护理费', 160, 540, 30],
  ['300.00', 640, 540, 30],
  ['金额合计（大写）贰仟陆佰捌拾元伍角整', 120, 640, 30],
  ['（小写）2680.50', 980, 640, 30],
  ['住院时间：2026-11-02至2026-11-09', 120, 740, 30],
  ['住院天数：7', 980, 740, 30],
  ['医疗机构类型：综合医院', 120, 810, 30],
  ['性别：女', 980, 810, 30],
  ['收款单位（章）：青石市人民医院', 120, 1000, 30],
  ['复核人：李芳', 760, 1000, 30],
  ['收款人：自助机03', 1100, 1000, 30],
];

/** A photo of such an invoice as the browser draws it: readable, flat, with a stay of 王秀兰 in November 2026. */
export async function stayInvoice(
  context: BrowserContext,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1600, height: 1200 });
  const texts = lines.map(
    ([text, left, top, size]) =>
      `<p style="position:absolute;margin:0;left:${left}px;top:${top}px;font-size:${size}px">${text}</p>`,
  );
  await page.setContent(
    `<body style="margin:0;background:#fffef8;color:#1d1d1d;font-family:sans-serif">${texts.join('')}</body>`,
  );
  const buffer = await page.screenshot({ type: 'jpeg', quality: 92 });
  await page.close();
  return { name: 'IMG_2042.jpg', mimeType: 'image/jpeg', buffer };
}
