import { ENGLISH, WORDS, type Words } from './words.ts';

const RIGHT_TO_LEFT = new Set(['ar']);

export interface Language {
  /** For `Intl` and the `lang` attribute: always a valid tag. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
}

/**
 * The first of the wanted languages that the pages speak, else English. A tag without a region takes the region
 * of a later one in the same language: a turn says `en`, the device says `en-GB`, and only that has a 24-hour clock.
 */
export function chooseLanguage(wanted: readonly string[]): Language {
  const tags = wanted.flatMap(validTag);
  for (const tag of tags) {
    const base = baseOf(tag);
    const words = WORDS[base];
    if (!words) continue;
    const regional = tag.includes('-') ? tag : tags.find((other) => other.startsWith(`${tag}-`));
    return { tag: regional ?? tag, direction: RIGHT_TO_LEFT.has(base) ? 'rtl' : 'ltr', words };
  }
  return { tag: 'en', direction: 'ltr', words: ENGLISH };
}

export function applyLanguage({ tag, direction }: Language): void {
  document.documentElement.lang = tag;
  document.documentElement.dir = direction;
}

/** Norwegian comes as `no`, `nb` or `nn`. */
function baseOf(tag: string): string {
  const base = tag.split('-')[0] ?? '';
  return base === 'no' || base === 'nn' ? 'nb' : base;
}

/** Tags come as `en-US` and as `en_US`; what is no tag at all gives nothing. */
function validTag(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
  } catch {
    return [];
  }
}
