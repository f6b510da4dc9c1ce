import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { count, flag, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { SCOPES } from './owners';

const templates = createRoute({
  getParentRoute: () => shellRoute,
  path: '/templates',
  validateSearch: searchParams({ search: text(), scope: oneOf(SCOPES), archived: flag(), after: text(), page: count() }),
  component: lazyRouteComponent(() => import('./templates-page'), 'TemplatesPage'),
});

export const templateRoutes = [templates] as const;
