import { Link, type LinkProps } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { dayOf } from '../../lib/format/days';
import { useNow } from '../../lib/format/use-now';
import { useText } from '../../lib/i18n/use-text';
import type { Viewer } from '../../lib/session/viewer';
import type { Tone } from '../../ui/tone';
import { messages } from './messages';
import classes from './attention.module.css';

/** Milliseconds. */
const WEEK = 7 * 86_400_000;

type Count = Exclude<keyof Viewer['attention'], '__typename'>;

interface Figure {
  count: Count;
  label: keyof (typeof messages)['ru'];
  link: Pick<LinkProps, 'to' | 'search'>;
  tone?: Tone;
}

/** Each count leads to the list with the same filter. */
const FIGURES = {
  submitted: { count: 'submitted', label: 'submitted', link: { to: '/queue' }, tone: 'accent' },
  registrationOverdue: {
    count: 'registrationOverdue',
    label: 'registrationOverdue',
    link: { to: '/queue', search: { overdue: true } },
    tone: 'danger',
  },
  clarification: { count: 'clarification', label: 'clarification', link: { to: '/appeals', search: { status: ['CLARIFICATION'] } } },
  dueToday: { count: 'dueToday', label: 'dueToday', link: { to: '/appeals', search: { deadline: 'TODAY' } }, tone: 'warning' },
  atRisk: { count: 'atRisk', label: 'atRisk', link: { to: '/appeals', search: { deadline: 'AT_RISK' } }, tone: 'warning' },
  late: { count: 'late', label: 'late', link: { to: '/appeals', search: { deadline: 'LATE' } }, tone: 'danger' },
  firstReactionMissed: { count: 'firstReactionMissed', label: 'firstReactionMissed', link: { to: '/appeals', search: { reaction: true } }, tone: 'warning' },
  reopened: { count: 'reopened', label: 'reopened', link: { to: '/appeals', search: { status: ['REOPENED'] } } },
  inProgress: { count: 'inProgress', label: 'inProgress', link: { to: '/appeals', search: { status: ['IN_PROGRESS'] } } },
  comments: { count: 'comments', label: 'comments', link: { to: '/feedback', search: { comment: ['PENDING'] } } },
  feedbackLastWeek: { count: 'feedbackLastWeek', label: 'feedbackLastWeek', link: { to: '/feedback' } },
  mailFailed: { count: 'mailFailed', label: 'mailFailed', link: { to: '/outbox', search: { state: 'FAILED' } }, tone: 'danger' },
  freshMine: { count: 'registered', label: 'registered', link: { to: '/inbox', search: { status: ['REGISTERED'] } }, tone: 'accent' },
  workMine: { count: 'inProgress', label: 'inProgress', link: { to: '/inbox', search: { status: ['IN_PROGRESS'] } } },
  todayMine: { count: 'dueToday', label: 'dueToday', link: { to: '/inbox', search: { deadline: 'TODAY' } }, tone: 'warning' },
  riskMine: { count: 'atRisk', label: 'atRisk', link: { to: '/inbox', search: { deadline: 'AT_RISK' } }, tone: 'warning' },
  lateMine: { count: 'late', label: 'lateMine', link: { to: '/inbox', search: { deadline: 'LATE' } }, tone: 'danger' },
} satisfies Record<string, Figure>;

const ANALYST = ['submitted', 'late', 'atRisk', 'dueToday', 'reopened', 'feedbackLastWeek'] as const;
const DEPUTY = ['lateMine', 'todayMine', 'riskMine', 'freshMine', 'workMine', 'feedbackLastWeek'] as const;
const ORDER: Record<Viewer['role'], readonly (keyof typeof FIGURES)[]> = {
  MODERATOR: ['submitted', 'registrationOverdue', 'clarification', 'dueToday', 'late', 'reopened', 'comments'],
  COORDINATOR: ['late', 'dueToday', 'atRisk', 'firstReactionMissed', 'reopened', 'submitted', 'registrationOverdue', 'comments', 'feedbackLastWeek'],
  ADMINISTRATOR: ['submitted', 'registrationOverdue', 'late', 'dueToday', 'atRisk', 'reopened', 'comments', 'mailFailed'],
  ANALYST,
  DEPUTY,
  AIDE: DEPUTY,
};

/** The counts that matter to this person, each a link to what it counts. */
export function AttentionFigures({ viewer }: { viewer: Viewer }) {
  const t = useText(messages);
  const { formatNumber } = useIntl();
  const weekAgo = dayOf(new Date(useNow().getTime() - WEEK));
  return (
    <nav aria-label={t('attention')}>
      <ul className={classes.figures}>
        {ORDER[viewer.role].map((key) => {
          const figure: Figure = FIGURES[key];
          const link: Figure['link'] = key === 'feedbackLastWeek' ? { to: '/feedback', search: { from: weekAgo } } : figure.link;
          const n = viewer.attention[figure.count];
          return (
            <li key={key}>
              <Link
                {...link}
                className={classes.figure}
                data-tone={n > 0 ? figure.tone : undefined}
                data-zero={n === 0 || undefined}
              >
                <span className={classes.number}>{formatNumber(n)}</span>
                <span className={classes.label}>{t(figure.label, { n })}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
