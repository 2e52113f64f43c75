import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './gloss.examples.tsx';
import { Gloss, type GlossPart } from './gloss.tsx';
import { GlossProvider, Plain } from './plain.tsx';

checkExamples(examples);

const parts: readonly GlossPart[] = [
  '看',
  { id: 'invoice', word: '发票', gloss: '医院开的票。' },
  '上的“',
  { id: 'total', word: '合计', gloss: '一共多少钱。' },
  '”。看不清可以跳过。',
];

describe('a term', () => {
  it('opens its meaning below its sentence and closes it with a second tap', async () => {
    const user = userEvent.setup();
    const { container } = render(<Gloss parts={parts} closeLabel="知道了" />);
    const term = screen.getByRole('button', { name: '合计' });
    expect(container).toHaveTextContent('看发票上的“合计”。看不清可以跳过。');
    expect(term).toHaveAttribute('aria-expanded', 'false');

    await user.click(term);
    expect(term).toHaveAttribute('aria-expanded', 'true');
    expect(document.getElementById(term.getAttribute('aria-controls') ?? '')).toHaveTextContent(
      '合计 一共多少钱。',
    );
    expect(container.textContent).toBe('看发票上的“合计”。合计 一共多少钱。知道了看不清可以跳过。');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

    await user.click(term);
    expect(term).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('一共多少钱。')).not.toBeInTheDocument();
  });

  it('closes by its own button too, and focus goes back to the word', async () => {
    const user = userEvent.setup();
    render(<Gloss parts={parts} closeLabel="知道了" />);
    screen.getByRole('button', { name: '发票' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('医院开的票。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByText('医院开的票。')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: '发票' })).toHaveFocus();
  });

  it('makes room for one meaning at a time', async () => {
    const user = userEvent.setup();
    render(<Gloss parts={parts} closeLabel="知道了" />);
    await user.click(screen.getByRole('button', { name: '发票' }));
    await user.click(screen.getByRole('button', { name: '合计' }));
    expect(screen.queryByText('医院开的票。')).not.toBeInTheDocument();
    expect(screen.getByText('一共多少钱。')).toBeInTheDocument();
  });
});

const glossary = {
  closeLabel: '知道了',
  find: (text: string): GlossPart[] =>
    text.includes('发票')
      ? [text.split('发票')[0] ?? '', { id: 'invoice', word: '发票', gloss: '医院开的票。' }]
      : [text],
};

describe('a plain text', () => {
  it('is just that where no glossary is at hand, or no term stands in it', () => {
    const { container, rerender } = render(<Plain text="看发票。" />);
    expect(container.innerHTML).toBe('看发票。');
    rerender(
      <GlossProvider glossary={glossary}>
        <Plain text="慢慢来。" />
      </GlossProvider>,
    );
    expect(container.innerHTML).toBe('慢慢来。');
  });

  it('explains a term in the first text of the page that has it, whichever that is now', () => {
    const page = (hasFirst: boolean) => (
      <GlossProvider glossary={glossary}>
        {hasFirst ? (
          <p data-testid="first" key="first">
            <Plain text="看发票" />
          </p>
        ) : null}
        <p data-testid="second" key="second">
          <Plain text="拍发票" />
        </p>
      </GlossProvider>
    );
    const { rerender } = render(page(true));
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(within(screen.getByTestId('first')).getByRole('button')).toHaveTextContent('发票');
    expect(screen.getByTestId('second')).toHaveTextContent('拍发票');
    rerender(page(false));
    expect(within(screen.getByTestId('second')).getByRole('button')).toHaveTextContent('发票');
  });
});
