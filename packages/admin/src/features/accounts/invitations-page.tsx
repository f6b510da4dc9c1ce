import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { InvitationListDocument, ResendInvitationDocument, RevokeInvitationDocument, type InvitationRowFragment } from '../../gql/accounts';
import { useErrorText } from '../../lib/apollo/errors';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { patchSearch } from '../../lib/url-state/search-params';
import { Badge } from '../../ui/badge';
import { Confirm } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table';
import { FilterBar } from '../../ui/filter-bar';
import { SearchInput } from '../../ui/search-input';
import { EmptyState } from '../../ui/states';
import { INVITATION_STATES, INVITATION_TONE, invitationFilter, type InvitationSearch } from './account-filter';
import { AccountsFrame } from './frame';
import { messages } from './messages';
import { rolesToGive } from './scope';
import { ScopeText } from './scope-text';
import { useFormRefusals } from './use-form-refusals';
import classes from './accounts.module.css';

const route = getRouteApi('/shell/accounts/invitations');

function Actions({ row, revoke }: { row: InvitationRowFragment; revoke: () => void }) {
  const t = useText(messages);
  const errorText = useErrorText();
  const [resend, { loading }] = useMutation(ResendInvitationDocument);
  const again = async () => {
    try {
      const refusal = (await resend({ variables: { id: row.id } })).data?.resendInvitation.errors[0];
      notifications.show(
        refusal ? { color: 'red', message: t('failed', { reason: refusal.message }) } : { message: t('resend.done', { email: row.email }) },
      );
    } catch (error) {
      notifications.show({ color: 'red', message: t('failed', { reason: errorText(error) }) });
    }
  };
  return (
    <span className={classes.rowButtons}>
      <Button size="compact-sm" variant="default" loading={loading} aria-label={t('resend.of', { name: row.name })} onClick={() => void again()}>
        {t('resend')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" aria-label={t('revoke.of', { name: row.name })} onClick={revoke}>
        {t('revoke')}
      </Button>
    </span>
  );
}

function useColumns(revoke: (row: InvitationRowFragment) => void): Column<InvitationRowFragment>[] {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const viewer = useViewer();
  const mine = rolesToGive(viewer.role);
  return [
    {
      key: 'name',
      header: t('column.invited'),
      width: '24%',
      card: 'title',
      cell: (row) => (
        <span className={classes.who}>
          <span>{row.name}</span>
          <span className={classes.dim}>{row.email}</span>
        </span>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      width: 120,
      card: 'bare',
      cell: (row) => <Badge tone={INVITATION_TONE[row.state]}>{t(`invitation.${row.state}`)}</Badge>,
    },
    { key: 'role', header: t('column.role'), width: 130, cell: (row) => common(`role.${row.role}`) },
    {
      key: 'scope',
      header: t('column.scope'),
      cell: (row) => <ScopeText of={row} />,
    },
    { key: 'by', header: t('column.by'), width: 140, cell: (row) => row.invitedByName },
    { key: 'sent', header: t('column.sent'), width: 120, cell: (row) => <time dateTime={row.sentAt}>{days.momentShort(row.sentAt)}</time> },
    {
      key: 'until',
      header: t('column.until'),
      width: 130,
      cell: (row) => (row.state === 'WAITING' ? <time dateTime={row.expiresAt}>{days.momentShort(row.expiresAt)}</time> : null),
    },
    {
      key: 'actions',
      header: t('column.actions'),
      width: 260,
      cell: (row) =>
        (row.state === 'WAITING' || row.state === 'EXPIRED') && mine.includes(row.role) ? <Actions row={row} revoke={() => revoke(row)} /> : null,
    },
  ];
}

/** What was offered to whom, and what became of it. */
export function InvitationsPage() {
  const t = useText(messages);
  const common = useCommonText();
  const search: InvitationSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<InvitationSearch>) => void navigate({ search: (before) => patchSearch(before, patch), replace: true });
  const clear = () => change({ search: undefined, state: undefined });
  const { data, previousData, error, refetch, loading } = useQuery(InvitationListDocument, {
    variables: { filter: invitationFilter(search), after: search.after ?? null },
  });
  const [revoke, { loading: revoking }] = useMutation(RevokeInvitationDocument);
  const [asking, setAsking] = useState<InvitationRowFragment | null>(null);
  const refusals = useFormRefusals([]);
  const shown = data ?? previousData;
  const columns = useColumns((row) => {
    refusals.clear();
    setAsking(row);
  });
  const active = Object.keys(invitationFilter(search)).length;
  const confirm = async () => {
    if (!asking) return;
    const taken = await refusals.send(async () => (await revoke({ variables: { id: asking.id } })).data?.revokeInvitation.errors);
    if (!taken) return;
    notifications.show({ message: t('revoke.done', { email: asking.email }) });
    setAsking(null);
  };
  return (
    <AccountsFrame
      view="invitations"
      count={shown?.invitations.totalCount}
      inviting={search.invite === true}
      setInviting={(open) =>
        void navigate({ search: (before) => ({ ...before, invite: open ? (true as const) : undefined }), replace: true, resetScroll: false })
      }
    >
      <FilterBar
        label={t('filters')}
        active={active}
        clear={clear}
        clearLabel={common('action.clearFilters')}
        search={
          <SearchInput
            label={t('invitations.search')}
            value={search.search ?? ''}
            onSearch={(words) => change({ search: words || undefined })}
          />
        }
      >
        <Select
          label={t('filter.state')}
          clearable
          placeholder={t('any')}
          value={search.state ?? null}
          data={INVITATION_STATES.map((value) => ({ value, label: t(`invitation.${value}`) }))}
          onChange={(state) => change({ state: (state ?? undefined) as InvitationSearch['state'] })}
        />
      </FilterBar>
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ invitations }) =>
          invitations.edges.length === 0 ? (
            active > 0 ? (
              <EmptyState
                icon="filter"
                title={t('invitations.filtered')}
                action={
                  <Button variant="default" onClick={clear}>
                    {common('action.clearFilters')}
                  </Button>
                }
              >
                {t('empty.filteredText')}
              </EmptyState>
            ) : (
              <EmptyState icon="outbox" title={t('invitations.empty')}>
                {t('invitations.emptyText')}
              </EmptyState>
            )
          ) : (
            <>
              <DataTable
                rows={invitations.edges.map(({ node }) => node)}
                columns={columns}
                rowKey={(row) => row.id}
                caption={t('view.invitations')}
                busy={loading && !data}
              />
              <CursorPager connection={invitations} label={t('invitations.pages')} />
            </>
          )
        }
      </QueryView>
      <Confirm
        opened={asking !== null}
        close={() => setAsking(null)}
        title={t('revoke.title')}
        action={t('revoke')}
        cancelLabel={common('action.cancel')}
        closeLabel={common('action.close')}
        busy={revoking}
        failure={refusals.whole}
        onConfirm={() => void confirm()}
      >
        <p>{t('revoke.text', { email: asking?.email })}</p>
      </Confirm>
    </AccountsFrame>
  );
}
