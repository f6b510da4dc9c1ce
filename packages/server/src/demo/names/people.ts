/** One people's names, each a list in one string: given names of men and women, and last names in the form of a man. */
export interface People {
  readonly male: string;
  readonly female: string;
  readonly last: string;
  /** Names that patronymics are made of, where they differ from the given names of today. */
  readonly fathers?: string;
}
