import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { RatingEntriesDocument } from '../../gql/rating';
import type { RatingFilter } from '../../gql/schema';
import { QueryView } from '../../lib/apollo/query-view';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Icon } from '../../ui/icons';
import { messages } from './messages';
import { FewDataRows } from './rows';
import classes from './rating-page.module.css';

/** The rows, asked for when the group is opened; more of them on demand, since the cursor in the address is that of the scores. */
function Rows({
  filter,
  ...rest
}: {
  filter: RatingFilter;
  period: string | undefined;
  changed: ReadonlySet<string>;
  manyRegions: boolean;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const { data, previousData, error, refetch, fetchMore, loading } = useQuery(RatingEntriesDocument, {
    variables: { filter: { ...filter, state: ['FEW_DATA'] }, after: null },
  });
  const [more, setMore] = useState(false);
  return (
    <QueryView data={data ?? previousData} error={error} refetch={refetch}>
      {({ rating: { entries } }) => (
        <>
          <FewDataRows rows={entries.edges.map(({ node }) => node)} caption={t('group.FEW_DATA')} busy={loading && !data} {...rest} />
          <div className={classes.more}>
            <span role="status">{common('count.shown', { shown: entries.edges.length, total: entries.totalCount })}</span>
            {entries.pageInfo.hasNextPage && (
              <Button
                variant="default"
                size="sm"
                loading={more}
                onClick={() => {
                  setMore(true);
                  void fetchMore({
                    variables: { after: entries.pageInfo.endCursor },
                    updateQuery: (before, { fetchMoreResult }) => ({
                      rating: {
                        ...fetchMoreResult.rating,
                        entries: {
                          ...fetchMoreResult.rating.entries,
                          edges: [...before.rating.entries.edges, ...fetchMoreResult.rating.entries.edges],
                        },
                      },
                    }),
                  })
                    .catch(() => undefined)
                    .finally(() => setMore(false));
                }}
              >
                {common('action.more')}
              </Button>
            )}
          </div>
        </>
      )}
    </QueryView>
  );
}

/** «Мало данных»: folded, since there is nothing to compare in it; the heading tells how many. */
export function FewDataGroup({
  count,
  formula,
  open,
  ...rest
}: {
  count: number;
  formula: { minDue: number; minMarks: number };
  /** Whether the address asks for this very group. */
  open: boolean;
  filter: RatingFilter;
  period: string | undefined;
  changed: ReadonlySet<string>;
  manyRegions: boolean;
}) {
  const t = useText(messages);
  const [opened, setOpened] = useState(open);
  return (
    <details className={classes.few} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <Icon name="right" size={16} />
        <h2>{t('group.FEW_DATA')}</h2>
        <span className={classes.groupCount}>{t('group.count', { n: count })}</span>
      </summary>
      <p className={classes.meaning}>{t('group.FEW_DATA.text', { due: formula.minDue, marks: formula.minMarks })}</p>
      {opened && <Rows {...rest} />}
    </details>
  );
}
