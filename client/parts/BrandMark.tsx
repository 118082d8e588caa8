/** Four notes, one for each round: the sign of Vandrehallen. */

const SQUARES = [
  ['#B9DCFA', '#0B62A8', 2, 2],
  ['#FBC7DD', '#A8235F', 17, 2],
  ['#FFE680', '#7A5C00', 2, 17],
  ['#BFE8BE', '#1F6B2A', 17, 17],
] as const;

export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      {SQUARES.map(([fill, stroke, x, y]) => (
        <rect
          key={fill}
          x={x}
          y={y}
          width="13"
          height="13"
          rx="1.5"
          fill={fill}
          stroke={stroke}
          strokeWidth="1.5"
        />
      ))}
    </svg>
  );
}
