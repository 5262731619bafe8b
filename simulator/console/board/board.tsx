import { screen } from '../state/device-state.ts';
import { Stage } from '../ui/stage.tsx';
import { BoardScreen } from './board-screen.tsx';
import './board.css';

/** The main screen in its frame. */
export function Board() {
  return (
    <section class="board" aria-label="The device’s screen">
      <span class="board-camera" />
      <Stage width={1920} height={1080}>
        {screen.value && <BoardScreen screen={screen.value} />}
      </Stage>
    </section>
  );
}
