/** Marks from the best to the worst: who is content should not have to search. */
export const MARKS = [5, 4, 3, 2, 1];
