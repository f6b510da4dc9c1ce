import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/feedback',
  component: lazyRouteComponent(() => import('./feedback-page'), 'FeedbackPage'),
});

export const feedbackRoutes = [list] as const;
