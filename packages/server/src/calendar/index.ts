export { CalendarFeedService } from './calendar-feed.service.js';
export { calendarRoutes } from './routes.js';
