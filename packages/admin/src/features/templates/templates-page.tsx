import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Checkbox, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ArchiveTemplateDocument, TemplatesDocument, type TemplateFactsFragment } from '../../gql/templates';
import { useErrorText } from '../../lib/apollo/errors';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { patchSearch } from '../../lib/url-state/search-params';
import { Badge } from '../../ui/badge';
import { FilterBar } from '../../ui/filter-bar';
import { Icon } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { SearchInput } from '../../ui/search-input';
import { EmptyState } from '../../ui/states';
import { messages } from './messages';
import { SCOPES } from './owners';
import { TemplateForm } from './template-form';
import classes from './templates.module.css';

const route = getRouteApi('/shell/templates');

/** A field is told apart from the words around it. */
function Words({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      {text.split(/(\{[^{}]*\})/).map((part, at) =>
        part.startsWith('{') ? (
          <span key={at} className={classes.field}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </div>
  );
}

function TemplateCard({ template, edit }: { template: TemplateFactsFragment; edit: () => void }) {
  const t = useText(messages);
  const days = useDays();
  const errorText = useErrorText();
  const [archive, { loading }] = useMutation(ArchiveTemplateDocument, { refetchQueries: ['Templates'] });
  const archived = template.archivedAt !== null;
  const move = async () => {
    try {
      const { data } = await archive({ variables: { id: template.id, archived: !archived } });
      const refusal = data?.archiveTemplate.errors[0];
      notifications.show({ message: refusal ? t('failed', { reason: refusal.message }) : t(archived ? 'restored.done' : 'archived.done') });
    } catch (error) {
      notifications.show({ color: 'red', message: t('failed', { reason: errorText(error) }) });
    }
  };
  return (
    <li className={classes.template}>
      <div className={classes.head}>
        <h2>{template.title}</h2>
        <Badge tone="quiet">{t(`scope.${template.scope}`)}</Badge>
        {template.purpose === 'REJECTION' && <Badge tone="quiet">{t('purpose.REJECTION')}</Badge>}
      </div>
      {template.body && (
        <p className={classes.of}>{template.faction ? `${template.faction.name}, ${template.body.name}` : template.body.name}</p>
      )}
      <Words text={template.text} />
      <div className={classes.foot}>
        <p className={classes.changed}>{t('changed', { who: template.changedByName, when: days.moment(template.changedAt) })}</p>
        {template.viewerCanChange && (
          <div className={classes.actions}>
            <Button variant="default" size="compact-sm" loading={loading} onClick={() => void move()}>
              {t(archived ? 'restore' : 'archive')}
            </Button>
            {!archived && (
              <Button variant="default" size="compact-sm" onClick={edit}>
                {t('edit')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** The texts that letters begin with: whose they are, what they say, and who may change them. */
export function TemplatesPage() {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [editing, setEditing] = useState<TemplateFactsFragment | 'new' | null>(null);
  const change = (patch: Partial<typeof search>) =>
    void navigate({ search: (before) => patchSearch(before, patch as typeof before), replace: true });
  const { data, previousData, error, refetch } = useQuery(TemplatesDocument, {
    variables: {
      filter: { search: search.search ?? null, scope: search.scope ? [search.scope] : null, archived: search.archived ?? false },
      after: search.after ?? null,
    },
  });
  const shown = data ?? previousData;
  const mayAdd = viewer.role !== 'ANALYST' && viewer.role !== 'MODERATOR';
  const active = [search.scope, search.archived].filter(Boolean).length;
  return (
    <Page>
      <PageHeader title={t('title')} count={shown?.templates.totalCount}>
        {mayAdd && (
          <Button size="sm" leftSection={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
            {t('new')}
          </Button>
        )}
      </PageHeader>
      <FilterBar
        search={<SearchInput label={t('search')} value={search.search ?? ''} onSearch={(words) => change({ search: words || undefined })} />}
        label={t('filters')}
        active={active}
        clear={() => change({ scope: undefined, archived: undefined })}
        clearLabel={common('action.clearFilters')}
      >
        <Select
          size="sm"
          aria-label={t('filter.scope')}
          placeholder={t('filter.scope')}
          clearable
          value={search.scope ?? null}
          data={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
          onChange={(scope) => change({ scope: (scope ?? undefined) as typeof search.scope })}
        />
        <Checkbox
          className={classes.archive ?? ''}
          label={t('filter.archived')}
          checked={search.archived ?? false}
          onChange={(event) => change({ archived: event.currentTarget.checked || undefined })}
        />
      </FilterBar>
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ templates }) =>
          templates.edges.length === 0 ? (
            active > 0 || search.search ? (
              <EmptyState icon="filter" title={t('empty.filtered')} />
            ) : (
              <EmptyState icon="copy" title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            )
          ) : (
            <>
              <ul className={classes.list}>
                {templates.edges.map(({ node }) => (
                  <TemplateCard key={node.id} template={node} edit={() => setEditing(node)} />
                ))}
              </ul>
              <CursorPager connection={templates} label={t('pages')} />
            </>
          )
        }
      </QueryView>
      <TemplateForm
        key={editing === null ? 'closed' : editing === 'new' ? 'new' : editing.id}
        opened={editing !== null}
        template={editing === 'new' ? null : editing}
        close={() => setEditing(null)}
      />
    </Page>
  );
}
