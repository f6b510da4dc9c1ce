import { useQuery, useSubscription } from '@apollo/client/react';
import { Select, Skeleton } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { RatingChangedDocument, RatingContextDocument, RatingDeputyDocument, RatingExplanationDocument, type RatingExplanationQuery } from '../../gql/rating';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { Icon } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState } from '../../ui/states';
import { explanationMessages } from './explanation-messages';
import { Items } from './items';
import { messages } from './messages';
import { PartCard, PARTS } from './parts';
import { periodName } from './rating-filter';
import { Standing } from './standing';
import { Raise, Steps } from './steps';
import { useFigures } from './use-figures';
import classes from './explanation.module.css';
import '../../ui/print.css';

type Explanation = RatingExplanationQuery['ratingExplanation'];
interface ExplanationSearch {
  period?: string;
  after?: string;
  page?: number;
}

function Facts({ explanation }: { explanation: Explanation }) {
  const t = useText(explanationMessages);
  const common = useCommonText();
  const figures = useFigures();
  const { results, firstReactionDays, load, entry } = explanation;
  const most = Math.max(1, ...results.map(({ count }) => count));
  const facts: [string, string | null][] = [
    [t('facts.reaction'), firstReactionDays === null ? null : t('facts.reaction.value', { days: firstReactionDays })],
    [t('facts.load'), figures.count(load)],
    [t('facts.coverage'), entry.coverage === null ? null : t('facts.coverage.value', { share: figures.percent(entry.coverage) })],
  ];
  return (
    <section className={classes.section} aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <div className={classes.aside}>
        <div>
          <dl className={classes.facts}>
            {facts
              .filter(([, value]) => value !== null)
              .map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
          <p className={classes.quiet}>{t('facts.silence')}</p>
        </div>
        <div>
          <h3>{t('results')}</h3>
          {results.length === 0 ? (
            <p className={classes.quiet}>{t('results.none')}</p>
          ) : (
            <ul className={classes.results}>
              {results.map(({ result, count }) => (
                <li key={result}>
                  <span>{common(`result.${result}`)}</span>
                  <span className={classes.bar} aria-hidden="true">
                    <span style={{ width: `${(count / most) * 100}%` }} />
                  </span>
                  <b>{figures.count(count)}</b>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  );
}

function Waiting() {
  const common = useCommonText();
  return (
    <div role="status" aria-label={common('state.loading')} className={classes.waiting}>
      <Skeleton height={150} radius="md" />
      <Skeleton height={250} radius="md" />
      <Skeleton height={300} radius="md" />
    </div>
  );
}

function Explained({ deputyId, search, own }: { deputyId: string; search: ExplanationSearch; own: boolean }) {
  const t = useText(explanationMessages);
  const rating = useText(messages);
  const days = useDays();
  const navigate = useNavigate();
  const deputy = useQuery(RatingDeputyDocument, { variables: { id: deputyId }, fetchPolicy: 'cache-first' }).data?.deputy;
  const { data, previousData, error, refetch, loading } = useQuery(RatingExplanationDocument, {
    variables: { deputyId, period: search.period ?? null, after: search.after ?? null },
  });
  const known = data ?? (previousData?.ratingExplanation.entry.deputy.id === deputyId ? previousData : undefined);
  const level = known?.ratingExplanation.entry.level;
  const { data: context } = useQuery(RatingContextDocument, {
    variables: { filter: { level: level ?? null, period: search.period ?? null } },
    skip: !level,
  });
  const region = known?.ratingExplanation.entry.region.code;
  useSubscription(RatingChangedDocument, {
    variables: { filter: { level: level ?? null, regionCode: region ? [region] : null, period: search.period ?? null } },
    skip: !level,
    ignoreResults: true,
    onData: ({ data: { data: changed } }) => {
      if (changed?.ratingChanged.deputy.id === deputyId) void refetch();
    },
  });
  const periods = context?.rating.periods ?? [];
  return (
    <Page>
      <PageHeader
        title={own ? t('own') : (deputy?.name ?? known?.ratingExplanation.entry.deputy.name ?? '…')}
        before={
          <Link to="/rating" search={{ period: search.period }} className={classes.back}>
            <Icon name="back" size={15} />
            {t('back')}
          </Link>
        }
      >
        {periods.length > 1 && (
          <Select
            size="sm"
            aria-label={t('period')}
            allowDeselect={false}
            className={classes.period}
            value={search.period ?? periods[0]?.key ?? null}
            data={periods.map(({ key, title }) => ({ value: key, label: periodName(title) }))}
            onChange={(key) =>
              void navigate({ to: '.', search: { period: key === periods[0]?.key ? undefined : key } as never, replace: true })
            }
          />
        )}
      </PageHeader>
      <QueryView data={known} error={error} refetch={refetch} skeleton={<Waiting />}>
        {({ ratingExplanation: explanation }) => (
          <>
            <p className={classes.place}>
              {own && `${explanation.entry.deputy.name} · `}
              {explanation.entry.body.name} · {explanation.entry.region.name} · {explanation.period.title}
            </p>
            <Standing entry={explanation.entry} mean={context?.rating.summary.levelMean ?? null} />
            <section className={classes.section} aria-labelledby="where">
              <h2 id="where">{t('where')}</h2>
              <div className={classes.parts}>
                {PARTS.map((name) => (
                  <PartCard key={name} name={name} part={explanation.entry[name]} />
                ))}
              </div>
              <Steps steps={explanation.steps} />
            </section>
            <Raise steps={explanation.steps} />
            <Facts explanation={explanation} />
            <Items items={explanation.items} busy={loading && !data} />
            <p className={classes.method}>
              {explanation.formula.text} {rating('method.version', { version: explanation.formula.version })} (
              {rating('computed', { moment: days.moment(explanation.computedAt) })})
            </p>
          </>
        )}
      </QueryView>
    </Page>
  );
}

const route = getRouteApi('/shell/rating/$deputyId');

/** Where a deputy's figure comes from, down to the single appeal. */
export function ExplanationPage() {
  const { deputyId } = route.useParams();
  const viewer = useViewer();
  return (
    <Explained
      key={deputyId}
      deputyId={deputyId}
      search={route.useSearch()}
      own={viewer.deputy?.id === deputyId && viewer.role === 'DEPUTY'}
    />
  );
}

const ownRoute = getRouteApi('/shell/rating/me');

/** The same for the deputy at the screen, or the one whose aide is. */
export function OwnRatingPage() {
  const t = useText(explanationMessages);
  const common = useCommonText();
  const search = ownRoute.useSearch();
  const { deputy, role } = useViewer();
  if (deputy) return <Explained deputyId={deputy.id} search={search} own={role === 'DEPUTY'} />;
  return (
    <Page>
      <PageHeader title={t('own')} />
      <EmptyState icon="rating" title={common('state.notFound')} />
    </Page>
  );
}
