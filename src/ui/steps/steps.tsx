import './steps.css';

export interface StepsProps {
  /** From 1. */
  current: number;
  total: number;
  /** 第 2 步，共 7 步 */
  label: string;
}

/** Where we are, in words and as a row of marks (W-2.4.8). */
export function Steps({ current, total, label }: StepsProps) {
  return (
    <div className="steps">
      <p aria-current="step" className="steps-label">
        {label}
      </p>
      <div className="steps-marks" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span
            key={index}
            data-state={index + 1 < current ? 'done' : index + 1 === current ? 'now' : 'next'}
          />
        ))}
      </div>
    </div>
  );
}
