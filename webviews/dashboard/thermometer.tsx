/** Degrees Celsius at the ends of the scale; what lies beyond is shown at the end. */
const COLDEST = 14;
const WARMEST = 30;
const LENGTH = 288;

const place = (celsius: number) =>
  ((Math.min(Math.max(celsius, COLDEST), WARMEST) - COLDEST) / (WARMEST - COLDEST)) * LENGTH;

const at = (celsius: number) => ({ transform: `translateX(${place(celsius)}px)` });

/** A scale from cool to warm: a dot where the room is, an arrow where it is wanted. */
export function Thermometer({ current, target }: { current: number | null; target: number | null }) {
  return (
    <svg class="thermometer" viewBox="0 0 320 64" preserveAspectRatio="xMinYMid meet" aria-hidden="true">
      <defs>
        <linearGradient id="thermometer-scale">
          <stop offset="0" stop-color="#64b4fa" />
          <stop offset=".5" stop-color="#3cc29a" />
          <stop offset="1" stop-color="#f2990a" />
        </linearGradient>
      </defs>
      <rect class="track" x="4" y="26" width="312" height="12" rx="6" />
      {target !== null && (
        <>
          <rect x="4" y="26" width="312" height="12" rx="6" fill="url(#thermometer-scale)" />
          <path class="marker" d="M16 46l10 16H6Z" style={at(target)} />
        </>
      )}
      {current !== null && <circle class="marker" cx="16" cy="32" r="14" style={at(current)} />}
    </svg>
  );
}
