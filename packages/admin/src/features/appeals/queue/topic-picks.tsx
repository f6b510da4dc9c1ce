import { UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../../lib/i18n/use-text';
import { KeyHint } from '../../../ui/key-hint';
import type { Letter } from './letter';
import { messages } from './messages';
import classes from './topic-picks.module.css';

/** The topics that the letter looks like, each with its key and how sure that is; a person picks. */
export function TopicPicks({ letter, chosen, choose }: { letter: Letter; chosen: string | null; choose: (topicCode: string) => void }) {
  const t = useText(messages);
  const { formatNumber } = useIntl();
  const title = useId();
  const picks = letter.suggestion?.topics ?? [];
  if (picks.length === 0) return null;
  return (
    <div role="group" aria-labelledby={title}>
      <h3 id={title} className={classes.title}>
        {t('suggested')}
      </h3>
      <ul className={classes.picks}>
        {picks.map(({ topic, confidence }, at) => {
          const share = formatNumber(confidence, { style: 'percent', maximumFractionDigits: 0 });
          return (
            <li key={topic.code}>
              <UnstyledButton
                className={classes.pick}
                aria-pressed={topic.code === chosen}
                aria-keyshortcuts={String(at + 1)}
                data-chosen={topic.code === chosen || undefined}
                onClick={() => choose(topic.code)}
              >
                <KeyHint>{String(at + 1)}</KeyHint>
                <span className={classes.name}>{topic.name}</span>
                <span className={classes.share}>{share}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
