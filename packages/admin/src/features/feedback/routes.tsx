import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { count, day, list, listOf, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { COMMENT_STATES, QUALITIES, RESULTS, SORTS } from './feedback-filter';

const feedback = createRoute({
  getParentRoute: () => shellRoute,
  path: '/feedback',
  validateSearch: searchParams({
    region: list(),
    deputy: text(),
    quality: listOf(QUALITIES),
    result: listOf(RESULTS),
    comment: listOf(COMMENT_STATES),
    from: day(),
    to: day(),
    sort: oneOf(SORTS),
    after: text(),
    page: count(),
  }),
  component: lazyRouteComponent(() => import('./feedback-page'), 'FeedbackPage'),
});

export const feedbackRoutes = [feedback] as const;
