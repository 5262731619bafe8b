import { MacroList } from './macro-list.tsx';
import { MacroLog } from './macro-log.tsx';
import './macros.css';

export function Macros() {
  return (
    <>
      <MacroList />
      <MacroLog />
    </>
  );
}
