import './big-number.css';

export interface BigNumberProps {
  label: string;
  /** Groups are split by spaces or hyphens; a line breaks between them only. */
  value: string;
}

/** A number to be read out on the telephone or copied by hand: large, in groups. */
export function BigNumber({ label, value }: BigNumberProps) {
  const groups = value.split(/[\s-]+/);
  return (
    <div className="big-number">
      <div className="big-number-label">{label}</div>
      <div className="big-number-value">
        {groups.map((group, i) => (
          <span key={i} className="big-number-group">
            {group}
            {i < groups.length - 1 ? ' ' : ''}
          </span>
        ))}
      </div>
    </div>
  );
}
