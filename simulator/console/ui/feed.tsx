import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './feed.css';

interface FeedProps<Item> {
  readonly label: string;
  /** Oldest first; each needs a `seq` of its own. */
  readonly items: readonly Item[];
  /** Shown when there is nothing. */
  readonly empty: string;
  draw(item: Item): ComponentChildren;
}

/** No more rows than this are in the page at once: the newest. */
const DRAWN = 300;

/** How near to the end, in pixels, still counts as being there. */
const NEAR_END = 24;

/** A list that grows at its end and stays there, unless somebody has scrolled up to read. */
export function Feed<Item extends { readonly seq: number }>({ label, items, empty, draw }: FeedProps<Item>) {
  const list = useRef<HTMLDivElement>(null);
  const followsEnd = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    if (element && followsEnd.current) element.scrollTop = element.scrollHeight;
  }, [items]);
  const noteScroll = (event: Event) => {
    const { scrollHeight, scrollTop, clientHeight } = event.currentTarget as HTMLElement;
    followsEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
  };
  if (items.length === 0) return <p class="empty">{empty}</p>;
  return (
    <div class="feed" role="log" aria-label={label} ref={list} onScroll={noteScroll}>
      {items.length > DRAWN && (
        <p class="feed-more">{items.length - DRAWN} older entries are not drawn; filter to find them.</p>
      )}
      {items.slice(-DRAWN).map((item) => (
        <div key={item.seq}>{draw(item)}</div>
      ))}
    </div>
  );
}
