import { Link } from '@tanstack/react-router';
import type { AppealStatus, DeadlineState } from '../../gql/schema';
import { useDays } from '../format/use-days';
import { DeadlineBadge, StatusBadge } from './deadline-badge';
import type { Found } from './found';
import { FoundPassages, FoundSubject } from './found-passages';
import classes from './appeal-line.module.css';

/** What a line shows; a query of any feature that asks for these fields can be shown. */
export interface AppealLineData {
  id: string;
  number: string;
  subject: string;
  applicantName: string;
  status: AppealStatus;
  submittedAt: string;
  daysLeft: number | null;
  deadlineState: DeadlineState | null;
  region: { name: string };
  deputy: { name: string } | null;
  /** What a search found in it. */
  fragments?: readonly Found[];
}

/** One appeal in a list to work through: the whole line leads to its page. */
export function AppealLine({
  appeal,
  place = 'region',
  showStatus = true,
}: {
  appeal: AppealLineData;
  place?: 'region' | 'none';
  showStatus?: boolean;
}) {
  const { age } = useDays();
  const facts = [appeal.applicantName, place === 'region' ? appeal.region.name : '', place === 'region' ? (appeal.deputy?.name ?? '') : ''];
  return (
    <div className={classes.line}>
      <div className={classes.main}>
        <Link to="/appeals/$id" params={{ id: appeal.id }} className={classes.subject} data-row>
          <FoundSubject subject={appeal.subject} fragments={appeal.fragments} />
        </Link>
        <div className={classes.facts}>
          <span>{appeal.number}</span>
          {facts.filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
        <FoundPassages fragments={appeal.fragments} />
      </div>
      <div className={classes.state}>
        <DeadlineBadge daysLeft={appeal.daysLeft} state={appeal.deadlineState} />
        {showStatus && <StatusBadge status={appeal.status} />}
        {appeal.daysLeft === null && (
          <time dateTime={appeal.submittedAt} className={classes.age}>
            {age(appeal.submittedAt)}
          </time>
        )}
      </div>
    </div>
  );
}

/** A list of such lines, on one ground. */
export function AppealLines({
  appeals,
  label,
  ...rest
}: {
  appeals: readonly AppealLineData[];
  label: string;
  place?: 'region' | 'none';
  showStatus?: boolean;
}) {
  return (
    <ul className={classes.lines} aria-label={label}>
      {appeals.map((appeal) => (
        <li key={appeal.id}>
          <AppealLine appeal={appeal} {...rest} />
        </li>
      ))}
    </ul>
  );
}
