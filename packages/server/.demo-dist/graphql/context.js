import { AccountsService } from '../accounts/index.js';
import { AttentionQueries } from '../analytics/index.js';
import { AnsweringService, AppealsLoaders, AppealsQueries, Desk, ModerationService, SubmissionService, TrackingService } from '../appeals/index.js';
import { rowsOf } from '../db/orm.js';
import { DeputiesQueries } from '../deputies/index.js';
import { FeedbackQueries, FeedbackService } from '../feedback/index.js';
import { OutboxQueries } from '../notifications/index.js';
import { RatingQueries } from '../rating/index.js';
import { RolloutQueries } from '../rollout/index.js';
/**
 * One request's services and loaders, built with `new` and only when they are asked for: a missing part is a type error.
 * Loaders live as long as the request; `again()` gives a fresh context for the next event of a subscription.
 */
export class Context {
    parts;
    request;
    config;
    orm;
    clock;
    events;
    reference;
    rules;
    actor;
    locale;
    requestId;
    db;
    built = new Map();
    constructor(parts, request) {
        this.parts = parts;
        this.request = request;
        ({ config: this.config, orm: this.orm, clock: this.clock, events: this.events, reference: this.reference, rules: this.rules } = parts);
        ({ actor: this.actor, locale: this.locale, requestId: this.requestId } = request);
        this.db = rowsOf(this.orm.em);
    }
    again() {
        return new Context(this.parts, this.request);
    }
    get appeals() {
        return this.once('appeals', () => new AppealsQueries(this.db, this.reference, this.actor, this.clock, this.locale));
    }
    get appealsLoaders() {
        return this.once('appealsLoaders', () => new AppealsLoaders(this.db, this.reference, this.locale));
    }
    get deputies() {
        return this.once('deputies', () => new DeputiesQueries(this.db, this.reference, this.locale));
    }
    get feedbackQueries() {
        return this.once('feedbackQueries', () => new FeedbackQueries(this.db, this.actor, this.clock, this.locale));
    }
    get rating() {
        return this.once('rating', () => new RatingQueries(this.db, this.reference, this.actor, this.clock, this.locale));
    }
    get rollout() {
        return this.once('rollout', () => new RolloutQueries(this.db, this.reference, this.clock, this.locale));
    }
    get outbox() {
        return this.once('outbox', () => new OutboxQueries(this.db, this.actor));
    }
    get attention() {
        return this.once('attention', () => new AttentionQueries(this.db, this.reference, this.clock));
    }
    get desk() {
        return this.once('desk', () => new Desk(this.orm, this.actor, this.clock));
    }
    get submission() {
        return this.once('submission', () => new SubmissionService(this.orm, this.reference, this.rules, this.actor, this.clock, this.locale, this.config.secret));
    }
    get moderation() {
        return this.once('moderation', () => new ModerationService(this.desk, this.reference, this.rules));
    }
    get answering() {
        return this.once('answering', () => new AnsweringService(this.orm, this.desk, this.reference, this.rules));
    }
    get tracking() {
        return this.once('tracking', () => new TrackingService(this.orm, this.reference, this.rules, this.appealsLoaders, this.clock, this.locale));
    }
    get feedbackService() {
        return this.once('feedbackService', () => new FeedbackService(this.orm, this.tracking, this.reference, this.clock, this.request.networkKey));
    }
    get accounts() {
        return this.once('accounts', () => new AccountsService(this.orm.em.fork(), this.parts.auth, this.clock));
    }
    once(name, build) {
        let part = this.built.get(name);
        if (part === undefined)
            this.built.set(name, (part = build()));
        return part;
    }
}
