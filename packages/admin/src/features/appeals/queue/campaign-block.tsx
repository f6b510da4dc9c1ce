import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  CampaignWaitingDocument, JoinCampaignDocument, RegisterCampaignDocument, SplitCampaignDocument, type CampaignDoneFragment,
} from '../../../gql/appeals';
import { useErrorText } from '../../../lib/apollo/errors';
import { useText } from '../../../lib/i18n/use-text';
import type { DecisionDraft } from './decision-draft';
import type { Letter } from './letter';
import { messages } from './messages';
import classes from './decision-panel.module.css';

/** The letter is one of many about one thing: a person confirms that, takes it out, or accepts all of them as the form says. */
export function CampaignBlock({ letter, draft, decided }: { letter: Letter; draft: DecisionDraft; decided: () => void }) {
  const t = useText(messages);
  const apollo = useApolloClient();
  const errorText = useErrorText();
  const [join] = useMutation(JoinCampaignDocument);
  const [split] = useMutation(SplitCampaignDocument);
  const [register] = useMutation(RegisterCampaignDocument);
  const [busy, setBusy] = useState(false);
  const campaign = letter.campaign;
  if (!campaign || campaign.waiting < 2) return null;

  const waiting = async () => {
    const { data } = await apollo.query({ query: CampaignWaitingDocument, variables: { id: campaign.id }, fetchPolicy: 'network-only' });
    return (data?.campaign.appeals ?? []).filter(({ status }) => status === 'SUBMITTED');
  };
  /** Says what was done and what was not, and why; nothing of a bulk move is silent. */
  const run = async (move: () => Promise<CampaignDoneFragment | undefined>, after?: () => void) => {
    setBusy(true);
    try {
      const done = await move();
      const results = done?.results ?? [];
      const failed = results.filter((one) => !one.done);
      const reason = done?.errors[0]?.message ?? failed[0]?.errors[0]?.message ?? '';
      notifications.show({
        color: failed.length > 0 || done?.errors.length ? 'red' : undefined,
        message: t('campaign.done', { done: results.length - failed.length, failed: failed.length, reason }),
      });
      if (results.some((one) => one.done && one.appealId === letter.id)) after?.();
      await apollo.refetchQueries({ include: 'active' });
    } catch (error) {
      notifications.show({ color: 'red', message: errorText(error) });
    } finally {
      setBusy(false);
    }
  };
  const { topicCode, deputy, kind, about } = draft;
  return (
    <section aria-label={t('campaign')}>
      <h3 className={classes.label}>{t('campaign')}</h3>
      <p className={classes.hint}>
        {t('campaign.count', { n: campaign.waiting })} {t(letter.campaignMembership?.state === 'JOINED' ? 'campaign.joined' : 'campaign.found')}
      </p>
      <Group gap={6} mt={8}>
        <Button
          variant="default"
          size="compact-sm"
          renderRoot={(props) => <Link to="/queue" search={{ campaign: campaign.id }} {...props} />}
        >
          {t('campaign.show')}
        </Button>
        {letter.campaignMembership?.state !== 'JOINED' && (
          <Button
            variant="default"
            size="compact-sm"
            disabled={busy}
            onClick={() =>
              void run(async () => {
                const input = { appealIds: (await waiting()).map(({ id }) => id), campaignId: campaign.id };
                return (await join({ variables: { input } })).data?.joinCampaign;
              })
            }
          >
            {t('campaign.join')}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-sm"
          disabled={busy}
          onClick={() => void run(async () => (await split({ variables: { input: { appealIds: [letter.id] } } })).data?.splitCampaign)}
        >
          {t('campaign.split')}
        </Button>
        {topicCode && deputy && (
          <Button
            variant="default"
            size="compact-sm"
            disabled={busy}
            onClick={() =>
              void run(async () => {
                const appeals = (await waiting()).map(({ id, version }) => ({ id, version }));
                const aboutDeputyId = kind === 'COMPLAINT' ? about?.id : undefined;
                return (await register({ variables: { input: { appeals, topicCode, deputyId: deputy.id, kind, aboutDeputyId } } })).data?.registerCampaign;
              }, decided)
            }
          >
            {t('campaign.accept', { n: campaign.waiting })}
          </Button>
        )}
      </Group>
    </section>
  );
}
