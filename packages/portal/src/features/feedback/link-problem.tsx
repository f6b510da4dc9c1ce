import type { ReactNode } from 'react';
import { useTexts, type TextKey } from '../../lib/texts/texts';
import { Heading } from '../../ui/heading';
import type { LinkProblem } from './give';

const HEADINGS: Record<LinkProblem, TextKey> = {
  FEEDBACK_LINK_UNKNOWN: 'mark.unknown', FEEDBACK_LINK_USED: 'mark.used', FEEDBACK_LINK_EXPIRED: 'mark.expired',
};
const HELPS: Record<LinkProblem, TextKey> = {
  FEEDBACK_LINK_UNKNOWN: 'mark.unknownHelp', FEEDBACK_LINK_USED: 'mark.usedHelp', FEEDBACK_LINK_EXPIRED: 'mark.expiredHelp',
};

/** A link that can't be used: why, and the way on by number and code. */
export function LinkProblemView({ problem, title, trackForm }: { problem: LinkProblem; title: string; trackForm: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className="page stack">
      <Heading title={title}>{t(HEADINGS[problem])}</Heading>
      <p className="lead">{t(HELPS[problem])}</p>
      {trackForm}
    </div>
  );
}
