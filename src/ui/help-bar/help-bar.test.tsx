import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples, sharedHelp } from './help-bar.examples.tsx';
import { HelpBar } from './help-bar.tsx';

checkExamples(examples);

describe('the way to a person', () => {
  it('is a plain form and a telephone link before any script has run', () => {
    document.body.innerHTML = renderToString(<HelpBar {...sharedHelp} />);
    const button = screen.getByRole('button', { name: /^找真人/ });
    expect(button).toHaveAttribute('type', 'submit');
    expect(button.closest('form')).toHaveAttribute('method', 'post');
    expect(button.closest('form')).toHaveAttribute('action', '/api/help-requests');
    expect(button.closest('form')).toHaveFormValues({ page: '/' });
    expect(screen.getByRole('link', { name: /95500/ })).toHaveAttribute('href', 'tel:95500');
    expect(document.body.innerHTML).not.toContain(' style=');
    document.body.innerHTML = '';
  });

  it('hands the tap over once the page lives', async () => {
    const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    render(<HelpBar {...sharedHelp} onSubmit={onSubmit} />);
    await userEvent.click(screen.getByRole('button', { name: '找真人帮忙' }));
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('says what became of the request in a region that was there before', () => {
    const { rerender } = render(<HelpBar {...sharedHelp} />);
    const status = screen.getByRole('status');
    expect(status).toBeEmptyDOMElement();
    act(() => rerender(<HelpBar {...sharedHelp} status="已收到。" />));
    expect(screen.getByRole('status')).toBe(status);
    expect(status).toHaveTextContent('已收到。');
  });

  it('takes over what was said before the page lived, without saying it twice', async () => {
    const place = document.createElement('div');
    place.innerHTML = renderToString(<HelpBar {...sharedHelp} />);
    document.body.append(place);
    const status = screen.getByRole('status');
    status.textContent = '正在为您接通';
    const { rerender } = render(<HelpBar {...sharedHelp} />, { container: place, hydrate: true });
    expect(screen.getByRole('status')).toBe(status);
    expect(status).toBeEmptyDOMElement();
    rerender(<HelpBar {...sharedHelp} status={<b>已收到。</b>} />);
    expect(status.textContent).toBe('已收到。');
  });
});
