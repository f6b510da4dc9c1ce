import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AboutResolver } from '../accounts/about.resolver.js';
import { AccountsResolver } from '../accounts/accounts.resolver.js';
import { InvitationOfferResolver, InvitationsResolver } from '../accounts/invitations.resolver.js';
import { OwnSessionsResolver } from '../accounts/own-sessions.resolver.js';
import { ViewerResolver } from '../accounts/viewer.resolver.js';
import { AttentionResolver } from '../analytics/attention.resolver.js';
import { DeadlineBoardResolver } from '../analytics/deadline-board.resolver.js';
import { CalendarFeedResolver } from '../calendar/calendar-feed.resolver.js';
import { AppealResolver } from '../appeals/appeal.resolver.js';
import { AppealConnectionSearchResolver, AppealFragmentsResolver } from '../appeals/appeals-search.resolver.js';
import { AppealSubscriptions } from '../appeals/appeal.subscriptions.js';
import { ApplicantResolver } from '../appeals/applicant.resolver.js';
import { NotesResolver } from '../appeals/notes.resolver.js';
import { PresenceResolver } from '../appeals/presence.resolver.js';
import { MovesResolver } from '../appeals/moves.resolver.js';
import { UrgencyResolver } from '../appeals/urgency.resolver.js';
import { SubmittedResolver } from '../appeals/submitted.resolver.js';
import { BulkMoveFieldsResolver, BulkMoveItemResolver, BulkMovesResolver } from '../bulk-moves/bulk-move.resolver.js';
import { AppealCampaignResolver, CampaignAppealsResolver, CampaignMovesResolver } from '../campaigns/campaign.resolver.js';
import { ComposingResolver } from '../composing/composing.resolver.js';
import { DeputyResolver } from '../deputies/deputy.resolver.js';
import { AnswerDraftAttachmentsResolver, AppealAttachmentsResolver, AttachmentResolver, FileLimitsResolver, KeptDraftAttachmentsResolver, MessageAttachmentsResolver, TrackedAttachmentsResolver } from '../files/attachments.resolver.js';
import { AppealFeedbackResolver, FeedbackResolver } from '../feedback/feedback.resolver.js';
import { NotificationSettingsResolver } from '../notifications/notification-settings.resolver.js';
import { OutboxResolver } from '../notifications/outbox.resolver.js';
import { PersonalDataResolver } from '../personal-data/personal-data.resolver.js';
import { KeyedResolver } from '../partners/keyed.resolver.js';
import { PartnerResolver } from '../partners/partner.resolver.js';
import { WebhookResolver } from '../partners/webhook.resolver.js';
import { PromiseResolver } from '../promises/promise.resolver.js';
import { RatingExplanationResolver, RatingResolver } from '../rating/rating.resolver.js';
import { RegionResolver } from '../regions/region.resolver.js';
import { AppealSuggestionResolver, SuggestionModelsResolver, SuggestionResolver } from '../suggestions/suggestion.resolver.js';
import { SavedViewsResolver } from '../saved-views/saved-view.resolver.js';
import { RolloutResolver } from '../rollout/rollout.resolver.js';

/** The public schema, from an explicit list of resolvers. */
export const buildSchema = (): GraphQLSchema => buildSchemaSync({
  resolvers: [
    AboutResolver, ViewerResolver, AccountsResolver, InvitationsResolver, InvitationOfferResolver, OwnSessionsResolver, AttentionResolver, RegionResolver, DeputyResolver, RolloutResolver, AppealResolver, AppealConnectionSearchResolver, AppealFragmentsResolver, ApplicantResolver, MovesResolver, PresenceResolver, NotesResolver, UrgencyResolver, ComposingResolver, PromiseResolver,
    AppealSubscriptions, FeedbackResolver, AppealFeedbackResolver, RatingResolver, RatingExplanationResolver, OutboxResolver, PersonalDataResolver,
    BulkMovesResolver, BulkMoveFieldsResolver, BulkMoveItemResolver,
    CampaignMovesResolver, AppealCampaignResolver, CampaignAppealsResolver, AppealSuggestionResolver, SuggestionResolver, SuggestionModelsResolver, SubmittedResolver, KeyedResolver, PartnerResolver, WebhookResolver,
    SavedViewsResolver, DeadlineBoardResolver, CalendarFeedResolver, NotificationSettingsResolver,
    AttachmentResolver, AppealAttachmentsResolver, MessageAttachmentsResolver, TrackedAttachmentsResolver, AnswerDraftAttachmentsResolver, KeptDraftAttachmentsResolver, FileLimitsResolver,
  ],
  // Input is checked by the services themselves, with codes; class-validator would add work to every argument.
  validate: false,
  // Streams come from `live`, which knows sessions and walls; type-graphql only insists on having one of its own.
  pubSub: createPubSub(),
});
