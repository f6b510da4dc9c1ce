import type { PromiseOutcome, PromiseState } from '../gql/schema';
import { Button } from '../ui/button';
import { useTexts, type TextKey } from './texts/texts';

export const OUTCOMES = ['KEPT', 'PARTLY', 'BROKEN'] as const satisfies readonly PromiseOutcome[];

/** What the applicant says, on the button that says it. */
const SAYINGS: Record<PromiseOutcome, TextKey> = { KEPT: 'promise.kept', PARTLY: 'promise.partly', BROKEN: 'promise.broken' };
/** How a promise stands, as one reads it beside the answer. */
export const STANDINGS: Record<PromiseState, TextKey> = {
  OPEN: 'promise.open', ASKED: 'promise.asked', KEPT: 'promise.isKept', PARTLY: 'promise.isPartly', BROKEN: 'promise.isBroken', UNKNOWN: 'promise.unknown',
};

/** Three large buttons: done, partly, not done. */
export function OutcomeButtons({ about, busy, choose }: { about: string; busy: PromiseOutcome | null; choose: (outcome: PromiseOutcome) => void }) {
  const { t } = useTexts();
  return (
    <div className="outcomes" role="group" aria-label={about}>
      {OUTCOMES.map((outcome) => (
        <Button key={outcome} look="secondary" busy={busy === outcome} onClick={() => busy === null && choose(outcome)}>
          {t(SAYINGS[outcome])}
        </Button>
      ))}
    </div>
  );
}
