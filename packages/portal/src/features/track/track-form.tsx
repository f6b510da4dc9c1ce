import type { FormEvent } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { codeSlot, normaliseCode, normaliseNumber, trackPath } from '../../lib/appeal-code';
import { useTexts } from '../../lib/texts/texts';
import { Button } from '../../ui/button';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary';
import { TextField } from '../../ui/field';

const NUMBER_ID = 'f-number';
const CODE_ID = 'f-code';

interface TrackFormProps {
  /** A number that is known already. */
  number?: string | undefined;
  /** Said above the fields at once: the pair that was tried does not fit. */
  wrongPair?: string | undefined;
  /** Called when the code for the given number was typed; without it, the form opens the appeal's own page. */
  onCode?: ((code: string) => void) | undefined;
}

/** Number and code, in whatever way they were written down. */
export function TrackForm({ number: known, wrongPair, onCode }: TrackFormProps) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const [number, setNumber] = useState(known ?? '');
  const [code, setCode] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>(() => (wrongPair ? [{ fieldId: NUMBER_ID, text: wrongPair }] : []));
  const errorOf = (id: string) =>
    wrongPair && problems[0]?.text === wrongPair ? undefined : problems.find((one) => one.fieldId === id)?.text;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const goodNumber = normaliseNumber(number);
    const goodCode = normaliseCode(code);
    const found: FieldProblem[] = [];
    if (!goodNumber) found.push({ fieldId: NUMBER_ID, text: t(number.trim() ? 'track.wrong.number' : 'track.wrong.noNumber') });
    if (!goodCode) found.push({ fieldId: CODE_ID, text: t('track.wrong.noCode') });
    setProblems(found);
    if (!goodNumber || !goodCode) return;
    codeSlot(goodNumber).write(goodCode);
    if (goodNumber === known && onCode) onCode(goodCode);
    else navigate(trackPath(goodNumber));
  };

  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary title={t('form.putRight')} problems={problems} attempt={problems} />
      <TextField
        id={NUMBER_ID}
        label={t('track.number')}
        hint={t('track.number.hint')}
        error={errorOf(NUMBER_ID)}
        value={number}
        onText={setNumber}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        id={CODE_ID}
        label={t('track.code')}
        hint={t('track.code.hint')}
        error={errorOf(CODE_ID)}
        value={code}
        onText={setCode}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div className="actions">
        <Button type="submit">{t('track.show')}</Button>
      </div>
    </form>
  );
}
