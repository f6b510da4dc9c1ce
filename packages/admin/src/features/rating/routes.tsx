import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { count, list, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { GROUPS, LEVELS, VIEWS } from './rating-filter';

const rating = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rating',
  validateSearch: searchParams({
    view: oneOf(VIEWS),
    region: list(),
    level: oneOf(LEVELS),
    faction: text(),
    period: text(),
    group: oneOf(GROUPS),
    search: text(),
    after: text(),
    page: count(),
  }),
  component: lazyRouteComponent(() => import('./rating-page'), 'RatingPage'),
});

const explanationSearch = searchParams({ period: text(), after: text(), page: count() });

const own = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rating/me',
  validateSearch: explanationSearch,
  component: lazyRouteComponent(() => import('./explanation-page'), 'OwnRatingPage'),
});

const explanation = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rating/$deputyId',
  validateSearch: explanationSearch,
  component: lazyRouteComponent(() => import('./explanation-page'), 'ExplanationPage'),
});

export const ratingRoutes = [rating, own, explanation] as const;
