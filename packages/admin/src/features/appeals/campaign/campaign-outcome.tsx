import { Link } from '@tanstack/react-router';
import { useText } from '../../../lib/i18n/use-text';
import { Panel } from '../../../ui/page';
import type { CampaignLetter } from './campaign-letter';
import { messages } from './messages';
import type { ItemOutcome } from './use-campaign-answer';
import classes from './campaign.module.css';

/** Where the focus goes when the letters are on their way. */
export const OUTCOME_HEADING = 'campaign-outcome';

/** What became of each letter: nothing of a bulk move is silent. */
export function Outcome({
  results,
  letters,
  signs,
  failed,
}: {
  results: readonly ItemOutcome[];
  letters: readonly CampaignLetter[];
  signs: boolean;
  failed: number;
}) {
  const t = useText(messages);
  const done = results.length - failed;
  return (
    <div role="status">
      <Panel label={t('done.title')} className={classes.outcome}>
        <h2 id={OUTCOME_HEADING} tabIndex={-1}>
          {t('done.title')}
        </h2>
        <p>
          {t(signs ? 'done.signed' : 'done.drafted', { n: done })}
          {failed > 0 && `. ${t('done.failed', { n: failed })}`}.
        </p>
        <ul>
          {results.map((one) => {
            const letter = letters.find(({ id }) => id === one.appealId);
            return (
              <li key={one.appealId} data-done={one.done || undefined}>
                <span>
                  {letter && (
                    <Link to="/appeals/$id" params={{ id: letter.id }}>
                      {letter.number}
                    </Link>
                  )}
                  , {letter?.applicantName}:
                </span>
                <span>{one.done ? t(signs ? 'done.one' : 'drafted.one') : one.reason}</span>
              </li>
            );
          })}
        </ul>
      </Panel>
    </div>
  );
}
