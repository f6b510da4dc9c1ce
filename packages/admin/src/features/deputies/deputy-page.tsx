import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DeputyPageDocument, type DeputyPageQuery } from '../../gql/deputies';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icons';
import { Page, Panel } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState } from '../../ui/states';
import { messages } from './messages';
import classes from './deputies.module.css';

type Deputy = NonNullable<DeputyPageQuery['deputy']>;
const route = getRouteApi('/shell/deputies/$id');

const saysNumber = ({ name, number }: { name: string; number: number }): boolean => name.split(/\D+/).includes(String(number));

function Mandate({ deputy }: { deputy: Deputy }) {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const { mandate, region } = deputy;
  const facts: [string, ReactNode][] = [
    [t('page.body'), mandate.body.name],
    [t('page.level'), common(`level.${mandate.body.level}`)],
    [t('page.convocation'), mandate.convocation],
    [t('page.faction'), mandate.faction.name],
    [
      t('page.district'),
      // Most names hold their number already: «Западный избирательный округ № 37».
      mandate.district
        ? saysNumber(mandate.district)
          ? mandate.district.name
          : t('page.district.value', { number: mandate.district.number, name: mandate.district.name })
        : t('page.district.list'),
    ],
    [
      t('page.region'),
      <>
        {region.name}
        {!region.openForAppeals && (
          <>
            {' '}
            <Badge tone="quiet">{t('page.region.closed')}</Badge>
          </>
        )}
      </>,
    ],
    [t('page.started'), days.day(mandate.startedOn)],
    [t('page.ended'), mandate.endedOn && days.day(mandate.endedOn)],
    [t('page.joining'), common(`joining.${mandate.joining}`)],
    [t('page.joined'), days.day(mandate.joinedOn)],
  ];
  return (
    <Panel>
      <h2 className={classes.heading}>{t('page.mandate')}</h2>
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
    </Panel>
  );
}

function Work({ deputy }: { deputy: Deputy }) {
  const t = useText(messages);
  const viewer = useViewer();
  const own = viewer.deputy?.id === deputy.id;
  const mine = own || viewer.allRegions || viewer.regions.some(({ code }) => code === deputy.region.code);
  return (
    <Panel>
      <h2 className={classes.heading}>{t('page.work')}</h2>
      {mine ? (
        <ul className={classes.links}>
          <li>
            <Link to="/appeals" search={{ deputy: deputy.id }}>
              <Icon name="appeals" />
              {t('page.appeals')}
            </Link>
          </li>
          <li>
            <Link to="/feedback" search={{ deputy: deputy.id }}>
              <Icon name="feedback" />
              {t('page.feedback')}
            </Link>
          </li>
          <li>
            <Link to="/rating/$deputyId" params={{ deputyId: deputy.id }}>
              <Icon name="rating" />
              {t('page.rating')}
            </Link>
          </li>
        </ul>
      ) : (
        <p className={classes.dim}>{t('page.elsewhere')}</p>
      )}
    </Panel>
  );
}

/** A deputy's card: the mandate, and the ways to the work behind it. */
export function DeputyPage() {
  const t = useText(messages);
  const common = useCommonText();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(DeputyPageDocument, { variables: { id } });
  return (
    <Page>
      <PageHeader
        title={data?.deputy?.name ?? t('column.name')}
        before={
          <Link to="/deputies" className={classes.back}>
            <Icon name="back" size={15} />
            {t('title')}
          </Link>
        }
      />
      <QueryView data={data} error={error} refetch={refetch}>
        {({ deputy }) =>
          deputy ? (
            <div className={classes.card}>
              <Mandate deputy={deputy} />
              <Work deputy={deputy} />
            </div>
          ) : (
            <EmptyState icon="question" title={common('state.notFound')} />
          )
        }
      </QueryView>
    </Page>
  );
}
