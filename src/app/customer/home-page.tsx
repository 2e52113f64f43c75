import { ModeSwitch } from '#features/display-mode/mode-switch.tsx';
import { Home } from '#features/home/home.tsx';

export function HomePage() {
  return <Home modeSwitch={<ModeSwitch />} />;
}
