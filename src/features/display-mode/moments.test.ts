import { describe, expect, it } from 'vitest';
import { isOver, movesOn, stepOf } from './moments.ts';

describe('A moment at which help may be offered', () => {
  it('is between two pages of one claim', () => {
    expect(movesOn('/claims/new/hospital/cause', '/claims/new/hospital/visit')).toBe(true);
    expect(movesOn('/claims/new/hospital/visit', '/claims/new/hospital/check')).toBe(true);
  });

  it.each([
    ['/', '/claims/new/hospital/cause'],
    ['/claims/new/hospital/cause', '/claims/new/hospital/cause'],
    ['/claims/new/hospital/cause', '/claims/new/outpatient/cause'],
    ['/claims/new/hospital/cause', '/sign-in'],
    ['/claims/new', '/claims/new/hospital/cause'],
  ])('is not from %s to %s', (from, to) => {
    expect(movesOn(from, to)).toBe(false);
  });

  it('knows a question from the pages around it', () => {
    expect(stepOf('/claims/new/hospital/cause')).toBe('hospital/cause');
    expect(stepOf('/claims/new/hospital/check')).toBeUndefined();
    expect(stepOf('/claims/new')).toBeUndefined();
    expect(isOver('/claims/7/sent')).toBe(true);
    expect(isOver('/claims/7')).toBe(false);
  });
});
