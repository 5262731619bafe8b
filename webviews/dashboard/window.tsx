const SLATS = Array.from({ length: 14 }, (_, index) => index);

/** Heights in units of the drawing: from slat to slat when let down, and when gathered at the top. */
const PITCH = 22;
const GATHERED = 3;

/** How far down slat `index` hangs when the blinds are `open` percent open. */
const slatOffset = (index: number, open: number) => index * (PITCH - ((PITCH - GATHERED) * open) / 100);

/** A window with an evening behind it, and blinds that hang as low as they do in the room. */
export function Window({ open }: { open: number | null }) {
  return (
    <svg class="window" viewBox="0 0 320 360" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      <rect class="frame" x="20" y="16" width="280" height="330" rx="16" />
      <svg x="32" y="28" width="256" height="306" viewBox="0 0 256 306" aria-hidden="true">
        <rect class="pane" width="256" height="306" />
        {open !== null && (
          <>
            <Evening />
            {SLATS.map((index) => (
              <rect
                key={index}
                class="slat"
                width="256"
                height={PITCH - 2}
                fill="url(#window-slat)"
                style={{ transform: `translateY(${slatOffset(index, open)}px)` }}
              />
            ))}
          </>
        )}
      </svg>
    </svg>
  );
}

function Evening() {
  return (
    <>
      <defs>
        <linearGradient id="window-sky" x2="0" y2="1">
          <stop offset="0" stop-color="#0d3f73" />
          <stop offset=".55" stop-color="#3f8fd6" />
          <stop offset=".9" stop-color="#ffda94" />
        </linearGradient>
        <linearGradient id="window-slat" x2="0" y2="1">
          <stop offset="0" stop-color="#b8b8b8" />
          <stop offset="1" stop-color="#757575" />
        </linearGradient>
      </defs>
      <rect width="256" height="306" fill="url(#window-sky)" />
      <circle cx="176" cy="214" r="28" fill="#fff6e3" />
      <path d="M0 248C50 204 88 206 132 234S214 250 256 214V306H0Z" fill="#134b6b" />
      <path d="M0 276C58 244 118 246 168 266S232 276 256 264V306H0Z" fill="#0b2a3f" />
    </>
  );
}
