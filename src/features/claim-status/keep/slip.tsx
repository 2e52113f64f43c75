import { QrCode } from '#ui/qr-code/qr-code.tsx';
import type { SlipText } from './slip-text.ts';
import './slip.css';

/** One page of paper, nothing on it under 18 points (C13). Loaded when somebody prints. */
export function Slip({ text }: { text: SlipText }) {
  return (
    <div className="slip">
      <p className="slip-brand">{text.brand}</p>
      <h1 className="slip-heading">{text.heading}</h1>
      <dl className="slip-rows">
        {text.rows.map(({ label, value, isLarge }) => (
          <div key={label} className="slip-row">
            <dt>{label}</dt>
            <dd className={isLarge ? 'slip-large' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="slip-scan">
        <QrCode text={text.address} title={text.scan} />
        <div>
          <p className="slip-scan-words">{text.scan}</p>
          {text.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      </div>
    </div>
  );
}
