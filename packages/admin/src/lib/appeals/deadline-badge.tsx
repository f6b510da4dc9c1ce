import type { AppealStatus, DeadlineState } from '../../gql/schema';
import { Badge } from '../../ui/badge';
import { useDays } from '../format/use-days';
import { useCommonText } from '../i18n/use-text';
import { DEADLINE_TONE, STATUS_TONE } from './appeal-status';

/** The status in words. */
export function StatusBadge({ status }: { status: AppealStatus }) {
  const t = useCommonText();
  return <Badge tone={STATUS_TONE[status]}>{t(`status.${status}`)}</Badge>;
}

/** How many days are left or passed; nothing for an appeal whose clock does not run. */
export function DeadlineBadge({ daysLeft, state }: { daysLeft: number | null; state: DeadlineState | null }) {
  const { left } = useDays();
  if (daysLeft === null || state === null) return null;
  return (
    <Badge tone={DEADLINE_TONE[state]} icon={state === 'IN_TIME' ? 'clock' : 'warning'}>
      {left(daysLeft)}
    </Badge>
  );
}
