import sharp from 'sharp';

/** A photo of an invoice as a phone makes it, JPEG; `seed` makes it another photo, `light` a darker one. */
export async function invoicePhoto(
  seed = 1,
  light = 1,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
    <rect width="1200" height="900" fill="#d8cfc0"/><rect x="90" y="80" width="1020" height="740" fill="#fffdf6"/>
    <rect x="90" y="80" width="1020" height="90" fill="#b8502f" opacity=".85"/>
    ${[0, 1, 2, 3, 4, 5].map((i) => `<rect x="150" y="${230 + i * 80}" width="${500 + ((i * 97 + seed * 41) % 400)}" height="26" fill="#44403a"/>`).join('')}
    <circle cx="930" cy="640" r="110" fill="none" stroke="#c0392b" stroke-width="14" opacity=".7"/></svg>`;
  const buffer = await sharp(Buffer.from(svg)).linear(light, 0).jpeg({ quality: 85 }).toBuffer();
  return { name: `IMG_${1000 + seed}.jpg`, mimeType: 'image/jpeg', buffer };
}
