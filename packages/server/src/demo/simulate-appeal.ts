/** The life of one planned appeal: what is written, what moderator and deputy do, and what the applicant thinks of it. */
import { dayOfEpoch } from '../shared/day.js';
import { APPLICANT, Course, type CourseActor } from './course.js';
import type { Life } from './life.js';
import { dayNumber } from './local-time.js';
import { chance, pick, seeded, weighted } from './random.js';
import type { DemoApplicant } from './simulate-applicant.js';
import { moderate } from './simulate-moderation.js';
import type { PlannedAppeal } from './simulate-plan.js';
import { PARTNER_APPS } from './simulate-words.js';
import { composeLetter } from './texts/compose.js';
import { chooseStory } from './texts/stories.js';
import type { World } from './world.js';

/** Somebody without a name, whom a letter is written to when no deputy was chosen. */
const ANY_DEPUTY = { firstName: 'депутат', middleName: '', lastName: '' };

/** Lives one appeal up to the moment of loading. */
export function live(plan: PlannedAppeal, applicant: DemoApplicant, world: World): Life {
  const { region, deputy, submittedAt } = plan;
  const random = seeded(`${world.seed}:life:${plan.key}`);
  const month = Number(dayOfEpoch(dayNumber(submittedAt)).slice(5, 7));
  const addressed = plan.script?.kind === 'ADMIRED' || plan.script?.kind === 'BURST' || chance(random, 0.7);
  const { writer } = applicant;
  const story = chooseStory(plan.topic, month, writer, random);
  if (!story) throw new Error(`nobody has a story about ${plan.topic}`);
  const letter = composeLetter(story, writer, addressed ? deputy : ANY_DEPUTY, month, random);
  const channel = weighted(random, ['PORTAL', 'PARTNER', 'STAFF'] as const, (of) => ({ PORTAL: 84, PARTNER: 11, STAFF: 5 })[of]);
  const life: Life = {
    plan, applicant, course: new Course(region, world.deadlines, submittedAt), random, story, letter, subject: letter.subject,
      text: letter.text, kind: letter.kind, channel,
    topic: chance(random, 0.4) ? story.topic : null, deputy: addressed ? deputy : null, questions: [], messages: [], marks: [], draft: null,
  };
  life.course.move('SUBMIT', submittedAt, submitter(life));
  moderate(life);
  return life;
}

function submitter({ channel, plan, random }: Life): CourseActor {
  if (channel === 'PARTNER') return { kind: 'PARTNER', name: pick(random, PARTNER_APPS) };
  if (channel === 'STAFF') return { kind: 'MODERATOR', name: pick(random, plan.region.moderators) };
  return APPLICANT;
}

