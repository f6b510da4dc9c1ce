import { AccountsQueries, AccountsService, InvitationsQueries, InvitationsService, OwnSessions, type Auth } from '../accounts/index.js';
import { AttentionQueries, DeadlineBoardQueries } from '../analytics/index.js';
import { AnsweringService, AppealsLoaders, AppealsQueries, Desk, DraftFilesService, ForwardingService, HandOverService, KeptDraftsService, ModerationService, NotesService, OpeningsService, PresenceService, SubmissionService, SubmittedQueries, TrackingService, UndoService, UrgencyService, type DeadlineRules } from '../appeals/index.js';
import { HintsQueries, TemplatesQueries, TemplatesService } from '../composing/index.js';
import { BulkMoveChecks, BulkMovesQueries, BulkMovesService } from '../bulk-moves/index.js';
import { CampaignsQueries, CampaignsService } from '../campaigns/index.js';
import type { Config } from '../config.js';
import { rowsFor } from '../db/acting.js';
import type { Db, Orm } from '../db/orm.js';
import { CalendarFeedService } from '../calendar/index.js';
import { DeputiesQueries } from '../deputies/index.js';
import type DataLoader from 'dataloader';
import { attachmentsOf, attachmentsOfDrafts, attachmentsOfKeptDrafts, type AttachmentRow, type Audience, type FileLinks } from '../files/index.js';
import { ExportService } from '../exports/index.js';
import { FeedbackQueries, FeedbackService } from '../feedback/index.js';
import { NotificationSettingsService, OutboxQueries } from '../notifications/index.js';
import { PersonalDataService } from '../personal-data/index.js';
import { PartnersQueries, PartnersService, WebhookAddresses, WebhooksService, type PartnerKeys, type PartnerUsage } from '../partners/index.js';
import { PromisesQueries, PromisesService } from '../promises/index.js';
import { RatingQueries } from '../rating/index.js';
import type { Reference } from '../regions/index.js';
import { RolloutQueries } from '../rollout/index.js';
import { SavedViewsQueries, SavedViewsService } from '../saved-views/index.js';
import { SYSTEM, type Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { Events } from '../shared/events.js';
import type { Quotas } from '../shared/quota.js';
import type { Locale } from '../shared/locale.js';
import type { Vault } from '../shared/vault.js';
import { SuggestionsQueries, type Suggester } from '../suggestions/index.js';

/** What the whole server shares. */
export interface Parts {
  config: Config;
  orm: Orm;
  auth: Auth;
  clock: Clock;
  events: Events;
  reference: Reference;
  rules: DeadlineRules;
  quotas: Quotas;
  /** Opens and closes what is encrypted at rest. */
  vault: Vault;
  /** Reads letters as they come in. */
  suggester: Suggester;
  /** Signs links to files. */
  fileLinks: FileLinks;
  keys: PartnerKeys;
  usage: PartnerUsage;
}

/** Who asks, and how. */
export interface Request {
  actor: Actor;
  locale: Locale;
  requestId: string;
  /** Hash of the network that the request came from; null where it is not known. */
  networkKey: string | null;
}

/**
 * One request's services and loaders, built with `new` and only when they are asked for: a missing part is a type error.
 * Loaders live as long as the request, and in a subscription as long as one event.
 */
export class Context {
  readonly config: Config;
  readonly orm: Orm;
  readonly clock: Clock;
  readonly events: Events;
  readonly reference: Reference;
  readonly rules: DeadlineRules;
  readonly vault: Vault;
  readonly fileLinks: FileLinks;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  readonly db: Db;
  private readonly built = new Map<string, unknown>();

  constructor(private readonly parts: Parts, private readonly request: Request) {
    ({ config: this.config, orm: this.orm, clock: this.clock, events: this.events, reference: this.reference, rules: this.rules, vault: this.vault, fileLinks: this.fileLinks } = parts);
    ({ actor: this.actor, locale: this.locale, requestId: this.requestId } = request);
    this.db = rowsFor(this.orm, this.actor);
  }

  /** Forgets what was read. The resolvers of a subscription have one context for all of its events, and each event is read when the one before is sent. */
  renewed(): this {
    this.built.clear();
    return this;
  }

  get appeals(): AppealsQueries {
    return this.once('appeals', () => new AppealsQueries(this.db, this.reference, this.actor, this.clock, this.locale, this.vault, this.rules));
  }

  get appealsLoaders(): AppealsLoaders {
    return this.once('appealsLoaders', () => new AppealsLoaders(this.db, this.reference, this.locale, this.vault));
  }

  /** Attachments of appeals as the console sees them. */
  get attachments(): DataLoader<string, AttachmentRow[]> {
    return this.once('attachments', () => attachmentsOf(this.db, this.vault, this.audience));
  }

  /** Attachments of drafts, by their appeals. */
  get draftAttachments(): DataLoader<string, AttachmentRow[]> {
    return this.once('draftAttachments', () => attachmentsOfDrafts(this.db, this.vault, this.audience));
  }

  /** Attachments of kept drafts, by their own ids. */
  get keptDraftAttachments(): DataLoader<string, AttachmentRow[]> {
    return this.once('keptDraftAttachments', () => attachmentsOfKeptDrafts(this.db, this.vault, this.audience));
  }

  /** Whom links to files are for: drafts are there for accounts alone. */
  private readonly audience = (appealId: string): Audience => (this.actor.kind === 'STAFF' ? { account: this.actor.accountId } : { applicantOf: appealId });

  /** The same as the applicant sees them; whoever asks has proved the right to see the appeal. */
  attachmentsForApplicant(appealId: string): Promise<AttachmentRow[]> {
    return this.once(`attachments:${appealId}`, () =>
      attachmentsOf(rowsFor(this.orm, { kind: 'APPLICANT', appealId }), this.vault, () => ({ applicantOf: appealId }))).load(appealId);
  }

  get exports(): ExportService {
    return this.once('exports', () => new ExportService(this.orm, this.appeals, this.parts.quotas, this.actor, this.clock, this.locale));
  }

  get deputies(): DeputiesQueries {
    return this.once('deputies', () => new DeputiesQueries(this.db, this.reference, this.locale));
  }

  get feedbackQueries(): FeedbackQueries {
    return this.once('feedbackQueries', () => new FeedbackQueries(this.orm, this.actor, this.clock, this.locale));
  }

  get rating(): RatingQueries {
    return this.once('rating', () => new RatingQueries(this.db, this.reference, this.actor, this.clock, this.locale));
  }

  get rollout(): RolloutQueries {
    return this.once('rollout', () => new RolloutQueries(rowsFor(this.orm, SYSTEM), this.reference, this.clock, this.locale));
  }

  get outbox(): OutboxQueries {
    return this.once('outbox', () => new OutboxQueries(this.db, this.actor, this.vault));
  }

  get attention(): AttentionQueries {
    return this.once('attention', () => new AttentionQueries(this.db, this.reference, this.rules, this.clock));
  }

  get notificationSettings(): NotificationSettingsService {
    return this.once('notificationSettings', () => new NotificationSettingsService(this.orm, this.actor, this.clock, new WebhookAddresses(this.config), this.vault));
  }

  get deadlineBoard(): DeadlineBoardQueries {
    return this.once('deadlineBoard', () => new DeadlineBoardQueries(this.db, this.reference, this.rules, this.actor, this.clock));
  }

  get calendarFeeds(): CalendarFeedService {
    return this.once('calendarFeeds', () => new CalendarFeedService(this.orm, this.actor, this.clock, this.config));
  }

  get desk(): Desk {
    return this.once('desk', () => new Desk(this.orm, this.actor, this.clock, this.config.undoSeconds));
  }

  get forwarding(): ForwardingService {
    return this.once('forwarding', () => new ForwardingService(this.desk, this.reference, this.rules));
  }

  get notes(): NotesService {
    return this.once('notes', () => new NotesService(this.orm, this.desk));
  }

  get urgency(): UrgencyService {
    return this.once('urgency', () => new UrgencyService(this.orm, this.desk));
  }

  get presence(): PresenceService {
    return this.once('presence', () => new PresenceService(this.orm, this.actor, this.clock));
  }

  get draftFiles(): DraftFilesService {
    return this.once('draftFiles', () => new DraftFilesService(this.orm, this.desk, this.config.filesPerLetter));
  }

  get keptDrafts(): KeptDraftsService {
    return this.once('keptDrafts', () => new KeptDraftsService(this.orm, this.desk, this.config.filesPerLetter));
  }

  get promises(): PromisesQueries {
    return this.once('promises', () => new PromisesQueries(this.orm, this.actor));
  }

  get promisesService(): PromisesService {
    return this.once('promisesService', () => new PromisesService(this.orm, this.tracking, this.reference, this.clock));
  }

  get templates(): TemplatesQueries {
    return this.once('templates', () => new TemplatesQueries(this.db, this.reference, this.actor, this.locale));
  }

  get templatesService(): TemplatesService {
    return this.once('templatesService', () => new TemplatesService(this.orm, this.reference, this.actor, this.clock));
  }

  get hints(): HintsQueries {
    return this.once('hints', () => new HintsQueries(this.db, this.actor, this.appealsLoaders, this.rules));
  }

  get undo(): UndoService {
    return this.once('undo', () => new UndoService(this.orm, this.desk));
  }

  get openings(): OpeningsService {
    return this.once('openings', () => new OpeningsService(this.orm, this.clock));
  }

  get submission(): SubmissionService {
    return this.once('submission', () =>
      new SubmissionService(this.orm, this.reference, this.rules, this.actor, this.clock, this.locale, this.config.secret, this.vault, this.parts.suggester, this.config.filesPerLetter));
  }

  get suggestions(): SuggestionsQueries {
    return this.once('suggestions', () => new SuggestionsQueries(this.db, this.actor));
  }

  get moderation(): ModerationService {
    return this.once('moderation', () => new ModerationService(this.orm, this.desk, this.reference, this.rules, this.vault));
  }

  get bulkMoves(): BulkMovesQueries {
    return this.once('bulkMoves', () => new BulkMovesQueries(this.db, this.actor, this.clock));
  }

  get bulkMovesService(): BulkMovesService {
    return this.once('bulkMovesService', () => new BulkMovesService(
      this.orm, this.actor, this.clock, this.reference, this.appeals,
      new BulkMoveChecks(this.db, this.actor, this.rules, this.suggestions, (regionCode) => this.appeals.todayIn(regionCode)), this.parts.quotas, this.config.undoSeconds,
    ));
  }

  get savedViews(): SavedViewsQueries {
    return this.once('savedViews', () => new SavedViewsQueries(this.db, this.reference, this.actor, this.locale));
  }

  get savedViewsService(): SavedViewsService {
    return this.once('savedViewsService', () => new SavedViewsService(this.orm, this.reference, this.actor, this.clock));
  }

  get campaigns(): CampaignsQueries {
    return this.once('campaigns', () => new CampaignsQueries(this.db, this.actor));
  }

  get campaignsService(): CampaignsService {
    return this.once('campaignsService', () => new CampaignsService(this.orm, this.actor, this.clock, this.desk, this.moderation, this.answering));
  }

  get answering(): AnsweringService {
    return this.once('answering', () => new AnsweringService(this.orm, this.desk, this.reference, this.rules, this.config.filesPerLetter));
  }

  get tracking(): TrackingService {
    return this.once('tracking', () => new TrackingService(this.orm, this.reference, this.rules, this.actor, this.clock, this.locale, this.vault, this.config.filesPerLetter));
  }

  get submitted(): SubmittedQueries {
    return this.once('submitted', () => new SubmittedQueries(this.db, this.actor));
  }

  get partnersQueries(): PartnersQueries {
    return this.once('partnersQueries', () => new PartnersQueries(this.db, this.actor, this.clock));
  }

  get partnersService(): PartnersService {
    return this.once('partnersService', () => new PartnersService(this.orm, this.actor, this.clock));
  }

  get webhooksService(): WebhooksService {
    return this.once('webhooksService', () => new WebhooksService(this.orm, this.actor, this.clock, new WebhookAddresses(this.config), this.vault));
  }

  get feedbackService(): FeedbackService {
    return this.once('feedbackService', () => new FeedbackService(this.orm, this.tracking, this.reference, this.clock, this.request.networkKey, this.config.secret));
  }

  get personalData(): PersonalDataService {
    return this.once('personalData', () => new PersonalDataService(
      this.orm, this.tracking, this.reference, this.vault, this.actor, this.clock, this.locale, this.config.retention));
  }

  get accounts(): AccountsService {
    return this.once('accounts', () => new AccountsService(this.orm, this.parts.auth, this.clock, this.actor));
  }

  get accountsQueries(): AccountsQueries {
    return this.once('accountsQueries', () => new AccountsQueries(rowsFor(this.orm, this.actor), this.actor));
  }

  get invitations(): InvitationsService {
    return this.once('invitations', () => new InvitationsService(this.orm, this.accounts, this.clock, this.actor, this.locale));
  }

  get invitationsQueries(): InvitationsQueries {
    return this.once('invitationsQueries', () => new InvitationsQueries(rowsFor(this.orm, this.actor), this.actor, this.clock));
  }

  get ownSessions(): OwnSessions {
    return this.once('ownSessions', () => new OwnSessions(this.parts.auth, this.actor, this.clock, this.locale));
  }

  get handOver(): HandOverService {
    return this.once('handOver', () => new HandOverService(this.orm, this.actor, this.clock));
  }

  private once<T>(name: string, build: () => T): T {
    let part = this.built.get(name) as T | undefined;
    if (part === undefined) this.built.set(name, (part = build()));
    return part;
  }
}
