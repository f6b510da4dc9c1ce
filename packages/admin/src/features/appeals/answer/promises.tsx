import { Checkbox, TextInput } from '@mantine/core';
import { useText } from '../../../lib/i18n/use-text';
import type { Hints } from '../composing/use-hints';
import { messages } from './messages';
import classes from './preview.module.css';

/** A promise of the letter as the deputy confirmed it: the day can be set right, the words are the letter's. */
export type Confirmed = Record<string, { text: string; dueOn: string }>;

type Suggested = Hints['promises'][number];
export const keyOf = ({ text, dueOn }: Suggested): string => `${dueOn} ${text}`;

/** Those of the confirmed promises that still stand in the letter, as they go with the signature. */
export const confirmedIn = (suggested: readonly Suggested[], confirmed: Confirmed): { text: string; dueOn: string }[] =>
  suggested.flatMap((one) => confirmed[keyOf(one)] ?? []);

/** The last look before the signature: which sentences are promises, about which the applicant will be asked on the day. */
export function PromiseChoice({
  suggested,
  confirmed,
  change,
}: {
  suggested: readonly Suggested[];
  confirmed: Confirmed;
  change: (confirmed: Confirmed) => void;
}) {
  const t = useText(messages);
  if (suggested.length === 0) return null;
  return (
    <fieldset className={classes.promises}>
      <legend>{t('promises')}</legend>
      <p className={classes.note}>{t('promises.about')}</p>
      {suggested.map((one) => {
        const key = keyOf(one);
        const given = confirmed[key];
        const { [key]: _left, ...others } = confirmed;
        return (
          <div key={key} className={classes.promise}>
            <Checkbox
              label={one.text}
              checked={given !== undefined}
              onChange={(event) => change(event.currentTarget.checked ? { ...confirmed, [key]: { text: one.text.slice(0, 500), dueOn: one.dueOn } } : others)}
            />
            {given && (
              <TextInput
                type="date"
                size="xs"
                aria-label={t('promises.day')}
                value={given.dueOn}
                onChange={(event) => {
                  const dueOn = event.currentTarget.value;
                  if (dueOn) change({ ...confirmed, [key]: { ...given, dueOn } });
                }}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
