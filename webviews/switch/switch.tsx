import { Lamp } from '../lib/lamp.tsx';
import type { LivePage } from '../lib/live-page.tsx';
import { PageFooter } from '../lib/page-footer.tsx';
import { PageHeader } from '../lib/page-header.tsx';

/** The switch of the Skills Reference Guide, turned on. */
export function Switch({ live }: { live: LivePage }) {
  return (
    <>
      <PageHeader live={live} title={live.language.value.words.lightIsOn} />
      <main class="on">
        <Lamp on={true} />
      </main>
      <PageFooter live={live} />
    </>
  );
}
