import { useIntl } from 'react-intl';
import { useDays } from '../../lib/format/use-days';
import { useText } from '../../lib/i18n/use-text';
import { messages } from './messages';
import classes from './partners.module.css';

const WIDTH = 10;
const GAP = 3;
const HEIGHT = 26;

/** The requests of seven days: the sum in figures, the days as bars beside it, both in one sentence for a screen reader. */
export function Week({ usage }: { usage: readonly { day: string; requests: number }[] }) {
  const t = useText(messages);
  const intl = useIntl();
  const days = useDays();
  const sum = usage.reduce((all, { requests }) => all + requests, 0);
  if (sum === 0) return <span className={classes.dim}>{t('week.nothing')}</span>;
  const top = usage.reduce((most, one) => (one.requests > most.requests ? one : most));
  const height = (requests: number) => (requests === 0 ? 1 : Math.max(2, (requests / top.requests) * HEIGHT));
  return (
    <span className={classes.week}>
      <svg width={usage.length * (WIDTH + GAP) - GAP} height={HEIGHT} aria-hidden="true" focusable="false">
        {usage.map((one, at) => (
          <rect
            key={one.day}
            className={classes.bar}
            data-none={one.requests === 0 || undefined}
            x={at * (WIDTH + GAP)}
            y={HEIGHT - height(one.requests)}
            width={WIDTH}
            height={height(one.requests)}
            rx={1.5}
          >
            <title>{`${days.day(one.day)}: ${intl.formatNumber(one.requests)}`}</title>
          </rect>
        ))}
      </svg>
      <b aria-hidden="true">{t('week.text', { n: sum })}</b>
      <span className="visually-hidden">{t('week.words', { n: sum, day: days.day(top.day), most: top.requests })}</span>
    </span>
  );
}
