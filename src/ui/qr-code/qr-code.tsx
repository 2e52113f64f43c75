import { useMemo } from 'react';
import { qrSquares } from './qr-squares.ts';
import './qr-code.css';

export interface QrCodeProps {
  /** What a phone reads: an address. */
  text: string;
  /** What it is for, for whoever cannot see it. */
  title: string;
}

/** A QR code as one path: sharp at every size, on paper too. Dark on white in every contrast, or no phone reads it. */
export function QrCode({ text, title }: QrCodeProps) {
  const squares = useMemo(() => qrSquares(text), [text]);
  const side = squares.length;
  const path = squares
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={title}
      shapeRendering="crispEdges"
    >
      <path className="qr-code-ground" d={`M0 0h${side}v${side}h-${side}z`} />
      <path className="qr-code-squares" d={path} />
    </svg>
  );
}
