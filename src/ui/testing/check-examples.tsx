import { render } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Example } from './example.ts';

/**
 * What a machine can hear of a control: none of axe's rules is broken in any of its examples. Colours and sizes are
 * left to a real browser: jsdom paints nothing. Rules about a whole page do not hold for a part of one.
 */
export function checkExamples(examples: readonly Example[]): void {
  describe('every example can be used without seeing it', () => {
    it.each(examples.map(({ id, element }) => [id, element] as const))(
      '%s',
      async (_id, element) => {
        const { baseElement } = render(element);
        const result = await axe.run(baseElement, {
          rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
        });
        expect(
          result.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
          ),
        ).toEqual([]);
      },
    );
  });
}
