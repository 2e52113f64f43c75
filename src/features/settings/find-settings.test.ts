import { describe, expect, it } from 'vitest';
import zh from '../../../locales/zh-CN/settings.json';
import en from '../../../locales/en/settings.json';
import { findSettings, settingIds } from './find-settings.ts';

const inChinese = (query: string) => findSettings(query, (id) => zh.search.names[id]);

describe('The search of the settings', () => {
  it.each([
    '长辈版',
    '亲情版',
    '关爱版',
    '关怀版',
    '关怀模式',
    '大字版',
    '大字',
    '字体',
    '字太小',
    '老年版',
    '长辈',
    ' 长 辈 版 ',
    '简明',
  ])('finds the switch of the mode first for %s', (query) => {
    expect(inChinese(query)[0]).toBe('mode');
  });

  it.each(['easy', 'LARGE', 'senior', 'font'])('finds it in English for %s', (query) => {
    expect(findSettings(query, (id) => en.search.names[id])[0]).toBe('mode');
  });

  it('finds the rest by their names too', () => {
    expect(inChinese('朗读')[0]).toBe('reading');
    expect(inChinese('颜色')).toEqual(['contrast']);
    expect(inChinese('退出登录')).toEqual(['account']);
  });

  it('shows everything while nothing is asked for, and nothing for what there is not', () => {
    expect(inChinese('  ')).toEqual(settingIds);
    expect(inChinese('天气')).toEqual([]);
  });
});
