import { chance, int, pick } from '../random.js';
/** The slots that a story's parts may name; `{person}` is added for answers alone. */
export const SLOT_NAMES = [
    'city', 'street', 'house', 'school', 'schoolGen', 'schoolIn', 'clinic', 'clinicGen', 'clinicIn', 'garden', 'gardenGen', 'gardenIn',
    'company', 'firm', 'shop', 'years', 'month', 'date', 'number', 'sum', 'bus', 'busNo',
];
const MONTHS_IN = ['январе', 'феврале', 'марте', 'апреле', 'мае', 'июне', 'июле', 'августе', 'сентябре', 'октябре', 'ноябре', 'декабре'];
const MONTHS_OF = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'];
const STREETS = [
    'ул. Гагарина', 'ул. Ленина', 'ул. Кирова', 'ул. Советская', 'ул. Мира', 'ул. Пушкина', 'ул. Лермонтова', 'ул. Чехова', 'ул. Горького',
    'ул. Маяковского', 'ул. Комсомольская', 'ул. Пионерская', 'ул. Октябрьская', 'ул. Первомайская', 'ул. Молодёжная', 'ул. Садовая', 'ул. Лесная',
    'ул. Заречная', 'ул. Набережная', 'ул. Школьная', 'ул. Больничная', 'ул. Вокзальная', 'ул. Заводская', 'ул. Строителей', 'ул. Металлургов',
    'ул. Железнодорожная', 'ул. Энергетиков', 'ул. Космонавтов', 'ул. Королёва', 'ул. Циолковского', 'ул. Ломоносова', 'ул. Менделеева',
    'ул. Тимирязева', 'ул. Мичурина', 'ул. Суворова', 'ул. Кутузова', 'ул. Нахимова', 'ул. Чкалова', 'ул. Матросова', 'ул. Космодемьянской',
    'ул. Карла Маркса', 'ул. Розы Люксембург', 'ул. Фрунзе', 'ул. Чапаева', 'ул. Щорса', 'ул. 8 Марта', 'ул. 50 лет Октября', 'ул. 40 лет Победы',
    'ул. Ворошилова', 'ул. Свердлова', 'ул. Дзержинского', 'ул. Луначарского', 'ул. Некрасова', 'ул. Тургенева', 'ул. Гоголя', 'ул. Островского',
    'ул. Есенина', 'ул. Шевченко', 'ул. Цветочная', 'ул. Полевая', 'ул. Солнечная', 'ул. Северная', 'ул. Южная', 'ул. Восточная', 'ул. Западная',
    'ул. Центральная', 'ул. Новая', 'ул. Дружбы', 'ул. Юбилейная', 'ул. Спортивная', 'ул. Парковая', 'ул. Красноармейская', 'ул. Партизанская',
    'ул. Интернациональная', 'ул. Кооперативная', 'ул. Мельничная', 'ул. Луговая', 'ул. Берёзовая', 'ул. Сосновая', 'ул. Речная',
    'пр-т Победы', 'пр-т Мира', 'пр-т Строителей', 'пр-т Космонавтов', 'пер. Садовый', 'пер. Школьный', 'пер. Речной', 'пер. Почтовый',
    'б-р Победы', 'б-р Строителей',
];
const COMPANIES = [
    'УК «Уют»', 'УК «Комфорт»', 'УК «Наш дом»', 'УК «Жилсервис»', 'УК «Домовой»', 'УК «Альтернатива»', 'УК «Квартал»', 'УК «Надежда»', 'УК «Теремок»',
    'УК «Мастер»', 'УК «Городское хозяйство»', 'УК «Северная»', 'УК «Жилищник-2»', 'УК «Добрые соседи»', 'УК «Эталон»', 'УК «Заря»',
];
const FIRMS = [
    'ООО «Вектор»', 'ООО «Стройград»', 'ООО «Меридиан»', 'ООО «Альянс-М»', 'ООО «Прогресс»', 'ООО «Горизонт»', 'ООО «ТехноЛюкс»', 'ООО «Орион»',
    'ООО «Радуга»', 'ООО «Ресурс-Плюс»', 'ООО «Гранит»', 'ООО «СеверТорг»', 'ООО «Каскад»', 'ООО «Фаворит»', 'ООО «Импульс»', 'ООО «Лидер-Сервис»',
];
const SHOPS = ['«Берёзка»', '«Корзинка»', '«Продукты»', '«Ромашка»', '«Удача»', '«Огонёк»', '«Виктория»', '«Каравай»', '«Меркурий»', '«У дома»', '«Заря»', '«Лакомка»'];
const YEARS = ['второй год', 'третий год', 'четвёртый год', 'пятый год', 'уже второй год', 'уже третий год', 'не первый год', 'который год', 'второй год подряд', 'третий год подряд'];
/** Numbers whose noun is a genitive plural ("7 дней", "25 семей", "40 человек"). */
const NUMBERS = Array.from({ length: 86 }, (_, i) => i + 5).filter((n) => n <= 20 || n % 10 === 0 || n % 10 >= 5);
/** A sum in roubles as people write it: "4 870 руб." (the space does not break). */
export function roubles(value) {
    return `${String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0')}\u00a0руб.`;
}
/** A day in words: "12 октября"; `month` is 1–12 and wraps. */
export function dayInWords(day, month) {
    return `${day} ${MONTHS_OF[(month + 11) % 12] ?? ''}`;
}
/** A month in words, prepositional: "в октябре"; `month` is 1–12 and wraps. */
export function inMonth(month) {
    return `в ${MONTHS_IN[(month + 11) % 12] ?? ''}`;
}
/** The values of one letter's slots. What happened lies in the month before the letter, so that it never lies ahead of it. */
export function drawSlots(city, month, random) {
    const school = int(random, 1, 48);
    const clinic = int(random, 1, 12);
    const garden = int(random, 2, 96);
    const bus = int(random, 1, 68);
    const house = int(random, 1, 124);
    const building = chance(random, 0.1) ? pick(random, ['а', 'б', ' корп. 1', ' корп. 2', '/2']) : '';
    return {
        city,
        street: pick(random, STREETS),
        house: `д. ${house}${building}`,
        school: `школа № ${school}`,
        schoolGen: `школы № ${school}`,
        schoolIn: `в школе № ${school}`,
        clinic: `поликлиника № ${clinic}`,
        clinicGen: `поликлиники № ${clinic}`,
        clinicIn: `в поликлинике № ${clinic}`,
        garden: `детский сад № ${garden}`,
        gardenGen: `детского сада № ${garden}`,
        gardenIn: `в детском саду № ${garden}`,
        company: pick(random, COMPANIES),
        firm: pick(random, FIRMS),
        shop: pick(random, SHOPS),
        years: pick(random, YEARS),
        month: inMonth(month - 1),
        date: dayInWords(int(random, 2, 28), month - 1),
        number: String(pick(random, NUMBERS)),
        sum: roubles(pick(random, [10, 10, 10, 100]) * int(random, 87, 988)),
        bus: `маршрут № ${bus}`,
        busNo: String(bus),
    };
}
/** Puts the values in; a slot that begins a sentence gets a capital letter. An unknown slot stays as it is, for the tests to find. */
export function fill(text, slots) {
    return text
        .replace(/\{(\w+)\}/g, (whole, name, at) => {
        const value = slots[name];
        if (value === undefined)
            return whole;
        const starts = at === 0 || /(?:[!?…]|[а-яё»)]{3}\.)\s$/i.test(text.slice(Math.max(0, at - 6), at));
        return starts ? value.charAt(0).toUpperCase() + value.slice(1) : value;
    })
        .replace(/руб\.\./g, 'руб.');
}
