import { parseCronItems, type JobHelpers, type ParsedCronItem, type TaskList } from 'graphile-worker';
import { Desk, EscalationService, ModerationService, PresenceService, undoableUntil, DraftFilesService, UndoService } from '../appeals/index.js';
import { BulkMoveRunner } from '../bulk-moves/index.js';
import { CampaignFinder } from '../campaigns/index.js';
import { rowsFor, transaction } from '../db/acting.js';
import { ClosingService } from '../feedback/index.js';
import { FilesHousekeeping } from '../files/index.js';
import { AccountMailWriter, botCarrier, MailSender, NewsWriter, StaffNewsWriter } from '../notifications/index.js';
import { Erasure } from '../personal-data/index.js';
import { forgetDeliveries, WebhookAddresses, WebhookNews, WebhookSender } from '../partners/index.js';
import { PromisesService } from '../promises/index.js';
import { RatingComputation } from '../rating/index.js';
import { addJob, type JobName, type JobPayloads } from '../shared/jobs.js';
import { forgetWords } from '../search/index.js';
import { SYSTEM } from '../shared/actor.js';
import { forgetQuotas } from '../shared/quota.js';
import { loggable } from '../shared/loggable.js';
import { Suggester, SuggestionsService, TrainingService } from '../suggestions/index.js';
import { storyCorpus } from './story-corpus.js';
import type { WorkerParts } from './parts.js';

type Run<N extends JobName> = (payload: JobPayloads[N], helpers: JobHelpers) => Promise<object | void>;
type Runs = { [N in JobName]: Run<N> };

/** Every job that the product knows, by the name in shared/jobs. What a task returns is logged: counts and ids, nobody's data. */
function runs({ orm, owner, clock, reference, rules, vault, store, config, carrier, log }: WorkerParts): Runs {
  const desk = new Desk(orm, SYSTEM, clock);
  const moderation = new ModerationService(orm, desk, reference, rules, vault);
  const closing = new ClosingService(orm, desk, clock);
  const escalation = new EscalationService(orm, reference, rules, clock);
  const news = new NewsWriter(orm, reference, rules, clock, config, vault);
  const staffNews = new StaffNewsWriter(orm, reference, rules, clock, config, vault);
  const sender = new MailSender(orm, clock, { MAIL: carrier, BOT: botCarrier(config, clock) }, vault, config);
  const webhookNews = new WebhookNews(orm, clock);
  const webhooks = new WebhookSender(orm, clock, new WebhookAddresses(config), vault);
  const rating = new RatingComputation(orm, clock, reference, vault);
  const accountMails = new AccountMailWriter(orm, reference, clock, config, vault);
  const erasure = new Erasure(owner, clock, vault);
  const campaigns = new CampaignFinder(orm, clock);
  const bulkMoves = new BulkMoveRunner({ orm, clock, reference, rules, vault, config, warn: (error, appealId) => {
    const { message, stack } = loggable(error);
    log.error({ appealId, error: { message, stack } }, 'a move of many failed for one appeal');
  } });
  const suggester = new Suggester(orm);
  const suggestions = new SuggestionsService(orm, suggester, reference, clock);
  const training = new TrainingService(orm, clock, storyCorpus);
  const files = new FilesHousekeeping(orm, clock, vault, store, config);
  /** News of a move that can still be taken back waits on: a bulk move that is being undone needs longer than was reckoned. */
  const held = async <N extends 'appeal_news' | 'staff_news' | 'partner_news'>(name: N, payload: JobPayloads[N]): Promise<object | null> => {
    const until = await undoableUntil(rowsFor(orm, SYSTEM), payload.undo);
    if (!until || until <= clock.now()) return null;
    await transaction(orm, SYSTEM, (em) => addJob(em, name, payload, { afterMs: until.getTime() - clock.now().getTime() }));
    return { heldUntil: until };
  };
  return {
    appeal_news: async (payload) => (await held('appeal_news', payload)) ?? ({ news: payload.news, mailId: await news.tell(payload) }),
    staff_news: async (payload) => (await held('staff_news', payload)) ?? ({ event: payload.event, readers: await staffNews.tell(payload) }),
    send_digests: async () => ({ digests: await staffNews.digests() }),
    account_mail: async (payload) => ({ mail: payload.mail, mailId: await accountMails.write(payload) }),
    partner_news: async (payload) => (await held('partner_news', payload)) ?? ({ status: payload.status, messages: await webhookNews.tell(payload) }),
    deliver_webhook: async ({ deliveryId }) => ({ deliveryId, ...(await webhooks.deliver(deliveryId)) }),
    send_mail: async ({ mailId }, { job }) => {
      return { mailId, outcome: await sender.send(mailId, job.attempts >= job.max_attempts) };
    },
    lapse_clarifications: async () => {
      // An import may have brought regions, policies or days off since the worker started.
      await Promise.all([reference.refresh(), rules.refresh()]);
      return { lapsed: await moderation.lapseUnclarified() };
    },
    escalate: async () => {
      await rules.refresh();
      return { steps: await escalation.round() };
    },
    close_feedback_windows: async () => ({ closed: await closing.closeOver() }),
    erase_applicant: async ({ appealIds, pseudonym, cause }) => ({ cause, erased: await erasure.erase(appealIds, pseudonym, cause) }),
    scan_file: async ({ attachmentId }) => ({ attachmentId, state: await files.scan(attachmentId) }),
    remove_files: async ({ attachmentIds }) => ({ removed: await files.removeFiles(attachmentIds) }),
    forget_uploads: async () => ({ forgotten: await files.forgetUploads() }),
    // Off unless it is asked for: nobody's data goes before somebody has read the dry run.
    retention: async () => ({ erased: config.retention ? await erasure.eraseOver() : 0 }),
    look_at_appeal: async ({ appealId }) => ({ appealId, waits: await suggestions.findDeputy(appealId) }),
    find_campaign: async ({ appealId }) => ({ appealId, campaignId: await campaigns.find(appealId) }),
    read_waiting: async () => {
      const read = await suggestions.readWaiting();
      for (const appealId of read) {
        await suggestions.findDeputy(appealId);
        await campaigns.find(appealId);
      }
      return { read: read.length };
    },
    train_suggestions: async () => {
      const trained = await training.train();
      if (trained.inUse) await transaction(orm, SYSTEM, (em) => addJob(em, 'read_waiting', {}, { key: 'read_waiting' }));
      return trained;
    },
    compute_rating: async () => {
      await rating.computeAll();
    },
    forget_words: async () => ({ forgotten: await forgetWords(owner) }),
    ask_promises: async () => ({ asked: await PromisesService.askDue(orm, clock), unanswered: await PromisesService.closeUnanswered(orm, clock) }),
    forget_quotas: async () => ({ forgotten: await forgetQuotas(orm, clock.now()) }),
    forget_deliveries: async () => ({ forgotten: await forgetDeliveries(orm, clock.now()) }),
    run_bulk_move: async ({ bulkMoveId }) => ({ bulkMoveId, ...(await bulkMoves.run(bulkMoveId)) }),
    forget_bulk_moves: async () => ({ forgotten: await BulkMoveRunner.forget(orm, clock.now()) }),
    forget_presence: async () => ({ forgotten: await PresenceService.forget(orm, clock.now()) }),
    forget_undo_steps: async () => ({ forgotten: await UndoService.forget(orm, clock.now()) }),
    forget_drafts: async () => ({ forgotten: await DraftFilesService.forget(orm, clock.now()) }),
  };
}

/** The same as graphile-worker takes it: whatever a task throws goes on without anybody's data, since it is logged and stored. */
export function createTasks(parts: WorkerParts): TaskList {
  const tasks = Object.entries(runs(parts) as Record<string, Run<never>>).map(([name, run]) => [name, async (payload: unknown, helpers: JobHelpers) => {
    try {
      const done = await run(payload as never, helpers);
      parts.log.info({ job: helpers.job.id, task: name, ...done }, 'job done');
    } catch (error) {
      throw loggable(error);
    }
  }] as const);
  return Object.fromEntries(tasks);
}

const EVERY_TEN_MINUTES = '*/10 * * * *';
/** Times of the queue are UTC: this is 03:00 in Moscow, and night or early morning in the other zones of the west. */
const NIGHTLY = '0 0 * * *';

/** What runs by the clock. A key keeps a round from standing in the queue twice when the worker is slow or was away. */
export const cronItems = (): ParsedCronItem[] => parseCronItems(([
  ['lapse_clarifications', EVERY_TEN_MINUTES],
  ['close_feedback_windows', EVERY_TEN_MINUTES],
  ['escalate', EVERY_TEN_MINUTES],
  ['send_digests', EVERY_TEN_MINUTES],
  ['compute_rating', NIGHTLY],
  ['retention', NIGHTLY],
  ['train_suggestions', NIGHTLY],
  ['read_waiting', EVERY_TEN_MINUTES],
  ['forget_words', NIGHTLY],
  ['ask_promises', EVERY_TEN_MINUTES],
  ['forget_quotas', EVERY_TEN_MINUTES],
  ['forget_deliveries', NIGHTLY],
  ['forget_undo_steps', EVERY_TEN_MINUTES],
  ['forget_uploads', EVERY_TEN_MINUTES],
  ['forget_presence', EVERY_TEN_MINUTES],
  ['forget_bulk_moves', NIGHTLY],
  ['forget_drafts', NIGHTLY],
] as const satisfies readonly (readonly [JobName, string])[]).map(([task, match]) => ({ task, match, options: { backfillPeriod: 0, jobKey: task } })));
