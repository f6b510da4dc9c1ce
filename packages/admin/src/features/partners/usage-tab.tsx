import { useQuery } from '@apollo/client/react';
import { Button, Table } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { PartnerUsageDocument, type PartnerFactsFragment } from '../../gql/partners';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useText } from '../../lib/i18n/use-text';
import { Panel } from '../../ui/page';
import { EmptyState } from '../../ui/states';
import { tabClass, TabsNav } from '../../ui/tabs-nav';
import { DayBars } from './day-bars';
import { SPANS, type PartnerSearch } from './partner-search';
import classes from './usage.module.css';
import { scaleTop, total, type UsageDay } from './usage-days';
import { usageMessages } from './usage-messages';

const route = getRouteApi('/shell/partners/$id');

function useShare(): (cost: number, limit: number) => string {
  const intl = useIntl();
  return (cost, limit) =>
    intl.formatNumber(limit > 0 ? cost / limit : 0, { style: 'percent', maximumFractionDigits: cost > 0 && cost * 100 < limit ? 1 : 0 });
}

const busiest = (usage: readonly UsageDay[], of: (day: UsageDay) => number): UsageDay =>
  usage.reduce((most, one) => (of(one) > of(most) ? one : most));

function Totals({ usage }: { usage: readonly UsageDay[] }) {
  const t = useText(usageMessages);
  const intl = useIntl();
  const sum = total(usage);
  return (
    <dl className={classes.totals}>
      {(['requests', 'cost', 'refused', 'failed'] as const).map((key) => (
        <div key={key}>
          <dd>{intl.formatNumber(sum[key])}</dd>
          <dt>{t(`total.${key}`, { n: sum[key] })}</dt>
        </div>
      ))}
    </dl>
  );
}

function Requests({ usage }: { usage: readonly UsageDay[] }) {
  const t = useText(usageMessages);
  const days = useDays();
  const most = busiest(usage, ({ requests }) => requests);
  return (
    <figure className={classes.figure}>
      <figcaption>
        <h3>{t('requests.title')}</h3>
        <ul className={classes.legend}>
          {(['served', 'refused', 'failed'] as const).map((part) => (
            <li key={part}>
              <span className={classes.swatch} data-part={part} aria-hidden="true" />
              {t(`legend.${part}`)}
            </li>
          ))}
        </ul>
      </figcaption>
      <DayBars
        bars={usage.map(({ day, requests, refused, failed }) => ({
          day,
          parts: { served: Math.max(0, requests - refused - failed), refused, failed },
        }))}
        top={Math.max(1, most.requests * 1.08)}
        label={t('requests.label', { n: total(usage).requests, day: days.day(most.day), most: most.requests })}
        tell={(at) => {
          const { day, ...figures } = usage[at] as UsageDay;
          return t('at.requests', { day: days.day(day), ...figures });
        }}
      />
    </figure>
  );
}

function Cost({ usage, limit }: { usage: readonly UsageDay[]; limit: number }) {
  const t = useText(usageMessages);
  const days = useDays();
  const share = useShare();
  const most = busiest(usage, ({ cost }) => cost);
  const { top, isLimitShown } = scaleTop(most.cost, limit);
  return (
    <figure className={classes.figure}>
      <figcaption>
        <h3>{t('cost.title')}</h3>
        {!isLimitShown && <p className={classes.above}>{t('cost.above', { limit, share: share(most.cost, limit) })}</p>}
      </figcaption>
      <DayBars
        bars={usage.map(({ day, cost }) => ({ day, parts: { served: cost } }))}
        top={top}
        line={isLimitShown ? { value: limit, label: t('cost.limit', { limit }) } : undefined}
        label={t('cost.label', { day: days.day(most.day), most: most.cost, limit })}
        tell={(at) => {
          const { day, cost } = usage[at] as UsageDay;
          return t('at.cost', { day: days.day(day), cost, share: share(cost, limit) });
        }}
      />
    </figure>
  );
}

function Figures({ usage, limit }: { usage: readonly UsageDay[]; limit: number }) {
  const t = useText(usageMessages);
  const intl = useIntl();
  const days = useDays();
  const share = useShare();
  return (
    <details className={classes.table}>
      <summary>{t('table')}</summary>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('table')}>
        <Table>
          <caption className="visually-hidden">{t('table')}</caption>
          <Table.Thead>
            <Table.Tr>
              {(['day', 'requests', 'refused', 'failed', 'cost', 'share'] as const).map((key) => (
                <Table.Th key={key} scope="col" data-number={key === 'day' ? undefined : true}>
                  {t(`table.${key}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {usage.toReversed().map((one) => (
              <Table.Tr key={one.day}>
                <Table.Th scope="row">{days.day(one.day)}</Table.Th>
                {(['requests', 'refused', 'failed', 'cost'] as const).map((key) => (
                  <Table.Td key={key} data-number>
                    {intl.formatNumber(one[key])}
                  </Table.Td>
                ))}
                <Table.Td data-number>{share(one.cost, limit)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  );
}

/** What the partner's app asks of us, day by day, and how far that is from its limits. */
export function UsageTab({ partner, edit }: { partner: PartnerFactsFragment; edit: () => void }) {
  const t = useText(usageMessages);
  const intl = useIntl();
  const search: PartnerSearch = route.useSearch();
  const span = search.days ?? '30';
  const { data, previousData, error, refetch } = useQuery(PartnerUsageDocument, { variables: { id: partner.id, days: Number(span) } });
  return (
    <section aria-labelledby="usage" className={classes.usage}>
      <div className={classes.main}>
        <div className={classes.head}>
          <h2 id="usage">{t('title')}</h2>
          <TabsNav label={t('span')}>
            {SPANS.map((key) => (
              <Link
                key={key}
                to="/partners/$id"
                params={{ id: partner.id }}
                search={{ tab: 'usage', ...(key !== '30' && { days: key }) }}
                resetScroll={false}
                className={tabClass}
                data-active={key === span || undefined}
                aria-current={key === span ? 'true' : undefined}
              >
                {t(`span.${key}`)}
              </Link>
            ))}
          </TabsNav>
        </div>
        <QueryView data={data ?? previousData} error={error} refetch={refetch}>
          {(known) => {
            const usage = known.partner?.usage ?? [];
            const limit = known.partner?.costPerDay ?? partner.costPerDay;
            return usage.every(({ requests }) => requests === 0) ? (
              <EmptyState icon="rating" title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            ) : (
              <>
                <Totals usage={usage} />
                <p className={classes.above}>{t('utc')}</p>
                <Requests usage={usage} />
                <Cost usage={usage} limit={limit} />
                <Figures usage={usage} limit={limit} />
              </>
            );
          }}
        </QueryView>
      </div>
      <Panel className={classes.limits}>
        <h2>{t('limits.title')}</h2>
        <dl>
          <div>
            <dt>{t('limits.minute')}</dt>
            <dd>{intl.formatNumber(partner.costPerMinute)}</dd>
          </div>
          <div>
            <dt>{t('limits.day')}</dt>
            <dd>{intl.formatNumber(partner.costPerDay)}</dd>
          </div>
        </dl>
        <p>{t('limits.about')}</p>
        <Button variant="default" size="sm" onClick={edit}>
          {t('limits.change')}
        </Button>
      </Panel>
    </section>
  );
}
