import { Migration } from '@mikro-orm/migrations';

/**
 * The terms that an installation begins with; they are data, to be changed by whoever answers for them. Five years are the term of the
 * state's list of archival terms for citizens' letters (Росархив, order 236 of 20.12.2019, art. 154), to which nobody here is bound;
 * what was never considered needs less.
 */
const RULES: readonly (readonly [status: string, afterDays: number, source: string])[] = [
  ['CLOSED', 1826, 'Пять лет — как у обращений граждан в перечне Росархива (приказ от 20.12.2019 № 236, ст. 154)'],
  ['FORWARDED', 1826, 'Пять лет: обращение рассмотрено, хотя и другим органом'],
  ['REJECTED', 1096, 'Три года — общий срок, за который отказ могут оспорить (ГК РФ, ст. 196)'],
  ['WITHDRAWN', 365, 'Год: заявитель сам забрал обращение, оно нужно только для статистики'],
];

export class Migration20261125030100_erasure extends Migration {
  override name = 'Migration20261125030100_erasure';

  override up(): void {
    this.addSql(`create table "retention_rule" ("status" text not null, "after_days" int not null, "source" text not null, primary key ("status"));`);
    this.addSql(`comment on table "retention_rule" is 'How long an ended appeal is kept with its personal data, counted from its end (rules §6); a status without a rule is kept';`);
    this.addSql(`comment on column "retention_rule"."source" is 'Where the term comes from';`);
    this.addSql(`alter table "retention_rule" add constraint "retention_rule_after_days_check" check (((after_days >= 1)));`);
    this.addSql(`alter table "retention_rule" add constraint "retention_rule_status_check" check ("status" in ('SUBMITTED', 'CLARIFICATION', 'REJECTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN'));`);
    for (const [status, afterDays, source] of RULES) {
      this.addSql(`insert into "retention_rule" ("status", "after_days", "source") values ('${status}', ${afterDays}, '${source}');`);
    }
    this.addSql(`alter table "appeal" add "anonymised_at" timestamptz(3) null;`);
    this.addSql(`comment on column "appeal"."anonymised_at" is 'Whatever was about a person was erased';`);
    this.addSql(`create index "appeal_closed_at_index" on "appeal" ("closed_at");`);
    this.addSql(`alter table "feedback" add "insider" text null;`);
    this.addSql(`comment on column "feedback"."insider" is 'Whose mark it was, once the contact that told it is erased: of the staff, or the deputy''s own';`);
    this.addSql(`alter table "feedback" add constraint "feedback_insider_check" check ("insider" in ('STAFF', 'OWN'));`);
  }

  override down(): void {
    this.addSql(`alter table "feedback" drop column "insider";`);
    this.addSql(`drop index "appeal_closed_at_index";`);
    this.addSql(`alter table "appeal" drop column "anonymised_at";`);
    this.addSql(`drop table "retention_rule";`);
  }

}
