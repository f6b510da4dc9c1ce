import { expect, test } from 'vitest';
import { inserted, placeOf, withFields } from './insert';

test('a template becomes the whole of an empty letter, and its first open field is selected', () => {
  expect(inserted('  ', { start: 0, end: 0 }, 'По адресу {адрес} был.')).toEqual({ text: 'По адресу {адрес} был.', select: { start: 10, end: 17 } });
});

test('it is put in at the cursor as a paragraph, over what is selected', () => {
  expect(inserted('Здравствуйте! Пока.', { start: 13, end: 19 }, 'Сделали.')).toEqual({ text: 'Здравствуйте!\n\nСделали.', select: { start: 23, end: 23 } });
  expect(inserted('Один.\nДва.', { start: 6, end: 6 }, 'Три.')).toEqual({ text: 'Один.\nТри.\n\nДва.', select: { start: 10, end: 10 } });
});

test('a passage is found where it stands, where it moved to, or not at all', () => {
  expect(placeOf('в целях ремонта', 'в целях', 0)).toEqual({ start: 0, end: 7 });
  expect(placeOf('Здравствуйте, в целях', 'в целях', 0)).toEqual({ start: 14, end: 21 });
  expect(placeOf('чтобы', 'в целях', 0)).toBeNull();
});

test('what stands in braces is told apart', () => {
  expect(withFields('Дом {адрес}.')).toEqual([{ text: 'Дом ', open: false }, { text: '{адрес}', open: true }, { text: '.', open: false }]);
});
