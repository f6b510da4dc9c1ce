/**
 * The raw material of the demonstration letters: what people of one trouble say, in several people's words.
 * Parts may name slots that the composer fills, the same value through one appeal: `{city}` (nominative, "Псков"), `{street}` ("ул. Гагарина"),
 * `{house}` ("д. 14"), `{school}` ("школа № 12"), `{clinic}` ("поликлиника № 3"), `{company}` ("УК «Уют»"), `{years}` ("третий год"),
 * `{month}` (prepositional, "в октябре"), `{date}` ("12 октября"), `{number}` (5–90, never 21–24 and the like, so that "{number} человек" is right),
 * `{sum}` ("4 870 руб."), `{bus}` ("маршрут № 17").
 * Other cases: `{schoolGen}` ("школы № 12"), `{schoolIn}` ("в школе № 12"), `{clinicGen}`, `{clinicIn}`, `{garden}` ("детский сад № 5"),
 * `{gardenGen}`, `{gardenIn}`, `{busNo}` ("17"), `{firm}` ("ООО «Вектор»"), `{shop}` (a name in quotes, "«Берёзка»").
 *
 * A part is said by a man, a woman or many: `[обращался|обращалась|обращались]` (or by ending, `обратил[ся|ась|ись]`); two forms when many cannot
 * say it. In answers also `{person}`, `{done}` (a day in the week before the answer, "3 ноября") and `{until}` (a day some weeks after it). A part may begin with tags that limit who says it: `#m`, `#f`, `#old` (from 58), `#young` (to 35), `#one` (not many), `#all` (many only), `#22_45` (of that age);
 * and with `#13`, the numbers (from 1) of the problems that it goes with, where the problems of a story differ too much for any part to fit any.
 */
export interface Story {
  /** Topic code of reference/topics.csv. */
  topic: string;
  kind: 'PROPOSAL' | 'APPLICATION' | 'COMPLAINT' | 'GRATITUDE';
  /** Relative frequency among the stories of its topic; 1 when left out. */
  weight?: number;
  /** Months (1–12) in which people write about it; the whole year when left out (no heating complaints in July). */
  months?: readonly number[];
  /** Of what age people write about it, from–to; of any when left out. */
  ages?: readonly [number, number];
  /** Danger to life or health. */
  urgent?: true;
  /** At least 3 subject lines, as people write them: short, not alike in form. */
  subjects: readonly string[];
  /** At least 4 ways in which different people open and say what is wrong; 1–4 sentences, each able to stand alone as a whole letter. */
  problem: readonly string[];
  /** At least 5 further facts, each a sentence or two; the composer takes none to three. */
  details: readonly string[];
  /** At least 3: what the person has already tried. */
  tried: readonly string[];
  /** At least 3: what the person asks for. */
  asks: readonly string[];
  /** A second question of another topic that such a person may add. */
  alsoAsks?: { topic: string; text: string };
  /** At least 3 living answers of a deputy: concrete facts, a name or date, human tone; what was done. `{person}` is the applicant's name and patronymic. */
  goodAnswers: readonly string[];
  /** At least 2 explanations in plain words where nothing could be done at once. */
  explanations: readonly string[];
  /** What the moderator may ask to clarify, and what the applicant replies. */
  clarification?: { ask: string; reply: string };
}
