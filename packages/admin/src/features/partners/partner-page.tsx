import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PartnerPageDocument, ResumePartnerDocument, SuspendPartnerDocument, type PartnerFactsFragment } from '../../gql/partners';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Confirm } from '../../ui/confirm';
import { Icon } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState } from '../../ui/states';
import { tabClass, TabsNav } from '../../ui/tabs-nav';
import { KeysTab } from './keys-tab';
import { messages } from './messages';
import { PartnerForm } from './partner-form';
import { TABS, type PartnerSearch } from './partner-search';
import classes from './partners.module.css';
import { UsageTab } from './usage-tab';
import { useChange } from '../../lib/apollo/use-change';
import { useToast } from './use-toast';
import { WebhooksTab } from './webhooks-tab';

const route = getRouteApi('/shell/partners/$id');

function Actions({ partner, edit }: { partner: PartnerFactsFragment; edit: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const tell = useToast();
  const [asking, setAsking] = useState(false);
  const [suspend] = useMutation(SuspendPartnerDocument);
  const [resume] = useMutation(ResumePartnerDocument);
  const { run, busy, beside, forget } = useChange();
  const variables = { id: partner.id };
  const stop = async () => {
    if (!(await run(async () => (await suspend({ variables })).data?.suspendPartner))) return;
    setAsking(false);
    notifications.show({ message: t('suspend.done') });
  };
  return (
    <>
      <Button variant="default" size="sm" onClick={edit}>
        {t('edit')}
      </Button>
      {partner.suspendedAt ? (
        <Button
          size="sm"
          loading={busy}
          leftSection={<Icon name="play" size={16} />}
          onClick={() => void tell(async () => (await resume({ variables })).data?.resumePartner, t('resume.done'))}
        >
          {t('resume')}
        </Button>
      ) : (
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="pause" size={16} />}
          onClick={() => {
            forget();
            setAsking(true);
          }}
        >
          {t('suspend')}
        </Button>
      )}
      <Confirm
        opened={asking}
        close={() => setAsking(false)}
        title={t('suspend.title', { name: partner.name })}
        closeLabel={common('action.close')}
        cancelLabel={common('action.cancel')}
        action={t('suspend')}
        busy={busy}
        failure={beside()}
        onConfirm={() => void stop()}
      >
        <p>{t('suspend.text')}</p>
        <p>{t('suspend.back')}</p>
      </Confirm>
    </>
  );
}

function Facts({ partner }: { partner: PartnerFactsFragment }) {
  const t = useText(messages);
  const days = useDays();
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('fact.contact')}</dt>
        <dd>
          <a href={`mailto:${partner.contactEmail}`}>{partner.contactEmail}</a>
        </dd>
      </div>
      <div>
        <dt>{t('fact.created')}</dt>
        <dd>{days.moment(partner.createdAt)}</dd>
      </div>
      <div>
        <dt>{t('fact.lastUsed')}</dt>
        <dd>{partner.lastUsedAt ? days.moment(partner.lastUsedAt) : t('never')}</dd>
      </div>
    </dl>
  );
}

/** One partner: its keys, what it uses, and where we tell it of changes. */
export function PartnerPage() {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const { id } = route.useParams();
  const search: PartnerSearch = route.useSearch();
  const tab = search.tab ?? 'keys';
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery(PartnerPageDocument, { variables: { id } });
  const partner = data?.partner;
  return (
    <Page wide>
      <PageHeader
        title={partner?.name ?? t('partner')}
        before={
          <Link to="/partners" className={classes.back}>
            <Icon name="back" size={15} />
            {t('title')}
          </Link>
        }
      >
        {partner && <Actions partner={partner} edit={() => setEditing(true)} />}
      </PageHeader>
      <QueryView data={data} error={error} refetch={refetch}>
        {(known) =>
          known.partner ? (
            <>
              {known.partner.suspendedAt && (
                <p className={classes.warning}>
                  <Icon name="pause" size={18} />
                  <span>{t('suspended.bar', { when: days.moment(known.partner.suspendedAt) })}</span>
                </p>
              )}
              <Facts partner={known.partner} />
              <TabsNav label={t('tabs')}>
                {TABS.map((key) => (
                  <Link
                    key={key}
                    to="/partners/$id"
                    params={{ id }}
                    search={key === 'keys' ? {} : { tab: key }}
                    resetScroll={false}
                    className={tabClass}
                    data-active={key === tab || undefined}
                    aria-current={key === tab ? 'page' : undefined}
                  >
                    {t(`tab.${key}`)}
                  </Link>
                ))}
              </TabsNav>
              {tab === 'keys' && <KeysTab partner={known.partner} />}
              {tab === 'usage' && <UsageTab partner={known.partner} edit={() => setEditing(true)} />}
              {tab === 'webhooks' && <WebhooksTab partner={known.partner} />}
              <PartnerForm opened={editing} partner={known.partner} close={() => setEditing(false)} />
            </>
          ) : (
            <EmptyState icon="question" title={common('state.notFound')} />
          )
        }
      </QueryView>
    </Page>
  );
}
