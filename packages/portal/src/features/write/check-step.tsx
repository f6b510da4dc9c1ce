import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import type { ApiFailure } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { useTexts } from '../../lib/texts/texts';
import { asFailure } from '../../lib/use-query';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { newClientKey } from './draft';
import { useDraft } from './draft-context';
import { KIND_NAMES } from './letter-step';
import { send, sentLetter } from './send';
import { changePath, StepHeading, StepTop } from './step-page';
import type { Step } from './steps';
import { firstIncompleteBefore, SENT_PATH, STEP_PATHS, stepOfField } from './steps';

/** Step 4: everything once more, and the button that sends. */
export function CheckStep() {
  const { t, locale } = useTexts();
  const { draft, rules, changeLetter, forget, refused, setRefused } = useDraft();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const general = useMemo(() => refused.filter((one) => stepOfField(one.field) === 'check').map(({ text }) => ({ text })), [refused]);
  const incomplete = firstIncompleteBefore('check', draft, rules);
  if (incomplete && !busy) return <Redirect to={STEP_PATHS[incomplete]} replace />;

  const submit = async () => {
    setBusy(true);
    setFailure(undefined);
    setRefused([]);
    try {
      const result = await send(draft, locale);
      if ('sent' in result) {
        sentLetter.write(result.sent);
        if (result.sent.withoutChanges) changeLetter({ clientKey: newClientKey() });
        else forget();
        navigate(SENT_PATH, { replace: true });
        return;
      }
      if (result.refused.some((error) => error.code.startsWith('CLIENT_KEY'))) changeLetter({ clientKey: newClientKey() });
      const messages = result.refused.map(({ field, message }) => ({ field: field ?? '', text: message }));
      setRefused(messages);
      const step = messages.map((one) => stepOfField(one.field)).find((one) => one !== 'check');
      if (step) navigate(changePath(step));
    } catch (error) {
      setFailure(asFailure(error));
    }
    setBusy(false);
  };

  const { letter, contact } = draft;
  return (
    <div className="page stack">
      <StepTop step="check" />
      <StepHeading step="check" heading={t('write.check.heading')} />
      <ErrorSummary title={t('write.check.refused')} problems={general} />
      <dl className="facts">
        <Fact name={t('write.region')} step="place">{letter.region?.name}</Fact>
        <Fact name={t('write.check.to')} step="place">
          {letter.addressee === 'DEPUTY' && letter.deputy
            ? <>{letter.deputy.name}<br /><span className="soft">{letter.deputy.about}</span></>
            : t('write.check.toModerator')}
        </Fact>
        {letter.kind && <Fact name={t('write.check.kind')} step="letter">{t(KIND_NAMES[letter.kind])}</Fact>}
        <Fact name={t('write.subject')} step="letter">{letter.subject}</Fact>
        <Fact name={t('write.text')} step="letter">
          <span className="as-written">{letter.text.trim()}</span>
          {letter.collective && <><br /><span className="soft">{t('write.collective')}</span></>}
        </Fact>
        <Fact name={t('write.name')} step="contact">{contact.name}</Fact>
        {contact.email && <Fact name={t('write.email')} step="contact">{contact.email}</Fact>}
        {contact.phone && <Fact name={t('write.phone')} step="contact">{contact.phone}</Fact>}
      </dl>
      {failure && <FailureNotice failure={failure} about={t('write.check.notLost')} />}
      <div className="actions">
        <Button busy={busy} onClick={() => void submit()}>{busy ? t('write.sending') : t('write.send')}</Button>
        <span className="unseen" role="status">{busy ? t('write.sending') : ''}</span>
      </div>
    </div>
  );
}

function Fact({ name, step, children }: { name: string; step: Step; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd className="facts__change">
        <Link href={changePath(step)}>{t('write.change')}<span className="unseen">: {name}</span></Link>
      </dd>
    </div>
  );
}
