import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PartnerKeyRowFragment, PartnerPageQuery } from '../../gql/partners';
import { useDays } from '../../lib/format/use-days';
import { useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { Icon } from '../../ui/icons';
import { EmptyState } from '../../ui/states';
import { KeyForm } from './key-form';
import { keyMessages } from './key-messages';
import { isInUse, KEY_TONE, SCOPES } from './partner-search';
import classes from './partners.module.css';
import { RevokeKey } from './revoke-key';
import { RotateKey } from './rotate-key';
import { SecretDialog, Copy } from './secret-dialog';

type Partner = NonNullable<PartnerPageQuery['partner']>;

/** A line for the shell that answers whose the key is, whatever its scopes. */
export function curlLine(secret: string, origin: string): string {
  return `curl ${origin}/graphql -H 'authorization: Bearer ${secret}' -H 'content-type: application/json' -d '{"query":"{ viewerPartner { name scopes } }"}'`;
}

function Scopes({ row }: { row: PartnerKeyRowFragment }) {
  const t = useText(keyMessages);
  return (
    <ul className={classes.scopes}>
      {row.scopes.map((scope) => (
        <li key={scope} title={t(`scope.${scope}.about`)}>
          {t(`scope.${scope}`)} <code>{SCOPES[scope]}</code>
        </li>
      ))}
    </ul>
  );
}

function useColumns(rotate: (key: PartnerKeyRowFragment) => void, revoke: (key: PartnerKeyRowFragment) => void): Column<PartnerKeyRowFragment>[] {
  const t = useText(keyMessages);
  const days = useDays();
  return [
    {
      key: 'name',
      header: t('column.name'),
      width: '17%',
      card: 'title',
      cell: (row) => (
        <span className={classes.stack}>
          <span className={classes.keyName}>{row.name}</span>
          <code className={classes.prefix}>{row.prefix}…</code>
        </span>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      width: 190,
      card: 'bare',
      cell: (row) => <Badge tone={KEY_TONE[row.state]}>{t(`state.${row.state}`)}</Badge>,
    },
    { key: 'scopes', header: t('column.scopes'), cell: (row) => <Scopes row={row} /> },
    {
      key: 'created',
      header: t('column.created'),
      width: 170,
      cell: (row) => <span className={classes.wrap}>{t('created.by', { when: days.moment(row.createdAt), name: row.createdByName })}</span>,
    },
    {
      key: 'expires',
      header: t('column.expires'),
      width: 140,
      cell: (row) => {
        if (row.revokedAt) return <span className={classes.dim}>{t('revoked.at', { when: days.moment(row.revokedAt) })}</span>;
        return row.expiresAt ? days.moment(row.expiresAt) : <span className={classes.dim}>{t('expires.never')}</span>;
      },
    },
    {
      key: 'lastUsed',
      header: t('column.lastUsed'),
      width: 140,
      cell: (row) => (row.lastUsedAt ? days.moment(row.lastUsedAt) : <span className={classes.dim}>{t('never')}</span>),
    },
    {
      key: 'actions',
      header: <span className="visually-hidden">{t('column.actions')}</span>,
      label: t('column.actions'),
      width: 110,
      cell: (row) =>
        isInUse(row) ? (
          <span className={classes.rowActions}>
            {row.state === 'ACTIVE' && (
              <Button variant="default" size="compact-sm" aria-label={t('rotate.of', { name: row.name })} onClick={() => rotate(row)}>
                {t('rotate')}
              </Button>
            )}
            <Button variant="default" size="compact-sm" aria-label={t('revoke.of', { name: row.name })} onClick={() => revoke(row)}>
              {t('revoke')}
            </Button>
          </span>
        ) : null,
    },
  ];
}

/** Works first, then what is over, each from the newest. */
function inOrder(keys: readonly PartnerKeyRowFragment[]): PartnerKeyRowFragment[] {
  return keys.toSorted((a, b) => Number(isInUse(b)) - Number(isInUse(a)) || b.createdAt.localeCompare(a.createdAt));
}

/** The keys of a partner: give, replace, revoke. */
export function KeysTab({ partner }: { partner: Partner }) {
  const t = useText(keyMessages);
  const [adding, setAdding] = useState(false);
  const [rotating, setRotating] = useState<PartnerKeyRowFragment | null>(null);
  const [revoking, setRevoking] = useState<PartnerKeyRowFragment | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const columns = useColumns(setRotating, setRevoking);
  const add = (
    <Button size="sm" leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
      {t('create')}
    </Button>
  );
  return (
    <section aria-labelledby="keys">
      <div className={classes.sectionHead}>
        <h2 id="keys">{t('title')}</h2>
        {partner.keys.length > 0 && add}
        <p>{t('about')}</p>
      </div>
      {partner.keys.length === 0 ? (
        <EmptyState icon="key" title={t('empty.title')} action={add}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <DataTable rows={inOrder(partner.keys)} columns={columns} rowKey={(row) => row.id} caption={t('table')} />
      )}
      <KeyForm opened={adding} partnerId={partner.id} close={() => setAdding(false)} show={setSecret} />
      <RotateKey rotated={rotating} close={() => setRotating(null)} show={setSecret} />
      <RevokeKey
        revoked={revoking}
        isLast={partner.keys.filter(isInUse).length === 1}
        close={() => setRevoking(null)}
      />
      <SecretDialog title={t('secret.title')} warning={t('secret.warning')} label={t('secret.label')} secret={secret} close={() => setSecret(null)}>
        <Copy label={t('secret.curl')} value={curlLine(secret ?? '', location.origin)} note={t('secret.curl.about')} />
      </SecretDialog>
    </section>
  );
}
