import { afterEach, describe, expect, it } from 'vitest';
import { collectLines } from './collect-lines.ts';

const read = (html: string): string[] => {
  document.body.innerHTML = `<main>${html}</main>`;
  return linesOf().map(({ text }) => text);
};
const linesOf = () =>
  collectLines(document.querySelector('main') as Element, (kind) => `<${kind}>`);
afterEach(() => (document.body.innerHTML = ''));

describe('What is read of a page', () => {
  it('is its headings, texts, choices, links and buttons in the order of the page, each told as what it is', () => {
    expect(
      read(`
        <a href="/claims">返回</a>
        <h1>现在出院了吗？</h1>
        <p>想好了再选。选错了能改。</p>
        <label><input type="radio" name="a" checked> 出院了</label>
        <label><input type="radio" name="a"> 还没有</label>
        <label><input type="checkbox"> 同意</label>
        <button>下一步</button>
        <button disabled>提交</button>
        <button aria-pressed="true">更清楚</button>`),
    ).toEqual([
      '<link>',
      '返回',
      '现在出院了吗？',
      '想好了再选。',
      '选错了能改。',
      '<chosen>',
      '出院了',
      '<choice>',
      '还没有',
      '<tick>',
      '同意',
      '<button>',
      '下一步',
      '<buttonOff>',
      '提交',
      '<buttonOn>',
      '更清楚',
    ]);
  });

  it('is never what was typed, only whether something was', () => {
    expect(
      read(`<label for="a">银行卡号</label><input id="a" value="6222021234567890011">
            <label for="b">姓名</label><input id="b">`),
    ).toEqual(['银行卡号', '<boxFilled>', '姓名', '<box>']);
  });

  it('is nothing that is hidden, decoration, or the controls of the reading itself', () => {
    expect(
      read(`<p hidden>藏</p><p aria-hidden="true">饰</p><p style="display:none">无</p>
            <svg><text>画</text></svg><div data-not-read><button>暂停</button></div><p>读</p>
            <img alt=""><img alt="发票的样子">`),
    ).toEqual(['读', '<picture>', '发票的样子']);
  });

  it('keeps a sentence whole over marks and explained terms in it', () => {
    expect(
      read(`<p>看<strong>发票</strong>上的<span><button>合计</button>，就是</span>所有的钱。</p>`),
    ).toEqual(['看发票上的合计，就是所有的钱。']);
  });

  it('is the name for the ear where a control has one', () => {
    expect(read(`<button aria-label="大字版（长辈版）">大字版</button>`)).toEqual([
      '<button>',
      '大字版（长辈版）',
    ]);
  });

  it('says of an error that it is one', () => {
    expect(
      read(
        `<div role="alert"><h2>还有 1 处要改一下</h2></div><span class="field-error">这里还没有填。</span>`,
      ),
    ).toEqual(['<error>', '还有 1 处要改一下', '<error>', '这里还没有填。']);
  });

  it('knows where each sentence stands, over elements and odd white space', () => {
    read(`<p>\n   先看\n  <b>发票</b>。  再填。</p>`);
    expect(linesOf().map(({ range }) => range?.toString())).toEqual(['先看\n  发票。', '再填。']);
  });
});
