const FIGURES = [0, 1, 2, 3];

/** As many figures lit as there are people, up to four: the number beside them is exact. */
export function People({ count }: { count: number | null }) {
  return (
    <svg class="people-drawing" viewBox="0 0 320 96" preserveAspectRatio="xMinYMid meet" aria-hidden="true">
      {FIGURES.map((index) => (
        <g key={index} class={count !== null && index < count ? 'figure there' : 'figure'}>
          <circle cx={40 + index * 80} cy="26" r="20" />
          <path d={`M${6 + index * 80} 94a34 38 0 0 1 68 0Z`} />
        </g>
      ))}
    </svg>
  );
}
