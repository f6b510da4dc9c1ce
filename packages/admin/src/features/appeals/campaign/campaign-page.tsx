import { useQuery } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { CampaignToAnswerDocument, type CampaignToAnswerQuery } from '../../../gql/appeals';
import { QueryView } from '../../../lib/apollo/query-view';
import { useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { useAbout } from '../../../lib/session/about';
import { useViewer } from '../../../lib/session/viewer';
import { Icon } from '../../../ui/icons';
import { MOD } from '../../../lib/keys/names';
import { KeyHint } from '../../../ui/key-hint';
import { Page } from '../../../ui/page';
import { PageHeader } from '../../../ui/page-header';
import { EmptyState } from '../../../ui/states';
import { ResultChips } from '../answer/result-chips';
import { useHints } from '../composing/use-hints';
import { WritingHelp } from '../composing/writing-help';
import { isWhole, keepDraft, lacksOf, readDraft, wordsFor, type CampaignDraft } from './campaign-draft';
import { LetterCard, type CampaignLetter } from './campaign-letter';
import { Outcome, OUTCOME_HEADING } from './campaign-outcome';
import { CampaignPreview } from './campaign-preview';
import { messages } from './messages';
import { useCampaignAnswer } from './use-campaign-answer';
import classes from './campaign.module.css';

const route = getRouteApi('/shell/campaigns/$id');

/** A deputy signs, an aide prepares. */
const mayAnswer = (letter: CampaignLetter): boolean => letter.viewerCanAnswer || letter.viewerCanDraft;

function Writing({ campaign, refetch }: { campaign: CampaignToAnswerQuery['campaign']; refetch: () => Promise<unknown> }) {
  const t = useText(messages);
  const viewer = useViewer();
  const signs = viewer.role === 'DEPUTY';
  const limit = useAbout()?.limits.answer ?? Number.POSITIVE_INFINITY;
  const [draft, setDraft] = useState(() => readDraft(viewer.id, campaign.id));
  const [asked, setAsked] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const results = useRef<HTMLFieldSetElement>(null);
  const problem = useId();
  const letters = campaign.appeals.filter(mayAnswer);
  const chosen = letters.filter(({ id }) => !draft.leftOut.includes(id));
  const ids = chosen.map(({ id }) => id);
  const lacks = lacksOf(draft, ids, limit, signs);
  const hinted = useHints(ids[0], draft.text, limit, ids.slice(1));
  const change = (patch: Partial<CampaignDraft>) => {
    const after = { ...draft, ...patch };
    setDraft(after);
    keepDraft(viewer.id, campaign.id, after);
  };
  const { outcome, busy, trouble, send } = useCampaignAnswer(signs, refetch, () => {
    if (chosen.length === letters.length) keepDraft(viewer.id, campaign.id, null);
  });

  const check = () => {
    setAsked(true);
    if (lacks.result) results.current?.querySelector('input')?.focus();
    else if (lacks.text) text.current?.focus();
    if (!isWhole(lacks)) return;
    if (signs) setShown(0);
    else void send(chosen, draft);
  };
  useKeys([letters.length > 0 && { keys: 'mod+Enter', label: t(signs ? 'check' : 'draft', { n: chosen.length }), group: 'writing', run: check }]);

  const failed = outcome?.filter(({ done }) => !done).length ?? 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        before={
          campaign.appeals[0] && (
            <Link to="/appeals/$id" params={{ id: campaign.appeals[0].id }} className={classes.back}>
              <Icon name="back" size={15} />
              {t('back')}
            </Link>
          )
        }
      />
      <p className={classes.about}>{t('about', { n: campaign.count, title: campaign.title })}</p>
      {outcome && <Outcome results={outcome} letters={campaign.appeals} signs={signs} failed={failed} />}
      {letters.length === 0 ? (
        <EmptyState icon="check" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className={classes.form}>
          {signs && (
            <fieldset ref={results} className={classes.fieldset} aria-describedby={asked && lacks.result ? problem : undefined}>
              <legend>{t('result')}</legend>
              <div className={classes.chips}>
                <ResultChips value={draft.result} onChange={(result) => change({ result })} />
              </div>
              {asked && lacks.result && (
                <p id={problem} className={classes.error}>
                  {t('error.result')}
                </p>
              )}
            </fieldset>
          )}
          <Textarea
            ref={text}
            autosize
            minRows={6}
            size="md"
            label={t('common')}
            description={t('common.hint')}
            placeholder={t('common.placeholder')}
            value={draft.text}
            error={asked && lacks.text ? t('error.text') : undefined}
            onChange={(event) => change({ text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              check();
            }}
          />
          <WritingHelp hinted={hinted} text={draft.text} field={text} change={(words) => change({ text: words })} />
          <section aria-label={t('letters')}>
            <div className={classes.lettersHead}>
              <h2>{t('letters')}</h2>
              <span>{t('letters.chosen', { n: chosen.length, all: letters.length })}</span>
            </div>
            <ul className={classes.letters}>
              {letters.map((letter) => (
                <li key={letter.id}>
                  <LetterCard
                    letter={letter}
                    taken={!draft.leftOut.includes(letter.id)}
                    take={(taken) => change({ leftOut: taken ? draft.leftOut.filter((id) => id !== letter.id) : [...draft.leftOut, letter.id] })}
                    personal={draft.personal[letter.id] ?? ''}
                    write={(words) => change({ personal: { ...draft.personal, [letter.id]: words } })}
                    error={lacks.tooLong.includes(letter.id) ? t('error.tooLong') : undefined}
                    preview={() => setShown(ids.indexOf(letter.id))}
                  />
                </li>
              ))}
            </ul>
          </section>
          <div className={classes.actions}>
            <span role="status">
              {trouble ? (
                <strong className={classes.error}>{t('failed', { reason: trouble })}</strong>
              ) : asked && lacks.letters ? (
                <strong className={classes.error}>{t('error.letters')}</strong>
              ) : (
                draft.text !== '' && t('state.kept')
              )}
            </span>
            <Button
              leftSection={<Icon name={signs ? 'sign' : 'check'} size={16} />}
              rightSection={<KeyHint>{`${MOD} ⏎`}</KeyHint>}
              aria-keyshortcuts="Control+Enter"
              loading={busy}
              onClick={check}
            >
              {t(signs ? 'check' : 'draft', { n: chosen.length })}
            </Button>
          </div>
        </div>
      )}
      <CampaignPreview
        letters={chosen}
        at={shown}
        show={setShown}
        close={() => setShown(null)}
        words={(id) => wordsFor(draft, id)}
        result={draft.result}
        busy={busy}
        sign={
          signs && isWhole(lacks)
            ? () =>
                void send(chosen, draft).then(() => {
                  setShown(null);
                  setAsked(false);
                  requestAnimationFrame(() => document.getElementById(OUTCOME_HEADING)?.focus());
                })
            : undefined
        }
      />
    </>
  );
}

/** One answer for many appeals about one thing: the common words, a paragraph for each, and what became of each. */
export function CampaignPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(CampaignToAnswerDocument, { variables: { id } });
  return (
    <Page>
      <QueryView data={data?.campaign} error={error} refetch={refetch}>
        {(campaign) => <Writing key={campaign.id} campaign={campaign} refetch={refetch} />}
      </QueryView>
    </Page>
  );
}
