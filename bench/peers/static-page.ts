import type { PageWords } from '../page-words.ts';

const style = `
:root{--ink:#1f1c17;--edge:#75695a}
*{box-sizing:border-box}
body{margin:0;font:18px/1.6 "PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--ink);background:#fbf9f4}
header,main,aside{padding:12px 16px}
h1{font-size:28px;line-height:1.3;margin:8px 0}
ul{list-style:none;margin:16px 0;padding:0;display:grid;gap:12px}
li a{display:block;padding:12px 16px;border:2px solid var(--edge);border-radius:12px;background:#fff;color:inherit;text-decoration:none}
li b{display:block;font-size:22px}
aside{display:grid;gap:12px;position:sticky;bottom:0;background:#fff;border-top:2px solid var(--edge)}
button,.call{display:block;width:100%;min-height:56px;font:inherit;font-weight:600;border-radius:12px;text-align:center;padding:12px}
button{border:0;background:#8a3413;color:#fff}
.call{border:2px solid var(--edge);color:inherit}
`.replace(/\n/g, '');

const document = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${style}</style></head><body>${body}</body></html>`;

/** The limit: the same words as a page that a person wrote by hand, without a script; the human button is a plain form. */
export function staticHome(words: PageWords): string {
  const jobs = words.jobs
    .map(({ title, text, href }) => `<li><a href="${href}"><b>${title}</b>${text}</a></li>`)
    .join('');
  return document(
    words.title,
    `<header>${words.brand}</header><main><p><a href="?mode=senior">${words.toSenior}</a></p><h1>${words.title}</h1><p>${words.lead}</p><ul>${jobs}</ul></main><aside><div role="status" data-help="human-status"></div><form method="post" action="/api/help-requests"><input type="hidden" name="page" value="/"><button data-help="human">${words.human}</button></form><a class="call" href="tel:95500">${words.hotline}</a></aside>`,
  );
}

/** What the plain form is answered with. */
export function staticAnswer(words: PageWords, position: number): string {
  const accepted = words.accepted.replace('#', String(position));
  return document(
    accepted,
    `<header>${words.brand}</header><main><h1 role="status" data-help="human-status">${accepted}</h1><p><a href="tel:95500">${words.hotline}</a></p></main>`,
  );
}
