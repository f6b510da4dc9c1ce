import { randomInt } from 'node:crypto';

/** What people write about, in words that tell the topic. */
const PROBLEMS: readonly { subject: string; text: string }[] = [
  { subject: 'Яма на дороге', text: 'На проезжей части глубокая яма, асфальт провалился, машины бьют колёса. Ямочного ремонта дороги не было второй год.' },
  { subject: 'Не убирают снег с тротуара', text: 'Тротуар не чистят и не посыпают, по обледенелому тротуару не пройти, люди выходят на дорогу.' },
  { subject: 'Автобус не приходит по расписанию', text: 'Автобус ходит раз в час вместо двадцати минут, на остановке по утрам толпа, в автобус не сесть, водители проезжают мимо.' },
  { subject: 'Не вывозят мусор', text: 'Контейнеры для мусора переполнены третью неделю, отходы лежат на площадке, регоператор вывоз мусора срывает.' },
  { subject: 'Холодные батареи', text: 'В квартирах едва тёплые батареи, отопление дали, а температура в комнатах шестнадцать градусов. Теплосети ссылаются на управляющую компанию.' },
  { subject: 'Нет места в детском саду', text: 'Ребёнку три года, очередь в детский сад не двигается, в детсад по месту жительства путёвку не дают.' },
  { subject: 'Не попасть к терапевту', text: 'В поликлинике нет талонов к терапевту, запись к врачу на три недели вперёд, участковый врач уволился.' },
  { subject: 'Стая бродячих собак', text: 'Бездомные собаки бегают стаей, отлов не приезжает, дети боятся идти мимо.' },
  { subject: 'Двор без света', text: 'Во дворе не горит ни один фонарь уличного освещения, вечером двор и детская площадка в темноте.' },
  { subject: 'Завышенные счета за капремонт', text: 'Взносы на капитальный ремонт собирают десять лет, капремонт крыши перенесли в третий раз, фонд отвечает отпиской.' },
];
const STREETS = ['Абаканская', 'Байкальская', 'Верхоянская', 'Гурзуфская', 'Дубравная', 'Енисейская', 'Жемчужная', 'Заводская', 'Иртышская', 'Курганская', 'Лазурная', 'Магистральная', 'Невельского', 'Оловозаводская',
  'Пихтовая', 'Родниковая', 'Серебренниковская', 'Тульская', 'Учительская', 'Фабричная', 'Хилокская', 'Цветочная', 'Часовая', 'Шлюзовая', 'Юргинская', 'Ягодинская', 'Беловежская', 'Волочаевская'] as const;
const AGAIN = ['Повторно направляю своё обращение, прошлый ответ меня не устроил.', 'Копия моего прошлого письма, добавить мне нечего.', 'Шлю то же самое письмо, что и в прошлый раз.'] as const;

/** Where this run begins, so that a second one on the same data writes of other houses. */
const START = randomInt(STREETS.length);

/**
 * A letter of its own: no other has this street with this problem, so that none is taken for a mass appeal.
 * @param mark a word in each letter of the story, to find them by
 * @param again the letter says that it was sent before, which is a reason to reject
 */
export function plainLetter(at: number, mark: string, again = false): { subject: string; text: string } {
  const { subject, text } = PROBLEMS[at % PROBLEMS.length] ?? { subject: '', text: '' };
  const street = STREETS[(START + Math.floor(at / PROBLEMS.length) + at) % STREETS.length];
  const house = randomInt(1, 199);
  return {
    subject: `${subject}, ${street}, ${house}`,
    text: `${again ? `${AGAIN[at % AGAIN.length]} ` : ''}Улица ${street}, дом ${house}. ${text} Наша заявка: ${mark}.`,
  };
}
