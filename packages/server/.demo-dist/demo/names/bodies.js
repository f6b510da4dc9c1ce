import { BODIES } from './bodies-data.js';
/** The two bodies of every region, the legislature first. */
export const BODY_NAMES = BODIES.trim().split('\n').flatMap((line) => {
    const [regionCode = '', ru = '', en = '', seats, councilRu = '', councilEn = '', councilSeats] = line.split('|');
    return [
        { regionCode, level: 'REGIONAL', ru, en, seats: Number(seats) },
        { regionCode, level: 'MUNICIPAL', ru: councilRu, en: councilEn, seats: Number(councilSeats) },
    ];
});
const NOUNS = {
    Собрание: 'Собрании', Совет: 'Совете', Дума: 'Думе', Хурал: 'Хурале', Парламент: 'Парламенте', Муниципалитет: 'Муниципалитете', Курултай: 'Курултае',
};
/** The body's name after «в»: «Псковском областном Собрании депутатов». Only the words up to the noun change, and its second name. */
export function inBody(name) {
    let done = false;
    return name.split(' ').map((word) => {
        const noun = NOUNS[word];
        if (noun && (!done || word === 'Курултай')) {
            done = true;
            return noun;
        }
        if (done)
            return word;
        if (word.includes('ая-'))
            return word.replace('ая-', 'ой-');
        return word.replace(/ая$/, 'ой').replace(/(?:ое|ый|ий)$/, 'ом').replace(/^(Городск)ой$/, '$1ом');
    }).join(' ');
}
/** The party's faction in a body, without the party's name. */
export const factionNames = ({ ru, en }) => ({
    ru: `Фракция партии в ${inBody(ru)}`,
    en: `Party faction in the ${en}`,
});
/** Names of electoral districts, from which each body takes its own. */
export const DISTRICT_NAMES = [
    ['Центральный', 'Tsentralny'], ['Северный', 'Severny'], ['Южный', 'Yuzhny'], ['Восточный', 'Vostochny'], ['Западный', 'Zapadny'], ['Заречный', 'Zarechny'],
    ['Вокзальный', 'Vokzalny'], ['Заводской', 'Zavodskoy'], ['Октябрьский', 'Oktyabrsky'], ['Первомайский', 'Pervomaysky'], ['Советский', 'Sovetsky'],
    ['Ленинский', 'Leninsky'], ['Железнодорожный', 'Zheleznodorozhny'], ['Кировский', 'Kirovsky'], ['Приречный', 'Prirechny'], ['Парковый', 'Parkovy'],
    ['Садовый', 'Sadovy'], ['Набережный', 'Naberezhny'], ['Лесной', 'Lesnoy'], ['Полевой', 'Polevoy'], ['Пригородный', 'Prigorodny'], ['Студенческий', 'Studenchesky'],
    ['Университетский', 'Universitetsky'], ['Театральный', 'Teatralny'], ['Спортивный', 'Sportivny'], ['Молодёжный', 'Molodyozhny'], ['Космический', 'Kosmichesky'],
    ['Индустриальный', 'Industrialny'], ['Школьный', 'Shkolny'], ['Озёрный', 'Ozyorny'], ['Луговой', 'Lugovoy'], ['Солнечный', 'Solnechny'], ['Комсомольский', 'Komsomolsky'],
    ['Пролетарский', 'Proletarsky'], ['Пушкинский', 'Pushkinsky'], ['Гагаринский', 'Gagarinsky'], ['Майский', 'Maysky'], ['Степной', 'Stepnoy'], ['Речной', 'Rechnoy'], ['Юбилейный', 'Yubileyny'],
];
