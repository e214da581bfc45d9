import { describe, expect, it } from 'vitest';
import { authorsIn, readSignature } from '../../src/text/bylines.js';

describe('readSignature', () => {
  it.each<[line: string, names: string | null, published: string | null]>([
    // Who.
    ['By Ines Calder', 'Ines Calder', null],
    ['by Ines', 'Ines', null],
    ['By INES CALDER and TOM ROOK', 'INES CALDER and TOM ROOK', null],
    ['By Ines Calder, Quay Correspondent', 'Ines Calder, Quay Correspondent', null],
    ['By Reuters', 'Reuters', null],
    ['Von Ines Calder', 'Ines Calder', null],
    ['Par Ines de la Rive', 'Ines de la Rive', null],
    ['Texto: Inés Calder', 'Inés Calder', null],
    ['Текст: Инес Кальдер', 'Инес Кальдер', null],
    // When.
    ['Published 2:16 AM EST May 3, 2038', null, '2038-05-03'],
    ['Updated: 10:43, Mon, May 3, 2038 | PUBLISHED: 09:05, Sun, May 2, 2038', null, '2038-05-02'],
    ['Veröffentlicht am Montag, 3. Mai 2038 um 14:05 Uhr', null, '2038-05-03T14:05'],
    ['Publié le 3 août 2038', null, '2038-08-03'],
    ['lunes, 3 de mayo de 2038', null, '2038-05-03'],
    ['입력 : [ 2038-05-03 15:24 ]', null, '2038-05-03T15:24'],
    // Both, either way round.
    ['By Ines Calder on Monday, May 3rd, 2038 at 11:04 a.m.', 'Ines Calder', '2038-05-03T11:04'],
    ['Ines Calder - May 3, 2038, 8:15 pm CST', 'Ines Calder', '2038-05-03T20:15-06:00'],
    ['by Ines Calder\nMonday, May 3, 2038', 'Ines Calder', '2038-05-03'],
    ['Von Ines Calder publiziert am 3. Mai 2038', 'Ines Calder', '2038-05-03'],
    ['23/05/2038 - Publicado por: Ines Calder - Categoria: Porto', 'Ines Calder', '2038-05-23'],
    ['By Ines Calder@inesc May 3, 2038', 'Ines Calder', '2038-05-03'],
    // A date that cannot be told is one all the same.
    ['By Ines Calder 03/05/2038', 'Ines Calder', null],
    // Nobody: the newsroom, an account, the outlet itself.
    ['May 3, 2038 by admin', null, null],
    ['By Staff Reports', null, null],
    ['By The Gazette Newsroom', null, null],
    ['By Gazette Sport, May 3, 2038', null, null],
  ])('%s', (line, names, published) => {
    expect(readSignature(line, ['Gazette'])).toEqual(
      names === null && published === null ? null : { names, published, opens: expect.any(Boolean) },
    );
  });

  it.each([
    'Ines Calder',
    'The office moved on May 3, 2038, the mayor said',
    'Von Trier',
    'Text Size',
    'More from May 3, 2038',
    'By the quay on May 3, 2038',
    '',
  ])('signs nothing: %s', (line) => {
    expect(readSignature(line)).toBeNull();
  });

  it('reads "03/05/2038" as the page writes numbers', () => {
    expect(readSignature('03/05/2038', [], 'day')?.published).toBe('2038-05-03');
    expect(readSignature('03/05/2038', [], 'month')?.published).toBe('2038-03-05');
  });
});

describe('authorsIn', () => {
  it.each([
    ['Ines Calder, ines@gazette.example', 'Ines Calder'],
    ['Ines Calder (@inesc)', 'Ines Calder'],
    ['Ines Calder, Gazette', 'Ines Calder'],
    ['Gazette Staff', null],
    ['Gazette', null],
    ['gazette.example', null],
    ['Redaktion', null],
    ['Guest author', null],
  ])('%s → %s', (written, names) => {
    expect(authorsIn(written, ['The Gazette', 'https://www.gazette.example/a'])).toBe(names);
  });
});
