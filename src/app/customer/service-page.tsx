import { ServiceFigures } from '#features/service-figures/service-figures.tsx';

export function ServicePage() {
  return <ServiceFigures />;
}
