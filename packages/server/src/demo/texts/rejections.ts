import type { RejectReason } from '../../appeals/appeal.lifecycle.js';
import { chance, pick, type Random } from '../random.js';
import type { Writer } from './compose.js';
import { drawSlots, fill } from './slots.js';
import { say, sayable } from './speech.js';
import { roughen } from './typos.js';

/** A reason whose fault lies in the letter itself; for the others (no contact, closed region, no clarification) any letter serves. */
export type LetterFault = Exclude<RejectReason, 'NO_CONTACT' | 'REGION_NOT_OPEN' | 'NO_CLARIFICATION'>;

interface Faulty {
  subject: string;
  text: string;
}

const letter = (subject: string, text: string): Faulty => ({ subject, text });

/** Letters that a moderator turns away, by the reason (rules §1). Rude words are starred by their writers. */
export const FAULTY_LETTERS: Readonly<Record<LetterFault, readonly Faulty[]>> = {
  SPAM: [
    letter('Выгодное предложение', 'Продаём пластиковые окна по цене завода! Скидка {number}% при звонке до конца недели. Замер бесплатно, {city} и пригород. {firm}.'),
    letter('Сотрудничество', 'Добрый день. {firm} предлагает продвижение сайта в топ за {number} дней. Цена {sum}. Пришлём примеры работ, ждём ответа.'),
    letter('Кредит без отказа', 'Деньги до зарплаты, без справок, за {number} минут, {city}. Даже с плохой историей. Спросите менеджера Артура.'),
    letter('заработок', 'Подработка дома, от {sum} в день, нужен только телефон. Опыт не нужен. Пишите плюс, пришлю условия.'),
    letter('Ритуальные услуги', 'Памятники из гранита от производителя. Рассрочка. Установка в {city}, {street}, {house}. При заказе двух оградка в подарок.'),
  ],
  UNREADABLE: [
    letter('ап', 'ыва ывап олдж {number} пролд ыфвф ячс митьбю {house}'),
    letter('Fdnj,ec', 'Pltcm yt [jlzn fdnj,ecs? cltkfqnt xnj-yb,elm. {busNo}-q djj,ot ghjgfk? gbitv e;t {number}-q hfp'),
    letter('без темы', 'там это ну вы знаете что на {street} и ещё {number} и опять и так и не так а когда а никто а он мне говорит и всё и до свидания'),
    letter('???', '???????? {date} ???? ??????? {house} ?????? ????? ????????? ?????'),
    letter('ответ', 'на ваш №{number} не не тот а который был до а тот что до того и так уже всё и кто это'),
  ],
  NO_SUBSTANCE: [
    letter('Привет', 'Здравствуйте. {city} на связи. Просто проверяю, работает ли сайт.'),
    letter('Всё плохо', 'Всё плохо. {years} всё плохо. И будет плохо.'),
    letter('Вопрос', 'А Вы сами на {street} бывали? Вот и я о том же.'),
    letter('тест', 'тест {number}'),
    letter('С праздником', 'С наступающим праздником! Здоровья, счастья, мира. С уважением, {street}, {house}.'),
    letter('Стихи', 'Посвящаю Вам стихи. Люблю наш {city} на рассвете, когда туман лежит в росе, и {street} в неярком свете, и мы счастливые, и все.'),
  ],
  OBSCENE: [
    letter('Достали', 'Вы там в г. {city} совсем ***?! На {street} по колено ***, а вам ***. Работать идите, ***.'),
    letter('слов нет', 'все вы там *** и ***. {street} вся в ***, а вы и рады, *** такие'),
    letter('Ответ на Вашу отписку', 'Засуньте себе свою отписку от {date} в ***. Больше сказать нечего, ***.'),
    letter('Автобус', 'Где *** {busNo}-й автобус, ***?! {years} одно и то же, ***!'),
  ],
  THREAT: [
    letter('Последнее предупреждение', 'Если до конца недели на {street} не будет света, приеду к Вам в приёмную и поговорим по-другому. Пеняйте на себя.'),
    letter('Я знаю, где вы живёте', 'Я знаю, на какой машине Вы ездите и где стоит Ваша дача. Подумайте об этом, когда будете отвечать про {house}.'),
    letter('разберёмся', 'не решите вопрос с {company}, мы с мужиками с {street} сами приедем и всё там разнесём вместе с вами'),
    letter('Ждите', 'Терпение кончилось. Кто-нибудь за это ответит, и не на бумаге. {street}, {house}.'),
  ],
  COURT_DECISION: [
    letter('Не согласен с судом', 'Районный суд г. {city} {date} отказал мне в иске к {company}. Судья даже не дослушала. Прошу отменить решение суда и наказать судью.'),
    letter('Решение суда', 'Прошу пересмотреть решение суда о разделе дома на {street}. Бывшая жена купила адвоката. Апелляция {date} оставила всё как есть.'),
    letter('Отмените приговор', 'Сына осудили несправедливо, свидетелей не вызвали. Прошу Вас как депутата отменить приговор от {date} и вернуть дело.'),
    letter('Судья ошиблась', 'Мировой судья взыскала с меня {sum} за чужой долг. Прошу депутата отменить это решение, суду доказывать бесполезно.'),
    letter('Взыскали через суд', 'Суд постановил снести мой гараж на {street}. Прошу признать это решение незаконным и не исполнять.'),
  ],
  REPEATED: [
    letter('Повторно', 'Пишу опять о том же, о чём писал[|а] {date}: {street}, {house}, та же яма, тот же подвал. Ответ Ваш меня не устроил, новых фактов у меня нет.'),
    letter('Ещё раз про забор', 'Третий раз отправляю то же самое письмо про забор на {street}. Буду отправлять, пока не решите по-моему.'),
    letter('То же самое', 'Смотрите моё обращение от {date}. Текст тот же. {street}, {house}.'),
    letter('Не согласен с ответом', 'На моё письмо от {date} уже ответили дважды, но я с ответом не соглас[ен|на]. Прошу ответить ещё раз. Нового ничего не произошло.'),
  ],
  NOT_COMPETENCE: [
    letter('Соседка и кот', 'Соседка с {house} переманила моего кота. Кормит его сметаной, и он ко мне не возвращается. Прошу обязать вернуть.'),
    letter('Расписание сериала', 'Прошу вернуть сериал на семь вечера. Теперь он в девять, я в это время уже сплю. {city}.'),
    letter('Виза', 'Консульство другой страны отказало мне в визе. Прошу повлиять, я уже купил[|а] билеты за {sum}.'),
    letter('Погода', 'Прогноз на {date} не сбылся, обещали солнце, был град, побило теплицу. Кто возместит? Прошу наказать синоптиков.'),
    letter('Сын не звонит', 'Сын живёт в другом городе и не звонит {years}. Поговорите с ним как депутат, может, Вас послушает.'),
    letter('Банк другой области', 'Мой вклад в банке соседней области, а живу я в г. {city}. Прошу депутата сменить управляющего этого банка.'),
  ],
  PERSONAL_DATA_OF_OTHERS: [
    letter('Данные соседа', 'Сообщаю паспортные данные моего соседа с {street}, {house}: [паспорт скрыт]. Он сдаёт квартиру без налогов. Вот его телефон и место работы жены: [скрыто].'),
    letter('Список должников', 'Прилагаю список должников нашего дома по адресу {street}, {house}, с фамилиями, квартирами и суммами (всего {number}). Опубликуйте его, пусть стыдятся. [список скрыт]'),
    letter('Болезнь учительницы', 'Учительница {schoolGen} болеет тем, чем болеть ей не положено, копию её карты из {clinicGen} мне дали. [скрыто] Уберите её.'),
    letter('Переписка бывшего мужа', 'Направляю переписку моего [знакомого|бывшего мужа] с его новой женщиной, её адрес, номер карты и фото паспорта. [вложения скрыты] Проверьте её, {city}.'),
  ],
};

const RUN_ONS = ['', '', '', 'Здравствуйте! ', 'Добрый день. ', 'Уважаемые депутаты! '];
const AFTERWORDS = ['', '', '', ' Жду.', ' Прошу ответить.', ' Пишу с телефона.', ' {street}.', ' г. {city}.', ' {date}.'];

/** A letter that deserves to be turned away for the reason. Deterministic by `random`; `month` as in composeLetter. */
export function composeFaultyLetter(reason: LetterFault, writer: Writer, month: number, random: Random): { subject: string; text: string } {
  const slots = drawSlots(writer.city, month, random);
  const letters = FAULTY_LETTERS[reason];
  const own = letters.filter((one) => sayable([one.text], writer).length > 0);
  const { subject, text } = pick(random, own.length > 0 ? own : letters);
  const body = say(text, writer).replace(/\[([^\]|]*)\]/g, '($1)');
  const plain = reason === 'UNREADABLE' ? body : pick(random, RUN_ONS) + body + (reason === 'SPAM' ? '' : pick(random, AFTERWORDS));
  const written = roughen(fill(plain, slots), { slips: 0.25, commas: 0.4 }, random);
  return { subject, text: reason !== 'SPAM' && chance(random, 0.15) ? written.toLowerCase() : written };
}
