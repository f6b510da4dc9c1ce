/** The two deputies behind the demonstration's accounts; their addresses are how they are found again. */
export interface AnchorDeputy {
  readonly regionCode: string;
  readonly email: string;
  readonly sex: 'm' | 'f';
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  /** Appeals of nine months, beside those that are waiting today. */
  readonly appeals: number;
}

/** The region of moderator@demo.test and coordinator@demo.test. */
export const ANCHOR_REGION = 'RU-NVS';

export const ANCHORS: readonly [deputy: AnchorDeputy, deputy2: AnchorDeputy] = [
  { regionCode: ANCHOR_REGION, email: 'o.savelyeva@deputies.example', sex: 'f', lastName: 'Савельева', firstName: 'Ольга',
    middleName: 'Викторовна', appeals: 112 },
  { regionCode: 'RU-PSK', email: 'd.ivantsov@deputies.example', sex: 'm', lastName: 'Иванцов', firstName: 'Дмитрий',
    middleName: 'Андреевич', appeals: 118 },
];

/** Staff of the anchor region, whose names stand in its history: those of the demonstration's accounts and their colleagues. */
export const ANCHOR_MODERATORS: readonly string[] = ['Марина Сергеевна Кравцова', 'Наталья Андреевна Гусева', 'Денис Олегович Ремизов'];
export const ANCHOR_COORDINATOR = 'Андрей Павлович Шестаков';
