import type { LETTERS } from './letters.js';

type Letter = keyof typeof LETTERS;
/** What is typed, and the letters that it should find. */
export type Question = readonly [typed: string, ...found: Letter[]];

/** Questions as people type them, written by hand beside the letters. Every third of each kind is held back: nothing was tuned on it. */
export const QUESTIONS: Readonly<Record<string, readonly Question[]>> = {
  inflections: [
    ['фонарей', 'lamps'], ['выбоина', 'potholes'], ['скамейка', 'benches', 'busStop'], ['скамеек на набережных', 'benches'], ['сугроб', 'snow'],
    ['светильник в сквере', 'lampsPark'], ['разрушенные остановки', 'busStop'], ['тёплых батарей', 'heating'], ['ржавой воды', 'rustyWater'],
    ['капает с потолков', 'roof'], ['лифтов', 'lift'], ['вырубка леса', 'felling'], ['стаями собак', 'dogs'], ['бродячую собаку', 'dogs'],
    ['учителями', 'teacher'], ['библиотек', 'library'], ['обманутому дольщику', 'shareholders'], ['качелей', 'playground'], ['приставами', 'bailiffs'],
    ['мошенника', 'fraud'], ['голосований', 'elections'], ['лекарств', 'medicine', 'thanks'], ['кладбищ', 'cemetery'], ['сосна', 'felling'],
    ['детей сбили', 'crossing'], ['квитанций', 'receipts', 'management'], ['бассейнах', 'pool'], ['ям', 'potholes'], ['коров', 'farm'], ['мостику', 'bridge'],
    ['увольняют педагога', 'teacher'], ['пройти на коляске', 'ramp', 'pavement'], ['загоревшийся дом', 'fire', 'allowance'], ['младенца', 'law'],
  ],
  synonyms: [
    ['колдобины', 'potholes'], ['нет освещения', 'lamps', 'lampsPark'], ['маршрутка не ходит', 'bus'], ['детсад', 'kindergarten', 'trees'], ['подъёмник сломан', 'lift'],
    ['бездомные животные', 'dogs'], ['нет отопления', 'heating'], ['капитальный ремонт', 'overhaul'], ['кровля', 'roof'], ['ТКО', 'bins', 'dump'],
    ['доступная среда', 'ramp'], ['мобильная связь', 'internet'], ['колясочник', 'wheelchair'], ['аварийное жильё', 'shabbyHouse'], ['ЖКУ', 'receipts'],
    ['обрезка деревьев', 'trees'], ['алкоголь', 'pub'], ['зловоние', 'smell', 'sewage'], ['долгострой', 'shareholders'], ['грибок на стенах', 'mould'],
    ['медпункт', 'paramedic'], ['маршрут общественного транспорта', 'bus'], ['жалованье', 'wages'], ['садик', 'kindergarten'],
  ],
  typos: [
    ['асвещение', 'lamps'], ['фанари', 'lamps'], ['выбоены', 'potholes'], ['тратуар', 'pavement'], ['светофр', 'crossing'], ['сугрбы', 'snow'],
    ['гололет', 'ice'], ['автобуз', 'bus'], ['батореи', 'heating'], ['канализцаия', 'sewage'], ['лавачки', 'benches'], ['топаль', 'trees'],
    ['барщевик', 'hogweed'], ['кардиалог', 'queue'], ['пасобие', 'allowance'], ['пенсеонный стаж', 'pension'], ['пандуз', 'ramp'], ['зароботная плата', 'wages'],
    ['библеотека', 'library'], ['хокейная каробка', 'stadium'], ['бассеин', 'pool'], ['прасроченные продукты', 'expired'], ['дольшики', 'shareholders'],
    ['видионаблюдение', 'cameras'], ['догозификация', 'gas'], ['напрежение', 'power'], ['музка', 'pub'], ['школьная сталовая', 'schoolMeals'],
    ['подьезд', 'snow', 'sewage'], ['напрежение в сети', 'power'], ['муковисцедоз', 'medicine'], ['терапефт', 'doctor'], ['раздельный збор', 'separate'],
  ],
  prefixes: [
    ['осве', 'lamps'], ['светоф', 'crossing'], ['скаме', 'benches', 'busStop'], ['канализ', 'sewage'], ['библиот', 'library'], ['хоккей', 'stadium'],
    ['борщев', 'hogweed'], ['догаз', 'gas'], ['дольщ', 'shareholders'], ['муковис', 'medicine'], ['улица Гагар', 'lamps'], ['видеона', 'cameras'],
    ['мобилиз', 'draft'], ['просроч', 'expired'], ['Рижск', 'potholes'], ['лесоп', 'noise'], ['фельдш', 'paramedic'], ['дет площ', 'playground', 'parking'],
  ],
  yo: [
    ['гололед', 'ice'], ['берёзка', 'power'], ['березка', 'power'], ['Неелово', 'rustyWater'], ['черный грибок', 'mould'], ['Звездная 14', 'lift'],
    ['поселок Кресты', 'bus'], ['перекресток', 'crossing'], ['тёчет крыша', 'roof'], ['ребёнок порезал', 'playground'], ['Печёры', 'gas'],
  ],
  layout: [
    ['kban', 'lift'], ['gfylec', 'ramp'], ['j,vfyenst ljkmobrb', 'shareholders'], [',jhotdbr', 'hogweed'], ['rfgbnfkmysq htvjyn', 'overhaul'], ['cdtnjajh', 'crossing'],
    ['vjityybrb', 'fraud'], ['gtycbz', 'pension', 'fired', 'mailOffice'], ['[jrrtqyfz rjhj,rf', 'stadium'], ['gjl]tpl', 'snow', 'sewage'], ['ktrfhcndj', 'medicine', 'thanks'], ['rkfl,bot', 'cemetery'],
  ],
  latin: [
    ['borshchevik', 'hogweed'], ['lift', 'lift'], ['pandus', 'ramp'], ['svetofor', 'crossing'], ['biblioteka', 'library'], ['ulitsa gagarina', 'lamps'],
    ['musor', 'bins', 'dump'], ['zarplata', 'wages', 'teacher'], ['osveshenie', 'lamps'], ['kladbishche', 'cemetery'], ['detskiy sad', 'kindergarten', 'trees'], ['internet vyshka', 'internet'],
  ],
  numbers: [
    ['№ 17', 'bus'], ['школа 24', 'school'], ['отделение 180502', 'mailOffice'], ['60:27:0010203:45', 'boundary'], ['89112345678', 'fraud'],
    ['+7 911 234 56 78', 'fraud'], ['01-23/456', 'bigLetter'], ['560012345678', 'receipts'], ['2041', 'overhaul'], ['1936 год', 'shabbyHouse'],
    ['4312', 'receipts'], ['214 семей', 'shareholders'], ['29-33-44', 'bigLetter'], ['160 вольт', 'power'], ['Звёздная, 14', 'lift'], ['дом 9 квартира 58', 'roof'],
    ['12.03.2026', 'bigLetter'], ['17-й маршрут', 'bus'],
  ],
  phrases: [
    ['«второй месяц нет горячей воды»', 'hotWater'], ['"чуть тёплые"', 'heating'], ['«детской площадке»', 'playground', 'parking'], ['"разводит руками"', 'pub'],
    ['«нет технической возможности»', 'gas'], ['"время упущено"', 'ambulance'], ['«на первом этаже» пивная', 'pub'], ['"технической документации"', 'management'],
    ['«на другом конце города»', 'kindergarten'], ['"служба отлова"', 'dogs'], ['«Безопасному городу»', 'cameras'], ['"объездной дороги"', 'flood'],
  ],
  sentences: [
    ['не работает лифт, мать инвалид', 'lift'], ['дети идут в темноте из школы', 'lamps'], ['машины ставят на траву во дворе', 'parking'], ['скорая долго ехала', 'ambulance'],
    ['убрать снег во дворе Юбилейная', 'snow'], ['холодные батареи в квартире', 'heating'], ['закрыли фельдшерский пункт в деревне', 'paramedic'], ['сломанные качели на площадке', 'playground'],
    ['дольщики ждут квартиры', 'shareholders'], ['сосед поставил забор и перекрыл проезд', 'boundary'], ['деньги украли по телефону у пенсионерки', 'fraud'], ['ребёнка не берут в сад', 'kindergarten'],
    ['ночью шумят пьяные', 'pub'], ['горят дома нет воды для пожарных', 'fire'], ['вода из крана коричневая', 'rustyWater'], ['не засчитали стаж работы', 'pension'],
    ['уволили с работы до пенсии', 'fired'], ['приставы арестовали карту с пособиями', 'bailiffs'], ['нет врача в больнице', 'doctor'], ['спасибо за помощь', 'thanks'],
    ['прошу поставить пешеходный светофор', 'crossing'], ['дорогу размыло в деревне', 'gravelRoad'], ['переполненные мусорные контейнеры', 'bins'], ['воняет канализацией в подъезде', 'sewage'],
  ],
};

/** Every third question of each kind was not looked at while the search was made. */
export const heldBack = (at: number): boolean => at % 3 === 2;
