/** The region of moderator@demo.test and coordinator@demo.test. */
export const ANCHOR_REGION = 'RU-NVS';
export const ANCHORS = [
    { regionCode: ANCHOR_REGION, email: 'o.savelyeva@deputies.example', sex: 'f', lastName: 'Савельева', firstName: 'Ольга', middleName: 'Викторовна', appeals: 112 },
    { regionCode: 'RU-PSK', email: 'd.ivantsov@deputies.example', sex: 'm', lastName: 'Иванцов', firstName: 'Дмитрий', middleName: 'Андреевич', appeals: 118 },
];
/** Staff of the anchor region, whose names stand in its history: those of the demonstration's accounts and their colleagues. */
export const ANCHOR_MODERATORS = ['Марина Сергеевна Кравцова', 'Наталья Андреевна Гусева', 'Денис Олегович Ремизов'];
export const ANCHOR_COORDINATOR = 'Андрей Павлович Шестаков';
export const ANCHOR_AIDE = 'Екатерина Игоревна Дорошенко';
