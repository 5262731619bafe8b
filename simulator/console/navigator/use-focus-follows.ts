import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Takes the focus into a panel that was opened here, and back to its button when it closes. A panel that opens by
 * itself leaves the focus where it is: somebody may be typing.
 */
export function useFocusFollows(touch: RefObject<HTMLElement | null>, openId: string | undefined): void {
  const before = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const active = document.activeElement;
    if (openId === undefined) {
      if (active === document.body) before.current?.focus();
      before.current = null;
    } else if (active instanceof HTMLElement && touch.current?.contains(active)) {
      before.current ??= active;
      touch.current.querySelector<HTMLElement>('.panel-close')?.focus();
    }
  }, [touch, openId]);
}
