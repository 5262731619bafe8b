const STEPS = Array.from({ length: 10 }, (_, index) => index);

/** Ten rising bars, lit up to the level. */
export function Volume({ level }: { level: number | null }) {
  const lit = level === null ? 0 : Math.ceil(level / 10);
  return (
    <svg class="volume-drawing" viewBox="0 0 320 96" preserveAspectRatio="xMinYMid meet" aria-hidden="true">
      {STEPS.map((index) => {
        const height = 24 + index * 8;
        return (
          <rect
            key={index}
            class={index < lit ? 'step loud' : 'step'}
            x={4 + index * 32}
            y={96 - height}
            width="20"
            height={height}
            rx="6"
          />
        );
      })}
    </svg>
  );
}
