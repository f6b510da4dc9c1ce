import type { AppealFull } from './appeal-full';

export type HistoryEntry = AppealFull['history'][number];

/** A row of the timeline: an entry, or several openings that followed each other. */
export type HistoryRow = { entry: HistoryEntry } | { openings: HistoryEntry[] };

/** Openings that nothing interrupts become one row: thirty readers do not bury a move. */
export function historyRows(history: readonly HistoryEntry[], movesOnly: boolean): HistoryRow[] {
  const rows: HistoryRow[] = [];
  for (const entry of history) {
    if (movesOnly && entry.event !== 'MOVE') continue;
    const last = rows.at(-1);
    if (entry.event !== 'APPEAL_OPENED') rows.push({ entry });
    else if (last && 'openings' in last) last.openings.push(entry);
    else rows.push({ openings: [entry] });
  }
  return rows.map((row) => ('openings' in row && row.openings.length === 1 ? { entry: row.openings[0]! } : row));
}

/** Whose names a folded row says, and how many people it leaves out. */
export function readersOf(openings: readonly HistoryEntry[], most = 2): { names: string[]; more: number } {
  const names = [...new Set(openings.map(({ actorName }) => actorName))];
  return { names: names.slice(0, most), more: Math.max(0, names.length - most) };
}
