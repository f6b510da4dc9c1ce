import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import type { ApiFailure } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { useTexts } from '../../lib/texts/texts';
import { asFailure } from '../../lib/use-query';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { Notice } from '../../ui/notice';
import { newKey } from '../../lib/keys';
import { useDraft } from './draft-context';
import { KIND_NAMES } from './letter-step';
import { send, sentLetter } from './send';
import { changePath, StepHeading, StepTop } from './step-page';
import type { Step } from './steps';
import { firstIncompleteBefore, SENT_PATH, STEP_PATHS, stepOfField } from './steps';

/** Step 4: everything once more, and the button that sends. */
export function CheckStep() {
  const { t, locale } = useTexts();
  const { draft, rules, uploads, changeLetter, forget, refused, setRefused } = useDraft();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const general = useMemo(() => refused.filter((one) => stepOfField(one.field) === 'check').map(({ text }) => ({ text })), [refused]);
  const incomplete = firstIncompleteBefore('check', draft, rules);
  if (incomplete && !busy) return <Redirect to={STEP_PATHS[incomplete]} replace />;

  const submit = async () => {
    if (uploads.busy) {
      setRefused([{ field: '', text: t('files.stillComing') }]);
      return;
    }
    setBusy(true);
    setFailure(undefined);
    setRefused([]);
    try {
      const result = await send(draft, locale);
      if ('sent' in result) {
        sentLetter.write(result.sent);
        if (result.sent.withoutChanges) changeLetter({ clientKey: newKey() });
        else forget();
        navigate(SENT_PATH, { replace: true });
        return;
      }
      if (result.refused.some((error) => error.code.startsWith('CLIENT_KEY'))) changeLetter({ clientKey: newKey() });
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
  const lost = uploads.coming.filter(({ error }) => error).length;
  return (
    <div className="page stack">
      <StepTop step="check" />
      <StepHeading step="check" heading={t('write.check.heading')} />
      <ErrorSummary title={t('write.check.refused')} problems={general} attempt={refused} />
      <div>
        <Facts heading={t('write.check.to')} step="place">
          <dt>{t('write.region')}</dt>
          <dd>{letter.region?.name}</dd>
          <dt>{t('write.check.deputy')}</dt>
          {letter.addressee === 'DEPUTY' && letter.deputy
            ? <dd>{letter.deputy.name}<br /><span className="soft">{letter.deputy.about}</span></dd>
            : <dd>{t('write.check.toModerator')}</dd>}
        </Facts>
        <Facts heading={t('write.check.letter')} step="letter">
          {letter.kind && <><dt>{t('write.kind')}</dt><dd>{t(KIND_NAMES[letter.kind])}</dd></>}
          <dt>{t('write.subject')}</dt>
          <dd>{letter.subject}</dd>
          <dt>{t('write.text')}</dt>
          <dd className="as-written">{letter.text.trim()}</dd>
          {letter.files.length > 0 && <><dt>{t('files.attached')}</dt><dd>{letter.files.map(({ id, name }) => <p key={id}>{name}</p>)}</dd></>}
          {letter.collective && <><dt>{t('write.check.who')}</dt><dd>{t('write.collective')}</dd></>}
        </Facts>
        <Facts heading={t('write.check.contact')} step="contact">
          <dt>{t('write.name')}</dt>
          <dd>{contact.name}</dd>
          {contact.email && <><dt>{t('write.email')}</dt><dd>{contact.email}</dd></>}
          {contact.phone && <><dt>{t('write.phone')}</dt><dd>{contact.phone}</dd></>}
        </Facts>
      </div>
      {lost > 0 && <Notice tone="wait"><p>{t('files.notSent', { count: lost })}</p></Notice>}
      {failure && <FailureNotice failure={failure} about={t('write.check.notLost')} />}
      <div className="actions">
        <Button busy={busy} onClick={() => void submit()}>{busy ? t('write.sending') : t('write.send')}</Button>
        <span className="unseen" role="status">{busy ? t('write.sending') : ''}</span>
      </div>
    </div>
  );
}

/** What was filled in at one step, and the way back to it. */
function Facts({ heading, step, children }: { heading: string; step: Step; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <section className="facts">
      <div className="facts__head">
        <h2 className="subheading">{heading}</h2>
        <Link href={changePath(step)}>{t('write.change')}<span className="unseen">: {heading}</span></Link>
      </div>
      <dl>{children}</dl>
    </section>
  );
}
