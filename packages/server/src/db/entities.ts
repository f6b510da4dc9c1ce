import { AccountSchema } from '../accounts/account.entity.js';
import { CalendarFeedSchema } from '../calendar/calendar-feed.entity.js';
import { InvitationSchema } from '../accounts/invitation.entity.js';
import { AnswerDraftSchema } from '../appeals/answer-draft.entity.js';
import { PresenceSchema } from '../appeals/presence.entity.js';
import { KeptDraftSchema } from '../appeals/kept-draft.entity.js';
import { UndoStepSchema } from '../appeals/undo-step.entity.js';
import { AppealNumberSchema } from '../appeals/appeal-number.entity.js';
import { AppealSchema } from '../appeals/appeal.entity.js';
import { ApplicantSchema } from '../appeals/applicant.entity.js';
import { DeadlinePolicySchema } from '../appeals/deadline-policy.entity.js';
import { EscalationSchema } from '../appeals/escalation.entity.js';
import { MessageSchema } from '../appeals/message.entity.js';
import { NoteSchema } from '../appeals/note.entity.js';
import { PromiseSchema } from '../appeals/promise.entity.js';
import { QuestionSchema } from '../appeals/question.entity.js';
import { BulkMoveItemSchema, BulkMoveSchema } from '../bulk-moves/bulk-move.entity.js';
import { AppealPrintSchema, CampaignMemberSchema, CampaignSchema, CampaignSplitSchema } from '../campaigns/campaign.entity.js';
import { DistrictSchema, FactionSchema, RepresentativeBodySchema } from '../deputies/body.entity.js';
import { DeputySchema, MandateSchema } from '../deputies/deputy.entity.js';
import { AttachmentSchema } from '../files/attachment.entity.js';
import { TemplateSchema } from '../composing/template.entity.js';
import { FeedbackLinkSchema, FeedbackSchema } from '../feedback/feedback.entity.js';
import { HistoryEntrySchema } from '../history/history-entry.entity.js';
import { HistoryHeadSchema } from '../history/history-head.entity.js';
import { HistoryTextSchema } from '../history/history-text.entity.js';
import { DigestItemSchema, NotificationSettingSchema } from '../notifications/notification-setting.entity.js';
import { MailSchema } from '../notifications/mail.entity.js';
import { RetentionRuleSchema } from '../personal-data/retention-rule.entity.js';
import { PartnerKeySchema, PartnerSchema, PartnerUsageDaySchema } from '../partners/partner.entity.js';
import { WebhookDeliverySchema, WebhookSchema } from '../partners/webhook.entity.js';
import { RatingEntrySchema, RatingSnapshotSchema } from '../rating/rating.entity.js';
import { SuggestionModelSchema } from '../suggestions/suggestion-model.entity.js';
import { SuggestionSchema } from '../suggestions/suggestion.entity.js';
import { CalendarDaySchema } from '../regions/calendar-day.entity.js';
import { RegionSchema } from '../regions/region.entity.js';
import { TopicSchema } from '../regions/topic.entity.js';
import { SavedViewSchema } from '../saved-views/saved-view.entity.js';
import { RegionStageSchema } from '../rollout/rollout-stage.entity.js';
import { SearchEntrySchema, SearchWordSchema } from '../search/search-entry.entity.js';
import { QuotaWindowSchema } from '../shared/quota-window.entity.js';

/** Every table of ours, listed by hand: globbing and bundling have lost entities before. */
export const entities = [
  RegionSchema, TopicSchema, CalendarDaySchema, RegionStageSchema,
  RepresentativeBodySchema, FactionSchema, DistrictSchema, DeputySchema, MandateSchema, AccountSchema, InvitationSchema,
  DeadlinePolicySchema, ApplicantSchema, AppealSchema, AppealNumberSchema, QuestionSchema, MessageSchema, PromiseSchema, NoteSchema, AnswerDraftSchema, AttachmentSchema, TemplateSchema, UndoStepSchema, KeptDraftSchema, PresenceSchema,
  HistoryEntrySchema, HistoryTextSchema, HistoryHeadSchema, FeedbackSchema, FeedbackLinkSchema, RatingSnapshotSchema, RatingEntrySchema, RetentionRuleSchema, MailSchema, QuotaWindowSchema,
  PartnerSchema, PartnerKeySchema, PartnerUsageDaySchema, WebhookSchema, WebhookDeliverySchema,
  SuggestionSchema, SuggestionModelSchema, BulkMoveSchema, BulkMoveItemSchema, CampaignSchema, CampaignMemberSchema, CampaignSplitSchema, AppealPrintSchema,
  SavedViewSchema, CalendarFeedSchema, EscalationSchema, NotificationSettingSchema, DigestItemSchema,
  SearchEntrySchema, SearchWordSchema,
] as const;
