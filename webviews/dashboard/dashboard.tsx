import type { LivePage } from '../lib/live-page.tsx';
import { PageFooter } from '../lib/page-footer.tsx';
import { PageHeader } from '../lib/page-header.tsx';
import { BlindsTile } from './blinds-tile.tsx';
import { LightsTile } from './lights-tile.tsx';
import { PeopleTile } from './people-tile.tsx';
import { TemperatureTile } from './temperature-tile.tsx';
import { VolumeTile } from './volume-tile.tsx';

/** The room at a glance. Display only: nothing here looks as if it could be pressed. */
export function Dashboard({ live }: { live: LivePage }) {
  const language = live.language.value;
  const room = live.state.value?.room ?? null;
  const connection = live.notice.value?.kind;
  const old = connection === 'lostSince' || connection === 'ended';
  return (
    <>
      <PageHeader live={live} title={room?.name || language.words.room} />
      <main class={old ? 'tiles old' : 'tiles'}>
        <LightsTile room={room} language={language} />
        <BlindsTile room={room} language={language} />
        <TemperatureTile room={room} language={language} />
        <PeopleTile room={room} language={language} />
        <VolumeTile room={room} language={language} />
      </main>
      <PageFooter live={live} />
    </>
  );
}
