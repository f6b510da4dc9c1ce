/** Languages of the product: Russian first, English second. */
export const LOCALES = ['ru', 'en'];
/** The first language of an Accept-Language header that we speak; Russian when there is none. */
export function localeOf(acceptLanguage) {
    for (const part of (acceptLanguage ?? '').split(',')) {
        const tag = part.split(';')[0]?.trim().toLowerCase().split('-')[0];
        if (tag === 'ru' || tag === 'en')
            return tag;
    }
    return 'ru';
}
