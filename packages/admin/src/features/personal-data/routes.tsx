import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';

/** A contact never stands in the address: addresses are kept by browsers and written to logs. */
const personalData = createRoute({
  getParentRoute: () => shellRoute,
  path: '/personal-data',
  component: lazyRouteComponent(() => import('./personal-data-page'), 'PersonalDataPage'),
});

export const personalDataRoutes = [personalData] as const;
