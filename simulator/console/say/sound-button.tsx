import { soundOn } from '../state/sound.ts';
import { Icon } from '../ui/icon.tsx';

export function SoundButton() {
  const label = soundOn.value ? 'Switch the sound off' : 'Switch the sound on';
  const toggle = () => {
    soundOn.value = !soundOn.value;
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-pressed={soundOn.value}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      <Icon name={soundOn.value ? 'soundOn' : 'soundOff'} />
    </button>
  );
}
