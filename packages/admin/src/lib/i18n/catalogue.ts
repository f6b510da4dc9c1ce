/** Texts of one feature in both languages. The English one has exactly the keys of the Russian one, or it does not compile. */
export interface Catalogue<K extends string> {
  ru: Record<K, string>;
  en: Record<K, string>;
}

/** Declares a feature's texts; each is an ICU message: «{count, plural, one {# день} few {# дня} other {# дней}}». */
export function catalogue<K extends string>(texts: { ru: Record<K, string>; en: Record<NoInfer<K>, string> }): Catalogue<K> {
  return texts;
}
