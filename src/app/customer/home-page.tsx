import { Home } from '#features/home/home.tsx';

export function HomePage() {
  return <Home />;
}
