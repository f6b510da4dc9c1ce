import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { BulkItemsDocument, type BulkItemsQuery } from '../../../gql/appeals';
import type { BulkMoveOutcome } from '../../../gql/schema';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { DataTable } from '../../../ui/data-table';
import { ListSkeleton } from '../../../ui/states';
import { messages } from './messages';
import classes from './bulk-dialog.module.css';

type Item = BulkItemsQuery['bulkMove']['items']['edges'][number]['node'];

/** A cell of a table as text: quoted where it must be, and never a formula. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Appeals of a bulk move that came to the same, each as a link, with its reason or with what it is accepted; they can be taken along. */
export function BulkItems({ id, outcome, caption }: { id: string; outcome: BulkMoveOutcome; caption: string }) {
  const t = useText(messages);
  const common = useCommonText();
  const apollo = useApolloClient();
  const [copied, setCopied] = useState(false);
  const { data, fetchMore } = useQuery(BulkItemsDocument, { variables: { id, outcome: [outcome] }, fetchPolicy: 'network-only' });
  const connection = data?.bulkMove.items;
  if (!connection) return <ListSkeleton label={common('state.loading')} rows={3} height={36} />;
  const items = connection.edges.map(({ node }) => node);
  const why = (item: Item) => item.errors.map(({ message }) => message).join(' ');

  /** All of them, however many pages: what is copied is whole. */
  const all = async (): Promise<Item[]> => {
    const found: Item[] = [];
    for (let after: string | null = null; ;) {
      const page: { data?: BulkItemsQuery | undefined } = await apollo.query({ query: BulkItemsDocument, variables: { id, outcome: [outcome], after }, fetchPolicy: 'no-cache' });
      const items = page.data?.bulkMove.items;
      if (!items) return found;
      found.push(...items.edges.map(({ node }) => node));
      if (!items.pageInfo.hasNextPage) return found;
      after = items.pageInfo.endCursor;
    }
  };
  const lines = async (between: string, written: (text: string) => string) =>
    (await all()).map((item) => [item.appeal?.number ?? item.appealId, item.appeal?.subject ?? '', why(item)].map(written).join(between)).join('\r\n');
  const copy = async () => {
    await navigator.clipboard.writeText(await lines('\t', (text) => text.replaceAll(/\s+/g, ' ')));
    setCopied(true);
  };
  const save = async () => {
    const address = URL.createObjectURL(new Blob([`\uFEFF${await lines(';', cell)}\r\n`], { type: 'text/csv;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: `${t('file.name')}.csv` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className={classes.items}>
      <div className={classes.table}>
        <DataTable
          rows={items}
          rowKey={(item) => item.appealId}
          caption={caption}
          columns={[
            {
              key: 'appeal',
              header: t('column.appeal'),
              card: 'title',
              cell: (item) =>
                item.appeal ? (
                  <Link to="/appeals/$id" params={{ id: item.appeal.id }}>
                    {item.appeal.number}: {item.appeal.subject}
                  </Link>
                ) : (
                  t('unknown', { id: item.appealId })
                ),
            },
            outcome === 'READY'
              ? { key: 'with', header: t('column.with'), cell: (item) => [item.topic?.name, item.deputy?.name].filter(Boolean).join(', ') }
              : { key: 'why', header: t('column.why'), cell: why },
          ]}
        />
      </div>
      <div className={classes.itemButtons}>
        {connection.pageInfo.hasNextPage && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              void fetchMore({
                variables: { after: connection.pageInfo.endCursor },
                updateQuery: (before, { fetchMoreResult }) => ({
                  bulkMove: {
                    ...fetchMoreResult.bulkMove,
                    items: { ...fetchMoreResult.bulkMove.items, edges: [...before.bulkMove.items.edges, ...fetchMoreResult.bulkMove.items.edges] },
                  },
                }),
              }).catch(() => undefined)
            }
          >
            {t('more.rows')}
          </Button>
        )}
        {outcome !== 'READY' && (
          <>
            <Button variant="default" size="compact-sm" onClick={() => void copy().catch(() => undefined)}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => void save().catch(() => undefined)}>
              {t('file')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
