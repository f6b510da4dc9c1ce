/** A stretch of text that is selected. */
export interface Selection {
  start: number;
  end: number;
}

const FIELD = /\{[^{}]*\}/;

/**
 * A template put in at the cursor, over whatever is selected, as a paragraph of its own. What is to be written by hand is selected
 * afterwards: the first field that was left open, or the end of what was put in.
 */
export function inserted(text: string, at: Selection, template: string): { text: string; select: Selection } {
  const before = text.slice(0, at.start);
  const rest = text.slice(at.end);
  const after = rest.trim() === '' ? '' : rest;
  const lead = before.trim() === '' || before.endsWith('\n') ? '' : '\n\n';
  const trail = after === '' || after.startsWith('\n') ? '' : '\n\n';
  const head = before.trim() === '' ? '' : before + lead;
  const open = FIELD.exec(template);
  const start = head.length + (open ? open.index : template.length);
  return { text: head + template + trail + after, select: { start, end: open ? start + open[0].length : start } };
}

/** Where a passage of a hint stands now: at its place, or where the text has moved it to; null when it is gone. */
export function placeOf(text: string, passage: string, start: number): Selection | null {
  if (text.slice(start, start + passage.length) === passage) return { start, end: start + passage.length };
  const at = text.indexOf(passage);
  return at === -1 ? null : { start: at, end: at + passage.length };
}

/** The parts of a text with what stands in braces told apart: a field that nobody filled in must be seen. */
export function withFields(text: string): { text: string; open: boolean }[] {
  return text
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, open: FIELD.test(part) && part.startsWith('{') }));
}
