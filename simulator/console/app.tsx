import { Board } from './board/board.tsx';
import { LostBanner } from './header/connection-state.tsx';
import { Header } from './header/header.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { Navigator } from './navigator/navigator.tsx';
import { SayBox } from './say/say-box.tsx';
import { connection } from './state/connection.ts';
import { NoticeBar } from './ui/notice-bar.tsx';
import './styles/layout.css';

/** The whole page: the device on one side, what happens in it on the other. */
export function App() {
  return (
    <div class={connection.value === 'lost' ? 'app app-lost' : 'app'}>
      <Header />
      <LostBanner />
      <main class="layout">
        <div class="layout-main">
          <Board />
          <SayBox />
        </div>
        <div class="layout-side">
          <Navigator />
          <Inspector />
        </div>
      </main>
      <NoticeBar />
    </div>
  );
}
