import type { ComponentChildren } from 'preact';
import type { Room } from '#contract/room';
import type { Language } from '../lib/language.ts';

/** What every tile is given; `room` is `null` until the device has reported it. */
export interface TileProps {
  readonly room: Room | null;
  readonly language: Language;
}

interface Content {
  readonly name: string;
  readonly label: string;
  /** `null` while the room is not known. */
  readonly value: string | null;
  readonly detail?: string | undefined;
  readonly language: Language;
  /** The drawing. */
  readonly children: ComponentChildren;
}

/** One thing in the room: its drawing, its name, and how it is. */
export function Tile({ name, label, value, detail, language, children }: Content) {
  return (
    <section class={value === null ? `tile ${name} waiting` : `tile ${name}`}>
      {children}
      <div class="words">
        <h2>{label}</h2>
        {value === null ? <p class="wait">{language.words.waiting}</p> : <p class="value">{value}</p>}
        {detail !== undefined && <p class="detail">{detail}</p>}
      </div>
    </section>
  );
}
